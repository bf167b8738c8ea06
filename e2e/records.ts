import path from 'node:path'
import { and, eq, sql } from 'drizzle-orm'
import { openDatabase } from '#db/client.ts'
import { user } from '#db/schema/accounts.ts'
import { testimonial } from '#db/schema/adoption-life.ts'
import { moderationCase } from '#db/schema/moderation.ts'
import { organisation } from '#db/schema/organisations.ts'
import { software } from '#db/schema/software.ts'
import { inTransaction } from '#db/transaction.ts'
import { readActor } from '#lib/accounts/queries.ts'
import { declareIn } from '#lib/adoptions/commands/declare-in.ts'
import type { Context } from '#lib/context.ts'
import { settleCase } from '#lib/moderation/commands/settle-case.ts'
import { makeModerator, someone } from './accounts.ts'
import { ACCOUNTS_DATA } from './addresses.ts'

/** Acts on the database of the service where people sign in, as the service itself would. */
function onTheService<T>(act: (context: Context) => T): T {
  const file = path.join(process.env.E2E_DATA ?? ACCOUNTS_DATA, 'mutualibre.db')
  const db = openDatabase(file)
  try {
    return act({ db, actor: { kind: 'operator', name: 'e2e' }, now: new Date() })
  } finally {
    db.$client.close()
  }
}

/**
 * An organisation's own word on its use of a software, as the form of a declaration takes it.
 * @returns the number of the adoption.
 */
export function declared(key: string, slug: string, declaration: Record<string, string>): number {
  return onTheService((context) => {
    const { db } = context
    const of = db.select().from(organisation).where(eq(organisation.key, key)).get()
    const what = db.select().from(software).where(eq(software.slug, slug)).get()
    if (!of || !what) throw new Error(`no ${key}, or no ${slug}`)
    const input = { softwareId: what.id, organisationId: of.id, userId: null, declaration }
    return inTransaction(db, (tx) => declareIn(tx, context, input).adoptionId)
  })
}

/** The key of a commune of whom nothing is known: another at each run, which may keep its data. */
export function anUnknownCommune(): string {
  return onTheService(
    ({ db }) =>
      db.get<{ key: string }>(sql`
        SELECT o.key FROM organisation o WHERE o.kind = 'commune' AND o.siren IS NOT NULL
          AND NOT EXISTS (SELECT 1 FROM adoption a WHERE a.organisation_id = o.id)
        ORDER BY random() LIMIT 1`).key,
  )
}

/** Accepts the testimonial on a use that waits, as a moderator does. */
export function acceptTestimonialOn(adoptionId: number, reason: string): void {
  const email = someone('moderation.example')
  makeModerator(email)
  onTheService((context) => {
    const { db } = context
    const account = db.select().from(user).where(eq(user.email, email)).get()
    const actor = account && readActor(context, account.id)
    const told = db
      .select()
      .from(testimonial)
      .where(and(eq(testimonial.adoptionId, adoptionId), eq(testimonial.state, 'waiting')))
      .get()
    const waiting = db
      .select()
      .from(moderationCase)
      .where(eq(moderationCase.subjectId, told?.id ?? 0))
      .all()
      .find(({ kind }) => kind === 'testimonial')
    if (!actor || !waiting) throw new Error('no testimonial waits')
    settleCase({ ...context, actor }, { caseId: waiting.id, accepted: true, reason })
  })
}
