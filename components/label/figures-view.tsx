import { FieldsForm } from '#components/accounts/fields-form.tsx'
import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { pathTo } from '#components/i18n/paths.ts'
import { Breadcrumb } from '#components/ui/breadcrumb.tsx'
import { Link } from '#components/ui/link.tsx'
import type { FormAction } from '#components/ui/use-sent-form.ts'
import { FiguresTable, type ShownYear } from './figures-table.tsx'

interface ShownYears {
  key: string
  name: string
  /** Years that can be stated, latest first. */
  years: readonly number[]
  /** Those that are, latest first. */
  stated: readonly ShownYear[]
}

/** How many years back the page offers without being asked for one. */
const OFFERED = 5

/** What an organisation has in all in a year: the form of one year, and the years that it has stated. */
export function FiguresView({
  locale,
  organisation,
  year,
  saved,
  action,
}: {
  locale: Locale
  organisation: ShownYears
  year: number
  saved: boolean
  action: FormAction<string>
}) {
  const all = messages(locale)
  const t = all.labelFigures
  const path = `/espace/collectivites/${organisation.key}`
  const address = (annee: number) => pathTo(locale, `${path}/label/chiffres`, { annee })
  const known = organisation.stated.find((row) => row.year === year)
  const typed = (figure: number | null | undefined) =>
    figure === null || figure === undefined ? '' : String(figure)
  const count = (name: 'workstations' | 'servers' | 'schoolWorkstations') => ({
    name,
    label: t.form[name],
    hint: t.form[`${name}Hint`],
    kind: 'text' as const,
    value: typed(known?.[name]),
  })
  const virtual = known?.serversVirtual ?? null
  return (
    <>
      <Breadcrumb
        locale={locale}
        trail={[
          { label: all.space.breadcrumb, href: pathTo(locale, '/espace') },
          { label: organisation.name, href: pathTo(locale, path) },
        ]}
      />
      <h1>{t.heading(String(year))}</h1>
      <p className="lead mt-2">{t.lead(organisation.name)}</p>
      <p className="mt-2 max-w-prose text-muted">{t.which}</p>
      {saved ? (
        <p role="status" className="panel mt-6 max-w-prose bg-accent-soft font-semibold">
          {t.saved(String(year))}
        </p>
      ) : null}
      <div className="mt-8 grid grid-cols-[minmax(0,1fr)] items-start gap-10 lg:grid-cols-[minmax(0,34rem)_minmax(0,1fr)]">
        <FieldsForm
          key={year}
          id="figures"
          action={action}
          address={address(year)}
          hidden={{ locale, organisation: organisation.key, year: String(year) }}
          fields={[
            count('workstations'),
            count('servers'),
            {
              name: 'serversVirtual',
              label: t.form.serversVirtual,
              hint: t.form.serversVirtualHint,
              kind: 'choice',
              value: virtual === null ? '' : virtual ? 'yes' : 'no',
              choices: [
                { value: '', label: t.form.virtual.unsaid },
                { value: 'yes', label: t.form.virtual.yes },
                { value: 'no', label: t.form.virtual.no },
              ],
            },
            count('schoolWorkstations'),
          ]}
          texts={t.form}
          faults={t.faults}
          signIn={{ href: pathTo(locale, '/connexion'), label: all.accounts.header.signIn }}
        />
        <div>
          <section aria-labelledby="stated">
            <h2 id="stated">{t.stated}</h2>
            <FiguresTable locale={locale} stated={organisation.stated} addressOf={address} />
          </section>
          <nav aria-labelledby="years" className="mt-8">
            <h2 id="years">{t.otherYears}</h2>
            <ul className="mt-2 flex flex-wrap gap-x-4 gap-y-2">
              {organisation.years
                .slice(0, OFFERED)
                .filter((other) => other !== year)
                .map((other) => (
                  <li key={other}>
                    <Link className="link" href={address(other)}>
                      {other}
                    </Link>
                  </li>
                ))}
            </ul>
          </nav>
        </div>
      </div>
    </>
  )
}
