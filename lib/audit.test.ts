import { sql } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { inTransaction } from '#db/transaction.ts'
import { makeTestContext } from '#lib/testing/context.ts'
import { auditOf } from '#lib/testing/traces.ts'
import { recordAudit } from './audit.ts'

const entry = { action: 'test', subjectKind: 'software', subject: 'openexemple' }

it('says who did what to which row', () => {
  const context = makeTestContext({ actor: { kind: 'system', name: 'load' } })

  inTransaction(context.db, (tx) => recordAudit(tx, context, entry))

  expect(auditOf(context)).toEqual([
    { actor: 'load', action: 'test', subject: 'openexemple', detail: null },
  ])
})

it('goes when the change that it tells of goes', () => {
  const context = makeTestContext()

  expect(() =>
    inTransaction(context.db, (tx) => {
      recordAudit(tx, context, entry)
      throw new Error('refused after all')
    }),
  ).toThrow('refused after all')

  expect(auditOf(context)).toEqual([])
})

it('knows no change made by a visitor but a request for software, which names nobody', () => {
  const context = makeTestContext({ actor: { kind: 'visitor' } })

  expect(() => inTransaction(context.db, (tx) => recordAudit(tx, context, entry))).toThrow(
    'a visitor may not: test',
  )
  inTransaction(context.db, (tx) =>
    recordAudit(tx, context, { ...entry, action: 'software-request.ask' }),
  )

  expect(auditOf(context)).toEqual([
    { actor: '', action: 'software-request.ask', subject: 'openexemple', detail: null },
  ])
})

it.each([
  ['changed', sql`UPDATE audit_entry SET actor = 'nobody'`],
  ['taken back', sql`DELETE FROM audit_entry`],
  [
    'replaced',
    sql`INSERT OR REPLACE INTO audit_entry (id, at, actor_kind, actor, action, subject_kind, subject)
      SELECT id, at, actor_kind, 'nobody', action, subject_kind, subject FROM audit_entry`,
  ],
])('is never %s: the database itself refuses', (_what, statement) => {
  const context = makeTestContext()
  inTransaction(context.db, (tx) => recordAudit(tx, context, entry))
  const before = auditOf(context)

  expect(() => context.db.run(statement)).toThrow()
  expect(auditOf(context)).toEqual(before)
})
