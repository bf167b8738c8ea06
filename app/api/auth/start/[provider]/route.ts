import { redirect } from 'next/navigation'
import { connection } from 'next/server'
import { currentAuth, sessionHeaders, signInEnabled } from '#app/_request/auth.ts'
import { problem } from '#app/_request/problem.ts'
import { pathTo } from '#components/i18n/paths.ts'
import { sitePath } from '#lib/accounts/rules/site-path.ts'
import { currentSettings } from '#lib/current-settings.ts'

/**
 * Leads to a provider of identities. A link and not a form: the Content-Security-Policy keeps forms on
 * this site. All that it does for whoever is led here by another site is to ask that provider.
 */
export async function GET(request: Request, { params }: { params: Promise<{ provider: string }> }) {
  await connection()
  const { provider } = await params
  const query = new URL(request.url).searchParams
  const locale = query.get('langue') === 'en' ? 'en' : 'fr'
  const { accounts, siteUrl } = currentSettings()
  if (!signInEnabled() || !accounts.providers.some(({ id }) => id === provider)) {
    return problem(404, 'Not found')
  }
  const next = sitePath(query.get('suite'))
  const back = pathTo(locale, '/connexion', { suite: next })
  const started = await currentAuth()
    .api.signInSocial({
      body: {
        provider,
        disableRedirect: true,
        callbackURL: siteUrl + (next || pathTo(locale, '/espace')),
        errorCallbackURL: siteUrl + back,
      },
      headers: await sessionHeaders(),
    })
    .catch(() => undefined)
  redirect(started?.url ?? pathTo(locale, '/connexion', { suite: next, error: 'unreachable' }))
}
