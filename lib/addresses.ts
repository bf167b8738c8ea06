import { sql } from 'drizzle-orm'
import type { Context } from '#lib/context.ts'
import { getAward } from '#lib/credentials/queries.ts'
import { getCall } from '#lib/needs/queries.ts'

/** Pages that need no row behind them. */
const PLAIN = new Set([
  '',
  'logiciels',
  'comparer',
  'metiers',
  'collectivites',
  'label',
  'besoins',
  'prestataires',
  'a-propos',
  'mentions-legales',
  'accessibilite',
  'publiccode',
  'sante',
])

/** Rooms of whoever signs in: nothing there is near a name of the catalogue, so none is looked for. */
const OF_MEMBERS = new Set(['connexion', 'courriels', 'espace', 'reconfirmer'])

/** Whether an address that leads nowhere may have meant a name of the catalogue. @param path without the language. */
export function mayBeMisspelt(path: string): boolean {
  return !OF_MEMBERS.has(path.split('/').filter(Boolean)[0] ?? '')
}

/** The table and column in which the last word of an address must be found. */
const ROWS: Record<string, { table: string; column: string }> = {
  logiciels: { table: 'software', column: 'slug' },
  metiers: { table: 'business_function', column: 'slug' },
  editeurs: { table: 'publisher', column: 'slug' },
  collectivites: { table: 'organisation', column: 'key' },
  label: { table: 'edition', column: 'year' },
  besoins: { table: 'need', column: 'id' },
  prestataires: { table: 'provider', column: 'slug' },
}

/** What a row's page has under it. */
const PARTS: Record<string, readonly string[]> = {
  logiciels: ['utilisateurs', 'historique', 'badges'],
  collectivites: ['semblables'],
}

/**
 * Whether an address of the site leads somewhere. Next draws the "not found" page beside every page that
 * it serves, in case the page asks for it: this spares the search for near names where nothing is missing.
 * @param path without the language.
 */
export function addressExists(context: Pick<Context, 'db' | 'now'>, path: string): boolean {
  const { db } = context
  const [room = '', name, part, ...more] = path.split('/').filter(Boolean)
  if (name === undefined) return PLAIN.has(room)
  if (path === '/label/verifier' || path === '/label/valider') return true
  if (room === 'label' && part === 'laureats') {
    return more.length === 1 && getAward(context, Number(name), more[0] ?? '') !== undefined
  }
  if (room === 'besoins' && part === 'appels') {
    const [call, ...rest] = more
    return rest.length === 0 && getCall(context, Number(name), Number(call)) !== undefined
  }
  if (room === 'label' && part === 'criteres') return criteriaExist(db, name, more)
  const row = ROWS[room]
  const depth = part !== undefined && PARTS[room]?.includes(part) ? 1 : 0
  if (!row || more.length > 0 || (part !== undefined && depth === 0)) return false
  const found = db.get(
    sql`SELECT 1 FROM ${sql.identifier(row.table)} WHERE ${sql.identifier(row.column)} = ${name}`,
  )
  return found !== undefined
}

/** The criteria of a grid that everyone may read, or one of them. */
function criteriaExist(db: Context['db'], key: string, [slug, ...more]: string[]): boolean {
  if (more.length > 0) return false
  const found = db.get(
    sql`SELECT 1 FROM grid
        WHERE key = ${key}
          AND NOT EXISTS (SELECT 1 FROM edition WHERE edition.grid = grid.key AND state = 'draft')
          AND (${slug ?? ''} = ''
            OR EXISTS (SELECT 1 FROM criterion WHERE criterion.grid = grid.key AND slug = ${slug ?? ''}))`,
  )
  return found !== undefined
}
