import { and, eq, inArray, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { listedName, nameDecision, nameList } from '#db/schema/names.ts'
import { organisation } from '#db/schema/organisations.ts'
import { inTransaction, type Tx } from '#db/transaction.ts'
import { assertUserMay } from '#lib/accounts/assert-may.ts'
import { may } from '#lib/accounts/rules/rights.ts'
import { askToConfirm } from '#lib/adoptions/commands/ask-to-confirm.ts'
import { endReportIn } from '#lib/adoptions/commands/withdraw-report.ts'
import { recordAudit } from '#lib/audit.ts'
import type { Context, UserActor } from '#lib/context.ts'
import { InvalidInput } from '#lib/errors.ts'
import { type NamesPlace, placeOfNames } from '../internal/place.ts'
import { readName } from '../rules/read-name.ts'
import { NAMES_A_PAGE } from '../schema.ts'
import { type Keeping, keepOrganisations, reopen } from './keep-organisations.ts'
import type { ListRow, NameRow } from './write-list.ts'

const nameChoice = z.object({
  /** Of the listed name. */
  id: z.number().int().positive(),
  /**
   * Ids of the organisations meant, comma-separated; `not`: no public body of the register; `leave`: out
   * of this list; `open`: undone; `end` and `keep`: the use of a name that is gone. Empty: not yet.
   */
  choice: z.string().regex(/^(|not|leave|open|end|keep|\d{1,9}(,\d{1,9}){0,7})$/),
})
export type NameChoice = z.infer<typeof nameChoice>

export interface Decided {
  kept: number
  /** Of those, uses that were not on record. */
  reported: number
  not: number
  left: number
  undone: number
  ended: number
  /** Undone, but somebody has spoken since: the use stays on record. */
  stayed: number
}

/** What links in mails are made with; without them nobody is asked to confirm. */
type Links = Parameters<typeof askToConfirm>[3]

/**
 * Records what a person says that names mean, as one transaction: kept ones become uses `reported`, with
 * the list as their source; what was decided of a name is remembered for every list. A decision made
 * otherwise before is undone first.
 * @throws NotFound, SignInNeeded, Forbidden, InvalidInput
 */
export function decideNames(
  context: Context,
  input: { software: string; choices: readonly NameChoice[] },
  links?: Links,
): Decided {
  const choices = z
    .array(nameChoice)
    .max(NAMES_A_PAGE * 2)
    .parse(input.choices)
    .filter(({ choice }) => choice !== '')
  return inTransaction(context.db, (tx) => {
    const place = placeOfNames(tx, input.software)
    const actor = assertUserMay(context.actor, 'names.decide', { publisher: place.publisherId })
    return decideIn(tx, { ...context, actor }, place, choices, { how: 'person', links })
  })
}

/** The same in a transaction that is open, by whoever has been found to have the right. */
export function decideIn(
  tx: Tx,
  context: Context & { actor: UserActor },
  place: NamesPlace,
  choices: readonly NameChoice[],
  { how, links }: { how: Keeping['how']; links?: Links | undefined },
): Decided {
  const done: Decided = { kept: 0, reported: 0, not: 0, left: 0, undone: 0, ended: 0, stayed: 0 }
  const keeping: Keeping[] = []
  for (const { id, choice } of choices) {
    const found = nameOf(tx, place, id)
    if (!found || isSame(found.row, choice)) continue
    const { row, list } = found
    if (choice === 'end' || choice === 'keep') {
      settleGone(tx, context, row, choice, done)
      continue
    }
    if (row.state === 'gone') continue
    const still = reopen(tx, context, row)
    if (row.state === 'kept' && !still.withdrawn) done.stayed++
    if (choice === 'open') {
      forget(tx, context, row)
      done.undone++
    }
    if (choice === 'open' || still.removed) continue
    if (choice === 'not' || choice === 'leave') {
      const state = choice === 'not' ? 'not-an-organisation' : 'left-out'
      mark(tx, context, row, { state, how })
      if (choice === 'not') remember(tx, context, row, null)
      done[choice === 'not' ? 'not' : 'left']++
    } else {
      const ids = [...new Set(choice.split(',').map(Number))]
      assertOrganisations(tx, ids)
      keeping.push({ row, list, organisationIds: ids, how })
      if (ids.length === 1 && !meansSeveral(row.name)) remember(tx, context, row, ids[0] ?? null)
      done.kept++
    }
  }
  const created = keepOrganisations(tx, context, place, keeping)
  done.reported = created.length
  if (links && created.length > 0) askToConfirm(tx, context, created, links)
  if (Object.values(done).some((n) => n > 0)) {
    recordAudit(tx, context, {
      action: 'names.decide',
      subjectKind: 'software',
      subject: place.slug,
      detail: { ...done, how },
    })
  }
  return done
}

function nameOf(
  tx: Tx,
  place: NamesPlace,
  id: number,
): { row: NameRow; list: ListRow } | undefined {
  return tx
    .select({ row: listedName, list: nameList })
    .from(listedName)
    .innerJoin(nameList, eq(nameList.id, listedName.listId))
    .where(and(eq(listedName.id, id), eq(nameList.softwareId, place.softwareId)))
    .get()
}

/** Sent twice, a form finds its own decision: nothing is left to do. */
function isSame(row: NameRow, choice: string): boolean {
  if (choice === 'open') return row.state === 'open'
  if (choice === 'not') return row.state === 'not-an-organisation'
  if (choice === 'leave') return row.state === 'left-out'
  return row.state === 'kept' && String(row.organisationId) === choice
}

/** A name that is no longer in its list: whether the use that rests on it has ended. */
function settleGone(tx: Tx, context: Context, row: NameRow, choice: string, done: Decided): void {
  if (row.state !== 'gone' || row.adoptionId === null) return
  if (choice === 'end') {
    if (endReportIn(tx, context, row.adoptionId)) done.ended++
    else done.stayed++
  } else {
    done.kept++
  }
  tx.update(listedName).set({ adoptionId: null }).where(eq(listedName.id, row.id)).run()
}

function mark(
  tx: Tx,
  context: Context & { actor: UserActor },
  row: NameRow,
  { state, how }: { state: NameRow['state']; how: NameRow['how'] },
): void {
  tx.update(listedName)
    .set({ state, how, decidedBy: context.actor.id, decidedAt: context.now.toISOString() })
    .where(eq(listedName.id, row.id))
    .run()
}

/** One name of two bodies has no one meaning to remember. */
function meansSeveral(name: string): boolean {
  const reading = readName(name)
  return reading.both.length > 0 || reading.isList
}

function remember(
  tx: Tx,
  context: Context & { actor: UserActor },
  { nameKey }: NameRow,
  organisationId: number | null,
): void {
  const said = { organisationId, decidedBy: context.actor.id, decidedAt: context.now.toISOString() }
  // What somebody else decided is theirs, or the moderators': every publisher is proposed it.
  const own = isModerator(context) ? undefined : eq(nameDecision.decidedBy, context.actor.id)
  tx.insert(nameDecision)
    .values({ nameKey, ...said })
    .onConflictDoUpdate({
      target: nameDecision.nameKey,
      set: said,
      ...(own ? { setWhere: own } : {}),
    })
    .run()
}

const isModerator = ({ actor }: { actor: UserActor }): boolean => may(actor, 'moderation.settle')

/** A decision that is undone was a mistake: it is proposed nowhere any more. */
function forget(
  tx: Tx,
  context: Context & { actor: UserActor },
  { nameKey, organisationId, state }: NameRow,
): void {
  if (state === 'left-out') return
  const same =
    organisationId === null
      ? isNull(nameDecision.organisationId)
      : eq(nameDecision.organisationId, organisationId)
  tx.delete(nameDecision)
    .where(
      and(
        eq(nameDecision.nameKey, nameKey),
        same,
        isModerator(context) ? undefined : eq(nameDecision.decidedBy, context.actor.id),
      ),
    )
    .run()
}

function assertOrganisations(tx: Tx, ids: readonly number[]): void {
  const found = tx
    .select({ id: organisation.id })
    .from(organisation)
    .where(inArray(organisation.id, [...ids]))
    .all()
  if (found.length === ids.length) return
  throw new InvalidInput(
    'Un organisme choisi n’est pas dans le registre. Rechargez la page, puis choisissez de nouveau.',
    'An organisation that was chosen is not in the register. Reload the page, then choose again.',
  )
}
