import { eq } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { provider } from '#db/schema/providers.ts'
import type { Tx } from '#db/transaction.ts'
import { NotFound } from '#lib/errors.ts'

export type ProviderRow = typeof provider.$inferSelect

/** The provider of an address, whatever its state: ask the right before showing anything. @throws NotFound */
export function providerOfSlug(db: Db | Tx, slug: string): ProviderRow {
  const row = db.select().from(provider).where(eq(provider.slug, slug)).get()
  if (row) return row
  throw new NotFound(
    'Ce prestataire n’est pas au catalogue : vérifiez l’adresse, ou cherchez-le dans la liste.',
    'This provider is not in the catalogue: check the address, or look for it in the list.',
  )
}
