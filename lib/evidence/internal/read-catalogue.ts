import { sql } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import type { Tx } from '#db/transaction.ts'
import type { SoftwareFact } from '#lib/evidence/rules/fact.ts'
import { selects } from '#lib/evidence/rules/selection.ts'
import type { EvidenceRule } from '#lib/label/grid-schema.ts'
import { judgeLicence } from '#lib/software/rules/licence.ts'

export type Reading = Db | Tx
export type Catalogue = ReadonlyMap<number, SoftwareFact>

/** The entries that rules ask about: those that some organisations use or publish, or all. */
export function readCatalogue(db: Reading, organisationIds?: readonly number[]): Catalogue {
  const among = sql`IN (SELECT value FROM json_each(${JSON.stringify(organisationIds)}))`
  const where = organisationIds
    ? sql`WHERE s.id IN (
        SELECT software_id FROM adoption WHERE organisation_id ${among}
        UNION SELECT p.id FROM publisher b CROSS JOIN software p ON p.publisher_id = b.id
          WHERE b.organisation_id ${among})`
    : sql``
  const rows = db.all<{
    id: number
    slug: string
    name: string
    licence: string
    repository: string
    firstRelease: number | null
    functions: string
  }>(sql`
    SELECT s.id, s.slug, s.name, s.licence, s.repository, s.first_release AS firstRelease,
      (SELECT json_group_array(json_array(f.slug, g.slug, g.business) ORDER BY sf.position)
        FROM software_function sf
        JOIN business_function f ON f.id = sf.function_id JOIN function_group g ON g.id = f.group_id
        WHERE sf.software_id = s.id) AS functions
    FROM software s ${where}`)
  const free = new Map<string, boolean>()
  const isFree = (licence: string) => {
    const known = free.get(licence) ?? judgeLicence(licence).free
    free.set(licence, known)
    return known
  }
  return new Map(
    rows.map(({ licence, firstRelease, functions, ...row }) => {
      const tree = JSON.parse(functions) as Array<[string, string, number]>
      const fact: SoftwareFact = {
        ...row,
        free: isFree(licence),
        firstRelease: firstRelease === null ? '' : String(firstRelease),
        functions: new Set(tree.map(([slug]) => slug)),
        groups: new Set(tree.map(([, group]) => group)),
        business: tree[0]?.[2] === 1,
      }
      return [row.id, fact]
    }),
  )
}

/** Ids of the entries that a rule is about; null for a rule that is about all. */
export function selectedBy(rule: EvidenceRule, catalogue: Catalogue): ReadonlySet<number> | null {
  if (!('software' in rule)) return null
  const ids = new Set<number>()
  for (const software of catalogue.values()) {
    if (selects(rule.software, software)) ids.add(software.id)
  }
  return ids
}
