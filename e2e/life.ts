import { execFileSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import path from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import { openDatabase } from '#db/client.ts'
import { reportAdoptions } from '#lib/adoptions/commands/report-adoptions.ts'
import type { Context } from '#lib/context.ts'
import { anAdoption } from '#lib/testing/builders.ts'
import { makeMember, signIn, someone } from './accounts.ts'
import { ACCOUNTS, ACCOUNTS_DATA } from './addresses.ts'
import { expect, type Page } from './fixtures.ts'

/** Does something with the database of the service, as another process of its operator would. */
function withDatabase<T>(use: (context: Context) => T): T {
  const db = openDatabase(path.join(ACCOUNTS_DATA, 'mutualibre.db'))
  try {
    return use({ db, actor: { kind: 'operator', name: 'e2e' }, now: new Date() })
  } finally {
    db.$client.close()
  }
}

export interface Commune {
  id: number
  key: string
  name: string
}

/** A commune of its own for a test: one of 34,000, of which nothing is known. */
function aCommuneOfItsOwn(): Commune {
  return withDatabase(
    ({ db }) =>
      db.$client
        .prepare(
          `SELECT id, key, name FROM organisation o WHERE kind = 'commune' AND siren IS NOT NULL
            AND NOT EXISTS (SELECT 1 FROM adoption a WHERE a.organisation_id = o.id)
          ORDER BY abs(o.id - abs(random()) % 30000) LIMIT 1`,
        )
        .get() as Commune,
  )
}

/** An agent of a commune, signed in, on the page asked for. */
export async function anAgent(
  page: Page,
  next = '/espace',
): Promise<{ email: string; commune: Commune; space: string }> {
  const commune = aCommuneOfItsOwn()
  const email = someone(`${randomUUID().slice(0, 8)}.example.fr`)
  await signIn(page, email)
  makeMember(commune.key, email)
  const space = `/espace/collectivites/${commune.key}`
  await page.goto(ACCOUNTS + next.replace('{space}', space))
  return { email, commune, space }
}

/** A document says that a commune uses some software. */
export function reportedOf({ id }: Commune, slugs: readonly string[]): void {
  withDatabase((context) => {
    const idOf = context.db.$client.prepare('SELECT id FROM software WHERE slug = ?').pluck()
    reportAdoptions(
      context,
      slugs.map((slug) => anAdoption(idOf.get(slug) as number, id, { reportedOn: '2020' })),
    )
  })
}

/** Makes the words of a commune older, as if it had declared long ago. */
export function monthsGoBy({ id }: Commune, confirmedAt: string): void {
  withDatabase(({ db }) =>
    db.$client
      .prepare(`UPDATE adoption SET confirmed_at = ? WHERE organisation_id = ?`)
      .run(confirmedAt, id),
  )
  execFileSync(process.execPath, ['lib/cli/age-adoptions.ts'], {
    encoding: 'utf8',
    timeout: 60_000,
    env: {
      ...process.env,
      MUTUALIBRE_DATA: ACCOUNTS_DATA,
      MUTUALIBRE_SECRET: 'a-secret-for-the-browser-tests-alone',
      SMTP_URL: 'smtp://127.0.0.1:9',
      SITE_URL: ACCOUNTS,
    },
  })
}

/** What the database holds of a commune's uses. */
export function usesOf({ id }: Commune): Array<{ state: string; trust: string; revision: number }> {
  return withDatabase(
    ({ db }) =>
      db.$client
        .prepare(
          'SELECT state, trust, revision FROM adoption WHERE organisation_id = ? ORDER BY id',
        )
        .all(id) as Array<{ state: string; trust: string; revision: number }>,
  )
}

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** Nothing for axe to find, light and dark, and no scrolling sideways at 320 pixels. */
export async function expectInOrder(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze()
    const found = violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`))
    expect(found, colorScheme).toEqual([])
  }
  const size = page.viewportSize()
  await page.setViewportSize({ width: 320, height: 800 })
  const sideways = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(sideways, 'pixels to scroll sideways').toBeLessThanOrEqual(0)
  if (size) await page.setViewportSize(size)
}
