import { and, eq, gt } from 'drizzle-orm'
import { organisation } from '#db/schema/organisations.ts'
import { contactRequest } from '#db/schema/publishers.ts'
import { software } from '#db/schema/software.ts'
import { inTransaction, type Tx } from '#db/transaction.ts'
import { assertUserMay } from '#lib/accounts/assert-may.ts'
import { recordAudit } from '#lib/audit.ts'
import type { Context, UserActor } from '#lib/context.ts'
import { Conflict, Forbidden, TooMany } from '#lib/errors.ts'
import { queueMail } from '#lib/mail/commands.ts'
import { oneLine } from '#lib/typed-text.ts'
import { faultOf } from '../internal/fault-of.ts'
import { publisherReaders } from '../internal/members.ts'
import { publisherOfSlug } from '../internal/publisher-of.ts'
import { recordPublisherEvent } from '../record-event.ts'
import { CONTACT_LIMIT, CONTACT_SPAN, contactLimit } from '../rules/contact-limit.ts'
import { contactInput } from '../schema.ts'
import { contactMail } from './contact-mail.ts'

/**
 * Asks a publisher for contact: a mail to everyone who speaks for it, which they answer straight to the
 * sender, and a line in its space. The same words sent twice are one request.
 * @throws z.ZodError whose messages are keys of PublisherFault; SignInNeeded, Forbidden, NotFound,
 * Conflict, TooMany
 */
export function askForContact(
  context: Context,
  slug: string,
  input: unknown,
  options: { siteUrl: string },
): void {
  const user = assertUserMay(context.actor, 'publisher.contact')
  const asked = contactInput.parse(input)
  inTransaction(context.db, (tx) => {
    const publisher = publisherOfSlug(tx, slug)
    const about = softwareOf(tx, publisher.id, asked.software)
    const from = senderOf(tx, user, asked.organisation)
    const mine = requestsOf(tx, context.now, user)
    const same = mine.some(
      (row) => row.publisherId === publisher.id && row.message === asked.message,
    )
    if (same) return
    assertNotTooMany(mine, { publisherId: publisher.id, softwareId: about?.id ?? null })
    const readers = publisherReaders(tx, publisher.id)
    if (readers.length === 0) throw nobodyThere(publisher.website)
    const { id } = tx
      .insert(contactRequest)
      .values({
        publisherId: publisher.id,
        softwareId: about?.id ?? null,
        organisationId: from?.id ?? null,
        userId: user.id,
        subject: asked.subject,
        message: asked.message,
        createdAt: context.now.toISOString(),
      })
      .returning({ id: contactRequest.id })
      .get()
    for (const reader of readers) {
      const base = `${options.siteUrl}${reader.locale === 'en' ? '/en' : ''}`
      queueMail(tx, context, {
        to: reader.email,
        userId: reader.userId,
        kind: 'contact',
        replyTo: user.email,
        ...contactMail(reader.locale, {
          publisher: publisher.name,
          software: about?.name ?? '',
          subject: asked.subject,
          name: oneLine(user.name),
          address: user.email,
          from: from && { name: from.name, page: `${base}/collectivites/${from.key}` },
          message: asked.message,
          space: `${base}/espace/editeurs/${publisher.slug}`,
        }),
      })
    }
    // Who asks is for the publisher alone: neither its feed nor its webhooks tell.
    recordPublisherEvent(tx, context, {
      publisherId: publisher.id,
      softwareId: about?.id ?? null,
      kind: 'contact-requested',
      detail: { subject: asked.subject },
    })
    recordAudit(tx, context, {
      action: 'publisher.contact',
      subjectKind: 'publisher',
      subject: publisher.slug,
      detail: { request: id },
    })
  })
}

function softwareOf(tx: Tx, publisherId: number, slug: string) {
  if (slug === '') return undefined
  const row = tx
    .select({ id: software.id, name: software.name })
    .from(software)
    .where(and(eq(software.slug, slug), eq(software.publisherId, publisherId)))
    .get()
  if (row) return row
  throw faultOf('software', 'software-unknown')
}

/** The organisation in whose name it is asked, if in any: one of the sender's own. */
function senderOf(tx: Tx, user: UserActor, key: string) {
  if (key === '') return undefined
  const row = tx.select().from(organisation).where(eq(organisation.key, key)).get()
  if (row && user.memberships.some((item) => item.organisationId === row.id)) return row
  throw new Forbidden(
    'On n’écrit au nom que d’un organisme dont on est membre : choisissez le vôtre, ou écrivez en votre nom.',
    'One writes only in the name of an organisation that one is a member of: choose yours, or write in your own name.',
  )
}

function requestsOf(tx: Tx, now: Date, user: UserActor) {
  const since = new Date(now.getTime() - CONTACT_SPAN).toISOString()
  return tx
    .select({
      publisherId: contactRequest.publisherId,
      softwareId: contactRequest.softwareId,
      message: contactRequest.message,
    })
    .from(contactRequest)
    .where(and(eq(contactRequest.userId, user.id), gt(contactRequest.createdAt, since)))
    .all()
}

function assertNotTooMany(
  sent: ReturnType<typeof requestsOf>,
  about: { publisherId: number; softwareId: number | null },
): void {
  const limit = contactLimit(sent, about)
  if (limit === 'same') {
    throw new TooMany(
      'Vous avez déjà écrit à cet éditeur à ce sujet il y a moins de 24 heures : laissez-lui le temps de répondre. Votre texte est toujours là : copiez-le pour plus tard.',
      'You wrote to this publisher about this less than 24 hours ago: give it time to answer. Your text is still here: copy it for later.',
    )
  }
  if (limit === 'too-many') {
    throw new TooMany(
      `Vous avez écrit à des éditeurs ${CONTACT_LIMIT} fois en 24 heures, c’est le plus que le service transmet. Votre texte est toujours là : copiez-le pour demain.`,
      `You wrote to publishers ${CONTACT_LIMIT} times within 24 hours, the most that the service passes on. Your text is still here: copy it for tomorrow.`,
    )
  }
}

const nobodyThere = (website: string) =>
  website === ''
    ? new Conflict(
        'Personne ne parle encore pour cet éditeur ici : le message ne serait lu par personne. Passez par le dépôt de ses logiciels, donné sur leurs fiches.',
        'Nobody speaks for this publisher here yet: nobody would read the message. Use the repositories of its software, given on their entries.',
      )
    : new Conflict(
        `Personne ne parle encore pour cet éditeur ici : le message ne serait lu par personne. Écrivez-lui par son site : ${website}`,
        `Nobody speaks for this publisher here yet: nobody would read the message. Write to it through its website: ${website}`,
      )
