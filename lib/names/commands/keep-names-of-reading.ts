import type { Tx } from '#db/transaction.ts'
import type { Context } from '#lib/context.ts'
import type { RepositoryReading } from '#lib/forge/reading.ts'
import { forgePages } from '#lib/forge/rules/forge-pages.ts'
import { keepUsedByIn } from './keep-used-by.ts'

/**
 * Keeps the users that the publiccode.yml of a repository names, in the transaction of the visit that
 * read it. A file that is not there, or that cannot be read as a whole, says nothing of who has left it.
 */
export function keepNamesOfReadingIn(
  tx: Tx,
  context: Context,
  softwareId: number,
  reading: RepositoryReading,
): void {
  const { publiccode, head } = reading
  if (!publiccode || !head) return
  const { values, corrected } = publiccode.reading
  if (values.usedBy === undefined && corrected === null) return
  const { path } = publiccode
  keepUsedByIn(tx, context, softwareId, values.usedBy ?? [], {
    url: forgePages(reading.address)?.file(head.commit, path) ?? reading.address,
    title: `${path} (usedBy)`,
    date: head.date.slice(0, 10),
  })
}
