import { randomUUID } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { membership, organisationDomain, user, userRole } from '#db/schema/accounts.ts'
import { organisation } from '#db/schema/organisations.ts'
import { inTransaction, type Tx } from '#db/transaction.ts'
import { assertMay } from '#lib/accounts/assert-may.ts'
import { recordAudit } from '#lib/audit.ts'
import type { Context } from '#lib/context.ts'
import { Conflict, InvalidInput, NotFound } from '#lib/errors.ts'
import { provesAnEmployer } from '../rules/mail-domain.ts'
import { MEMBER_ROLES, OVERALL_ROLES, type OverallRole } from '../rules/rights.ts'
import { emailAddress } from '../schema.ts'

const roleInput = z.object({ email: emailAddress, role: z.enum(OVERALL_ROLES) })
const memberInput = z.object({ email: emailAddress, key: z.string(), role: z.enum(MEMBER_ROLES) })
const domainInput = z.object({
  domain: z.string().transform((text) => text.trim().toLowerCase().replace(/^@/, '')),
  key: z.string(),
})

/**
 * Gives someone a role over the whole catalogue. Whoever has no account yet gets one, which waits for
 * their first sign-in. Given twice, it changes nothing.
 * @throws Forbidden, InvalidInput
 */
export function grantRole(
  context: Context,
  input: unknown,
): { email: string; role: OverallRole; changed: boolean } {
  assertMay(context.actor, 'role.grant')
  const { email, role } = parsed(roleInput, input)
  return inTransaction(context.db, (tx) => {
    const userId = userOf(tx, context, email)
    const { changes } = tx
      .insert(userRole)
      .values({ userId, role, createdAt: context.now.toISOString() })
      .onConflictDoNothing()
      .run()
    if (changes > 0) audit(tx, context, 'role.grant', userId, { role })
    return { email, role, changed: changes > 0 }
  })
}

/**
 * Takes a role away; someone must be left who can give roles, unless it is the server that takes it.
 * @throws Forbidden, InvalidInput, NotFound, Conflict
 */
export function revokeRole(
  context: Context,
  input: unknown,
): { email: string; role: OverallRole; changed: boolean } {
  assertMay(context.actor, 'role.grant')
  const { email, role } = parsed(roleInput, input)
  return inTransaction(context.db, (tx) => {
    const found = tx.select({ id: user.id }).from(user).where(eq(user.email, email)).get()
    if (!found) throw nobody(email)
    if (role === 'administrator' && context.actor.kind === 'user') {
      assertAnotherAdministrator(tx, found.id)
    }
    const { changes } = tx
      .delete(userRole)
      .where(and(eq(userRole.userId, found.id), eq(userRole.role, role)))
      .run()
    if (changes > 0) audit(tx, context, 'role.revoke', found.id, { role })
    return { email, role, changed: changes > 0 }
  })
}

/** @throws Conflict when a user is the only administrator. */
export function assertAnotherAdministrator(tx: Tx, userId: string): void {
  const all = tx
    .select({ userId: userRole.userId })
    .from(userRole)
    .where(eq(userRole.role, 'administrator'))
    .all()
  if (all.length !== 1 || all[0]?.userId !== userId) return
  throw new Conflict(
    'C’est le dernier compte qui administre le catalogue : donnez d’abord ce rôle à quelqu’un d’autre.',
    'This is the last account that administers the catalogue: give that role to someone else first.',
  )
}

/** Makes someone a member of an organisation, or changes what they are there. @throws as grantRole; NotFound */
export function enrolMember(
  context: Context,
  input: unknown,
): { email: string; organisation: string } {
  assertMay(context.actor, 'domain.verify')
  const { email, key, role } = parsed(memberInput, input)
  return inTransaction(context.db, (tx) => {
    const { id: organisationId, name } = organisationOf(tx, key)
    const userId = userOf(tx, context, email)
    tx.insert(membership)
      .values({
        userId,
        organisationId,
        role,
        how: context.actor.kind === 'user' ? 'moderator' : 'server',
        createdAt: context.now.toISOString(),
      })
      .onConflictDoUpdate({
        target: [membership.userId, membership.organisationId],
        set: { role },
      })
      .run()
    recordAudit(tx, context, {
      action: 'member.join',
      subjectKind: 'organisation',
      subject: String(organisationId),
      detail: { user: userId, how: 'server', role },
    })
    return { email, organisation: name }
  })
}

/**
 * Says that whoever reads mail at a domain works for an organisation; its users join when they next sign
 * in. A domain where anyone can have a mailbox says nothing, and is refused.
 * @throws Forbidden, InvalidInput, NotFound
 */
export function verifyDomain(
  context: Context,
  input: unknown,
): { domain: string; organisation: string } {
  assertMay(context.actor, 'domain.verify')
  const { domain, key } = parsed(domainInput, input)
  if (!provesAnEmployer(domain)) {
    throw new InvalidInput(
      `« ${domain} » n’est pas un domaine propre à un organisme : n’importe qui peut y avoir une adresse, ou ce n’est pas un domaine.`,
      `“${domain}” is not a domain of one organisation: anyone can have an address there, or it is no domain.`,
    )
  }
  return inTransaction(context.db, (tx) => {
    const { id: organisationId, name } = organisationOf(tx, key)
    const { changes } = tx
      .insert(organisationDomain)
      .values({
        domain,
        organisationId,
        verifiedAt: context.now.toISOString(),
        verifiedBy: context.actor.kind === 'user' ? context.actor.id : null,
      })
      .onConflictDoNothing()
      .run()
    if (changes > 0) {
      recordAudit(tx, context, {
        action: 'domain.verify',
        subjectKind: 'organisation',
        subject: String(organisationId),
        detail: { domain },
      })
    }
    return { domain, organisation: name }
  })
}

/** Roles over the catalogue, by address. @throws Forbidden */
export function listRoles(context: Context): Array<{ email: string; roles: OverallRole[] }> {
  assertMay(context.actor, 'role.grant')
  const rows = context.db
    .select({ email: user.email, role: userRole.role })
    .from(userRole)
    .innerJoin(user, eq(user.id, userRole.userId))
    .orderBy(user.email, userRole.role)
    .all()
  const byEmail = Map.groupBy(rows, ({ email }) => email)
  return [...byEmail].map(([email, of]) => ({ email, roles: of.map(({ role }) => role) }))
}

function userOf(tx: Tx, context: Context, email: string): string {
  const found = tx.select({ id: user.id }).from(user).where(eq(user.email, email)).get()
  if (found) return found.id
  const id = randomUUID()
  // Nobody signs in with it who does not prove the address, by a link or by a provider.
  tx.insert(user)
    .values({
      id,
      email,
      name: '',
      emailVerified: true,
      createdAt: context.now,
      updatedAt: context.now,
    })
    .run()
  audit(tx, context, 'user.create', id)
  return id
}

function organisationOf(tx: Tx, key: string) {
  const row = tx
    .select({ id: organisation.id, name: organisation.name })
    .from(organisation)
    .where(eq(organisation.key, key))
    .get()
  if (row) return row
  throw new NotFound(
    `Aucun organisme n’a la clé « ${key} » : c’est la fin de l’adresse de sa page, son SIREN pour la plupart.`,
    `No organisation has the key “${key}”: it is the end of the address of its page, mostly its SIREN.`,
  )
}

const nobody = (email: string) =>
  new NotFound(`Personne n’a de compte à l’adresse ${email}.`, `Nobody has an account at ${email}.`)

function audit(
  tx: Tx,
  context: Context,
  action: string,
  userId: string,
  detail?: Record<string, unknown>,
): void {
  recordAudit(tx, context, {
    action,
    subjectKind: 'user',
    subject: userId,
    ...(detail ? { detail } : {}),
  })
}

function parsed<T>(schema: z.ZodType<T>, input: unknown): T {
  const result = schema.safeParse(input)
  if (result.success) return result.data
  const [issue] = result.error.issues
  throw issue?.path[0] === 'role'
    ? new InvalidInput(
        `Ce rôle n’existe pas : ${OVERALL_ROLES.join(', ')}.`,
        `There is no such role: ${OVERALL_ROLES.join(', ')}.`,
      )
    : new InvalidInput(
        'L’adresse n’est pas une adresse de courriel : elle s’écrit nom@domaine.fr.',
        'The address is not an e-mail address: it reads name@domain.fr.',
      )
}
