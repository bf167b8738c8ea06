import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { source } from '#db/schema/system.ts'
import type { Tx } from '#db/transaction.ts'

/** A date as documents give it: a year (YAML reads it as a number), a month or a day. */
export const partialDate = z.coerce
  .string()
  .regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/, 'AAAA, AAAA-MM ou AAAA-MM-JJ')

/** Addresses shown as links: nothing but http and https gets in. */
export const webAddress = z.url({ protocol: /^https?$/, hostname: z.regexes.domain })

export const sourceInput = z.strictObject({
  id: z.string(),
  title: z.string().min(3),
  url: webAddress,
  date: partialDate.optional(),
})
export type SourceInput = z.infer<typeof sourceInput>

/** Finds or adds the row of a document: one row for one address, title and date. */
export function sourceRow(tx: Tx, input: Omit<SourceInput, 'id'>): number {
  const date = input.date ?? ''
  const key = `${input.url}\n${input.title}\n${date}`
  const known = tx.select({ id: source.id }).from(source).where(eq(source.key, key)).get()
  if (known) return known.id
  return tx
    .insert(source)
    .values({ url: input.url, title: input.title, date, key })
    .returning({ id: source.id })
    .get().id
}

/** A document as a page shows it behind a fact. */
export interface SourceView {
  title: string
  url: string
  date: string
}
