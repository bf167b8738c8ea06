import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { pathTo } from '#components/i18n/paths.ts'
import { Breadcrumb } from '#components/ui/breadcrumb.tsx'
import { Link } from '#components/ui/link.tsx'
import { DeclareForm } from './declare-form.tsx'
import { adoptionFormWords, NOTHING_TYPED } from './form-words.ts'
import type { AdoptionFormAction } from './use-adoption-form.tsx'

/** The page that declares a use. */
export function DeclareView({
  locale,
  action,
  organisations,
  operators,
  organisation,
  software,
}: {
  locale: Locale
  action: AdoptionFormAction
  /** Those that the reader speaks for. */
  organisations: ReadonlyArray<{ key: string; name: string }>
  operators: ReadonlyArray<{ value: string; label: string }>
  /** The key of the one that the address chooses; empty for none. */
  organisation: string
  /** The name that the address chooses; empty for none. */
  software: string
}) {
  const { declare: t, space, accounts } = messages(locale)
  const values = { ...NOTHING_TYPED, organisation, software, choice: '', contactWish: 'none' }
  const address = pathTo(locale, '/espace/declarer', {
    collectivite: organisation,
    logiciel: software,
  })
  return (
    <>
      <Breadcrumb
        locale={locale}
        trail={[{ label: space.breadcrumb, href: pathTo(locale, '/espace') }]}
      />
      <h1>{t.heading}</h1>
      {organisations.length === 0 ? (
        <>
          <p className="lead mt-2">{t.noOrganisation}</p>
          <p className="mt-6">
            <Link className="button" href={pathTo(locale, '/espace/rejoindre')}>
              {t.join}
            </Link>
          </p>
        </>
      ) : (
        <>
          <p className="lead mt-2">{t.lead}</p>
          <div className="mt-8 grid items-start gap-8 lg:grid-cols-[minmax(0,40rem)_minmax(0,1fr)]">
            <DeclareForm
              // Fields take their values when made: another address makes them anew.
              key={JSON.stringify(values)}
              locale={locale}
              action={action}
              address={address}
              values={values}
              words={adoptionFormWords(locale)}
              organisations={organisations.map(({ key, name }) => ({ value: key, label: name }))}
              operators={operators}
              signIn={{
                href: pathTo(locale, '/connexion'),
                label: accounts.form.signIn,
              }}
            />
            <section aria-labelledby="who" className="panel bg-soft">
              <h2 id="who" className="text-lg">
                {t.who}
              </h2>
              <ul className="mt-2 list-disc space-y-2 pl-5">
                <li>{t.whoPublic}</li>
                <li>{t.whoCounts}</li>
                <li>{t.whoHistory}</li>
              </ul>
            </section>
          </div>
        </>
      )}
    </>
  )
}
