import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { provider, providerService } from '#db/schema/providers.ts'
import { inTransaction } from '#db/transaction.ts'
import { assertMay } from '#lib/accounts/assert-may.ts'
import type { Context } from '#lib/context.ts'
import { Conflict } from '#lib/errors.ts'
import { resolveSoftwareSlug } from '#lib/software/resolve-slug.ts'
import { fold } from '#lib/text.ts'
import { areasInput, changeInput, serviceInput } from '../input.ts'
import { auditProvider } from '../internal/audit.ts'
import { chosenSoftware } from '../internal/chosen-software.ts'
import { followSoftware } from '../internal/follow-services.ts'
import { providerOfSlug } from '../internal/provider-of.ts'
import { writeAreas } from '../internal/write-areas.ts'
import type { ProviderFault } from '../schema.ts'

/** Changes who a provider says it is; its SIREN and its address stay. @throws NotFound, Forbidden, z.ZodError */
export function changeProvider(context: Context, slug: string, input: unknown): void {
  inTransaction(context.db, (tx) => {
    const row = providerOfSlug(tx, slug)
    assertMay(context.actor, 'provider.edit', { provider: row.id })
    const said = changeInput.parse(input)
    if (row.organisationId !== null && said.kind !== 'public-body') {
      const message: ProviderFault = 'siren-public'
      throw new z.ZodError([{ code: 'custom', path: ['kind'], message, input: said.kind }])
    }
    tx.update(provider)
      .set({ ...said, nameKey: fold(said.name), updatedAt: context.now.toISOString() })
      .where(eq(provider.id, row.id))
      .run()
    auditProvider(tx, context, 'change', slug, { name: said.name, before: row.name })
  })
}

/**
 * Says what a provider does on a software, in the place of what it said of it before.
 * @throws NotFound, Forbidden, z.ZodError whose messages are keys of PROVIDER_FAULTS
 */
export function setService(context: Context, slug: string, input: unknown): { software: string } {
  const { id } = providerOfSlug(context.db, slug)
  assertMay(context.actor, 'provider.edit', { provider: id })
  const { software: typed, kinds } = serviceInput.parse(input)
  const chosen = chosenSoftware(context, typed)
  return inTransaction(context.db, (tx) => {
    const row = providerOfSlug(tx, slug)
    const of = and(
      eq(providerService.providerId, row.id),
      eq(providerService.softwareId, chosen.id),
    )
    tx.delete(providerService).where(of).run()
    for (const kind of new Set(kinds)) {
      tx.insert(providerService).values({ providerId: row.id, softwareId: chosen.id, kind }).run()
    }
    if (row.state === 'published') followSoftware(tx, [chosen.id])
    auditProvider(tx, context, 'serve', slug, { software: chosen.slug, kinds })
    return { software: chosen.slug }
  })
}

/**
 * Ends what a provider says it does on a software. References for it stay: they are of what was done.
 * @throws NotFound, Forbidden, Conflict
 */
export function removeService(context: Context, slug: string, input: { software: string }): void {
  inTransaction(context.db, (tx) => {
    const row = providerOfSlug(tx, slug)
    assertMay(context.actor, 'provider.edit', { provider: row.id })
    const chosen = resolveSoftwareSlug(tx, input.software)
    const { changes } = tx
      .delete(providerService)
      .where(
        and(
          eq(providerService.providerId, row.id),
          eq(providerService.softwareId, chosen?.id ?? 0),
        ),
      )
      .run()
    if (!chosen || changes === 0) {
      throw new Conflict(
        'Ce logiciel n’est déjà plus parmi ceux que le prestataire sert : rechargez la page.',
        'This software is not among those that the provider serves any more: reload the page.',
      )
    }
    if (row.state === 'published') followSoftware(tx, [chosen.id])
    auditProvider(tx, context, 'unserve', slug, { software: chosen.slug })
  })
}

/** Says where a provider serves. @throws NotFound, Forbidden, z.ZodError */
export function setAreas(context: Context, slug: string, input: unknown): void {
  inTransaction(context.db, (tx) => {
    const row = providerOfSlug(tx, slug)
    assertMay(context.actor, 'provider.edit', { provider: row.id })
    const kept = writeAreas(tx, row.id, areasInput.parse(input).areas)
    auditProvider(tx, context, 'areas', slug, { areas: kept })
  })
}
