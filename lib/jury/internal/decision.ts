import { eq } from 'drizzle-orm'
import { juryDecision } from '#db/schema/applications.ts'
import type { Context } from '#lib/context.ts'

export interface Decision {
  /** Empty for no award. */
  level: string
  mentions: Array<{ fr: string; en: string }>
  feedback: string
  minutes: string
  decidedAt: string
}

/** What the jury decided of a file; null for nothing yet. */
export function decisionOf({ db }: Pick<Context, 'db'>, applicationId: number): Decision | null {
  const row = db
    .select()
    .from(juryDecision)
    .where(eq(juryDecision.applicationId, applicationId))
    .get()
  if (!row) return null
  const { level, mentions, feedback, minutes, decidedAt } = row
  return { level, mentions, feedback, minutes, decidedAt }
}
