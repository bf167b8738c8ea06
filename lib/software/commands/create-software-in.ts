import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { publisher } from '#db/schema/software.ts'
import type { Tx } from '#db/transaction.ts'
import { refreshFiguresOf } from '#lib/adoptions/commands/refresh-figures-of.ts'
import type { Context } from '#lib/context.ts'
import { nextCatalogueVersion } from '#lib/meta.ts'
import { createPublisherIn } from '#lib/publishers/create-publisher-in.ts'
import { enqueueForSearch } from '#lib/search/commands.ts'
import type { SoftwareInput } from '#lib/software/entry.ts'
import { type NewPublisher, newEntryInput } from '#lib/software/new-entry.ts'
import { resolveSoftwareSlug } from '#lib/software/resolve-slug.ts'
import { functionIds, writeEntry } from './write-entry.ts'

const refused = (field: string, message: string) =>
  new z.ZodError([{ code: 'custom', path: [field], message, input: undefined }])

/**
 * Makes an entry that no file of the reference data holds, in the transaction of whoever has the right
 * to. It is judged as a file is.
 * @returns its id. @throws z.ZodError: paths are fields of newEntryInput.
 */
export function createSoftwareIn(tx: Tx, context: Context, input: unknown): number {
  return createEntryIn(tx, context, newEntryInput.parse(input))
}

/**
 * The same of an entry that has been judged.
 * @param entry its slug is free, else it is refused.
 */
export function createEntryIn(
  tx: Tx,
  context: Context,
  { entry, newPublisher }: { entry: SoftwareInput; newPublisher: NewPublisher | undefined },
): number {
  const taken = resolveSoftwareSlug(tx, entry.slug)
  if (taken) throw refused('slug', 'slug-taken')
  const functions = functionIds(tx)
  if (entry.functions.some((slug) => !functions.has(slug))) {
    throw refused('functions', 'functions-unknown')
  }
  const known = tx
    .select({ id: publisher.id })
    .from(publisher)
    .where(eq(publisher.slug, entry.publisher))
    .get()
  const publisherId =
    known?.id ?? (newPublisher && createPublisherIn(tx, context, entry.publisher, newPublisher))
  if (publisherId === undefined) throw refused('publisher', 'publisher-unknown')
  const { id } = writeEntry(tx, context, entry, publisherId, functions, nextCatalogueVersion(tx))
  const covered = entry.functions.map((slug) => functions.get(slug) as number)
  refreshFiguresOf(tx, { softwareIds: [id], functionIds: covered })
  enqueueForSearch(tx, 'software', [id])
  enqueueForSearch(tx, 'function', covered)
  return id
}
