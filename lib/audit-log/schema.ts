import { z } from 'zod'

export const AUDIT_PAGE_SIZE = 50

const text = z
  .union([z.string(), z.array(z.string()).transform((list) => list[0] ?? '')])
  .transform((typed) => typed.trim().slice(0, 200))
  .catch('')
const day = text.transform((typed) => (/^\d{4}-\d{2}-\d{2}$/.test(typed) ? typed : ''))

/** What the address of the log asks for; anything malformed falls back to no filter. */
export const auditFilters = z.object({
  /** The e-mail of a user, the id of one who has left, or the name of a task. */
  acteur: text,
  /** An action, or the beginning of one: `software` finds all that is done to software. */
  action: text,
  /** What it was done to: a slug, a number. */
  sujet: text,
  /** Days, both included, in UTC. */
  du: day,
  au: day,
  /** Only what is older than this entry: the way to the next page. */
  avant: z.coerce.number().int().min(1).optional().catch(undefined),
})
export type AuditFilters = z.infer<typeof auditFilters>

export interface AuditRow {
  id: number
  /** ISO 8601, UTC. */
  at: string
  actorKind: 'system' | 'operator' | 'user' | 'visitor'
  /** A user's id, or the name of a task. */
  actor: string
  action: string
  subjectKind: string
  subject: string
  detail: Record<string, unknown> | null
}
