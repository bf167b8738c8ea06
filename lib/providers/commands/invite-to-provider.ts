import { eq } from 'drizzle-orm'
import { user } from '#db/schema/accounts.ts'
import { provider, providerMember } from '#db/schema/providers.ts'
import { inTransaction } from '#db/transaction.ts'
import { assertMay, assertUserMay } from '#lib/accounts/assert-may.ts'
import type { MemberRole } from '#lib/accounts/rules/rights.ts'
import { memberRole } from '#lib/accounts/schema.ts'
import { readLink, signLink } from '#lib/accounts/signed-link.ts'
import { localeOfUser } from '#lib/accounts/user-locale.ts'
import type { Context } from '#lib/context.ts'
import { Forbidden, NotFound } from '#lib/errors.ts'
import { queueMail } from '#lib/mail/commands.ts'
import { inviteInput } from '../input.ts'
import { assertPublished } from '../internal/assert-published.ts'
import { assertFewToday, auditProvider, wasChangedSince } from '../internal/audit.ts'
import { memberOf } from '../internal/member-of.ts'
import { providerOfSlug } from '../internal/provider-of.ts'
import { invitedMail } from './mails.ts'

/** Days that an invitation can be accepted. */
const INVITATION_LIFE = 14

/** What links in mails are made with. */
interface LinkMaker {
  /** The public address, without a slash at its end. */
  siteUrl: string
  secret: string
  /** Of the page, for whoever has chosen no language. */
  locale: 'fr' | 'en'
}

/**
 * Invites someone to look after a provider, by a mail whose link works for that address alone. Nothing
 * is kept of it but the mail: the link itself says who is invited, and is signed.
 * @throws NotFound, Forbidden, z.ZodError whose messages are keys of PROVIDER_FAULTS
 */
export function inviteToProvider(
  context: Context,
  slug: string,
  input: unknown,
  { siteUrl, secret, locale }: LinkMaker,
): void {
  inTransaction(context.db, (tx) => {
    const row = providerOfSlug(tx, slug)
    assertMay(context.actor, 'provider.manage-members', { provider: row.id })
    assertPublished(row)
    const { email, role } = inviteInput.parse(input)
    assertFewToday(tx, context, 'invite', slug)
    const expires = new Date(context.now.getTime() + INVITATION_LIFE * 86_400_000)
    const token = signLink(
      secret,
      'provider-invitation',
      { provider: row.id, email, role, issued: context.now.toISOString() },
      expires,
    )
    const known = tx.select({ id: user.id }).from(user).where(eq(user.email, email)).get()
    const language = known ? localeOfUser(tx, known.id) : locale
    const site = language === 'en' ? `${siteUrl}/en` : siteUrl
    const link = `${site}/espace/prestataires/rejoindre?jeton=${token}`
    queueMail(tx, context, {
      to: email,
      userId: known?.id ?? null,
      kind: 'invitation',
      ...invitedMail(language, { provider: row.name, link }),
    })
    auditProvider(tx, context, 'invite', slug, { role })
  })
}

interface Invited {
  providerId: number
  name: string
  slug: string
  role: MemberRole
  /** ISO 8601, UTC. */
  issued: string
}

/**
 * What an invitation is for; it counts for the address that it was sent to alone.
 * @throws SignInNeeded, NotFound when the link is worth nothing, Forbidden for another address.
 */
export async function readProviderInvitation(
  context: Context,
  token: string,
  secret: string,
): Promise<Invited> {
  const actor = assertUserMay(context.actor, 'invitation.accept')
  const says = await readLink(secret, 'provider-invitation', token, context.now)
  if (says === undefined || says === 'expired') {
    throw new NotFound(
      'Cette invitation est expirée ou incomplète : demandez-en une autre à qui vous l’a envoyée.',
      'This invitation has expired or is incomplete: ask whoever sent it for another.',
    )
  }
  if (says.email !== actor.email) {
    throw new Forbidden(
      'Cette invitation a été envoyée à une autre adresse que la vôtre : connectez-vous avec celle qui l’a reçue.',
      'This invitation was sent to another address than yours: sign in with the one that received it.',
    )
  }
  const row = context.db
    .select({ providerId: provider.id, name: provider.name, slug: provider.slug })
    .from(provider)
    .where(eq(provider.id, Number(says.provider)))
    .get()
  if (row) return { ...row, role: memberRole.parse(says.role), issued: String(says.issued) }
  throw new NotFound('Ce prestataire n’existe plus.', 'There is no such provider any more.')
}

/** Accepts an invitation. Accepted twice, it is accepted; it never lowers a role. @throws as reading it */
export async function joinProvider(
  context: Context,
  token: string,
  secret: string,
): Promise<{ slug: string }> {
  const actor = assertUserMay(context.actor, 'invitation.accept')
  const { providerId, slug, role, issued } = await readProviderInvitation(context, token, secret)
  return inTransaction(context.db, (tx) => {
    // The link outlives a decision of the managers on whoever holds it; it does not undo it.
    if (wasChangedSince(tx, slug, actor.id, issued)) throw takenBack()
    const before = memberOf(tx, actor.id, providerId)
    if (before?.role === 'manager' || before?.role === role) return { slug }
    tx.insert(providerMember)
      .values({ userId: actor.id, providerId, role, createdAt: context.now.toISOString() })
      .onConflictDoUpdate({
        target: [providerMember.userId, providerMember.providerId],
        set: { role },
      })
      .run()
    auditProvider(tx, context, 'join', slug, { user: actor.id, role })
    return { slug }
  })
}

const takenBack = () =>
  new Forbidden(
    'Depuis cette invitation, ce prestataire a changé votre rôle ou vous a retiré : demandez-en une nouvelle.',
    'Since this invitation, this provider has changed your role or removed you: ask for a new one.',
  )
