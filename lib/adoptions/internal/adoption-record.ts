import { and, eq } from 'drizzle-orm'
import { adoptionDetail } from '#db/schema/adoption-life.ts'
import { adoption } from '#db/schema/adoptions.ts'
import { organisation } from '#db/schema/organisations.ts'
import type { Tx } from '#db/transaction.ts'

export type AdoptionRow = typeof adoption.$inferSelect
export type DetailRow = typeof adoptionDetail.$inferSelect

/** An adoption with what its organisation says beyond the bare fact; null before it has said anything. */
export interface AdoptionRecord {
  row: AdoptionRow
  detail: DetailRow | null
}

type Reading = Pick<Tx, 'select'>

export function recordById(db: Reading, id: number): AdoptionRecord | undefined {
  const row = db.select().from(adoption).where(eq(adoption.id, id)).get()
  return row && { row, detail: detailOf(db, row.id) }
}

export function recordOfPair(
  db: Reading,
  softwareId: number,
  organisationId: number,
): AdoptionRecord | undefined {
  const row = db
    .select()
    .from(adoption)
    .where(and(eq(adoption.softwareId, softwareId), eq(adoption.organisationId, organisationId)))
    .get()
  return row && { row, detail: detailOf(db, row.id) }
}

function detailOf(db: Reading, adoptionId: number): DetailRow | null {
  return (
    db.select().from(adoptionDetail).where(eq(adoptionDetail.adoptionId, adoptionId)).get() ?? null
  )
}

/** What a detail row holds before anything is said. */
export const NO_DETAIL: Omit<DetailRow, 'adoptionId'> = {
  workstations: null,
  users: null,
  servers: null,
  schoolWorkstations: null,
  services: '',
  runBy: '',
  provider: '',
  replaces: '',
  costAvoided: null,
  costMethod: '',
  contactWish: 'none',
  contactUserId: null,
  contactPublic: '',
  note: '',
  stoppedOn: '',
  stopReason: '',
  stopNote: '',
  declaredBy: null,
  reconfirmAskedAt: '',
}

/** The columns of an organisation that its adoptions carry along. */
export function copiesOf(db: Reading, organisationId: number) {
  const row = db.select().from(organisation).where(eq(organisation.id, organisationId)).get()
  if (!row) throw new Error(`no organisation ${organisationId}`)
  return {
    organisationKind: row.kind,
    departement: row.departement,
    region: row.region,
    sizeClass: row.sizeClass,
    population: row.population ?? 0,
    organisationNameKey: row.nameKey,
  }
}
