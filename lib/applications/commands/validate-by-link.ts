import { and, eq, gt, inArray } from 'drizzle-orm'
import { z } from 'zod'
import { applicationEvent } from '#db/schema/applications.ts'
import { inTransaction } from '#db/transaction.ts'
import { assertMay } from '#lib/accounts/assert-may.ts'
import { readLink } from '#lib/accounts/signed-link.ts'
import type { Context } from '#lib/context.ts'
import { Conflict, Forbidden, NotFound } from '#lib/errors.ts'
import { contentOf, validatedHashOf } from '../internal/content-of.ts'
import { canSend, type Dossier, dossierOf, stateAfter } from '../internal/dossier-of.ts'
import { record } from '../internal/record.ts'
import { moveFrom } from '../rules/moves.ts'
import { commentInput } from '../schema.ts'
import type { SnapshotContent } from '../snapshot-schema.ts'
import { tell } from './tell.ts'

interface Link {
  secret: string
  token: string
}

const says = z.object({
  application: z.number().int().positive(),
  asked: z.number().int().positive(),
  hash: z.string(),
})

/** Why a link is of no use, any more. */
export type UselessLink = 'expired' | 'forged' | 'validated' | 'sent-back' | 'changed' | 'closed'

/** What the élu référent reads before they decide. */
export interface ToValidate {
  content: SnapshotContent
  elected: string
}

/** Reads a link of a mail; nothing changes, whatever program opens it. */
export async function readValidation(
  context: Context,
  link: Link,
): Promise<ToValidate | UselessLink> {
  const read = await followed(context, link)
  if (typeof read === 'string') return read
  const useless = standingOf(context, read)
  if (useless) return useless
  const { dossier } = read
  return { content: contentOf(context, dossier, context.now), elected: dossier.row.electedName }
}

/**
 * Validates the dossier that a link is about, exactly as the link has it: the word of the élu référent.
 * @throws Forbidden, Conflict, each with why the link is of no use
 */
export async function validateByLink(
  context: Context,
  link: Link,
  { siteUrl }: { siteUrl: string },
): Promise<void> {
  assertMay(context.actor, 'application.validate-by-link')
  const read = await followed(context, link)
  inTransaction(context.db, (tx) => {
    const { dossier, hash } = usable(context, read)
    const state = stateAfter(dossier, 'validate')
    record(tx, context, dossier, {
      kind: 'validated',
      note: dossier.row.electedName,
      set: { state, validatedAt: context.now.toISOString(), validatedHash: hash },
      detail: { hash },
    })
    const by = dossier.row.electedName
    const to = ['responsible', 'members', 'elected'] as const
    tell(tx, context, dossier, to, { kind: 'validated', by }, siteUrl)
  })
}

/**
 * Sends the dossier back with a comment.
 * @throws as validateByLink; z.ZodError on the comment
 */
export async function sendBackByLink(
  context: Context,
  link: Link,
  typed: { comment: string },
  { siteUrl }: { siteUrl: string },
): Promise<void> {
  assertMay(context.actor, 'application.validate-by-link')
  const read = await followed(context, link)
  const comment = z.object({ comment: commentInput }).parse(typed).comment
  inTransaction(context.db, (tx) => {
    const { dossier } = usable(context, read)
    stateAfter(dossier, 'send-back')
    record(tx, context, dossier, { kind: 'sent-back', note: comment })
    const by = dossier.row.electedName
    tell(
      tx,
      context,
      dossier,
      ['responsible', 'members'],
      { kind: 'sent-back', by, comment },
      siteUrl,
    )
  })
}

type Followed = { application: number; asked: number; hash: string; dossier: Dossier }

async function followed(
  context: Context,
  { secret, token }: Link,
): Promise<Followed | 'expired' | 'forged'> {
  const read = await readLink(secret, 'validate-application', token, context.now)
  if (read === 'expired') return 'expired'
  const content = says.safeParse(read)
  if (!content.success) return 'forged'
  try {
    return { ...content.data, dossier: dossierOf(context, content.data.application) }
  } catch (error) {
    if (error instanceof NotFound) return 'forged'
    throw error
  }
}

/** Why a sound link is of no use any more: one link is one answer, to one content. */
function standingOf(context: Context, read: Followed): UselessLink | undefined {
  const answered = context.db
    .select({ kind: applicationEvent.kind })
    .from(applicationEvent)
    .where(
      and(
        eq(applicationEvent.applicationId, read.application),
        gt(applicationEvent.id, read.asked),
        inArray(applicationEvent.kind, ['validated', 'sent-back']),
      ),
    )
    .get()
  if (answered) return answered.kind as 'validated' | 'sent-back'
  const { row } = read.dossier
  if (moveFrom(row.state, 'validate') === undefined || !canSend(read.dossier, context.now)) {
    return 'closed'
  }
  return validatedHashOf(context, read.dossier) === read.hash ? undefined : 'changed'
}

/** The same again within the transaction. @throws Forbidden, Conflict */
function usable(context: Context, read: Followed | 'expired' | 'forged'): Followed {
  if (typeof read === 'string') throw uselessLink(read)
  const now = { ...read, dossier: dossierOf(context, read.application) }
  const useless = standingOf(context, now)
  if (useless) throw uselessLink(useless)
  const { actor } = context
  const { organisationId, electedEmail } = now.dossier.row
  const colleague =
    actor.kind === 'user' &&
    actor.email !== electedEmail &&
    actor.memberships.some((item) => item.organisationId === organisationId)
  if (!colleague) return now
  throw new Forbidden(
    'Vous êtes connecté comme membre de cet organisme : seul l’élu référent valide, à qui ce lien a été envoyé. Rien n’est enregistré.',
    'You are signed in as a member of this organisation: only the elected official to whom this link was sent validates. Nothing was recorded.',
  )
}

function uselessLink(why: UselessLink): Forbidden | Conflict {
  const { fr, en, forbids } = USELESS[why]
  return forbids ? new Forbidden(fr, en) : new Conflict(fr, en)
}

const USELESS: Record<UselessLink, { fr: string; en: string; forbids?: true }> = {
  forged: {
    fr: 'Ce lien n’est pas valable : il est peut-être coupé. Ouvrez-le depuis le courriel.',
    en: 'This link is not valid: it may have been cut. Open it from the mail.',
    forbids: true,
  },
  expired: {
    fr: 'Ce lien a plus de 30 jours : il ne sert plus. Demandez-en un autre à ceux qui préparent la candidature.',
    en: 'This link is more than 30 days old and of no use any more. Ask those who prepare the application for another.',
    forbids: true,
  },
  validated: {
    fr: 'Ce lien a déjà servi : la candidature a été validée.',
    en: 'This link was used already: the application was validated.',
  },
  'sent-back': {
    fr: 'Ce lien a déjà servi : la candidature a été renvoyée avec vos remarques.',
    en: 'This link was used already: the application was sent back with your remarks.',
  },
  changed: {
    fr: 'La candidature a été modifiée depuis que ce lien a été envoyé : rien n’est enregistré. Un autre lien vous sera envoyé pour la version d’aujourd’hui.',
    en: 'The application was changed since this link was sent: nothing was recorded. Another link will be sent to you for the version of today.',
  },
  closed: {
    fr: 'La candidature n’attend plus de validation : elle est déposée, retirée, ou le millésime est clos.',
    en: 'The application waits for no validation any more: it is submitted, withdrawn, or the edition is closed.',
  },
}
