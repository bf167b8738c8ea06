import { eq } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { userSetting } from '#db/schema/accounts.ts'
import type { Tx } from '#db/transaction.ts'

type UserLocale = 'fr' | 'en'

/** The language that a user is written to in: that of their first sign-in, or the one they chose since. */
export function localeOfUser(db: Db | Tx, userId: string): UserLocale {
  const row = db
    .select({ locale: userSetting.locale })
    .from(userSetting)
    .where(eq(userSetting.userId, userId))
    .get()
  return row?.locale ?? 'fr'
}

/** Remembers the language that someone signs in in, as long as they have chosen none. */
export function keepFirstLocale(tx: Db | Tx, userId: string, locale: UserLocale): void {
  tx.insert(userSetting).values({ userId, locale }).onConflictDoNothing().run()
}
