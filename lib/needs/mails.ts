import { and, eq, ne } from 'drizzle-orm'
import { needSupporter, type poolingCall, poolingPart } from '#db/schema/needs.ts'
import type { Tx } from '#db/transaction.ts'
import { membersToWriteTo } from '#lib/accounts/members.ts'
import type { Context } from '#lib/context.ts'
import { queueMail } from '#lib/mail/commands.ts'
import { type Said, saidOf } from './mail-words.ts'
import type { CallState } from './schema.ts'

type CallRow = typeof poolingCall.$inferSelect

interface Told {
  siteUrl: string
  said: Said
  /** Of the page to open, without its language. */
  path: string
  title: string
  /** The organisation that did it, by name. */
  by: string
}

/** Tells the members of every organisation that needs something, but those of one. */
export function mailSupporters(
  tx: Tx,
  context: Context,
  needId: number,
  butOf: number,
  told: Told,
): void {
  const organisations = tx
    .select({ id: needSupporter.organisationId })
    .from(needSupporter)
    .where(and(eq(needSupporter.needId, needId), ne(needSupporter.organisationId, butOf)))
    .all()
  write(
    tx,
    context,
    organisations.map(({ id }) => id),
    told,
  )
}

/** Tells the members of who leads a call that one more joined. */
export function mailLead(
  tx: Tx,
  context: Context,
  call: CallRow,
  { siteUrl, by }: { siteUrl: string; by: string },
): void {
  const path = `/besoins/${call.needId}/appels/${call.id}`
  write(tx, context, [call.leadId], { siteUrl, by, path, said: 'call-joined', title: call.title })
}

/** Tells the members of who takes part in a call how it stands now, but those of its lead. */
export function mailParts(
  tx: Tx,
  context: Context,
  call: CallRow,
  { siteUrl, state }: { siteUrl: string; state: CallState },
): void {
  const organisations = tx
    .select({ id: poolingPart.organisationId })
    .from(poolingPart)
    .where(and(eq(poolingPart.callId, call.id), ne(poolingPart.organisationId, call.leadId)))
    .all()
  write(
    tx,
    context,
    organisations.map(({ id }) => id),
    {
      siteUrl,
      said: `call-${state}`,
      path: `/besoins/${call.needId}/appels/${call.id}`,
      title: call.title,
      by: '',
    },
  )
}

/** One mail a person, however many of their organisations it is for. */
function write(tx: Tx, context: Context, organisationIds: readonly number[], told: Told): void {
  const readers = new Map(
    organisationIds
      .flatMap((id) => membersToWriteTo(tx, id))
      .map((reader) => [reader.userId, reader]),
  )
  for (const { userId, email, locale } of readers.values()) {
    const link = `${told.siteUrl}${locale === 'en' ? '/en' : ''}${told.path}`
    queueMail(tx, context, {
      to: email,
      userId,
      kind: 'need',
      ...saidOf(locale, told.said, { title: told.title, by: told.by, link }),
    })
  }
}
