import type { Context } from '#lib/context.ts'
import {
  listAlternatives,
  listSoftware,
  type SoftwareCard,
  softwareCards,
} from '#lib/software/queries.ts'
import { softwareFilters } from '#lib/software/schema.ts'
import { idsByUse } from '#lib/software/selection.ts'

/** As many as a person reads through. */
const OFFERED = 6

/** What the words of a search lead to and is not chosen yet, best first. */
export async function findToAdd(
  context: Pick<Context, 'db' | 'search'>,
  q: string,
  chosen: readonly number[],
): Promise<SoftwareCard[]> {
  if (q === '') return []
  const { items } = await listSoftware(
    context,
    softwareFilters.parse({ q }),
    OFFERED + chosen.length,
  )
  return items.filter(({ id }) => !chosen.includes(id)).slice(0, OFFERED)
}

/** Software for the same use as those chosen; with none chosen, the most used. */
export function suggestToAdd(
  context: Pick<Context, 'db'>,
  chosen: readonly number[],
): SoftwareCard[] {
  if (chosen.length === 0) return softwareCards(context, idsByUse(context.db).slice(0, OFFERED))
  const found = new Map<number, SoftwareCard>()
  for (const id of chosen) {
    for (const card of listAlternatives(context, id, OFFERED)) {
      if (!chosen.includes(card.id)) found.set(card.id, card)
    }
  }
  return [...found.values()].slice(0, OFFERED)
}
