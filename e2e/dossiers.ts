import path from 'node:path'
import { eq } from 'drizzle-orm'
import { openDatabase } from '#db/client.ts'
import { edition } from '#db/schema/label.ts'
import { anOpenEdition } from '#lib/testing/label.ts'
import { ACCOUNTS_DATA } from './addresses.ts'

/** The edition of the candidates of these tests: a year that no other has. */
export const EDITION = 2031

/** Opens it, unless another worker was first: two axes, four questions, one required. */
export function openEditionOnce(): void {
  const db = openDatabase(path.join(ACCOUNTS_DATA, 'mutualibre.db'))
  try {
    db.$client
      .transaction(() => {
        const there = db.select().from(edition).where(eq(edition.year, EDITION)).get()
        const context = { db, actor: { kind: 'operator', name: 'e2e' }, now: new Date() } as const
        if (!there) anOpenEdition(context, { year: EDITION })
      })
      .immediate()
  } finally {
    db.$client.close()
  }
}
