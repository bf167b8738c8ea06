import { CostsAvoided, type ShownCosts } from '#components/adoptions/costs-avoided.tsx'
import { type ShownStops, StopsSection } from '#components/adoptions/stops-section.tsx'
import { type ShownTestimonial, TestimonialList } from '#components/adoptions/testimonial-list.tsx'
import { TrustBar, TrustLegend, trustWords } from '#components/adoptions/trust-bar.tsx'
import { RelatedSection, type ShownRelation } from '#components/compare/related-section.tsx'
import { colon, counted, formatDate } from '#components/i18n/format.ts'
import type { Bilingual, Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { badgesPath, functionPath, pathTo, usersPath } from '#components/i18n/paths.ts'
import { CanBack } from '#components/label/backed-section.tsx'
import { KeptLine } from '#components/listings/kept-line.tsx'
import { NeedsSection } from '#components/needs/needs-section.tsx'
import { OriginMark, type ShownOrigin } from '#components/provenance/origin-mark.tsx'
import type { ShownVitality } from '#components/provenance/shown-vitality.ts'
import { StateNote } from '#components/provenance/state-note.tsx'
import { VitalitySection } from '#components/provenance/vitality-section.tsx'
import {
  type ShownSoftwareProviders,
  SoftwareProviders,
} from '#components/providers/software-providers.tsx'
import { EntryFile } from '#components/publiccode/entry-file.tsx'
import { Breadcrumb } from '#components/ui/breadcrumb.tsx'
import { Link } from '#components/ui/link.tsx'
import { type Source, SourceMark } from '#components/ui/source-mark.tsx'
import type { NeedCard } from '#lib/needs/schema.ts'
import type { ShownSoftware } from './software-card.tsx'
import { type SoftwareIdentity, SoftwareIdentityList } from './software-identity.tsx'
import { type UserFigures, UsersBreakdown } from './users-breakdown.tsx'

interface Statement {
  text: Bilingual
  source: Source
}

export interface ShownEntry extends Omit<ShownSoftware, 'publisher'>, SoftwareIdentity {
  description: Bilingual
  updatedAt: string
  facts: readonly Statement[]
  estimates: readonly Statement[]
}

/** A software's own page: what it does, who uses it, on what word, and what else there is. */
export function SoftwareView({
  locale,
  item,
  users,
  others,
  costs,
  stops,
  testimonials,
  relations,
  providers,
  alternatives,
  relate = false,
  criteria,
  territories,
  needs,
  origins,
  vitality,
  editable = false,
  keptSince,
  declare = false,
}: {
  locale: Locale
  item: ShownEntry
  users: UserFigures
  others: Readonly<Record<string, number>>
  costs: ShownCosts
  stops: ShownStops
  testimonials: readonly ShownTestimonial[]
  relations: readonly ShownRelation[]
  providers: ShownSoftwareProviders
  /** Of the same functions. */
  alternatives: readonly ShownSoftware[]
  /** Whether the reader may declare what it is to others. */
  relate?: boolean
  /** Criteria of our grid of the label that its functions can back. */
  criteria: ReadonlyArray<{
    slug: string
    label: Bilingual
    axis: { slug: string; name: Bilingual }
  }>
  territories: {
    regions: ReadonlyArray<{ code: string; name: string }>
    departements: ReadonlyArray<{ code: string; name: string }>
  }
  /** What is asked for of it. */
  needs: readonly NeedCard[]
  /** By field of the entry, who says it, where it is not the reference data. */
  origins: Readonly<Partial<Record<string, ShownOrigin>>>
  vitality: ShownVitality | undefined
  /** Whether the reader may correct the entry. */
  editable?: boolean
  /** Since when its publisher keeps it, ISO 8601. */
  keptSince?: string | undefined
  /** Whether this service lets people declare what they use. */
  declare?: boolean
}) {
  const t = messages(locale).software
  const [summary, description] =
    locale === 'fr'
      ? [origins.summaryFr, origins.descriptionFr]
      : [origins.summaryEn, origins.descriptionEn]
  return (
    <article>
      <Breadcrumb
        locale={locale}
        trail={[{ label: t.heading, href: pathTo(locale, '/logiciels') }]}
      />
      <h1>{item.name}</h1>
      <p className="lead mt-2">
        {item.summary[locale]}
        {summary ? <OriginMark locale={locale} origin={summary} /> : null}
      </p>
      <StateNote locale={locale} vitality={vitality} />
      <p className="mt-3 font-semibold">
        <UseSentence locale={locale} item={item} />
      </p>

      <div className="mt-8 grid gap-10 lg:grid-cols-[3fr_2fr]">
        <section aria-labelledby="about">
          <h2 id="about">{t.about}</h2>
          <p className="mt-3 max-w-prose whitespace-pre-line">
            {item.description[locale]}
            {description ? <OriginMark locale={locale} origin={description} /> : null}
          </p>
          <Statements locale={locale} title={t.facts} items={item.facts} />
          <Statements
            locale={locale}
            title={t.estimates}
            help={t.estimatesHelp}
            items={item.estimates}
          />
        </section>
        <section aria-labelledby="identity" className="panel self-start">
          <h2 id="identity" className="text-xl">
            {t.identity}
          </h2>
          <SoftwareIdentityList locale={locale} item={item} origins={origins} />
          <EntryFile locale={locale} slug={item.slug} />
          <p className="mt-4 text-[0.95rem] text-muted">
            {t.updated(formatDate(locale, item.updatedAt.slice(0, 10)))}
          </p>
          <p className="no-print mt-1 text-[0.95rem]">
            <Link className="link" href={badgesPath(locale, item.slug)}>
              {messages(locale).readmeBadges.link}
            </Link>
          </p>
          <KeptLine
            locale={locale}
            slug={item.slug}
            name={item.name}
            since={keptSince}
            claims={declare}
          />
        </section>
      </div>

      <section aria-labelledby="users" className="mt-12">
        <h2 id="users">{t.whoUses}</h2>
        {item.use.total === 0 ? (
          <p className="mt-3 max-w-prose">{t.usedByNobody}</p>
        ) : (
          <>
            <div className="mt-4 grid gap-6 md:grid-cols-2">
              <TrustBar locale={locale} use={item.use} href={usersPath(locale, item.slug)} />
              <TrustLegend locale={locale} />
            </div>
            <UsersBreakdown
              locale={locale}
              slug={item.slug}
              name={item.name}
              users={users}
              territories={territories}
            />
          </>
        )}
        <Others locale={locale} slug={item.slug} others={others} />
        <CostsAvoided locale={locale} costs={costs} of={{ software: item.slug }} level={3} />
      </section>

      <TestimonialList locale={locale} items={testimonials} />
      <StopsSection locale={locale} slug={item.slug} stops={stops} />

      <VitalitySection
        locale={locale}
        slug={item.slug}
        licence={item.licence}
        hasRepository={item.repository !== ''}
        vitality={vitality}
        editable={editable}
      />

      <SoftwareProviders
        locale={locale}
        slug={item.slug}
        providers={providers}
        territories={territories}
        open={declare}
      />

      <CanBack locale={locale} criteria={criteria} />

      <RelatedSection
        locale={locale}
        item={item}
        relations={relations}
        alternatives={alternatives}
        relate={relate}
      />

      <NeedsSection locale={locale} about={{ software: item.slug }} items={needs} ask={declare} />

      <NextSteps locale={locale} item={item} declare={declare} />
    </article>
  )
}

function UseSentence({ locale, item }: { locale: Locale; item: ShownEntry }) {
  const t = messages(locale).software
  if (item.use.total === 0) return t.noUseShort
  const adopters = counted(locale, item.use.total, t.adopters.one, t.adopters.many)
  return t.usedBy(adopters, trustWords(locale, item.use))
}

function Statements({
  locale,
  title,
  help,
  items,
}: {
  locale: Locale
  title: string
  help?: string
  items: readonly Statement[]
}) {
  if (items.length === 0) return null
  return (
    <>
      <h3 className="mt-6">{title}</h3>
      {help ? <p className="text-[0.95rem] text-muted">{help}</p> : null}
      <ul className="mt-2 grid list-disc gap-1 pl-5">
        {items.map((item) => (
          <li key={item.text.fr}>
            {item.text[locale]}
            <SourceMark locale={locale} sources={[item.source]} />
          </li>
        ))}
      </ul>
    </>
  )
}

/** What is on record without being a current use, each count leading to its rows. */
function Others({
  locale,
  slug,
  others,
}: {
  locale: Locale
  slug: string
  others: Readonly<Record<string, number>>
}) {
  const t = messages(locale).software
  const shown = (['evaluating', 'stopped'] as const).filter((state) => others[state])
  if (shown.length === 0) return null
  return (
    <p className="mt-4 text-muted">
      {t.onRecord + colon(locale)}
      {shown.map((state, index) => (
        <span key={state}>
          {index > 0 ? ', ' : null}
          <Link className="link" href={usersPath(locale, slug, { etat: state })}>
            {counted(locale, others[state] ?? 0, t[state].one, t[state].many)}
          </Link>
        </span>
      ))}
      .
    </p>
  )
}

function NextSteps({
  locale,
  item,
  declare,
}: {
  locale: Locale
  item: ShownEntry
  declare: boolean
}) {
  const { software: t, declare: d } = messages(locale)
  const [main] = item.functions
  return (
    <section aria-labelledby="next" className="panel no-print mt-12 bg-soft">
      <h2 id="next" className="text-xl">
        {t.next}
      </h2>
      <ul className="mt-3 flex flex-wrap gap-3">
        {item.use.total === 0 ? null : (
          <li>
            <Link className="button" href={usersPath(locale, item.slug)}>
              {t.nextUsers}
            </Link>
          </li>
        )}
        {declare ? (
          <li>
            <Link
              className="button button-quiet"
              href={pathTo(locale, '/espace/declarer', { logiciel: item.slug })}
            >
              {d.also}
            </Link>
          </li>
        ) : null}
        {main ? (
          <li>
            <Link className="button button-quiet" href={functionPath(locale, main.slug)}>
              {t.nextFunction(main.name[locale])}
            </Link>
          </li>
        ) : null}
        {item.repository ? (
          <li>
            <a className="button button-quiet" href={item.repository} rel="noopener">
              {t.nextRepository}
            </a>
          </li>
        ) : null}
      </ul>
    </section>
  )
}
