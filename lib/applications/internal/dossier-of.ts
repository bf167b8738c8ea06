import { and, eq } from 'drizzle-orm'
import { application } from '#db/schema/applications.ts'
import { organisation } from '#db/schema/organisations.ts'
import type { Tx } from '#db/transaction.ts'
import type { Context } from '#lib/context.ts'
import { Conflict, NotFound } from '#lib/errors.ts'
import { getEdition, getGrid, REFERENCE_GRID } from '#lib/label/grid-queries.ts'
import type { EditionCalendar, GridView } from '#lib/label/grid-view.ts'
import { type Move, moveFrom } from '../rules/moves.ts'
import { isTaken, isWritable } from '../rules/writable.ts'

type Reading = Pick<Context, 'db'>
type Organisation = typeof organisation.$inferSelect

/** A dossier with what it is an answer to. */
export interface Dossier {
  row: typeof application.$inferSelect
  organisation: Organisation
  grid: GridView
  /** Null for the self-assessment. */
  edition: EditionCalendar | null
}

const notFound = () =>
  new NotFound(
    'Cette candidature n’existe pas, ou plus. Revenez à l’espace de votre organisme.',
    'This application does not exist, or not any more. Go back to the space of your organisation.',
  )

/** @throws NotFound */
export function dossierOf({ db }: Reading, id: number): Dossier {
  const found = db
    .select({ row: application, organisation })
    .from(application)
    .innerJoin(organisation, eq(organisation.id, application.organisationId))
    .where(eq(application.id, id))
    .get()
  if (!found) throw notFound()
  return { ...found, ...questionsOf({ db }, found.row.grid) }
}

/** The one of an organisation on a grid; undefined where none is opened. */
export function dossierOn(
  { db }: Reading,
  of: { organisationId: number; grid: string },
): Dossier | undefined {
  const row = db
    .select({ id: application.id })
    .from(application)
    .where(and(eq(application.organisationId, of.organisationId), eq(application.grid, of.grid)))
    .get()
  return row && dossierOf({ db }, row.id)
}

/** @throws NotFound where nobody can apply on that grid: unknown, of a documented edition, or a draft. */
export function questionsOf({ db }: Reading, key: string): Pick<Dossier, 'grid' | 'edition'> {
  const grid = getGrid({ db }, key)
  const edition = key === REFERENCE_GRID ? null : (getEdition({ db }, Number(key)) ?? undefined)
  if (!grid || edition === undefined || (edition && edition.state !== 'open')) {
    throw new NotFound(
      'Aucun millésime de cette adresse ne se prépare ici.',
      'No edition of this address is prepared here.',
    )
  }
  return { grid, edition }
}

/** @throws NotFound */
export function organisationOf({ db }: { db: Pick<Tx, 'select'> }, key: string): Organisation {
  const row = db.select().from(organisation).where(eq(organisation.key, key)).get()
  if (row) return row
  throw new NotFound('Cet organisme n’est pas dans la base.', 'This organisation is not known.')
}

const standingOf = ({ row, edition }: Dossier) => ({
  state: row.state,
  moreUntil: row.moreUntil,
  edition,
})
export const canWrite = (dossier: Dossier, now: Date) => isWritable(standingOf(dossier), now)
export const canSend = (dossier: Dossier, now: Date) => isTaken(standingOf(dossier), now)

/** @throws Conflict for a dossier that is not changed any more. */
export function assertWritable(dossier: Dossier, now: Date): void {
  if (canWrite(dossier, now)) return
  if (moveFrom(dossier.row.state, 'change') === undefined) throw notInThisState()
  throw new Conflict(
    'L’heure de clôture est passée : les réponses se lisent seulement. Ce que vous venez d’écrire n’est pas enregistré ; copiez-le si vous voulez le garder.',
    'The closing time has passed: answers can only be read. What you just wrote is not recorded; copy it if you want to keep it.',
  )
}

/** Where a move leads. @throws Conflict where the state of the dossier does not allow it. */
export function stateAfter(dossier: Dossier, move: Move): typeof dossier.row.state {
  const next = moveFrom(dossier.row.state, move)
  if (next === undefined) throw notInThisState()
  return next
}

const notInThisState = () =>
  new Conflict(
    'La candidature n’en est pas, ou plus, à cette étape. Rechargez la page pour voir où elle en est.',
    'The application is not at this step, or not any more. Reload the page to see where it stands.',
  )
