import { eq } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { joinRequest, user, userSetting } from '#db/schema/accounts.ts'
import { contestation, softwareProposal, testimonial } from '#db/schema/adoption-life.ts'
import { adoption } from '#db/schema/adoptions.ts'
import { claim, listing } from '#db/schema/listings.ts'
import { mergeProposal } from '#db/schema/moderation.ts'
import { organisation } from '#db/schema/organisations.ts'
import { provider } from '#db/schema/providers.ts'
import { software } from '#db/schema/software.ts'
import type { Tx } from '#db/transaction.ts'
import type { CaseKind } from '../open-case.ts'

type Reading = Db | Tx

/**
 * What a case is about, by the names that a person knows it by; undefined when its row is gone, because
 * whoever asked has withdrawn it or deleted their account.
 */
export function aboutCase(db: Reading, kind: CaseKind, subjectId: number): string | undefined {
  switch (kind) {
    case 'software-proposal':
      return db
        .select({ name: softwareProposal.name })
        .from(softwareProposal)
        .where(eq(softwareProposal.id, subjectId))
        .get()?.name
    case 'join-request':
      return db
        .select({ name: organisation.name })
        .from(joinRequest)
        .innerJoin(organisation, eq(organisation.id, joinRequest.organisationId))
        .where(eq(joinRequest.id, subjectId))
        .get()?.name
    case 'contestation':
      return adoptionNamed(
        db,
        db.select().from(contestation).where(eq(contestation.id, subjectId)).get()?.adoptionId,
      )
    case 'testimonial':
      return adoptionNamed(
        db,
        db.select().from(testimonial).where(eq(testimonial.id, subjectId)).get()?.adoptionId,
      )
    case 'listing':
      return listingName(db, subjectId)
    case 'claim':
      return db
        .select({ name: software.name })
        .from(claim)
        .innerJoin(software, eq(software.id, claim.softwareId))
        .where(eq(claim.id, subjectId))
        .get()?.name
    case 'merge': {
      const row = db
        .select({ from: mergeProposal.fromSlug, into: software.slug })
        .from(mergeProposal)
        .innerJoin(software, eq(software.id, mergeProposal.intoId))
        .where(eq(mergeProposal.id, subjectId))
        .get()
      return row && `${row.from} → ${row.into}`
    }
    case 'provider':
      return db
        .select({ name: provider.name })
        .from(provider)
        .where(eq(provider.id, subjectId))
        .get()?.name
  }
}

/** A project by the name that its form gives it, else by its address; nothing once it was given up. */
function listingName(db: Reading, id: number): string | undefined {
  const row = db
    .select({ state: listing.state, form: listing.form, address: listing.addressKey })
    .from(listing)
    .where(eq(listing.id, id))
    .get()
  if (!row || row.state === 'dropped') return undefined
  return row.form.name?.trim() || row.address
}

function adoptionNamed(db: Reading, adoptionId: number | undefined): string | undefined {
  if (adoptionId === undefined) return undefined
  const row = db
    .select({ software: software.name, organisation: organisation.name })
    .from(adoption)
    .innerJoin(software, eq(software.id, adoption.softwareId))
    .innerJoin(organisation, eq(organisation.id, adoption.organisationId))
    .where(eq(adoption.id, adoptionId))
    .get()
  return row && `${row.software}, ${row.organisation}`
}

/** Where to write to someone, and in which language; undefined when the account is gone. */
export function personToTell(
  db: Reading,
  userId: string | null,
): { id: string; email: string; locale: 'fr' | 'en' } | undefined {
  if (userId === null) return undefined
  const row = db
    .select({ id: user.id, email: user.email, locale: userSetting.locale })
    .from(user)
    .leftJoin(userSetting, eq(userSetting.userId, user.id))
    .where(eq(user.id, userId))
    .get()
  return row && { ...row, locale: row.locale ?? 'fr' }
}
