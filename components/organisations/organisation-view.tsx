import type { ReactNode } from 'react'
import { AdoptionTable } from '#components/adoptions/adoption-table.tsx'
import { CostsAvoided, type ShownCosts } from '#components/adoptions/costs-avoided.tsx'
import type { ShownAdoption } from '#components/adoptions/shown-adoption.ts'
import { trustWords } from '#components/adoptions/trust-bar.tsx'
import { colon, counted, formatDate, formatNumber } from '#components/i18n/format.ts'
import type { Bilingual, Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { likePath, organisationPath, pathTo } from '#components/i18n/paths.ts'
import { AwardList, type ShownAward } from '#components/label/award-list.tsx'
import { BackedCriteria, type ShownBacked } from '#components/label/backed-section.tsx'
import { OrganisationNeeds } from '#components/needs/organisation-needs.tsx'
import { OrganisationProviders } from '#components/providers/organisation-providers.tsx'
import type { ShownReference } from '#components/providers/reference-table.tsx'
import { Breadcrumb } from '#components/ui/breadcrumb.tsx'
import { Link } from '#components/ui/link.tsx'
import { Pagination } from '#components/ui/pagination.tsx'
import { type Source, SourceMark } from '#components/ui/source-mark.tsx'
import type { TrustCount } from '#lib/adoptions/schema.ts'
import type { NeedCard } from '#lib/needs/schema.ts'
import type { OrganisationKind } from '#lib/organisations/schema.ts'
import { OrganisationMembers } from './organisation-members.tsx'
import { kindWords, OrganisationTable, type ShownOrganisation } from './organisation-table.tsx'

export interface ShownOrganisationView {
  key: string
  name: string
  kind: OrganisationKind
  form: string
  siren: string | null
  insee: string
  departement: string
  population: number | null
  postcodes: readonly string[]
  formerNames: readonly string[]
  epci: ShownOrganisation | null
  departementBody: ShownOrganisation | null
  regionBody: ShownOrganisation | null
  facts: ReadonlyArray<{ text: Bilingual; date: string; source: Source }>
  source: Source | null
}

/** An organisation's page: what it uses, its label, its members, who is like it. */
export function OrganisationView({
  locale,
  item,
  adoptions,
  awards,
  criteria,
  members,
  similar,
  space = false,
  costs,
  needs,
  relay,
  providers,
}: {
  locale: Locale
  item: ShownOrganisationView
  adoptions: {
    total: number
    uses: TrustCount
    page: number
    pages: number
    items: readonly ShownAdoption[]
  }
  awards: readonly ShownAward[]
  /** Criteria of our grid of the label that what is public of it backs. */
  criteria: ShownBacked
  members: { total: number; items: readonly ShownOrganisation[] }
  similar: readonly ShownOrganisation[]
  /** Whether the reader is one of its members, who have a space of their own. */
  space?: boolean
  costs: ShownCosts
  /** What it said that it needs. */
  needs: readonly NeedCard[]
  /** Whether anyone can write to those who accept it. */
  relay: boolean
  /** References to it that it has confirmed. */
  providers: readonly ShownReference[]
}) {
  const t = messages(locale).organisations
  return (
    <article>
      <Breadcrumb
        locale={locale}
        trail={[{ label: t.heading, href: pathTo(locale, '/collectivites') }]}
      />
      <h1>{item.name}</h1>
      <p className="lead mt-2">
        <Kind locale={locale} item={item} />
      </p>
      <Identity locale={locale} item={item} />
      {space ? (
        <p className="no-print mt-4">
          <Link
            className="button button-quiet"
            href={pathTo(locale, `/espace/collectivites/${item.key}`)}
          >
            {messages(locale).space.title(item.name)}
          </Link>
        </p>
      ) : null}

      <section aria-labelledby="uses" className="mt-10">
        <h2 id="uses">{t.uses}</h2>
        {adoptions.total === 0 ? (
          <p className="mt-3 max-w-prose">{t.usesNothing}</p>
        ) : (
          <>
            <p className="mt-2 mb-4 font-semibold">
              {t.summary(counted(locale, adoptions.uses.total, t.useCount.one, t.useCount.many))}
              {adoptions.uses.total === 0 ? null : (
                <span className="block font-normal">
                  {messages(locale).reads.usesSplit(trustWords(locale, adoptions.uses))}
                </span>
              )}
            </p>
            <AdoptionTable
              locale={locale}
              caption={t.usesCaption(item.name)}
              items={adoptions.items}
              of="software"
              relay={relay}
            />
            <Pagination
              locale={locale}
              page={adoptions.page}
              pages={adoptions.pages}
              hrefOf={(page) => `${organisationPath(locale, item.key)}?page=${page}`}
            />
          </>
        )}
        <CostsAvoided locale={locale} costs={costs} of="organisation" level={3} />
        <Facts locale={locale} facts={item.facts} />
        {item.departement ? (
          <p className="no-print mt-4">
            <Link className="link" href={pathTo(locale, '/logiciels', { proche: item.key })}>
              {t.usedNear}
            </Link>
          </p>
        ) : null}
      </section>

      <OrganisationProviders locale={locale} name={item.name} items={providers} />

      <section aria-labelledby="label" className="mt-12">
        <h2 id="label">{t.label}</h2>
        {awards.length === 0 ? (
          <p className="mt-3 max-w-prose text-muted">{t.labelNone}</p>
        ) : (
          <AwardList locale={locale} awards={awards} />
        )}
        <BackedCriteria locale={locale} criteria={criteria} />
      </section>

      <OrganisationNeeds locale={locale} items={needs} />

      <OrganisationMembers locale={locale} item={item} members={members} />

      {similar.length === 0 ? null : (
        <section aria-labelledby="similar" className="mt-12">
          <h2 id="similar">{t.similar}</h2>
          <p className="mt-1 mb-4 text-muted">{t.similarLead}</p>
          <OrganisationTable
            locale={locale}
            caption={t.similarCaption(item.name)}
            items={similar}
          />
          <p className="no-print mt-4">
            <Link className="button button-quiet" href={likePath(locale, item.key)}>
              {messages(locale).reads.like.link}
            </Link>
          </p>
        </section>
      )}

      <section aria-labelledby="next" className="panel no-print mt-12 bg-soft">
        <h2 id="next" className="text-xl">
          {t.next}
        </h2>
        <ul className="mt-3 flex flex-wrap gap-3">
          <li>
            <Link className="button" href={pathTo(locale, '/logiciels', { pour: item.kind })}>
              {t.nextSearch}
            </Link>
          </li>
          {item.departementBody ? (
            <li>
              <Link
                className="button button-quiet"
                href={pathTo(locale, '/collectivites', {
                  departement: item.departement,
                  utilise: 'oui',
                })}
              >
                {t.nextNear(item.departementBody.name)}
              </Link>
            </li>
          ) : null}
        </ul>
      </section>
    </article>
  )
}

function Kind({ locale, item }: { locale: Locale; item: ShownOrganisationView }) {
  const t = messages(locale).common
  const people =
    item.population === null ? null : t.inhabitants(formatNumber(locale, item.population))
  const words = kindWords(locale, item)
  return [words.charAt(0).toUpperCase() + words.slice(1), people].filter(Boolean).join(', ')
}

function Identity({ locale, item }: { locale: Locale; item: ShownOrganisationView }) {
  const t = messages(locale).organisations
  const parents = [item.epci, item.departementBody, item.regionBody].filter((p) => p !== null)
  const row = (label: string, content: ReactNode) => (
    <div>
      <dt className="text-[0.95rem] text-muted">{label}</dt>
      <dd>{content}</dd>
    </div>
  )
  return (
    <dl className="mt-5 flex flex-wrap gap-x-10 gap-y-3">
      {row(
        t.siren,
        <>
          {item.siren ?? t.noSiren}
          {item.source ? <SourceMark locale={locale} sources={[item.source]} /> : null}
        </>,
      )}
      {item.insee ? row(t.insee, item.insee) : null}
      {item.postcodes.length > 0 ? row(t.postcodes, item.postcodes.slice(0, 12).join(', ')) : null}
      {item.formerNames.length > 0 ? row(t.formerNames, item.formerNames.join(', ')) : null}
      {parents.length > 0
        ? row(
            t.within,
            parents.map((parent, index) => (
              <span key={parent.key}>
                {index > 0 ? ', ' : null}
                <Link className="link" href={organisationPath(locale, parent.key)}>
                  {parent.name}
                </Link>
              </span>
            )),
          )
        : null}
    </dl>
  )
}

function Facts({ locale, facts }: { locale: Locale; facts: ShownOrganisationView['facts'] }) {
  if (facts.length === 0) return null
  return (
    <>
      <h3 className="mt-8">{messages(locale).organisations.facts}</h3>
      <ul className="mt-2 grid max-w-prose list-disc gap-1 pl-5">
        {facts.map((fact) => (
          <li key={fact.text.fr}>
            {fact.date ? formatDate(locale, fact.date) + colon(locale) : null}
            {fact.text[locale]}
            <SourceMark locale={locale} sources={[fact.source]} />
          </li>
        ))}
      </ul>
    </>
  )
}
