import type { Bilingual, Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { comparePath, pathTo, softwarePath } from '#components/i18n/paths.ts'
import { type ShownSoftware, SoftwareCard } from '#components/software/software-card.tsx'
import { Link } from '#components/ui/link.tsx'
import type { RelationMeaning } from '#lib/compare/rules/relation-meaning.ts'
import type { RelationBy } from '#lib/compare/schema.ts'
import { CompareBoxes } from './compare-box.tsx'

export interface ShownRelation {
  meaning: RelationMeaning
  other: { slug: string; name: string; summary: Bilingual }
  note: Bilingual
  by: RelationBy
  /** Whether it was said of the entry whose page this is. */
  own: boolean
}

/** On a software's page: what it is to others, on whose word; then what else there is for the same use. */
export function RelatedSection({
  locale,
  item,
  relations,
  alternatives,
  relate,
}: {
  locale: Locale
  item: { slug: string; name: string }
  relations: readonly ShownRelation[]
  alternatives: readonly ShownSoftware[]
  relate: boolean
}) {
  const t = messages(locale).relations
  const said = new Set(relations.map(({ other }) => other.slug))
  const others = alternatives.filter(({ slug }) => !said.has(slug))
  return (
    <section aria-labelledby="alternatives" className="mt-12">
      <h2 id="alternatives">{t.heading}</h2>
      {relations.length > 0 ? (
        <>
          <h3 className="mt-4">{t.declared}</h3>
          <ul className="mt-2 grid gap-x-10 lg:grid-cols-2">
            {relations.map((relation) => (
              <li
                key={`${relation.meaning} ${relation.other.slug}`}
                className="border-line border-t py-3"
              >
                <RelationLine locale={locale} item={item} relation={relation} />
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {relate ? (
        <p className="no-print mt-3">
          <Link className="link" href={pathTo(locale, `/espace/logiciels/${item.slug}/relations`)}>
            {t.edit}
          </Link>
        </p>
      ) : null}
      {others.length === 0 ? (
        <p className="mt-3">
          {relations.length === 0 ? `${t.none} ` : null}
          <Link className="link no-print" rel="nofollow" href={comparePath(locale, [item.slug])}>
            {t.compareOthers}
          </Link>
        </p>
      ) : (
        <>
          <h3 className="mt-6">{t.byFunction}</h3>
          <p className="text-[0.95rem] text-muted">{t.byFunctionLead}</p>
          <div className="mt-3 grid gap-x-10 lg:grid-cols-2">
            {others.map((other) => (
              <SoftwareCard key={other.slug} locale={locale} item={other} level={4} box="compare" />
            ))}
          </div>
          <CompareBoxes locale={locale} id="compare" chosen={item} />
        </>
      )}
    </section>
  )
}

function RelationLine({
  locale,
  item,
  relation: { meaning, other, note, by, own },
}: {
  locale: Locale
  item: { slug: string; name: string }
  relation: ShownRelation
}) {
  const t = messages(locale).relations
  const words = note[locale] || note.fr || note.en
  return (
    <>
      <span className="text-muted">{t.meanings[meaning]}</span>{' '}
      <Link className="link font-semibold" href={softwarePath(locale, other.slug)}>
        {other.name}
      </Link>
      <span className="block">{words || other.summary[locale]}</span>
      <span className="flex flex-wrap gap-x-4 text-[0.95rem] text-muted">
        {own ? t.said[by] : t.saidElsewhere[by](other.name)}
        <Link
          className="link no-print"
          rel="nofollow"
          aria-label={t.compareWith(item.name, other.name)}
          href={comparePath(locale, [item.slug, other.slug])}
        >
          {t.compare}
        </Link>
      </span>
    </>
  )
}
