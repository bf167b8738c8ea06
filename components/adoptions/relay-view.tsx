import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { organisationPath, pathTo, softwarePath, usersPath } from '#components/i18n/paths.ts'
import { Breadcrumb } from '#components/ui/breadcrumb.tsx'
import { Link } from '#components/ui/link.tsx'
import { type RelayAction, RelayForm } from './relay-form.tsx'

interface ShownTarget {
  adoptionId: number
  organisation: { key: string; name: string }
  software: { slug: string; name: string }
}

interface ShownSender {
  name: string
  email: string
  organisations: ReadonlyArray<{ key: string; name: string }>
}

/** The page that writes to a user organisation, as long as it accepts that. */
export function RelayView({
  locale,
  target,
  sender,
  once,
  action,
}: {
  locale: Locale
  target: ShownTarget | undefined
  sender: ShownSender
  /** A number of this drawing of the form. */
  once: string
  action: RelayAction
}) {
  const { reads, accounts } = messages(locale)
  const t = reads.relay
  if (!target) {
    return (
      <>
        <h1>{t.nobodyTitle}</h1>
        <p className="mt-4 max-w-prose">{t.nobody}</p>
        <p className="mt-4">
          <Link className="link" href={pathTo(locale, '/logiciels')}>
            {t.catalogue}
          </Link>
        </p>
      </>
    )
  }
  const [own] = sender.organisations
  return (
    <>
      <Trail locale={locale} target={target} />
      <h1>{t.heading(target.organisation.name)}</h1>
      <p className="lead mt-2">{t.lead(target.software.name)}</p>
      <div className="mt-8 grid items-start gap-8 lg:grid-cols-[minmax(0,40rem)_minmax(0,1fr)]">
        {own ? (
          <RelayForm
            action={action}
            address={pathTo(locale, '/espace/ecrire', { utilisation: target.adoptionId })}
            values={{ from: own.key, message: '', withName: '', withAddress: '' }}
            hidden={{ locale, utilisation: String(target.adoptionId), once }}
            organisations={sender.organisations}
            labels={{
              withName: sender.name ? t.form.withName(sender.name) : null,
              withAddress: t.form.withAddress(sender.email),
            }}
            t={{
              from: t.form.from,
              fromHint: t.form.fromHint,
              message: t.form.message,
              messageHint: t.form.messageHint,
              tells: t.form.tells,
              withHint: t.form.withHint,
              submit: t.form.submit,
              sending: t.form.sending,
              wrong: t.form.wrong,
              mend: t.form.mend,
              failed: t.form.failed,
            }}
            faults={reads.faults}
            signIn={{ href: pathTo(locale, '/connexion'), label: accounts.header.signIn }}
          />
        ) : (
          <div>
            <p className="max-w-prose">{t.join}</p>
            <p className="mt-4">
              <Link className="button" href={pathTo(locale, '/espace/rejoindre')}>
                {t.joinLink}
              </Link>
            </p>
          </div>
        )}
        <section aria-labelledby="what" className="panel bg-soft">
          <h2 id="what" className="text-lg">
            {t.what}
          </h2>
          <ul className="mt-2 list-disc space-y-2 pl-5">
            <li>{t.whatSubject}</li>
            <li>{t.whatKept}</li>
            <li>{t.whatMost}</li>
          </ul>
        </section>
      </div>
    </>
  )
}

/** That a message went; the address of this page sends nothing again. */
export function RelaySentView({ locale, target }: { locale: Locale; target: ShownTarget }) {
  const t = messages(locale).reads.relay
  const { organisation, software } = target
  return (
    <>
      <Trail locale={locale} target={target} />
      <h1>{t.sentHeading(organisation.name)}</h1>
      <p className="lead mt-2">{t.sentText}</p>
      <ul className="mt-6 flex flex-wrap gap-3">
        <li>
          <Link className="button" href={usersPath(locale, software.slug)}>
            {t.backSoftware(software.name)}
          </Link>
        </li>
        <li>
          <Link className="button button-quiet" href={organisationPath(locale, organisation.key)}>
            {t.backOrganisation(organisation.name)}
          </Link>
        </li>
      </ul>
    </>
  )
}

function Trail({ locale, target }: { locale: Locale; target: ShownTarget }) {
  return (
    <Breadcrumb
      locale={locale}
      trail={[
        { label: target.software.name, href: softwarePath(locale, target.software.slug) },
        {
          label: target.organisation.name,
          href: organisationPath(locale, target.organisation.key),
        },
      ]}
    />
  )
}
