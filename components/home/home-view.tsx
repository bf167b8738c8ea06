import { AdoptionLine } from '#components/adoptions/adoption-line.tsx'
import type { ShownAdoption } from '#components/adoptions/shown-adoption.ts'
import { trustWords } from '#components/adoptions/trust-bar.tsx'
import { counted } from '#components/i18n/format.ts'
import type { Bilingual, Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { pathTo } from '#components/i18n/paths.ts'
import { FranceMap } from '#components/map/france-map.tsx'
import { MapTable } from '#components/map/map-table.tsx'
import { Link } from '#components/ui/link.tsx'
import { SearchForm } from '#components/ui/search-form.tsx'
import type { TrustCount } from '#lib/adoptions/schema.ts'

interface Group {
  slug: string
  name: Bilingual
  business: boolean
  software: number
  functions: ReadonlyArray<{ software: number }>
}

export function HomeView({
  locale,
  software,
  catalogue,
  groups,
  latest,
  departements,
}: {
  locale: Locale
  software: number
  catalogue: {
    use: TrustCount
    organisations: number
    byDepartement: Record<string, number>
  }
  groups: readonly Group[]
  latest: readonly ShownAdoption[]
  departements: ReadonlyArray<{ code: string; name: string }>
}) {
  const t = messages(locale).home
  const count = (n: number, noun: { one: string; many: string }) =>
    counted(locale, n, noun.one, noun.many)
  const functions = groups.flatMap((group) => group.functions)
  const gaps = functions.filter((item) => item.software === 0).length
  const using = pathTo(locale, '/collectivites', { utilise: 'oui' })
  const names = Object.fromEntries(departements.map((item) => [item.code, item.name]))
  return (
    <>
      <section className="py-4 md:py-8">
        <h1>{t.heading}</h1>
        <p className="lead mt-4">{t.lead}</p>
        <ul aria-label={t.figures} className="mt-4 flex flex-wrap gap-x-8 gap-y-2 font-semibold">
          <li>
            <Link className="link" href={pathTo(locale, '/logiciels')}>
              {count(software, t.freeSoftware)}
            </Link>
          </li>
          <li>
            <Link className="link" href={using}>
              {count(catalogue.use.total, t.uses)}
            </Link>{' '}
            <span className="font-normal text-muted">({trustWords(locale, catalogue.use)})</span>
          </li>
          <li>
            <Link className="link" href={using}>
              {count(catalogue.organisations, t.organisations)}
            </Link>
          </li>
        </ul>
        <div className="mt-6 max-w-2xl">
          <p className="mb-2 font-semibold" id="home-search-title">
            {t.searchLabel}
          </p>
          <SearchForm locale={locale} id="home-search" large />
          <p className="mt-2 text-muted">
            {t.searchHint}{' '}
            {t.searchExamples.map((example, index) => (
              <span key={example}>
                {index > 0 ? ', ' : null}
                <Link
                  className="link inline-block min-h-6"
                  href={pathTo(locale, '/logiciels', { q: example })}
                >
                  {example}
                </Link>
              </span>
            ))}
          </p>
        </div>
      </section>

      <section aria-labelledby="doors" className="mt-4">
        <h2 id="doors" className="sr-only">
          {t.doors}
        </h2>
        <ul className="grid gap-4 md:grid-cols-3">
          <Door href={pathTo(locale, '/logiciels')} title={t.doorDsi} text={t.doorDsiText} />
          <Door
            href={pathTo(locale, '/metiers')}
            title={t.doorFunction}
            text={t.doorFunctionText}
          />
          <Door
            href={pathTo(locale, '/collectivites')}
            title={t.doorOrganisation}
            text={t.doorOrganisationText}
          />
        </ul>
      </section>

      <section aria-labelledby="by-function" className="mt-14">
        <h2 id="by-function">{t.byFunction}</h2>
        <p className="mt-2 max-w-3xl text-muted">
          {t.byFunctionLead(count(functions.length, t.functions), count(gaps, t.gaps))}
        </p>
        <ul className="mt-5 grid gap-x-8 sm:grid-cols-2 lg:grid-cols-3">
          {groups.map((group) => (
            <li key={group.slug} className="border-line border-t">
              <Link
                href={pathTo(locale, '/logiciels', { groupe: group.slug })}
                className="flex items-baseline justify-between gap-3 py-2 hover:text-accent hover:underline"
              >
                <span>{group.name[locale]}</span>
                <span className="shrink-0 text-[0.95rem] text-muted">
                  {count(group.software, t.software)}
                </span>
              </Link>
            </li>
          ))}
        </ul>
        <p className="mt-4">
          <Link href={pathTo(locale, '/metiers')} className="button button-quiet">
            {t.allFunctions}
          </Link>
        </p>
      </section>

      <div className="mt-14 grid gap-12 lg:grid-cols-[3fr_2fr]">
        <section aria-labelledby="latest">
          <h2 id="latest">{t.latest}</h2>
          <p className="mt-2 text-muted">{t.latestLead}</p>
          <ul className="mt-4">
            {latest.map((adoption) => (
              <li key={adoption.id} className="border-line border-t py-3">
                <AdoptionLine locale={locale} adoption={adoption} />
              </li>
            ))}
          </ul>
        </section>
        <section aria-labelledby="where">
          <h2 id="where">{t.where}</h2>
          <p className="mt-2 mb-4 text-muted">{t.whereLead}</p>
          <FranceMap
            locale={locale}
            label={t.mapLabel}
            values={catalogue.byDepartement}
            names={names}
          />
          <MapTable
            locale={locale}
            caption={t.mapLabel}
            rows={Object.entries(catalogue.byDepartement).map(([code, value]) => ({
              code,
              name: names[code] ?? '',
              value,
              href:
                code === ''
                  ? ''
                  : pathTo(locale, '/collectivites', { departement: code, utilise: 'oui' }),
            }))}
          />
        </section>
      </div>

      <section aria-labelledby="home-label" className="panel mt-14 bg-soft">
        <h2 id="home-label">{t.label}</h2>
        <p className="mt-2 max-w-3xl">{t.labelText}</p>
        <p className="mt-4">
          <Link href={pathTo(locale, '/label')} className="button">
            {t.labelLink}
          </Link>
        </p>
      </section>
    </>
  )
}

function Door({ href, title, text }: { href: string; title: string; text: string }) {
  return (
    <li className="panel">
      <h3>
        <Link href={href} className="link">
          {title}
        </Link>
      </h3>
      <p className="mt-1 text-muted">{text}</p>
    </li>
  )
}
