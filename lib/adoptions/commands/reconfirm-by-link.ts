import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { organisation } from '#db/schema/organisations.ts'
import { software } from '#db/schema/software.ts'
import { inTransaction, type Tx } from '#db/transaction.ts'
import { assertMay } from '#lib/accounts/assert-may.ts'
import { type AskUse, readLink } from '#lib/accounts/signed-link.ts'
import { refreshSoftwareFigures } from '#lib/adoptions/commands/figures.ts'
import type { AdoptionState } from '#lib/adoptions/schema.ts'
import { shownList } from '#lib/adoptions/shown-list.ts'
import type { Context } from '#lib/context.ts'
import { Forbidden } from '#lib/errors.ts'
import { refreshEvidence } from '#lib/evidence/commands/refresh-evidence.ts'
import { confirmRecord, type Standing, standingOf } from '../internal/confirm-record.ts'
import type { Confirmed } from './confirm-adoptions.ts'

type Reading = Pick<Tx, 'select'>

const says = z.object({
  organisation: z.number().int().positive(),
  adoptions: z.string(),
  asked: z.string(),
})

/** What a link from a mail asks, and how far it is answered. */
export interface Asked {
  use: AskUse
  organisation: { key: string; name: string }
  lines: Array<{ software: string; state: AdoptionState; standing: Standing }>
}

interface Link {
  secret: string
  token: string
}

/** Reads a link from a mail; nothing changes. @returns why not, where it is of no use. */
export async function readAsked(
  context: Context,
  link: Link,
): Promise<Asked | 'expired' | 'forged'> {
  const read = await contentOf(context, link)
  if (typeof read === 'string') return read
  const { db } = context
  const row = organisationOf(db, read.organisation)
  if (!row) return 'forged'
  const lines = shownList(read.adoptions).flatMap((shown) => {
    const found = standingOf(db, read.organisation, shown, read.asked)
    if (!found) return []
    const { standing, record } = found
    return [{ software: nameOf(db, record.row.softwareId), state: record.row.state, standing }]
  })
  return { use: read.use, organisation: row, lines }
}

/**
 * Confirms for an organisation what a link from a mail lists, without signing in: the link went to its
 * members and holds what it is about. Used again, it changes nothing; what was changed since it was
 * sent is left as it is.
 * @throws Forbidden for a link that is forged, expired or for something else.
 */
export async function reconfirmByLink(context: Context, link: Link): Promise<Confirmed> {
  assertMay(context.actor, 'adoption.reconfirm-by-link')
  const read = await contentOf(context, link)
  if (typeof read === 'string') throw read === 'expired' ? expired() : forged()
  return inTransaction(context.db, (tx) => {
    const report: Confirmed = { confirmed: 0, already: 0, changed: 0 }
    const touched = new Set<number>()
    for (const shown of shownList(read.adoptions)) {
      const found = standingOf(tx, read.organisation, shown, read.asked)
      if (found?.standing === 'done') report.already++
      if (found?.standing === 'changed') report.changed++
      if (found?.standing !== 'waiting') continue
      confirmRecord(tx, context, found.record, 'adoption.reconfirm', { deferFigures: true })
      touched.add(found.record.row.softwareId)
      report.confirmed++
    }
    refreshSoftwareFigures(tx, [...touched])
    if (touched.size > 0) refreshEvidence(tx, context, read.organisation)
    return report
  })
}

async function contentOf({ now }: Context, { secret, token }: Link) {
  let why: 'expired' | 'forged' = 'forged'
  for (const use of ['reconfirm', 'confirm-reported'] as const) {
    const read = await readLink(secret, use, token, now)
    if (read === 'expired') why = 'expired'
    if (read === undefined || read === 'expired') continue
    const content = says.safeParse(read)
    if (content.success) return { use, ...content.data }
  }
  return why
}

const organisationOf = (db: Reading, id: number) =>
  db
    .select({ key: organisation.key, name: organisation.name })
    .from(organisation)
    .where(eq(organisation.id, id))
    .get()

const nameOf = (db: Reading, id: number) =>
  db.select({ name: software.name }).from(software).where(eq(software.id, id)).get()?.name ?? ''

const expired = () =>
  new Forbidden(
    'Ce lien a plus de 60 jours : il ne sert plus. Connectez-vous pour confirmer dans l’espace de votre organisme.',
    'This link is more than 60 days old and of no use any more. Sign in to confirm in the space of your organisation.',
  )

const forged = () =>
  new Forbidden(
    'Ce lien n’est pas valable : il est peut-être coupé. Ouvrez-le depuis le courriel, ou connectez-vous pour confirmer dans l’espace de votre organisme.',
    'This link is not valid: it may have been cut. Open it from the mail, or sign in to confirm in the space of your organisation.',
  )
