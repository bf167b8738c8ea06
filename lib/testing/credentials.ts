import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach } from 'vitest'
import { application } from '#db/schema/applications.ts'
import { award } from '#db/schema/label.ts'
import { inTransaction } from '#db/transaction.ts'
import type { Context } from '#lib/context.ts'
import { makeLabelKey } from '#lib/credentials/commands/keep-keys.ts'
import { sourceRow } from '#lib/sources.ts'
import { anOrganisation, SOURCE } from './builders.ts'
import { makeTestContext } from './context.ts'
import { anOpenEdition } from './label.ts'

export const SITE = 'https://catalogue.example.fr'
export const LAUREATE = '211300041'

const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

/** A folder for private keys, which goes with the test. */
export function aKeyFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'mutualibre-keys-'))
  folders.push(folder)
  return path.join(folder, 'cles')
}

/** An award as the jury writes it: level 4 to Arles in 2026, announced an hour ago. @returns its id. */
export function anAwardHere(
  context: Context,
  options: {
    award?: Partial<typeof award.$inferInsert>
    application?: Partial<typeof application.$inferInsert>
    name?: string
    key?: string
    year?: number
  } = {},
): number {
  const { name = 'Arles', key = LAUREATE, year = 2026 } = options
  const organisationId = anOrganisation(context, { key, siren: key, name })
  const at = new Date(context.now.getTime() - 3_600_000).toISOString()
  return inTransaction(context.db, (tx) => {
    const { id: applicationId } = tx
      .insert(application)
      .values({
        grid: String(year),
        organisationId,
        state: 'published',
        responsibleName: 'Camille Exemple',
        responsibleOffice: 'Directrice informatique',
        electedName: 'Dominique Exemple',
        electedOffice: 'Adjoint au maire',
        createdAt: at,
        updatedAt: at,
        ...options.application,
      })
      .returning({ id: application.id })
      .get()
    const sourceId = sourceRow(tx, { ...SOURCE, title: 'Décision du jury' })
    return tx
      .insert(award)
      .values({
        edition: year,
        organisationId,
        name,
        level: 4,
        mentions: [],
        sourceId,
        applicationId,
        visibleFrom: at,
        ...options.award,
      })
      .returning({ id: award.id })
      .get().id
  })
}

/** A site with a key, an edition, and an award that can be signed. */
export function aSigningSite(options: Parameters<typeof anAwardHere>[1] = {}) {
  const context = makeTestContext()
  anOpenEdition(context)
  const signing = { folder: aKeyFolder(), siteUrl: SITE }
  const { kid } = makeLabelKey(context, signing)
  return { context, signing, kid, awardId: anAwardHere(context, options) }
}
