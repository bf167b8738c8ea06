import { adoptionDetail } from '#db/schema/adoption-life.ts'
import { type AdoptionInput, reportAdoptions } from '#lib/adoptions/commands/report-adoptions.ts'
import type { Context } from '#lib/context.ts'
import { anAdoption } from './builders.ts'

/**
 * An adoption on record, with what its organisation says of it.
 * @returns its id.
 */
export function anAdoptionOnRecord(
  context: Context,
  softwareId: number,
  organisationId: number,
  adoption: Partial<AdoptionInput> = {},
  detail?: Partial<typeof adoptionDetail.$inferInsert>,
): number {
  const operator: Context = { ...context, actor: { kind: 'operator', name: 'test' } }
  reportAdoptions(operator, [anAdoption(softwareId, organisationId, adoption)])
  const { id } = context.db.$client
    .prepare('SELECT id FROM adoption WHERE software_id = ? AND organisation_id = ?')
    .get(softwareId, organisationId) as { id: number }
  if (detail) {
    context.db
      .insert(adoptionDetail)
      .values({ adoptionId: id, ...detail })
      .run()
  }
  return id
}
