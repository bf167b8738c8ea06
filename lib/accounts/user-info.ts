import { createRemoteJWKSet, decodeJwt, jwtVerify } from 'jose'
import { z } from 'zod'
import type { Db } from '#db/client.ts'
import { providerClaim } from '#db/schema/accounts.ts'
import { inTransaction } from '#db/transaction.ts'
import { isSiren } from '#lib/organisations/rules/siren.ts'
import type { IdentityProvider } from './settings.ts'

/** Milliseconds that a provider may take to answer, and the bytes that an answer may hold. */
const PATIENCE = 10_000
const LONGEST_ANSWER = 64 * 1_024

const configuration = z.object({
  issuer: z.string(),
  userinfo_endpoint: z.url({ protocol: /^https?$/ }),
  jwks_uri: z.url({ protocol: /^https?$/ }),
})

const claims = z.object({
  sub: z.string().min(1).max(255),
  email: z.email().max(254),
  email_verified: z.union([z.boolean(), z.string()]).optional(),
  name: z.string().max(200).optional(),
  given_name: z.string().max(100).optional(),
  usual_name: z.string().max(100).optional(),
  family_name: z.string().max(100).optional(),
  siret: z
    .string()
    .regex(/^\d{14}$/)
    .optional()
    .catch(undefined),
})

/**
 * Reads who signed in from a provider's userinfo endpoint, plain JSON or a signed JWT (ProConnect answers
 * `application/jwt`; OpenID Connect Core 1.0, section 5.3.2), and keeps the SIRET that it vouches for.
 * @returns null when nothing that can be trusted came back.
 */
export function userInfoOf(db: Db, provider: IdentityProvider) {
  return async ({
    accessToken,
    idToken,
  }: {
    accessToken?: string | undefined
    idToken?: string | undefined
  }) => {
    if (!accessToken) return null
    const found = configuration.parse(
      JSON.parse(await read(`${provider.issuer}/.well-known/openid-configuration`)),
    )
    const answer = await read(found.userinfo_endpoint, accessToken)
    const info = claims.safeParse(await claimsOf(answer, found, provider.clientId))
    if (!info.success) return null
    const { sub, email, siret } = info.data
    // better-auth has verified the id token; the two must be of one person (section 5.3.2).
    if (idToken && decodeJwt(idToken).sub !== sub) return null
    // ProConnect vouches for the address without saying so: the identity provider of the agent's own
    // administration manages it. An address that nobody verified would let anyone be someone else here.
    const verified = provider.id === 'proconnect' || String(info.data.email_verified) === 'true'
    if (!verified) return null
    if (siret && isSiren(siret.slice(0, 9))) {
      const row = { siret, seenAt: new Date().toISOString() }
      inTransaction(db, (tx) => {
        tx.insert(providerClaim)
          .values({ providerId: provider.id, subject: sub, ...row })
          .onConflictDoUpdate({
            target: [providerClaim.providerId, providerClaim.subject],
            set: row,
          })
          .run()
      })
    }
    const { name, given_name, usual_name, family_name } = info.data
    return {
      id: sub,
      sub,
      email: email.toLowerCase(),
      emailVerified: true,
      name: name ?? [given_name, usual_name ?? family_name].filter(Boolean).join(' '),
    }
  }
}

async function claimsOf(
  answer: string,
  found: z.infer<typeof configuration>,
  clientId: string,
): Promise<unknown> {
  if (answer.trimStart().startsWith('{')) return JSON.parse(answer)
  const { payload } = await jwtVerify(answer, createRemoteJWKSet(new URL(found.jwks_uri)), {
    issuer: found.issuer,
    audience: clientId,
  })
  return payload
}

async function read(address: string, accessToken?: string): Promise<string> {
  const response = await fetch(address, {
    redirect: 'error',
    signal: AbortSignal.timeout(PATIENCE),
    headers: accessToken ? { Authorization: `Bearer ${accessToken}` } : {},
  })
  const text = await response.text()
  if (!response.ok || text.length > LONGEST_ANSWER) {
    throw new Error(`${new URL(address).host} answered ${response.status}`)
  }
  return text
}
