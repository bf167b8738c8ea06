import { eq } from 'drizzle-orm'
import { publisher } from '#db/schema/software.ts'
import type { Tx } from '#db/transaction.ts'
import { NotFound } from '#lib/errors.ts'

/** The publisher of a slug. @throws NotFound */
export function publisherOfSlug(
  tx: Pick<Tx, 'select'>,
  slug: string,
): typeof publisher.$inferSelect {
  const row = tx.select().from(publisher).where(eq(publisher.slug, slug)).get()
  if (row) return row
  throw new NotFound(
    'Cet éditeur n’est pas au catalogue, ou plus. Cherchez-le par l’un de ses logiciels.',
    'This publisher is not in the catalogue, or not any more. Look it up by one of its software.',
  )
}
