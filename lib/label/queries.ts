import { and, asc, desc, eq, inArray, lte, ne, sql } from 'drizzle-orm'
import { award, edition, gridAxis } from '#db/schema/label.ts'
import { organisation } from '#db/schema/organisations.ts'
import { source } from '#db/schema/system.ts'
import type { Context } from '#lib/context.ts'
import { parisDay } from '#lib/day.ts'
import type { SourceView } from '#lib/sources.ts'
import { listEditionsHere } from './grid-queries.ts'
import type { EditionCalendar } from './grid-view.ts'
import { listSchemes } from './schemes.ts'

type Reading = Pick<Context, 'db'>
/** Awards are read at a moment: none shows before its announcement. */
type ReadingNow = Pick<Context, 'db' | 'now'>
interface Bilingual {
  fr: string
  en: string
}

export interface AwardView {
  edition: number
  /** Slug of a scheme. */
  scheme: string
  name: string
  organisation: { key: string; name: string; departement: string } | null
  level: number | null
  distinction: string
  /** The level in the words of its scheme; null where the rank is not known. */
  result: Bilingual | null
  mentions: Bilingual[]
  note: Bilingual
  source: SourceView
  /** Whether the jury gave it here; the others are documented by their source. */
  given: boolean
}

type Ranked = AwardView & { rank: number }

/** Latest edition first, then the highest in its scale, then by name without regard to accents. */
function byRank(a: Ranked, b: Ranked): number {
  return b.edition - a.edition || b.rank - a.rank || a.name.localeCompare(b.name, 'fr')
}

function awardsWhere({ db, now }: ReadingNow, where: ReturnType<typeof eq>): AwardView[] {
  const schemes = new Map(listSchemes({ db }).map((item) => [item.slug, item.levels]))
  return db
    .select({
      award,
      scheme: edition.scheme,
      key: organisation.key,
      organisationName: organisation.name,
      departement: organisation.departement,
      title: source.title,
      url: source.url,
      date: source.date,
    })
    .from(award)
    .innerJoin(edition, eq(edition.year, award.edition))
    .innerJoin(source, eq(source.id, award.sourceId))
    .leftJoin(organisation, eq(organisation.id, award.organisationId))
    .where(and(where, lte(award.visibleFrom, now.toISOString())))
    .all()
    .map((row) => {
      const value = row.award.level === null ? row.award.distinction : String(row.award.level)
      const levels = schemes.get(row.scheme) ?? []
      return { row, levels, rank: levels.findIndex((level) => level.value === value) }
    })
    .map(({ row, levels, rank }) => ({
      edition: row.award.edition,
      scheme: row.scheme,
      rank,
      result: wordsOf(levels[rank]),
      name: row.award.name,
      organisation:
        row.key && row.organisationName
          ? { key: row.key, name: row.organisationName, departement: row.departement ?? '' }
          : null,
      level: row.award.level,
      distinction: row.award.distinction,
      mentions: row.award.mentions,
      note: { fr: row.award.noteFr, en: row.award.noteEn },
      source: { title: row.title, url: row.url, date: row.date },
      given: row.award.applicationId !== null,
    }))
    .sort(byRank)
    .map(({ rank, ...award }) => award)
}

const wordsOf = (level: Bilingual | undefined): Bilingual | null =>
  level ? { fr: level.fr, en: level.en } : null

/** The awards of one organisation, latest edition first. */
export function listAwardsOfOrganisation(context: ReadingNow, organisationId: number): AwardView[] {
  return awardsWhere(context, eq(award.organisationId, organisationId))
}

/** The awards of one edition, given here or documented, highest level first. */
export function listAwardsOfEdition(context: ReadingNow, year: number): AwardView[] {
  return awardsWhere(context, eq(award.edition, year))
}

export interface EditionView {
  year: number
  /** Slug of a scheme. */
  scheme: string
  /** The scheme in words. */
  schemeName: Bilingual
  /** Its calendar, for an edition that is run here. */
  here: EditionCalendar | null
  openedOn: string
  closedOn: string
  announcedOn: string
  candidates: number | null
  ceremony: Bilingual
  axes: Array<{ slug: string } & Bilingual>
  note: Bilingual
  /** Awards that the reference data documents: a part of those given, never their number. */
  documented: number
  sources: SourceView[]
}

/** Every edition but those in preparation, latest first. */
export function listEditions({ db }: Reading): EditionView[] {
  const schemes = new Map(listSchemes({ db }).map((item) => [item.slug, item.name]))
  const calendars = new Map(listEditionsHere({ db }).map((item) => [item.year, item]))
  const gridAxes = db.select().from(gridAxis).orderBy(asc(gridAxis.position)).all()
  const counts = new Map(
    db
      .all<{ edition: number; n: number }>(
        sql`SELECT edition, count(*) AS n FROM award WHERE application_id IS NULL GROUP BY edition`,
      )
      .map((row) => [row.edition, row.n]),
  )
  const editions = db
    .select()
    .from(edition)
    .where(ne(edition.state, 'draft'))
    .orderBy(desc(edition.year))
    .all()
  const ids = editions.flatMap((row) => row.sourceIds)
  const sources = new Map(
    ids.length === 0
      ? []
      : db
          .select()
          .from(source)
          .where(inArray(source.id, ids))
          .all()
          .map((row) => [row.id, { title: row.title, url: row.url, date: row.date }]),
  )
  return editions.map((row) => ({
    year: row.year,
    scheme: row.scheme,
    schemeName: schemes.get(row.scheme) ?? { fr: row.scheme, en: row.scheme },
    here: calendars.get(row.year) ?? null,
    openedOn: dayOf(row.opensAt) || row.openedOn,
    closedOn: dayOf(row.closesAt) || row.closedOn,
    announcedOn: dayOf(row.announcesAt) || row.announcedOn,
    candidates: row.candidates,
    ceremony: { fr: row.ceremonyFr, en: row.ceremonyEn },
    axes:
      row.state === 'documented'
        ? row.axes
        : gridAxes
            .filter((axis) => axis.grid === row.grid)
            .map(({ slug, nameFr, nameEn }) => ({ slug, fr: nameFr, en: nameEn })),
    note: { fr: row.noteFr, en: row.noteEn },
    documented: counts.get(row.year) ?? 0,
    sources: row.sourceIds.flatMap((id) => sources.get(id) ?? []),
  }))
}

/** The day in Paris of a time that an organiser set. */
const dayOf = (instant: string) => (instant === '' ? '' : parisDay(new Date(instant)))
