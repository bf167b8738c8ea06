import { and, asc, desc, eq, gt } from 'drizzle-orm'
import { entryChange } from '#db/schema/provenance.ts'
import { software } from '#db/schema/software.ts'
import type { Tx } from '#db/transaction.ts'
import { assertMay, assertUserMay } from '#lib/accounts/assert-may.ts'
import type { Right } from '#lib/accounts/rules/rights.ts'
import type { Context, UserActor } from '#lib/context.ts'
import { NotFound } from '#lib/errors.ts'
import type { ChangedBy } from '../record-change.ts'

export interface EntryToEdit {
  id: number
  slug: string
  name: string
  publisherId: number
}

/** An entry that somebody has a right over. @throws NotFound, SignInNeeded, Forbidden */
export function entryFor(
  db: Context['db'] | Tx,
  context: Context,
  slug: string,
  right: Right,
): EntryToEdit {
  const row = db
    .select({
      id: software.id,
      slug: software.slug,
      name: software.name,
      publisherId: software.publisherId,
    })
    .from(software)
    .where(eq(software.slug, slug))
    .get()
  if (!row) {
    throw new NotFound(
      'Ce logiciel n’est pas, ou n’est plus, au catalogue.',
      'This software is not, or is no longer, in the catalogue.',
    )
  }
  assertMay(context.actor, right, { publisher: row.publisherId })
  return row
}

/** The same, for what only a person does. */
export function entryForUser(
  db: Context['db'] | Tx,
  context: Context,
  slug: string,
  right: Right,
): EntryToEdit & { user: UserActor } {
  const entry = entryFor(db, context, slug, right)
  return { ...entry, user: assertUserMay(context.actor, right, { publisher: entry.publisherId }) }
}

/** Whose word a change is, in a word that names nobody. */
export function changedBy({ actor }: Pick<Context, 'actor'>, publisherId: number): ChangedBy {
  if (actor.kind !== 'user') return 'server'
  const isIts = actor.publishers?.some((membership) => membership.publisherId === publisherId)
  return isIts ? 'publisher' : 'moderator'
}

/** Of the entry's fields: the id of their last change, 0 where none is known. */
export function entryRevision(db: Context['db'] | Tx, softwareId: number): number {
  const last = db
    .select({ id: entryChange.id })
    .from(entryChange)
    .where(eq(entryChange.softwareId, softwareId))
    .orderBy(desc(entryChange.id))
    .get()
  return last?.id ?? 0
}

/** What the fields that changed since a revision held at it. */
export function changedSince(tx: Tx, softwareId: number, revision: number): Map<string, unknown> {
  const rows = tx
    .select({ changes: entryChange.changes })
    .from(entryChange)
    .where(and(eq(entryChange.softwareId, softwareId), gt(entryChange.id, revision)))
    .orderBy(asc(entryChange.id))
    .all()
  const held = new Map<string, unknown>()
  for (const { field, from } of rows.flatMap(({ changes }) => changes)) {
    if (!held.has(field)) held.set(field, from)
  }
  return held
}
