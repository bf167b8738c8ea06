import { sql } from 'drizzle-orm'
import { assertMay } from '#lib/accounts/assert-may.ts'
import type { Context } from '#lib/context.ts'

/** How many testimonials a software's page shows, latest first. */
const SHOWN = 12

/** A testimonial as everyone reads it: an organisation's, never a person's. */
export interface PublishedTestimonial {
  id: number
  organisation: { key: string; name: string }
  body: string
  locale: 'fr' | 'en'
  /** YYYY-MM-DD: the day it was written. */
  date: string
}

/** What users of a software tell of it, once read by a moderator and as long as nobody contests the use. */
export function publishedTestimonials(
  { db }: Pick<Context, 'db'>,
  softwareId: number,
): PublishedTestimonial[] {
  return db
    .all<{
      id: number
      key: string
      name: string
      body: string
      locale: 'fr' | 'en'
      date: string
    }>(sql`
    SELECT t.id, o.key, o.name, t.body, t.locale, substr(t.created_at, 1, 10) AS date
    FROM testimonial t
    CROSS JOIN adoption a ON a.id = t.adoption_id
    JOIN organisation o ON o.id = a.organisation_id
    WHERE t.state = 'published' AND a.software_id = ${softwareId} AND a.trust <> 'contested'
    ORDER BY t.id DESC LIMIT ${SHOWN}`)
    .map(({ key, name, ...row }) => ({ ...row, organisation: { key, name } }))
}

export interface OwnTestimonials {
  adoption: { id: number; contested: boolean }
  software: { slug: string; name: string }
  organisation: { key: string; name: string }
  /** All that the organisation wrote on this use, latest first, with a moderator's reason where there is one. */
  written: Array<{
    id: number
    body: string
    locale: 'fr' | 'en'
    state: 'waiting' | 'published' | 'refused'
    date: string
    reason: string
  }>
}

/**
 * What an organisation's own members see of its testimonials on one use.
 * @returns undefined when there is no such use. @throws SignInNeeded, Forbidden
 */
export function ownTestimonials(context: Context, adoptionId: number): OwnTestimonials | undefined {
  const row = context.db.get<
    | {
        organisationId: number
        key: string
        organisation: string
        slug: string
        software: string
        trust: string
      }
    | undefined
  >(sql`
    SELECT a.organisation_id AS organisationId, a.trust, o.key, o.name AS organisation, s.slug,
      s.name AS software
    FROM adoption a JOIN organisation o ON o.id = a.organisation_id
    JOIN software s ON s.id = a.software_id WHERE a.id = ${adoptionId}`)
  if (!row) return undefined
  assertMay(context.actor, 'testimonial.write', row.organisationId)
  const written = context.db.all<OwnTestimonials['written'][number]>(sql`
    SELECT t.id, t.body, t.locale, t.state, substr(t.created_at, 1, 10) AS date,
      coalesce(c.reason, '') AS reason
    FROM testimonial t
    LEFT JOIN moderation_case c ON c.kind = 'testimonial' AND c.subject_id = t.id
    WHERE t.adoption_id = ${adoptionId} ORDER BY t.id DESC`)
  return {
    adoption: { id: adoptionId, contested: row.trust === 'contested' },
    software: { slug: row.slug, name: row.software },
    organisation: { key: row.key, name: row.organisation },
    written,
  }
}
