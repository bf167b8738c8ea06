import { type BetterAuthPlugin, betterAuth } from 'better-auth'
import { drizzleAdapter } from 'better-auth/adapters/drizzle'
import { createAuthMiddleware } from 'better-auth/api'
import { genericOAuth, magicLink } from 'better-auth/plugins'
import type { Db } from '#db/client.ts'
import { account, session, user, verification } from '#db/schema/accounts.ts'
import { inTransaction } from '#db/transaction.ts'
import { recordAudit } from '#lib/audit.ts'
import type { Context } from '#lib/context.ts'
import { afterSignIn } from './commands/sign-in.ts'
import { queueSignInMail } from './commands/sign-in-mail.ts'
import { keyFor } from './secret.ts'
import type { AccountSettings } from './settings.ts'
import { userInfoOf } from './user-info.ts'
import { keepFirstLocale } from './user-locale.ts'

/** How long a link to sign in is good for, in seconds. */
export const LINK_LIFE = 15 * 60
/** How long a session lasts, in seconds, used or not: pages are read without ever setting a cookie. */
const SESSION_LIFE = 14 * 86_400

/**
 * Sign-in by better-auth, on the tables of our schema: a link by e-mail, and the identity providers of
 * the settings. It knows who is there; what they may do is in rules/rights.ts.
 */
export function makeAuth(options: {
  db: Db
  settings: AccountSettings
  siteUrl: string
  secret: string
  /** What ties it to the framework that serves the pages: it must come last. */
  plugins?: BetterAuthPlugin[]
}) {
  const { db, settings, siteUrl, secret, plugins = [] } = options
  const context = (): Context => ({
    db,
    actor: { kind: 'system', name: 'sign-in' },
    now: new Date(),
  })
  return betterAuth({
    appName: 'Mutualibre',
    baseURL: siteUrl,
    basePath: '/api/auth',
    secret: Buffer.from(keyFor(secret, 'sessions')).toString('base64'),
    telemetry: { enabled: false },
    logger: { level: 'error', disableColors: true },
    database: drizzleAdapter(db, {
      provider: 'sqlite',
      schema: { user, session, account, verification },
    }),
    // Counted before Next, by the address that our own proxies saw: lib/server/form-gate.ts.
    rateLimit: { enabled: false },
    session: { expiresIn: SESSION_LIFE, disableSessionRefresh: true },
    // A provider's account joins that of the same address only where the provider has verified it.
    account: { accountLinking: { enabled: true, trustedProviders: [] } },
    // An address is what a person is known by here: it does not change under an organisation's members.
    user: { changeEmail: { enabled: false }, deleteUser: { enabled: false } },
    onAPIError: { errorURL: `${siteUrl}/connexion` },
    advanced: {
      cookiePrefix: 'mutualibre',
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax' },
      ipAddress: { disableIpTracking: true },
    },
    hooks: {
      after: createAuthMiddleware(async ({ context: { newSession, responseHeaders } }) => {
        if (!newSession || !responseHeaders?.has('location')) return
        const to = responseHeaders.get('location') ?? ''
        const english = URL.canParse(to) && /^\/en(\/|$)/.test(new URL(to).pathname)
        keepFirstLocale(db, newSession.user.id, english ? 'en' : 'fr')
      }),
    },
    databaseHooks: {
      account: {
        create: {
          before: async (row) => ({
            data: { ...row, accessToken: null, refreshToken: null, idToken: null },
          }),
        },
        update: {
          before: async (row) => ({
            data: { ...row, accessToken: null, refreshToken: null, idToken: null },
          }),
        },
      },
      session: {
        create: {
          after: async (row) => {
            inTransaction(db, (tx) => {
              recordAudit(tx, context(), {
                action: 'session.start',
                subjectKind: 'user',
                subject: row.userId,
              })
              afterSignIn(tx, context(), row.userId)
            })
          },
        },
      },
    },
    plugins: [
      magicLink({
        expiresIn: LINK_LIFE,
        storeToken: 'hashed',
        sendMagicLink: async ({ email, token, metadata }) =>
          inTransaction(db, (tx) =>
            queueSignInMail(tx, context(), { email, token, siteUrl, metadata }),
          ),
      }),
      genericOAuth({
        config: settings.providers.map((provider) => ({
          providerId: provider.id,
          name: provider.name,
          discoveryUrl: `${provider.issuer}/.well-known/openid-configuration`,
          clientId: provider.clientId,
          clientSecret: provider.clientSecret,
          scopes: ['openid', 'email', 'given_name', 'usual_name', 'siret'].filter(
            (scope) => provider.id === 'proconnect' || ['openid', 'email'].includes(scope),
          ),
          ...(provider.id === 'proconnect'
            ? { authorizationUrlParams: { acr_values: 'eidas1' } }
            : {}),
          getUserInfo: userInfoOf(db, provider),
        })),
      }),
      ...plugins,
    ],
  })
}

export type Auth = ReturnType<typeof makeAuth>
