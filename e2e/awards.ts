import { execFileSync } from 'node:child_process'
import path from 'node:path'
import { and, eq, isNotNull, notExists, sql } from 'drizzle-orm'
import { openDatabase } from '#db/client.ts'
import { application } from '#db/schema/applications.ts'
import { award, edition, grid } from '#db/schema/label.ts'
import { organisation } from '#db/schema/organisations.ts'
import { inTransaction } from '#db/transaction.ts'
import { sourceRow } from '#lib/sources.ts'
import { ACCOUNTS_DATA } from './addresses.ts'

const DATA = process.env.E2E_DATA ?? ACCOUNTS_DATA
/** Of these tests alone: an edition whose dates are all past. */
const YEAR = 2071

/** Makes the key of the organiser, as they would; done before, it stays. */
export function makeKey(): void {
  try {
    execFileSync(process.execPath, ['lib/cli/label-key.ts', 'new'], {
      encoding: 'utf8',
      timeout: 20_000,
      stdio: 'pipe',
      env: { ...process.env, MUTUALIBRE_DATA: DATA },
    })
  } catch (error) {
    if (!String((error as { stderr?: string }).stderr).includes('Une clé signe déjà')) throw error
  }
}

/** An award that the jury gave to a commune of its own, announced a minute ago. */
export function anAwardGiven(): { year: number; key: string; name: string } {
  const db = openDatabase(path.join(DATA, 'mutualibre.db'))
  const at = new Date(Date.now() - 60_000).toISOString()
  try {
    return inTransaction(db, (tx) => {
      const key = String(YEAR)
      const words = { titleFr: key, titleEn: key, updatedAt: at }
      tx.insert(grid)
        .values({ key, ...words })
        .onConflictDoNothing()
        .run()
      const dates = { opensAt: at, closesAt: at, juryAt: at, announcesAt: at, publishesAt: at }
      tx.insert(edition)
        .values({
          ...dates,
          year: YEAR,
          scheme: 'copyleft-5',
          state: 'open',
          grid: key,
          axes: [],
          sourceIds: [],
        })
        .onConflictDoNothing()
        .run()
      const taken = tx
        .select({ one: sql`1` })
        .from(award)
        .where(eq(award.organisationId, organisation.id))
      const commune = tx
        .select()
        .from(organisation)
        .where(
          and(eq(organisation.kind, 'commune'), isNotNull(organisation.siren), notExists(taken)),
        )
        .orderBy(sql`random()`)
        .limit(1)
        .get()
      if (!commune) throw new Error('no commune')
      const { id: applicationId } = tx
        .insert(application)
        .values({
          grid: key,
          organisationId: commune.id,
          state: 'published',
          createdAt: at,
          updatedAt: at,
        })
        .returning({ id: application.id })
        .get()
      const url = `https://catalogue.example.fr/label/${YEAR}`
      const sourceId = sourceRow(tx, { title: 'Décision du jury', url, date: at.slice(0, 10) })
      tx.insert(award)
        .values({
          edition: YEAR,
          organisationId: commune.id,
          name: commune.name,
          level: 4,
          mentions: [{ fr: 'Mutualisation', en: 'Pooling' }],
          sourceId,
          applicationId,
          visibleFrom: at,
        })
        .run()
      return { year: YEAR, key: commune.key, name: commune.name }
    })
  } finally {
    db.$client.close()
  }
}
