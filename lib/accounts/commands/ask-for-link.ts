import { and, gt, sql } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { verification } from '#db/schema/accounts.ts'
import { TooMany } from '#lib/errors.ts'
import type { Auth } from '../auth.ts'
import { sitePath } from '../rules/site-path.ts'
import { signInInput } from '../schema.ts'

/** Links that may wait for one address: nobody's mailbox is filled from our forms. */
const MOST_WAITING = 5

/**
 * Sends a link to sign in to an address, whether it has an account or not: the answer tells nobody.
 * @param input `email`, `locale`, and `next`, an address of this site to go to.
 * @throws z.ZodError whose messages are keys of ACCOUNT_FAULTS; TooMany
 */
export async function askForLink(
  { auth, db, now }: { auth: Auth; db: Db; now: Date },
  input: unknown,
): Promise<{ email: string }> {
  const { email, locale, next } = signInInput.parse(input)
  const { n } = db
    .select({ n: sql<number>`count(*)` })
    .from(verification)
    .where(
      and(
        gt(verification.expiresAt, now),
        sql`${verification.identifier} LIKE 'magic-link:%'`,
        sql`${verification.value} ->> 'email' = ${email}`,
      ),
    )
    .get() ?? { n: 0 }
  if (n >= MOST_WAITING) {
    throw new TooMany(
      `${MOST_WAITING} liens attendent déjà à cette adresse : ouvrez le plus récent, ou réessayez dans 15 minutes.`,
      `${MOST_WAITING} links are waiting at this address already: open the latest, or try again in 15 minutes.`,
    )
  }
  await auth.api.signInMagicLink({
    body: { email, metadata: { locale, next: sitePath(next) } },
    headers: new Headers(),
  })
  return { email }
}
