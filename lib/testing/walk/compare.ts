import { relateSoftware, unrelateSoftware } from '#lib/compare/commands/relate-software.ts'
import { relationsToEdit } from '#lib/compare/relation-queries.ts'
import type { Context } from '#lib/context.ts'

type Call = (context: Context) => unknown

/** What is done with the relations of an entry. */
export function callsOfCompare(): Record<'software.relate', Call[]> {
  const relation = { slug: 'openexemple', other: 'autre', kind: 'alternative' }
  return {
    'software.relate': [
      (context) => relateSoftware(context, relation),
      (context) => unrelateSoftware(context, relation),
      (context) => relationsToEdit(context, 'openexemple'),
    ],
  }
}
