import { eq } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { software } from '#db/schema/software.ts'
import type { Tx } from '#db/transaction.ts'
import { fold } from '#lib/text.ts'

/** Entries that have a name already: often the same software, of another address. */
export function softwareOfName(db: Db | Tx, name: string): Array<{ slug: string; name: string }> {
  const key = fold(name.trim())
  if (key === '') return []
  return db
    .select({ slug: software.slug, name: software.name })
    .from(software)
    .where(eq(software.nameKey, key))
    .limit(5)
    .all()
}
