import { locale as rootLocale } from 'next/root-params'
import { connection } from 'next/server'
import { cache } from 'react'
import { isLocale, type Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import type { Context } from '#lib/context.ts'
import { currentDatabase } from '#lib/database.ts'
import { currentSearchEngine } from '#lib/search/current.ts'
import { currentActor } from './auth.ts'

/**
 * What a page reads with: made once a request. It waits for a connection first, so that no page is
 * frozen at build time with what the database held then.
 */
export const requestContext = cache(async (): Promise<Context> => {
  await connection()
  const db = currentDatabase()
  return { db, actor: await currentActor(), now: new Date(), search: currentSearchEngine(db) }
})

/** The language of the page, from its address; anything but the two is French. */
export async function requestLocale(): Promise<Locale> {
  const value = await rootLocale()
  return typeof value === 'string' && isLocale(value) ? value : 'fr'
}

/** What every page starts with. */
export async function startPage() {
  const [context, locale] = await Promise.all([requestContext(), requestLocale()])
  return { context, locale, t: messages(locale) }
}

export type SearchParams = Promise<Record<string, string | string[] | undefined>>
