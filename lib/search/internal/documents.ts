import { sql } from 'drizzle-orm'
import type { Tx } from '#db/transaction.ts'
import { stem, words } from '#lib/text.ts'

export type SearchKind = 'software' | 'organisation' | 'function'

/** What is indexed of one row, field by field, most telling first; already folded and stemmed. */
export interface SearchDocument {
  id: number
  fields: string[]
}

function normalised(...texts: Array<string | null>): string {
  return texts
    .flatMap((text) => words(text ?? ''))
    .map(stem)
    .join(' ')
}

/** Two lists of words run together as well: "open elec" must find openElec, and the reverse. */
function withJoined(text: string): string {
  const list = words(text)
  return list.length > 1 && list.length < 5 ? `${text} ${list.join('')}` : text
}

const idList = (ids: readonly number[]) => sql.raw(`(${ids.map(Number).join(',')})`)

export function buildDocuments(tx: Tx, kind: SearchKind, ids: readonly number[]): SearchDocument[] {
  switch (kind) {
    case 'software':
      return softwareDocuments(tx, ids)
    case 'organisation':
      return organisationDocuments(tx, ids)
    case 'function':
      return functionDocuments(tx, ids)
  }
}

function softwareDocuments(tx: Tx, ids: readonly number[]): SearchDocument[] {
  const rows = tx.all<Record<string, string> & { id: number }>(sql`
    SELECT s.id, s.name, s.aliases, s.summary_fr, s.summary_en, s.description_fr, s.description_en,
      p.name AS publisher,
      (SELECT group_concat(f.name_fr || ' ' || f.name_en || ' ' || f.synonyms_fr || ' ' || f.synonyms_en, ' ')
       FROM software_function sf JOIN business_function f ON f.id = sf.function_id
       WHERE sf.software_id = s.id) AS functions
    FROM software s JOIN publisher p ON p.id = s.publisher_id WHERE s.id IN ${idList(ids)}`)
  return rows.map((row) => ({
    id: row.id,
    fields: [
      normalised(withJoined(row.name ?? '')),
      normalised(row.aliases ?? ''),
      normalised(row.functions ?? ''),
      normalised(row.summary_fr ?? '', row.summary_en ?? '', row.publisher ?? ''),
      normalised(row.description_fr ?? '', row.description_en ?? ''),
    ],
  }))
}

function organisationDocuments(tx: Tx, ids: readonly number[]): SearchDocument[] {
  const rows = tx.all<{ id: number; name: string; aliases: string | null }>(sql`
    SELECT o.id, o.name,
      (SELECT group_concat(a.name, ' ') FROM organisation_alias a WHERE a.organisation_id = o.id) AS aliases
    FROM organisation o WHERE o.id IN ${idList(ids)}`)
  // Names are not stemmed: Lens is not Len.
  return rows.map((row) => ({
    id: row.id,
    fields: [words(row.name).join(' '), words(row.aliases ?? '').join(' ')],
  }))
}

function functionDocuments(tx: Tx, ids: readonly number[]): SearchDocument[] {
  const rows = tx.all<Record<string, string> & { id: number }>(sql`
    SELECT f.id, f.name_fr, f.name_en, f.synonyms_fr, f.synonyms_en, f.summary_fr, f.summary_en,
      g.name_fr AS group_fr, g.name_en AS group_en
    FROM business_function f JOIN function_group g ON g.id = f.group_id WHERE f.id IN ${idList(ids)}`)
  return rows.map((row) => ({
    id: row.id,
    fields: [
      normalised(row.name_fr ?? '', row.name_en ?? ''),
      normalised(row.synonyms_fr ?? '', row.synonyms_en ?? ''),
      normalised(
        row.group_fr ?? '',
        row.group_en ?? '',
        row.summary_fr ?? '',
        row.summary_en ?? '',
      ),
    ],
  }))
}
