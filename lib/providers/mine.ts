import { asc, eq, inArray, sql } from 'drizzle-orm'
import { organisation } from '#db/schema/organisations.ts'
import { provider, providerReference } from '#db/schema/providers.ts'
import { software } from '#db/schema/software.ts'
import { assertUserMay } from '#lib/accounts/assert-may.ts'
import type { Context } from '#lib/context.ts'

/** The providers that someone looks after, by name. @throws SignInNeeded */
export function myProviders(context: Context) {
  const actor = assertUserMay(context.actor, 'account.read')
  const mine = new Map((actor.providers ?? []).map((one) => [one.providerId, one.role]))
  if (mine.size === 0) return []
  return context.db
    .select({ id: provider.id, slug: provider.slug, name: provider.name, state: provider.state })
    .from(provider)
    .where(inArray(provider.id, [...mine.keys()]))
    .orderBy(asc(provider.nameKey), asc(provider.id))
    .all()
    .map(({ id, ...row }) => ({ ...row, role: mine.get(id) ?? ('member' as const) }))
}

/** The references that someone named or answered, for the file of all that is held of them. */
export function referencesByMe(context: Context) {
  const { id } = assertUserMay(context.actor, 'account.read')
  return context.db
    .select({
      provider: provider.slug,
      software: software.slug,
      organisation: organisation.key,
      state: providerReference.state,
      asked: sql<boolean>`${providerReference.createdBy} IS ${id}`.mapWith(Boolean),
      decided: sql<boolean>`${providerReference.decidedBy} IS ${id}`.mapWith(Boolean),
      reason: sql<string>`CASE WHEN ${providerReference.decidedBy} IS ${id} THEN ${providerReference.reason} ELSE '' END`,
    })
    .from(providerReference)
    .innerJoin(provider, eq(provider.id, providerReference.providerId))
    .innerJoin(software, eq(software.id, providerReference.softwareId))
    .innerJoin(organisation, eq(organisation.id, providerReference.organisationId))
    .where(sql`${providerReference.createdBy} = ${id} OR ${providerReference.decidedBy} = ${id}`)
    .orderBy(asc(providerReference.id))
    .all()
}
