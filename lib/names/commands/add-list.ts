import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { listedName, nameList } from '#db/schema/names.ts'
import { source } from '#db/schema/system.ts'
import { inTransaction } from '#db/transaction.ts'
import { assertUserMay } from '#lib/accounts/assert-may.ts'
import { recordAudit } from '#lib/audit.ts'
import type { Context } from '#lib/context.ts'
import { parisDay } from '#lib/day.ts'
import { Conflict } from '#lib/errors.ts'
import { partialDate, sourceRow, webAddress } from '#lib/sources.ts'
import { oneLine } from '#lib/typed-text.ts'
import { placeOfNames } from '../internal/place.ts'
import { cleanNames } from '../rules/name-list.ts'
import { noList } from './accept-names.ts'
import { type ListChanges, listOf, writeNames } from './write-list.ts'

/** What is wrong with what was sent; the pages word it. */
const because = (error: (typeof ADD_LIST_FAULTS)[number]) => ({ error })
export const ADD_LIST_FAULTS = [
  'address-wrong',
  'address-missing',
  'title-long',
  'date-wrong',
  'date-future',
  'names-missing',
  'names-many',
] as const

const addInput = z.object({
  software: z.string(),
  kind: z.enum(['page', 'spreadsheet']),
  address: z.string().trim().max(500, because('address-wrong')),
  title: z
    .string()
    .transform(oneLine)
    .pipe(z.string().max(200, because('title-long'))),
  /** Of the page or of the file, as far as it is known: YYYY, YYYY-MM, YYYY-MM-DD; empty for today. */
  date: z
    .string()
    .trim()
    .refine((date) => date === '' || partialDate.safeParse(date).success, because('date-wrong')),
  names: z.array(z.string()),
})

/**
 * Takes in a list of users that a publisher keeps: that of a page, with its address, or of a spreadsheet,
 * which may stand nowhere. A list of the same address is brought up to date instead of added twice.
 * @throws z.ZodError whose messages are ADD_LIST_FAULTS; NotFound, SignInNeeded, Forbidden
 */
export function addNameList(
  context: Context,
  typed: z.input<typeof addInput>,
): { id: number; names: number; tooLong: number } & ListChanges {
  const input = addInput.parse(typed)
  const clean = cleanNames(input.names)
  const faults: Array<[path: string, fault: (typeof ADD_LIST_FAULTS)[number]]> = []
  if (input.address === '' && input.kind === 'page') faults.push(['address', 'address-missing'])
  else if (input.address !== '' && !webAddress.safeParse(input.address).success)
    faults.push(['address', 'address-wrong'])
  const today = parisDay(context.now)
  if (input.date > today.slice(0, Math.max(4, input.date.length)))
    faults.push(['date', 'date-future'])
  if (clean.names.length === 0) faults.push(['names', 'names-missing'])
  if (clean.beyond > 0) faults.push(['names', 'names-many'])
  return inTransaction(context.db, (tx) => {
    const place = placeOfNames(tx, input.software)
    const actor = assertUserMay(context.actor, 'names.decide', { publisher: place.publisherId })
    if (faults.length > 0) {
      throw new z.ZodError(
        faults.map(([path, message]) => ({ code: 'custom', path: [path], message, input: '' })),
      )
    }
    const document = {
      url: input.address,
      title: input.title || titleOf(place.name, input.address),
      date: input.date || today,
    }
    const sourceOf = (id: number) => tx.select().from(source).where(eq(source.id, id)).get()
    const known = listOf(tx, place.softwareId, input.kind, (id) => {
      const row = sourceOf(id)
      // Without an address, a list is known by its title.
      return row?.url === document.url && (document.url !== '' || row.title === document.title)
    })
    const at = context.now.toISOString()
    const id =
      known?.id ??
      tx
        .insert(nameList)
        .values({
          softwareId: place.softwareId,
          kind: input.kind,
          sourceId: sourceRow(tx, document),
          createdBy: actor.id,
          createdAt: at,
          updatedAt: at,
        })
        .returning({ id: nameList.id })
        .get().id
    const changes = writeNames(tx, id, clean.names)
    if (known && changes.added + changes.gone + changes.back > 0) {
      tx.update(nameList)
        .set({ sourceId: sourceRow(tx, document), updatedAt: at })
        .where(eq(nameList.id, id))
        .run()
    }
    if (!known || changes.added + changes.gone + changes.back > 0) {
      recordAudit(tx, context, {
        action: 'names.add-list',
        subjectKind: 'name-list',
        subject: String(id),
        detail: { software: place.slug, kind: input.kind, ...changes },
      })
    }
    return { id, names: clean.names.length, tooLong: clean.tooLong, ...changes }
  })
}

/** Of a document that its sender gives no title. */
function titleOf(software: string, address: string): string {
  const host = address === '' ? '' : ` (${new URL(address).hostname})`
  return `Utilisateurs de ${software} selon son éditeur${host}`
}

/**
 * Forgets a list of which nothing was kept; the one of publiccode.yml comes from its repository, and
 * would come back.
 * @throws Conflict, NotFound, SignInNeeded, Forbidden
 */
export function removeNameList(context: Context, input: { software: string; list: number }): void {
  inTransaction(context.db, (tx) => {
    const place = placeOfNames(tx, input.software)
    assertUserMay(context.actor, 'names.decide', { publisher: place.publisherId })
    const list = tx
      .select()
      .from(nameList)
      .where(and(eq(nameList.id, input.list), eq(nameList.softwareId, place.softwareId)))
      .get()
    if (!list || list.kind === 'used-by') throw noList()
    const kept = tx
      .select({ id: listedName.id })
      .from(listedName)
      .where(and(eq(listedName.listId, list.id), eq(listedName.state, 'kept')))
      .get()
    if (kept) {
      throw new Conflict(
        'Des utilisations signalées reposent sur cette liste : elle reste, comme leur source. Annulez d’abord ce qui en a été retenu.',
        'Reported uses rest on this list: it stays, as their source. Undo first what was kept of it.',
      )
    }
    tx.delete(nameList).where(eq(nameList.id, list.id)).run()
    recordAudit(tx, context, {
      action: 'names.remove-list',
      subjectKind: 'name-list',
      subject: String(list.id),
      detail: { software: place.slug, kind: list.kind },
    })
  })
}
