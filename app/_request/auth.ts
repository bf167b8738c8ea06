import 'server-only'
import { nextCookies } from 'better-auth/next-js'
import { cookies } from 'next/headers'
import { type Auth, makeAuth } from '#lib/accounts/auth.ts'
import { readActor } from '#lib/accounts/queries.ts'
import { accountSecret } from '#lib/accounts/secret.ts'
import type { Actor } from '#lib/context.ts'
import { currentSettings } from '#lib/current-settings.ts'
import { currentDatabase } from '#lib/database.ts'

const holder = globalThis as { mutualibreAuth?: Auth }

/** Whether anyone can sign in to this service. */
export function signInEnabled(): boolean {
  return currentSettings().accounts.enabled
}

/** The sign-in of this process. Call it only where sign-in is on. */
export function currentAuth(): Auth {
  if (!holder.mutualibreAuth) {
    const settings = currentSettings()
    holder.mutualibreAuth = makeAuth({
      db: currentDatabase(),
      settings: settings.accounts,
      siteUrl: settings.siteUrl,
      secret: accountSecret(settings),
      plugins: [nextCookies()],
    })
  }
  return holder.mutualibreAuth
}

/** Who asks for a page: most visitors have no session cookie, and cost nothing more. */
export async function currentActor(): Promise<Actor> {
  const visitor: Actor = { kind: 'visitor' }
  const held = (await cookies())
    .getAll()
    .some(({ name }) => name.endsWith('mutualibre.session_token'))
  if (!held || !signInEnabled()) return visitor
  const found = await currentAuth().api.getSession({ headers: await sessionHeaders() })
  if (!found) return visitor
  return readActor({ db: currentDatabase() }, found.user.id) ?? visitor
}

/** What the sign-in reads of a request: the cookies, and nothing that a visitor may claim of their host. */
export async function sessionHeaders(): Promise<Headers> {
  return new Headers({ cookie: (await cookies()).toString() })
}

/** The session that asks, which its owner is told apart from their others; undefined for a visitor. */
export async function currentSessionId(): Promise<string | undefined> {
  const found = await currentAuth().api.getSession({ headers: await sessionHeaders() })
  return found?.session.id
}
