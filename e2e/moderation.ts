import { randomUUID } from 'node:crypto'
import path from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import { openDatabase } from '#db/client.ts'
import { readActor } from '#lib/accounts/queries.ts'
import type { Context } from '#lib/context.ts'
import { anEntry } from '#lib/testing/builders.ts'
import { makeMember, makeModerator, signIn, someone } from './accounts.ts'
import { ACCOUNTS_DATA } from './addresses.ts'
import { expect, type Page } from './fixtures.ts'

/** Does something with the database of the service, as another process of its operator would. */
export function withDatabase<T>(use: (context: Context) => T): T {
  const db = openDatabase(path.join(process.env.E2E_DATA ?? ACCOUNTS_DATA, 'mutualibre.db'))
  try {
    return use({ db, actor: { kind: 'operator', name: 'e2e' }, now: new Date() })
  } finally {
    db.$client.close()
  }
}

/** The same, in the place of someone who has an account. */
export function asUser<T>(email: string, use: (context: Context) => T): T {
  return withDatabase((context) => {
    const id = context.db.$client.prepare('SELECT id FROM user WHERE email = ?').pluck().get(email)
    const actor = typeof id === 'string' ? readActor(context, id) : undefined
    if (!actor) throw new Error(`nobody has an account at ${email}`)
    return use({ ...context, actor })
  })
}

export interface Commune {
  id: number
  key: string
  name: string
}

/** A commune of its own for a test: one of 34,000, of which nothing is known. */
export function aCommune(): Commune {
  return withDatabase(
    ({ db }) =>
      db.$client
        .prepare(
          `SELECT id, key, name FROM organisation o WHERE kind = 'commune' AND siren IS NOT NULL
            AND NOT EXISTS (SELECT 1 FROM adoption a WHERE a.organisation_id = o.id)
            AND NOT EXISTS (SELECT 1 FROM membership m WHERE m.organisation_id = o.id)
          ORDER BY abs(o.id - abs(random()) % 30000) LIMIT 1`,
        )
        .get() as Commune,
  )
}

/** An agent of a commune, with an account, not signed in. */
export function anAgentOf(commune: Commune): string {
  const email = someone(`${randomUUID().slice(0, 8)}.example.fr`)
  makeMember(commune.key, email)
  return email
}

/** A name that no other software of the run has. */
export const newName = (): string => `Logiciel ${randomUUID().slice(0, 8)}`

/** A sound entry of that name. */
export const entryOf = (slug: string, name: string) => ({
  slug,
  entry: anEntry({ slug, name, publisher: publisherOfTheCatalogue() }),
})

const publisherOfTheCatalogue = (): string =>
  withDatabase(({ db }) =>
    String(db.$client.prepare('SELECT slug FROM publisher ORDER BY id LIMIT 1').pluck().get()),
  )

/** A moderator, signed in, on the page asked for. */
export async function aModerator(page: Page, next = '/espace/moderation'): Promise<string> {
  const email = someone('moderation.example.fr')
  makeModerator(email)
  await signIn(page, email, next)
  return email
}

/** The number of the case about someone's last request. */
export const lastCaseOf = (email: string): number =>
  asUser(email, ({ db, actor }) =>
    Number(
      db.$client
        .prepare('SELECT max(id) FROM moderation_case WHERE opened_by = ?')
        .pluck()
        .get(actor.kind === 'user' ? actor.id : ''),
    ),
  )

export async function expectAccessible(page: Page): Promise<void> {
  // A page that is being left has no title for a moment.
  await expect(page).not.toHaveTitle('')
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
}
