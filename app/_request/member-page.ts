import 'server-only'
import { headers } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import { pathTo } from '#components/i18n/paths.ts'
import type { UserActor } from '#lib/context.ts'
import { signInEnabled } from './auth.ts'
import { startPage } from './context.ts'

/**
 * What every page of /espace starts with: whoever is not signed in is led to the sign-in, and from there
 * back to the address they came for. Where sign-in is off, there is no such page.
 */
export async function startMemberPage() {
  const page = await startPage()
  if (!signInEnabled()) notFound()
  const { actor } = page.context
  if (actor.kind !== 'user') {
    redirect(pathTo(page.locale, '/connexion', { suite: await currentAddress() }))
  }
  const context: typeof page.context & { actor: UserActor } = { ...page.context, actor }
  return { ...page, context, actor }
}

/** The path and query of the page being made, as its visitor sees them. */
export async function currentAddress(): Promise<string> {
  return (await headers()).get('x-mutualibre-address') ?? '/espace'
}
