import { type Db, openDatabase } from '#db/client.ts'

/** An entry's own page and all below it, in both languages; the same in the API. */
const OF_A_SOFTWARE =
  /^((?:\/en)?\/logiciels|\/api\/v1\/(?:software|logiciels))\/([a-z0-9-]+)((?:[/?.]).*)?$/

/**
 * Tells where an address of an entry that was merged into another has gone. It is asked before the pages
 * are: one answer for every page there is below an entry, and a true redirect for programs.
 */
export function movedSoftware(file: string): {
  addressOf(url: string): string | undefined
  close(): void
} {
  const db: Db = openDatabase(file)
  const find = db.$client
    .prepare(
      'SELECT s.slug FROM software_redirect r JOIN software s ON s.id = r.software_id WHERE r.slug = ?',
    )
    .pluck()
  return {
    addressOf(url) {
      const [, before, slug, rest = ''] = OF_A_SOFTWARE.exec(url) ?? []
      const now = slug === undefined ? undefined : find.get(slug)
      return typeof now === 'string' ? `${before}/${now}${rest}` : undefined
    },
    close: () => db.$client.close(),
  }
}
