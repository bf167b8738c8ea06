import { and, asc, eq, like, sql } from 'drizzle-orm'
import { joinRequest, membership, organisationDomain, user } from '#db/schema/accounts.ts'
import {
  adoptionEvent,
  contestation,
  softwareProposal,
  testimonial,
  waitingDeclaration,
} from '#db/schema/adoption-life.ts'
import { adoption } from '#db/schema/adoptions.ts'
import { mergeProposal, moderationCase } from '#db/schema/moderation.ts'
import { organisation } from '#db/schema/organisations.ts'
import { publisher, software } from '#db/schema/software.ts'
import { source } from '#db/schema/system.ts'
import { assertMay } from '#lib/accounts/assert-may.ts'
import { provesAnEmployer } from '#lib/accounts/rules/mail-domain.ts'
import type { Context } from '#lib/context.ts'
import { claimDetails } from '#lib/listings/claim-details.ts'
import { submittedListing } from '#lib/listings/submitted-listing.ts'
import { providerForModeration } from '#lib/providers/for-moderation.ts'
import { nearestSoftware, searchSoftwareIds } from '#lib/search/queries.ts'
import { aboutCase } from './internal/about.ts'
import { domainOf } from './internal/verify-domain.ts'
import { previewMerge } from './merge-preview.ts'
import type { CaseKind } from './open-case.ts'
import type {
  AdoptionDetails,
  CaseView,
  ContestationDetails,
  JoinDetails,
  ListingDetails,
  ProposalDetails,
} from './rules/case-view.ts'

/**
 * A case with all that is needed to decide it; undefined when there is none.
 * @throws SignInNeeded, Forbidden
 */
export function getCase(context: Context, id: number): CaseView | undefined {
  assertMay(context.actor, 'moderation.read')
  const { db, actor } = context
  const row = db.select().from(moderationCase).where(eq(moderationCase.id, id)).get()
  if (!row) return undefined
  const person = row.openedBy
    ? db
        .select({ name: user.name, email: user.email })
        .from(user)
        .where(eq(user.id, row.openedBy))
        .get()
    : undefined
  const { kind, createdAt, state, reason, settledAt } = row
  return {
    id,
    kind,
    about: aboutCase(db, kind, row.subjectId) ?? '',
    createdAt,
    state,
    reason,
    settledAt,
    settledByMe: actor.kind === 'user' && row.settledBy === actor.id,
    person: person ?? null,
    details: detailsOf(context, kind, row.subjectId) ?? null,
  }
}

function detailsOf(context: Context, kind: CaseKind, id: number): CaseView['details'] | undefined {
  switch (kind) {
    case 'join-request':
      return joinDetails(context, id)
    case 'contestation':
      return contestationDetails(context, id)
    case 'testimonial': {
      const row = context.db.select().from(testimonial).where(eq(testimonial.id, id)).get()
      const about = row && adoptionDetails(context, row.adoptionId)
      return about && { kind, adoption: about, body: row.body, locale: row.locale }
    }
    case 'software-proposal':
      return proposalDetails(context, id)
    case 'listing':
      return listingDetails(context, id)
    case 'claim':
      return claimDetails(context.db, id)
    case 'merge': {
      const row = context.db
        .select({
          fromSlug: mergeProposal.fromSlug,
          why: mergeProposal.why,
          slug: software.slug,
          name: software.name,
        })
        .from(mergeProposal)
        .innerJoin(software, eq(software.id, mergeProposal.intoId))
        .where(eq(mergeProposal.id, id))
        .get()
      if (!row) return undefined
      const { fromSlug, why, ...into } = row
      const preview = previewMerge(context, { fromSlug, intoSlug: into.slug })
      return { kind, fromSlug, into, why, preview }
    }
    case 'provider':
      return providerForModeration(context, id)
  }
}

function joinDetails({ db }: Context, id: number): JoinDetails | undefined {
  const row = db
    .select({ request: joinRequest, organisation, email: user.email })
    .from(joinRequest)
    .innerJoin(organisation, eq(organisation.id, joinRequest.organisationId))
    .innerJoin(user, eq(user.id, joinRequest.userId))
    .where(eq(joinRequest.id, id))
    .get()
  if (!row) return undefined
  const { key, name, departement } = row.organisation
  const domain = domainOf(row.email)
  const verified = db
    .select({ domain: organisationDomain.domain })
    .from(organisationDomain)
    .where(eq(organisationDomain.organisationId, row.organisation.id))
    .all()
  const sites = db
    .select({ website: publisher.website })
    .from(publisher)
    .where(eq(publisher.organisationId, row.organisation.id))
    .all()
    .flatMap(({ website }) => (URL.canParse(website) ? [new URL(website).hostname] : []))
  const { n } = db
    .select({ n: sql<number>`count(*)` })
    .from(membership)
    .innerJoin(user, eq(user.id, membership.userId))
    .where(
      and(
        eq(membership.organisationId, row.organisation.id),
        like(user.email, `%@${domain.replace(/[%_]/g, '')}`),
      ),
    )
    .get() ?? { n: 0 }
  return {
    kind: 'join-request',
    organisation: { key, name, departement },
    role: row.request.role,
    message: row.request.message,
    domain,
    proves: provesAnEmployer(domain),
    knownDomains: [
      ...new Set([
        ...verified.map((item) => item.domain),
        ...sites.map((host) => host.replace(/^www\./, '')),
      ]),
    ],
    colleagues: n,
  }
}

function adoptionDetails({ db }: Context, id: number): AdoptionDetails | undefined {
  const row = db
    .select({ adoption, software, organisation, source })
    .from(adoption)
    .innerJoin(software, eq(software.id, adoption.softwareId))
    .innerJoin(organisation, eq(organisation.id, adoption.organisationId))
    .leftJoin(source, eq(source.id, adoption.sourceId))
    .where(eq(adoption.id, id))
    .get()
  if (!row) return undefined
  const { state, trust, since } = row.adoption
  return {
    software: { slug: row.software.slug, name: row.software.name },
    organisation: { key: row.organisation.key, name: row.organisation.name },
    state,
    trust,
    since,
    source: row.source && { title: row.source.title, url: row.source.url, date: row.source.date },
  }
}

function contestationDetails(context: Context, id: number): ContestationDetails | undefined {
  const { db } = context
  const row = db.select().from(contestation).where(eq(contestation.id, id)).get()
  const about = row && adoptionDetails(context, row.adoptionId)
  if (!about) return undefined
  const history = db
    .select({
      at: adoptionEvent.at,
      kind: adoptionEvent.kind,
      changes: adoptionEvent.changes,
      reason: adoptionEvent.reason,
    })
    .from(adoptionEvent)
    .where(eq(adoptionEvent.adoptionId, row.adoptionId))
    .orderBy(asc(adoptionEvent.id))
    .all()
  const { reason, trustBefore } = row
  return { kind: 'contestation', adoption: about, reason, trustBefore, history }
}

function proposalDetails(context: Context, id: number): ProposalDetails | undefined {
  const { db } = context
  const row = db.select().from(softwareProposal).where(eq(softwareProposal.id, id)).get()
  if (!row) return undefined
  const waiting = db
    .select({
      key: organisation.key,
      name: organisation.name,
      declaration: waitingDeclaration.declaration,
    })
    .from(waitingDeclaration)
    .innerJoin(organisation, eq(organisation.id, waitingDeclaration.organisationId))
    .where(eq(waitingDeclaration.proposalId, id))
    .orderBy(asc(waitingDeclaration.id))
    .all()
  return {
    kind: 'software-proposal',
    name: row.name,
    website: row.website,
    what: row.what,
    waiting: waiting.map(({ key, name, declaration }) => ({
      key,
      name,
      state: declaration.state ?? '',
      since: declaration.since ?? '',
    })),
    near: softwareNamedLike(context, row.name),
    became:
      row.softwareId === null
        ? null
        : (db
            .select({ slug: software.slug, name: software.name })
            .from(software)
            .where(eq(software.id, row.softwareId))
            .get() ?? null),
  }
}

function listingDetails(context: Context, id: number): ListingDetails | undefined {
  const found = submittedListing(context.db, id)
  return found && { ...found, near: softwareNamedLike(context, found.form.name ?? '') }
}

/** Entries whose names are near a text, or that the search finds for it: what a moderator looks at first. */
export function softwareNamedLike(
  context: Pick<Context, 'db'>,
  text: string,
): Array<{ slug: string; name: string }> {
  const found = searchSoftwareIds(context, text)
    .slice(0, 8)
    .flatMap(
      (id) =>
        context.db
          .select({ slug: software.slug, name: software.name })
          .from(software)
          .where(eq(software.id, id))
          .get() ?? [],
    )
  const all = [...nearestSoftware(context, text), ...found]
  return [...new Map(all.map(({ slug, name }) => [slug, { slug, name }])).values()].slice(0, 8)
}
