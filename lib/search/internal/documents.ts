import { sql } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import type { Tx } from '#db/transaction.ts'
import { fold, words } from '#lib/text.ts'
import type { SearchKind } from '../engine.ts'
import { runTogether, searchName, searchProse, searchText } from '../rules/terms.ts'
import { proprietaryNames } from './synonyms.ts'

/** What is searched of one row, field by field, most telling first, ready for either engine. */
export interface TextDocument {
  id: number
  fields: Record<string, string>
}

/** The fields that are searched, most telling first. */
export const SEARCHED_FIELDS = {
  software: ['name', 'aliases', 'instead', 'functions', 'summary', 'description'],
  organisation: ['name', 'aliases', 'codes'],
  function: ['name', 'synonyms', 'context'],
} as const satisfies Record<SearchKind, readonly string[]>

/** Ids as an SQL list. */
export const idList = (ids: readonly number[]) => sql.raw(`(${ids.map(Number).join(',')})`)
const listOf = (json: string | null) => (json === null ? [] : (JSON.parse(json) as string[]))

/** The documents of these rows; a row that is gone has none. */
export function textDocuments(
  db: Db | Tx,
  kind: SearchKind,
  ids: readonly number[],
): TextDocument[] {
  switch (kind) {
    case 'software':
      return softwareDocuments(db, ids)
    case 'organisation':
      return organisationDocuments(db, ids)
    case 'function':
      return functionDocuments(db, ids)
  }
}

interface SoftwareTexts {
  id: number
  slug: string
  name: string
  aliases: string
  summaryFr: string
  summaryEn: string
  descriptionFr: string
  descriptionEn: string
  publisher: string
  functions: string
  functionSummaries: string
}

/** By function: both its names, then its synonyms in both languages. */
type Phrases = Array<Array<string | string[]>>

function softwareDocuments(db: Db | Tx, ids: readonly number[]): TextDocument[] {
  const rows = db.all<SoftwareTexts>(sql`
    SELECT s.id, s.slug, s.name, s.aliases, s.summary_fr AS summaryFr, s.summary_en AS summaryEn,
      s.description_fr AS descriptionFr, s.description_en AS descriptionEn, p.name AS publisher,
      (SELECT json_group_array(
         json_array(f.name_fr, f.name_en, json(f.synonyms_fr), json(f.synonyms_en)))
       FROM software_function sf JOIN business_function f ON f.id = sf.function_id
       WHERE sf.software_id = s.id) AS functions,
      (SELECT group_concat(f.summary_fr || ' ' || f.summary_en, ' ')
       FROM software_function sf JOIN business_function f ON f.id = sf.function_id
       WHERE sf.software_id = s.id) AS functionSummaries
    FROM software s JOIN publisher p ON p.id = s.publisher_id WHERE s.id IN ${idList(ids)}`)
  const instead = proprietaryNames(db)
  return rows.map((row) => ({
    id: row.id,
    fields: {
      // Alone in its field, so that a name can be told to be exactly what was typed.
      name: searchText(row.name),
      aliases: [runTogether(row.name), ...listOf(row.aliases).map(searchName)].join(' ').trim(),
      instead: (instead.get(row.slug) ?? []).map(searchName).join(' '),
      functions: functionWords((JSON.parse(row.functions) as Phrases).flat(2)),
      summary: searchProse(row.summaryFr, row.summaryEn, row.publisher),
      description: searchProse(row.descriptionFr, row.descriptionEn, row.functionSummaries),
    },
  }))
}

/** Names and synonyms of functions: in their words, run together, and by their roots. */
const functionWords = (phrases: readonly string[]) =>
  [searchProse(...phrases), ...phrases.map(runTogether)].filter(Boolean).join(' ')

function organisationDocuments(db: Db | Tx, ids: readonly number[]): TextDocument[] {
  const rows = db.all<{
    id: number
    name: string
    siren: string | null
    insee: string
    aliases: string | null
    codes: string | null
  }>(sql`
    SELECT o.id, o.name, o.siren, o.insee,
      (SELECT group_concat(a.name, ' ') FROM organisation_alias a WHERE a.organisation_id = o.id) AS aliases,
      (SELECT group_concat(a.code, ' ') FROM organisation_alias a WHERE a.organisation_id = o.id)
        || ' ' AS codes
    FROM organisation o WHERE o.id IN ${idList(ids)}`)
  const postcodes = new Map<number, string>(
    db
      .all<{ id: number; codes: string }>(sql`
        SELECT organisation_id AS id, group_concat(postcode, ' ') AS codes
        FROM organisation_postcode WHERE organisation_id IN ${idList(ids)} GROUP BY 1`)
      .map((row) => [row.id, row.codes]),
  )
  // Names are not stemmed, and every word of them counts: Lens is not Len, Les Baux is not Baux.
  return rows.map((row) => ({
    id: row.id,
    fields: {
      name: words(row.name).join(' '),
      aliases: words(row.aliases ?? '').join(' '),
      codes: fold(
        `${row.siren ?? ''} ${row.insee} ${postcodes.get(row.id) ?? ''} ${row.codes ?? ''}`,
      ),
    },
  }))
}

interface FunctionTexts {
  id: number
  nameFr: string
  nameEn: string
  synonymsFr: string
  synonymsEn: string
  summaryFr: string
  summaryEn: string
  groupFr: string
  groupEn: string
}

function functionDocuments(db: Db | Tx, ids: readonly number[]): TextDocument[] {
  const rows = db.all<FunctionTexts>(sql`
    SELECT f.id, f.name_fr AS nameFr, f.name_en AS nameEn, f.synonyms_fr AS synonymsFr,
      f.synonyms_en AS synonymsEn, f.summary_fr AS summaryFr, f.summary_en AS summaryEn,
      g.name_fr AS groupFr, g.name_en AS groupEn
    FROM business_function f JOIN function_group g ON g.id = f.group_id WHERE f.id IN ${idList(ids)}`)
  return rows.map((row) => ({
    id: row.id,
    fields: {
      name: `${searchName(row.nameFr)} ${searchName(row.nameEn)}`,
      synonyms: [...listOf(row.synonymsFr), ...listOf(row.synonymsEn)].map(searchName).join(' '),
      context: searchText(row.groupFr, row.groupEn, row.summaryFr, row.summaryEn),
    },
  }))
}
