import { execFileSync } from 'node:child_process'
import path from 'node:path'
import { openDatabase } from '#db/client.ts'
import { makeMember, signIn, someone } from './accounts.ts'
import { ACCOUNTS_DATA } from './addresses.ts'
import type { Page } from './fixtures.ts'

export interface Place {
  id: number
  key: string
  name: string
}

function read<T>(sql: string, ...values: unknown[]): T[] {
  const db = openDatabase(path.join(ACCOUNTS_DATA, 'mutualibre.db'))
  try {
    return db.$client.prepare(sql).all(...values) as T[]
  } finally {
    db.$client.close()
  }
}

/** An agent of a syndicat, signed in. */
export async function anOperator(page: Page): Promise<Place> {
  const [syndicat] = read<Place>(
    `SELECT id, key, name FROM organisation WHERE kind IN ('syndicat', 'operateur') ORDER BY random() LIMIT 1`,
  )
  if (!syndicat) throw new Error('no syndicat in the reference data')
  const email = someone('syndicat.example.fr')
  await signIn(page, email)
  makeMember(syndicat.key, email)
  return syndicat
}

/**
 * Communes of which nothing is known, anywhere in the country.
 * @param part one of three parts of the country, so that tests at the same time never share a commune.
 */
export function someCommunes(
  count: number,
  part: 0 | 1 | 2 = 2,
): Array<Place & { siren: string; insee: string }> {
  return read(
    `SELECT id, key, name, siren, insee FROM organisation o WHERE kind = 'commune' AND siren IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM adoption a WHERE a.organisation_id = o.id)
      AND NOT EXISTS (SELECT 1 FROM membership m WHERE m.organisation_id = o.id)
      AND o.id % 3 = ?
    ORDER BY random() LIMIT ?`,
    part,
    count,
  )
}

/** How many of some organisations use a software, by whose word. */
export function wordsOn(slug: string, places: readonly Place[]): Record<string, number> {
  const rows = read<{ trust: string; n: number }>(
    `SELECT trust, count(*) AS n FROM adoption
      WHERE software_id = (SELECT id FROM software WHERE slug = ?)
        AND organisation_id IN (SELECT value FROM json_each(?)) GROUP BY trust`,
    slug,
    JSON.stringify(places.map(({ id }) => id)),
  )
  return Object.fromEntries(rows.map(({ trust, n }) => [trust, n]))
}

/** Proves the figures equal to the rows, as the one who runs the service does. */
export function figuresAreRows(): string {
  return execFileSync(process.execPath, ['lib/cli/figures.ts'], {
    encoding: 'utf8',
    timeout: 60_000,
    env: {
      ...process.env,
      MUTUALIBRE_DATA: ACCOUNTS_DATA,
      SIGN_IN: 'off',
    },
  })
}

/** A file as a form takes it. */
export const fileOf = (name: string, content: string | Buffer) => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: typeof content === 'string' ? Buffer.from(content) : content,
})
