import { isAPIError } from 'better-auth/api'
import type { Db } from '#db/client.ts'
import { Conflict } from '#lib/errors.ts'
import type { Auth } from '../auth.ts'
import { keepFirstLocale } from '../user-locale.ts'

/** Kept with a session, so that its owner knows it again. */
const LONGEST_AGENT = 300

/**
 * Signs in with the token of a link, which is worth nothing from then on. The framework plugin of the
 * sign-in hands the session's cookie to the browser.
 * @throws Conflict when the token was used, has expired or never was.
 */
export async function followLink(
  { auth, db }: { auth: Auth; db: Db },
  { token, locale, userAgent }: { token: string; locale: 'fr' | 'en'; userAgent: string },
): Promise<{ userId: string }> {
  const found = await auth.api
    .magicLinkVerify({
      query: { token },
      headers: new Headers({ 'user-agent': userAgent.slice(0, LONGEST_AGENT) }),
    })
    .catch((error: unknown) => {
      // It answers what it refuses by a redirection, which it throws.
      if (isAPIError(error)) return undefined
      throw error
    })
  if (!found?.user) {
    throw new Conflict(
      'Ce lien ne sert plus : il a déjà servi, il a plus de 15 minutes, ou il n’est pas entier. Demandez-en un autre, il arrive tout de suite.',
      'This link is of no use any more: it was used already, it is older than 15 minutes, or it is not whole. Ask for another, it comes at once.',
    )
  }
  keepFirstLocale(db, found.user.id, locale)
  return { userId: found.user.id }
}
