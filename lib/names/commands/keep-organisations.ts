import { and, eq, ne } from 'drizzle-orm'
import { listedName } from '#db/schema/names.ts'
import { source } from '#db/schema/system.ts'
import type { Tx } from '#db/transaction.ts'
import { reportUsersIn } from '#lib/adoptions/commands/report-users-in.ts'
import { withdrawReportIn } from '#lib/adoptions/commands/withdraw-report.ts'
import type { Context, UserActor } from '#lib/context.ts'
import { recordPublisherEvent } from '#lib/publishers/record-event.ts'
import type { NamesPlace } from '../internal/place.ts'
import type { ListRow, NameRow } from './write-list.ts'

/** A name that a person keeps, with the organisations that it means: more than one where it is of several. */
export interface Keeping {
  row: NameRow
  list: ListRow
  organisationIds: readonly number[]
  how: 'person' | 'exact' | 'remembered'
}

/**
 * Makes uses of names, in the caller's transaction: one report and one event of the publisher a list.
 * @returns the organisations whose use was not on record.
 */
export function keepOrganisations(
  tx: Tx,
  context: Context & { actor: UserActor },
  place: NamesPlace,
  keeping: readonly Keeping[],
): number[] {
  const created: number[] = []
  for (const list of new Map(keeping.map((item) => [item.list.id, item.list])).values()) {
    const own = keeping.filter((item) => item.list.id === list.id)
    const document = tx.select().from(source).where(eq(source.id, list.sourceId)).get()
    const report = reportUsersIn(tx, context, {
      softwareId: place.softwareId,
      organisationIds: [...new Set(own.flatMap((item) => item.organisationIds))],
      sourceId: list.sourceId,
      reportedOn: document?.date ?? '',
      reporterId: place.publisherOrganisationId,
    })
    for (const item of own) keepOne(tx, context, item, report.adoptions)
    created.push(...report.created)
    if (report.created.length === 0) continue
    recordPublisherEvent(tx, context, {
      publisherId: place.publisherId,
      softwareId: place.softwareId,
      kind: 'adoption-reported',
      detail: { count: report.created.length, list: list.kind, source: document?.title ?? '' },
    })
  }
  return created
}

function keepOne(
  tx: Tx,
  context: Context & { actor: UserActor },
  { row, organisationIds, how }: Keeping,
  adoptions: ReadonlyMap<number, number>,
): void {
  for (const [at, organisationId] of organisationIds.entries()) {
    const said = {
      state: 'kept' as const,
      how,
      organisationId,
      adoptionId: adoptions.get(organisationId) ?? null,
      decidedBy: context.actor.id,
      decidedAt: context.now.toISOString(),
    }
    if (at === 0) {
      tx.update(listedName).set(said).where(eq(listedName.id, row.id)).run()
    } else {
      const { listId, name, nameKey, position } = row
      tx.insert(listedName)
        .values({ listId, name, nameKey, position, ...said })
        .run()
    }
  }
}

/**
 * Takes a decision back: the name waits for one again, and the use that it made goes where nobody has
 * touched it since and no other name rests on it.
 * @returns whether its use, if any, is gone; whether the row itself is, being one of several of its name.
 */
export function reopen(
  tx: Tx,
  context: Context,
  row: NameRow,
): { withdrawn: boolean; removed: boolean } {
  if (row.state === 'open') return { withdrawn: true, removed: false }
  const { adoptionId } = row
  const others =
    adoptionId === null
      ? undefined
      : tx
          .select({ id: listedName.id })
          .from(listedName)
          .where(and(eq(listedName.adoptionId, adoptionId), ne(listedName.id, row.id)))
          .get()
  const withdrawn =
    adoptionId === null || (!others && withdrawReportIn(tx, context, adoptionId, row.decidedAt))
  const twin = tx
    .select({ id: listedName.id })
    .from(listedName)
    .where(
      and(
        eq(listedName.listId, row.listId),
        eq(listedName.nameKey, row.nameKey),
        ne(listedName.id, row.id),
      ),
    )
    .get()
  if (twin) {
    tx.delete(listedName).where(eq(listedName.id, row.id)).run()
    return { withdrawn, removed: true }
  }
  tx.update(listedName)
    .set({
      state: 'open',
      how: '',
      organisationId: null,
      adoptionId: null,
      decidedBy: null,
      decidedAt: '',
    })
    .where(eq(listedName.id, row.id))
    .run()
  return { withdrawn, removed: false }
}
