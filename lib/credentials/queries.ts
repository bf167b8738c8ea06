import {
  and,
  asc,
  count,
  desc,
  eq,
  isNotNull,
  isNull,
  lte,
  ne,
  or,
  type SQL,
  sql,
} from 'drizzle-orm'
import { award, awardCredential, edition, labelKey, scheme } from '#db/schema/label.ts'
import { organisation } from '#db/schema/organisations.ts'
import { source } from '#db/schema/system.ts'
import type { Context } from '#lib/context.ts'
import type { SourceView } from '#lib/sources.ts'
import { levelWords, schemeWords } from './rules/award-words.ts'

type Reading = Pick<Context, 'db'>
/** Awards are read at a moment: none shows before its announcement. */
type ReadingNow = Pick<Context, 'db' | 'now'>
interface Bilingual {
  fr: string
  en: string
}

/** One award to one organisation, as its page, its badge and its credential say it. */
export interface OneAward {
  id: number
  edition: number
  scheme: { slug: string; name: Bilingual; top: number }
  level: number | null
  distinction: string
  /** The result in its own scale; null where no source gives the rank. */
  words: Bilingual | null
  mentions: Bilingual[]
  note: Bilingual
  organisation: { key: string; name: string; siren: string | null; departement: string }
  /** The laureate as the source prints it. */
  name: string
  source: SourceView
  /** Whether a jury gave it here; otherwise sources document it. */
  given: boolean
  /** ISO 8601, UTC; empty for a documented one. */
  visibleFrom: string
  credential: { uuid: string; issuedAt: string } | null
}

/** Documented, or given here and announced. One that is given here without a date shows to nobody. */
const visible = (now: Date) =>
  or(
    isNull(award.applicationId),
    and(ne(award.visibleFrom, ''), lte(award.visibleFrom, now.toISOString())),
  )

function awardsWhere({ db, now }: ReadingNow, where: SQL | undefined): OneAward[] {
  return db
    .select({ award, scheme, organisation, source, awardCredential, edition })
    .from(award)
    .innerJoin(edition, eq(edition.year, award.edition))
    .innerJoin(organisation, eq(organisation.id, award.organisationId))
    .innerJoin(source, eq(source.id, award.sourceId))
    .leftJoin(scheme, eq(scheme.slug, edition.scheme))
    .leftJoin(awardCredential, eq(awardCredential.awardId, award.id))
    .where(and(where, visible(now)))
    .orderBy(desc(award.level), asc(award.id))
    .all()
    .map((row) => {
      const { level, distinction, mentions, name, visibleFrom } = row.award
      const slug = row.edition.scheme
      const levels = row.scheme?.levels ?? []
      return {
        id: row.award.id,
        edition: row.award.edition,
        scheme: {
          slug,
          name: schemeWords(slug, row.scheme),
          top: slug === 'copyleft-5' ? 5 : levels.length,
        },
        level,
        distinction,
        words: levelWords({ level, distinction, scheme: slug }, levels),
        mentions,
        note: { fr: row.award.noteFr, en: row.award.noteEn },
        organisation: {
          key: row.organisation.key,
          name: row.organisation.name,
          siren: row.organisation.siren,
          departement: row.organisation.departement ?? '',
        },
        name,
        source: { title: row.source.title, url: row.source.url, date: row.source.date },
        given: row.award.applicationId !== null,
        visibleFrom,
        credential: row.awardCredential && {
          uuid: row.awardCredential.uuid,
          issuedAt: row.awardCredential.issuedAt,
        },
      }
    })
}

/** What an organisation was given in an edition; undefined when nothing is known, or not yet. */
export function getAward(context: ReadingNow, year: number, key: string): OneAward | undefined {
  return awardsWhere(context, and(eq(award.edition, year), eq(organisation.key, key)))[0]
}

/** The same by the number of its row. */
export function getAwardById(context: ReadingNow, id: number): OneAward | undefined {
  return awardsWhere(context, eq(award.id, id))[0]
}

/** A credential as it was signed; undefined when none has this end of address. */
export function getCredential(
  context: ReadingNow,
  uuid: string,
): { document: string; award: OneAward } | undefined {
  const row = context.db.select().from(awardCredential).where(eq(awardCredential.uuid, uuid)).get()
  const found = row && getAwardById(context, row.awardId)
  return row && found && { document: row.document, award: found }
}

/** Awards given here, announced, that no credential says yet, oldest first. */
export function listAwardsToSign({ db, now }: ReadingNow): number[] {
  return db
    .select({ id: award.id })
    .from(award)
    .leftJoin(awardCredential, eq(awardCredential.awardId, award.id))
    .where(and(isNotNull(award.applicationId), visible(now), isNull(awardCredential.awardId)))
    .orderBy(asc(award.id))
    .all()
    .map(({ id }) => id)
}

export type LabelKey = typeof labelKey.$inferSelect

/** Every key there has been, the latest first. */
export function listLabelKeys({ db }: Reading): LabelKey[] {
  return db.select().from(labelKey).orderBy(desc(labelKey.createdAt), desc(sql`rowid`)).all()
}

/** What the health page says: whether a key signs, how many credentials there are and wait. */
export function credentialCounts(context: ReadingNow): {
  key: boolean
  issued: number
  waiting: number
} {
  return {
    key: listLabelKeys(context).some(({ retiredAt }) => retiredAt === ''),
    issued: context.db.select({ n: count() }).from(awardCredential).get()?.n ?? 0,
    waiting: listAwardsToSign(context).length,
  }
}
