import { sql } from 'drizzle-orm'
import { assertUserMay } from '#lib/accounts/assert-may.ts'
import { may } from '#lib/accounts/rules/rights.ts'
import type { Context } from '#lib/context.ts'
import { type SoftwareCard, softwareCards } from '#lib/software/queries.ts'
import { resolveSoftwareSlug } from '#lib/software/resolve-slug.ts'
import { mayTakeBack, speakerOf } from './rules/may-take-back.ts'
import { meaningFrom, type RelationMeaning } from './rules/relation-meaning.ts'
import type { RelationBy, RelationKind } from './schema.ts'

type Reading = Pick<Context, 'db'>

/** What an entry is to another one, as its own page says it. */
export interface Relation {
  kind: RelationKind
  meaning: RelationMeaning
  other: SoftwareCard
  note: { fr: string; en: string }
  by: RelationBy
  /** ISO 8601, UTC. */
  at: string
  /** Whether it was said of this entry, not of the other. */
  own: boolean
}

interface Row {
  softwareId: number
  otherId: number
  kind: RelationKind
  noteFr: string
  noteEn: string
  by: RelationBy
  at: string
}

/** All that has been said between an entry and others, on whichever side, by two indexes. */
export function relationsOf(context: Reading, softwareId: number): Relation[] {
  const rows = context.db.all<Row>(sql`
    SELECT software_id AS softwareId, other_id AS otherId, kind, note_fr AS noteFr,
      note_en AS noteEn, by, at
    FROM software_relation WHERE software_id = ${softwareId}
    UNION ALL
    SELECT software_id, other_id, kind, note_fr, note_en, by, at
    FROM software_relation WHERE other_id = ${softwareId}
    ORDER BY at, kind`)
  if (rows.length === 0) return []
  const others = rows.map((row) => (row.softwareId === softwareId ? row.otherId : row.softwareId))
  const cards = new Map(softwareCards(context, others).map((card) => [card.id, card]))
  return rows.flatMap((row, at) => {
    const other = cards.get(others[at] ?? 0)
    if (!other) return []
    const own = row.softwareId === softwareId
    return {
      kind: row.kind,
      meaning: meaningFrom(row.kind, own),
      other,
      note: { fr: row.noteFr, en: row.noteEn },
      by: row.by,
      at: row.at,
      own,
    }
  })
}

/** Whether whoever reads may say what an entry is to others. */
export function mayRelate(
  { db, actor }: Pick<Context, 'db' | 'actor'>,
  softwareId: number,
): boolean {
  if (actor.kind !== 'user') return false
  const row = db.get<{ publisherId: number } | undefined>(
    sql`SELECT publisher_id AS publisherId FROM software WHERE id = ${softwareId}`,
  )
  return row !== undefined && may(actor, 'software.relate', { publisher: row.publisherId })
}

/** What someone has said of software, for the file of their own data. */
export function relationsSaidBy({ db }: Reading, userId: string) {
  return db.all<{ software: string; kind: RelationKind; other: string; note: string; at: string }>(
    sql`SELECT s.slug AS software, r.kind, o.slug AS other, r.note_fr AS note, r.at
      FROM software_relation r JOIN software s ON s.id = r.software_id
      JOIN software o ON o.id = r.other_id WHERE r.user_id = ${userId} ORDER BY r.at`,
  )
}

export interface EditedRelations {
  slug: string
  name: string
  /** Each with whether whoever asks may take it back. */
  relations: Array<Relation & { mine: boolean }>
}

/** An entry with its relations, for those who may declare them. @throws SignInNeeded, Forbidden */
export function relationsToEdit(context: Context, slug: string): EditedRelations | undefined {
  const { db, actor } = context
  const found = resolveSoftwareSlug(db, slug)
  const row =
    found &&
    db.get<{ name: string; publisherId: number }>(
      sql`SELECT name, publisher_id AS publisherId FROM software WHERE id = ${found.id}`,
    )
  if (!found || !row) return undefined
  const user = assertUserMay(actor, 'software.relate', { publisher: row.publisherId })
  const speaker = speakerOf(user, row.publisherId)
  return {
    slug: found.slug,
    name: row.name,
    relations: relationsOf(context, found.id).map((relation) => ({
      ...relation,
      mine: mayTakeBack(speaker, relation),
    })),
  }
}
