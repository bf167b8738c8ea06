import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { nameList } from '#db/schema/names.ts'
import { inTransaction } from '#db/transaction.ts'
import { assertUserMay } from '#lib/accounts/assert-may.ts'
import type { askToConfirm } from '#lib/adoptions/commands/ask-to-confirm.ts'
import type { Context } from '#lib/context.ts'
import { Conflict, NotFound } from '#lib/errors.ts'
import { classify, proposedChoice, storedNames } from '../internal/classify.ts'
import { placeOfNames } from '../internal/place.ts'
import { type Decided, decideIn } from './decide-names.ts'

const acceptInput = z.object({
  software: z.string(),
  list: z.coerce.number().int().positive().catch(0),
  what: z.enum(['surs', 'sans']),
  /** How many the page showed: what has changed since was not looked at. */
  shown: z.coerce.number().int().min(0).catch(-1),
})

/**
 * Accepts, as a whole, what the program proposes of a list: its sure names as the organisations that they
 * mean (`surs`), or its names without anybody as no public body of the register (`sans`).
 * @throws Conflict when it is not what the page showed; NotFound, SignInNeeded, Forbidden
 */
export function acceptNames(
  context: Context,
  typed: z.input<typeof acceptInput>,
  links?: Parameters<typeof askToConfirm>[3],
): Decided {
  const { software, list: listId, what, shown } = acceptInput.parse(typed)
  return inTransaction(context.db, (tx) => {
    const place = placeOfNames(tx, software)
    const actor = assertUserMay(context.actor, 'names.decide', { publisher: place.publisherId })
    const list = tx
      .select()
      .from(nameList)
      .where(and(eq(nameList.id, listId), eq(nameList.softwareId, place.softwareId)))
      .get()
    if (!list) throw noList()
    const names = classify(context.db, storedNames(tx, list.id)).filter(({ view }) => view === what)
    // A second click finds nothing left, and says so by doing nothing.
    if (names.length > 0 && names.length !== shown) {
      throw new Conflict(
        'Cette liste a changé depuis que la page est affichée : rien n’a été retenu. Rechargez-la, regardez les noms, puis acceptez.',
        'This list has changed since the page was shown: nothing was kept. Reload it, look at the names, then accept.',
      )
    }
    const acting = { ...context, actor }
    const known = names.filter((name) => name.known === 1)
    const others = names.filter((name) => name.known !== 1)
    const choiceOf = (name: (typeof names)[number]) => ({
      id: name.id,
      choice: what === 'sans' ? 'not' : proposedChoice(name),
    })
    const remembered = decideIn(tx, acting, place, known.map(choiceOf), {
      how: 'remembered',
      links,
    })
    const exact = decideIn(tx, acting, place, others.map(choiceOf), {
      how: what === 'sans' ? 'person' : 'exact',
      links,
    })
    return sumOf(remembered, exact)
  })
}

function sumOf(one: Decided, two: Decided): Decided {
  const names = Object.keys(one) as Array<keyof Decided>
  return Object.fromEntries(
    names.map((name) => [name, one[name] + two[name]]),
  ) as unknown as Decided
}

export const noList = () =>
  new NotFound(
    'Cette liste de noms n’est plus là : elle a peut-être été retirée. Revenez aux listes du logiciel.',
    'This list of names is no more: it may have been removed. Go back to the lists of the software.',
  )
