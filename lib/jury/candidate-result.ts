import { eq } from 'drizzle-orm'
import { application } from '#db/schema/applications.ts'
import { assertMay } from '#lib/accounts/assert-may.ts'
import type { Context } from '#lib/context.ts'
import { NotFound } from '#lib/errors.ts'
import { listEditionsHere } from '#lib/label/grid-queries.ts'
import { editionPhase } from '#lib/label/rules/edition-phase.ts'
import { getScheme } from '#lib/label/schemes.ts'
import { decisionOf } from './internal/decision.ts'
import { linkOf } from './internal/links.ts'

export interface CandidateResult {
  year: number
  scheme: string
  /** As the scheme words it; null for no award. */
  level: { value: string; fr: string; en: string } | null
  mentions: Array<{ fr: string; en: string }>
  feedback: string
  /** ISO 8601: when everyone reads the result; it is public once past. */
  publicAt: string
  isPublic: boolean
}

/**
 * The result of a dossier and what the jury says to its organisation; null until it is announced.
 * @throws SignInNeeded, Forbidden, NotFound
 */
export function getResultForCandidate(
  context: Context,
  applicationId: number,
): CandidateResult | null {
  const { db, now } = context
  const row = db.select().from(application).where(eq(application.id, applicationId)).get()
  assertMay(context.actor, 'application.read', row?.organisationId)
  if (!row) throw new NotFound('Ce dossier n’existe pas.', 'There is no such file.')
  if (row.state !== 'announced' && row.state !== 'published') return null
  const edition = listEditionsHere(context).find((item) => item.grid === row.grid)
  const decision = decisionOf(context, applicationId)
  if (!edition || !decision) return null
  if (!['announced', 'published'].includes(editionPhase(edition, now))) return null
  // An organiser who is tied to the candidate reads it as its member, or not at all.
  const isMember =
    context.actor.kind === 'user' &&
    context.actor.memberships.some(({ organisationId }) => organisationId === row.organisationId)
  if (!isMember && context.actor.kind === 'user' && linkOf(db, row.id, context.actor.id))
    return null
  const { level, mentions, feedback } = decision
  const named = (getScheme(context, edition.scheme)?.levels ?? []).find(
    (item) => item.value === level,
  )
  return {
    year: edition.year,
    scheme: edition.scheme,
    level: level === '' ? null : (named ?? { value: level, fr: level, en: level }),
    mentions,
    feedback,
    publicAt: edition.publishesAt || edition.announcesAt,
    isPublic: row.state === 'published',
  }
}
