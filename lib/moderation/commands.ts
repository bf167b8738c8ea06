import { and, asc, eq, gte, max } from 'drizzle-orm'
import { z } from 'zod'
import { softwareRequest } from '#db/schema/moderation.ts'
import { businessFunction } from '#db/schema/software.ts'
import { inTransaction, type Tx } from '#db/transaction.ts'
import { assertMay } from '#lib/accounts/assert-may.ts'
import { recordAudit } from '#lib/audit.ts'
import type { Context } from '#lib/context.ts'
import { InvalidInput, NotFound } from '#lib/errors.ts'
import { type RequestFault, softwareRequestInput } from './schema.ts'

/** How long the very same request counts as sent twice rather than asked twice, in milliseconds. */
const SENT_TWICE = 10 * 60_000

/**
 * Asks for a software that the catalogue lacks. Anyone may; nothing is searched or shown of it, so
 * nothing goes to the search outbox. Sent again within ten minutes, it is answered with its first
 * reference; later, or by others in other words, it counts again.
 * @throws z.ZodError whose messages are keys of REQUEST_FAULTS.
 */
export function askForSoftware(context: Context, input: unknown): { reference: number } {
  assertMay(context.actor, 'software-request.ask')
  const { trap, function: slug, ...request } = softwareRequestInput.parse(input)
  return inTransaction(context.db, (tx) => {
    // A program is answered like a person, and nothing is kept of what it sent.
    if (trap !== '') return { reference: nextReference(tx) }
    const row = { ...request, functionId: functionIdOf(tx, slug) }
    const sent = sentLately(tx, context.now, row)
    if (sent !== undefined) return { reference: sent }
    const { id } = tx
      .insert(softwareRequest)
      .values({ ...row, createdAt: context.now.toISOString() })
      .returning({ id: softwareRequest.id })
      .get()
    recordAudit(tx, context, {
      action: 'software-request.ask',
      subjectKind: 'software-request',
      subject: String(id),
    })
    return { reference: id }
  })
}

function nextReference(tx: Tx): number {
  const last = tx
    .select({ id: max(softwareRequest.id) })
    .from(softwareRequest)
    .get()
  return (last?.id ?? 0) + 1
}

function functionIdOf(tx: Tx, slug: string): number | null {
  if (slug === '') return null
  const row = tx
    .select({ id: businessFunction.id })
    .from(businessFunction)
    .where(eq(businessFunction.slug, slug))
    .get()
  if (row) return row.id
  const message: RequestFault = 'function-unknown'
  throw new z.ZodError([{ code: 'custom', path: ['function'], message, input: slug }])
}

/** The reference of the first request of the last minutes in which everything is the same. */
function sentLately(
  tx: Tx,
  now: Date,
  row: Pick<
    typeof softwareRequest.$inferSelect,
    'asked' | 'need' | 'functionId' | 'organisationKind'
  >,
): number | undefined {
  return tx
    .select()
    .from(softwareRequest)
    .where(
      and(
        gte(softwareRequest.createdAt, new Date(now.getTime() - SENT_TWICE).toISOString()),
        eq(softwareRequest.asked, row.asked),
        eq(softwareRequest.need, row.need),
        eq(softwareRequest.organisationKind, row.organisationKind),
      ),
    )
    .orderBy(asc(softwareRequest.id))
    .all()
    .find(({ functionId }) => functionId === row.functionId)?.id
}

const reference = z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER)

/**
 * Marks a request as settled and erases its texts, in which someone may have written personal data:
 * what is left counts requests. A request that is settled already stays as it is.
 * @param input its reference.
 * @returns what was asked, for the last time; null when it was settled before.
 * @throws Forbidden, InvalidInput, NotFound
 */
export function settleSoftwareRequest(
  context: Context,
  input: unknown,
): { reference: number; asked: string | null } {
  assertMay(context.actor, 'software-request.settle')
  const parsed = reference.safeParse(input)
  if (!parsed.success) {
    throw new InvalidInput(
      'Le numéro d’une demande est un nombre entier, par exemple 12.',
      'The reference of a request is a whole number, for instance 12.',
    )
  }
  const id = parsed.data
  return inTransaction(context.db, (tx) => {
    const row = tx.select().from(softwareRequest).where(eq(softwareRequest.id, id)).get()
    if (!row) {
      throw new NotFound(
        `Aucune demande ne porte le numéro ${id} : npm run requests les liste.`,
        `No request has the reference ${id}: npm run requests lists them.`,
      )
    }
    if (row.state === 'settled') return { reference: id, asked: null }
    tx.update(softwareRequest)
      .set({ state: 'settled', asked: '', need: '' })
      .where(eq(softwareRequest.id, id))
      .run()
    recordAudit(tx, context, {
      action: 'software-request.settle',
      subjectKind: 'software-request',
      subject: String(id),
    })
    return { reference: id, asked: row.asked }
  })
}
