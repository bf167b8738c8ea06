import { connection } from 'next/server'
import { currentAuth, sessionHeaders, signInEnabled } from '#app/_request/auth.ts'
import { problem } from '#app/_request/problem.ts'
import { currentSettings } from '#lib/current-settings.ts'

/** Where a provider of identities sends people back to: the one door of the sign-in library that is open. */
export async function GET(request: Request, { params }: { params: Promise<{ provider: string }> }) {
  await connection()
  const { provider } = await params
  const { accounts, siteUrl } = currentSettings()
  if (!signInEnabled() || !accounts.providers.some(({ id }) => id === provider)) {
    return problem(404, 'Not found')
  }
  const address = `${siteUrl}/api/auth/callback/${provider}${new URL(request.url).search}`
  const headers = await sessionHeaders()
  // Kept with the session, so that its owner knows it again.
  headers.set('user-agent', (request.headers.get('user-agent') ?? '').slice(0, 300))
  return currentAuth().handler(new Request(address, { headers }))
}
