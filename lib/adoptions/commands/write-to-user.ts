import { and, eq, gt, lt } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { relayedMessage } from '#db/schema/adoption-life.ts'
import { organisation } from '#db/schema/organisations.ts'
import { inTransaction, type Tx } from '#db/transaction.ts'
import { assertUserMay } from '#lib/accounts/assert-may.ts'
import { messageInput } from '#lib/adoptions/message-schema.ts'
import { relayTargetRow } from '#lib/adoptions/relay.ts'
import {
  MOST_A_DAY,
  RELAY_SPAN,
  RELAY_TRACE,
  relayLimit,
} from '#lib/adoptions/rules/relay-limits.ts'
import { recordAudit } from '#lib/audit.ts'
import type { Context, UserActor } from '#lib/context.ts'
import { Conflict, Forbidden, NotFound, TooMany } from '#lib/errors.ts'
import { queueMail } from '#lib/mail/commands.ts'
import { oneLine } from '#lib/typed-text.ts'
import { relayReaders } from '../internal/relay-readers.ts'
import { relayMail } from './relay-mail.ts'

/**
 * Writes to an organisation about its use of a software, where it accepts that. Neither side sees an
 * address but the one that the sender chose to give; what was written is kept nowhere once it is sent.
 * The same form sent twice is one message.
 * @throws z.ZodError whose messages are keys of MessageFault; SignInNeeded, Forbidden, NotFound, Conflict,
 * TooMany
 */
export function writeToUser(context: Context, input: unknown, options: { siteUrl: string }): void {
  const user = assertUserMay(context.actor, 'relay.write')
  const { adoptionId, from, message, withName, withAddress, once } = messageInput.parse(input)
  inTransaction(context.db, (tx) => {
    const sender = senderOf(tx, user, from)
    const target = relayTargetRow(tx, adoptionId)
    if (!target) {
      throw new NotFound(
        'Cet organisme n’accepte pas, ou plus, qu’on lui écrive au sujet de ce logiciel. Sa page montre ce qu’il dit d’autre.',
        'This organisation does not accept messages about this software, or not any more. Its page shows what else it says.',
      )
    }
    if (once !== '' && wasSent(tx, user, once)) return
    if (user.memberships.some((item) => item.organisationId === target.organisation.id)) {
      throw new Conflict(
        'C’est votre propre organisme : ses membres sont listés dans son espace.',
        'This is your own organisation: its space lists its members.',
      )
    }
    assertNotTooMany(tx, context, user, adoptionId)
    const readers = relayReaders(tx, target.organisation.id, target.contactUserId)
    if (readers.length === 0) {
      throw new Conflict(
        'Plus personne de cet organisme n’a de compte ici : le message ne serait lu par personne. Passez par les coordonnées de l’organisme.',
        'Nobody of this organisation has an account here any more: nobody would read the message. Use the contact details of the organisation.',
      )
    }
    for (const reader of readers) {
      const base = `${options.siteUrl}${reader.locale === 'en' ? '/en' : ''}`
      queueMail(tx, context, {
        to: reader.email,
        userId: reader.userId,
        kind: 'relay',
        replyTo: withAddress ? user.email : '',
        ...relayMail(reader.locale, {
          software: target.software.name,
          to: target.organisation.name,
          from: sender.name,
          fromPage: `${base}/collectivites/${sender.key}`,
          name: withName ? oneLine(user.name) : '',
          address: withAddress ? user.email : '',
          message,
          settings: `${base}/espace/collectivites/${target.organisation.key}/utilisations/${adoptionId}`,
        }),
      })
    }
    // Nobody needs to know any more who wrote to whom.
    forgetRelays(tx, context.now)
    tx.insert(relayedMessage)
      .values({ adoptionId, senderId: user.id, createdAt: context.now.toISOString(), once })
      .run()
    recordAudit(tx, context, {
      action: 'relay.write',
      subjectKind: 'adoption',
      subject: String(adoptionId),
      detail: { from: sender.key },
    })
  })
}

/** Forgets who wrote to whom a week ago: the limits look no further back than a day. */
export function forgetRelays(db: Db | Tx, now: Date): void {
  const before = new Date(now.getTime() - RELAY_TRACE).toISOString()
  db.delete(relayedMessage).where(lt(relayedMessage.createdAt, before)).run()
}

/** The organisation in whose name it is written: one of the sender's own. */
function senderOf(tx: Tx, user: UserActor, key: string) {
  const row = tx.select().from(organisation).where(eq(organisation.key, key)).get()
  const member = user.memberships.some((item) => item.organisationId === row?.id)
  if (row && member) return row
  throw new Forbidden(
    'On écrit au nom de son organisme : rejoignez le vôtre, puis revenez ici.',
    'One writes in the name of one’s organisation: join yours, then come back here.',
  )
}

function wasSent(tx: Tx, user: UserActor, once: string): boolean {
  const same = and(eq(relayedMessage.senderId, user.id), eq(relayedMessage.once, once))
  return tx.select().from(relayedMessage).where(same).get() !== undefined
}

function assertNotTooMany(tx: Tx, context: Context, user: UserActor, adoptionId: number): void {
  const since = new Date(context.now.getTime() - RELAY_SPAN).toISOString()
  const sent = tx
    .select({ adoptionId: relayedMessage.adoptionId })
    .from(relayedMessage)
    .where(and(eq(relayedMessage.senderId, user.id), gt(relayedMessage.createdAt, since)))
    .all()
  const limit = relayLimit(sent, adoptionId)
  if (limit === 'same-adoption') {
    throw new TooMany(
      'Vous avez déjà écrit à cet organisme au sujet de ce logiciel il y a moins de 24 heures : laissez-lui le temps de répondre. Votre texte est toujours là : copiez-le pour plus tard.',
      'You wrote to this organisation about this software less than 24 hours ago: give it time to answer. Your text is still here: copy it for later.',
    )
  }
  if (limit === 'too-many') {
    throw new TooMany(
      `Vous avez écrit ${MOST_A_DAY} messages en 24 heures, c’est le plus que le relais transmet. Votre texte est toujours là : copiez-le pour demain.`,
      `You wrote ${MOST_A_DAY} messages within 24 hours, the most that the relay passes on. Your text is still here: copy it for tomorrow.`,
    )
  }
}
