import { describe, expect, it } from 'vitest'
import { inTransaction } from '#db/transaction.ts'
import { recordAudit } from '#lib/audit.ts'
import type { Context } from '#lib/context.ts'
import { Forbidden, SignInNeeded } from '#lib/errors.ts'
import { aUser } from '#lib/testing/builders.ts'
import { makeTestContext } from '#lib/testing/context.ts'
import { auditHead, auditLines } from './export.ts'
import { readAudit, searchAudit } from './queries.ts'
import { auditFilters } from './schema.ts'

const NONE = auditFilters.parse({})

function aLog(subjects: readonly string[] = ['openelec']) {
  const server = makeTestContext()
  const agent = aUser(server, { email: 'agent@mairie.fr' })
  const administrator: Context = { ...server, actor: aUser(server, { roles: ['administrator'] }) }
  inTransaction(server.db, (tx) => {
    for (const subject of subjects) {
      const entry = { action: 'software.merge', subjectKind: 'software', subject }
      recordAudit(tx, { ...server, actor: agent }, entry)
    }
    recordAudit(
      tx,
      { ...server, now: new Date('2026-02-01T23:30:00Z') },
      { action: 'figures.rebuild', subjectKind: 'adoption', subject: '*', detail: { rows: 3 } },
    )
  })
  return { server, agent, administrator }
}

const foundBy = (context: Context, asked: Record<string, unknown>) =>
  searchAudit(context, auditFilters.parse(asked)).items.map(({ action }) => action)

describe('the log', () => {
  it.each([
    ['nothing', {}, ['figures.rebuild', 'software.merge']],
    ['the address of a user', { acteur: 'Agent@mairie.fr' }, ['software.merge']],
    ['the name of a task', { acteur: 'test' }, ['figures.rebuild']],
    ['an action', { action: 'software.merge' }, ['software.merge']],
    ['the beginning of one', { action: 'figures' }, ['figures.rebuild']],
    ['what it was done to', { sujet: 'openelec' }, ['software.merge']],
    ['a first day', { du: '2026-01-16' }, ['figures.rebuild']],
    ['a last day, whole', { au: '2026-02-01' }, ['figures.rebuild', 'software.merge']],
    ['a day of nothing', { du: '2027-01-01' }, []],
    ['what no form sends', { action: '%', du: 'hier', avant: 'x' }, []],
  ])('is searched by %s', (_what, asked, found) => {
    expect(foundBy(aLog().administrator, asked)).toEqual(found)
  })

  it('is paged by entry, whatever is written meanwhile', () => {
    const { administrator, server } = aLog(Array.from({ length: 120 }, (_, n) => `s${n}`))
    const first = searchAudit(administrator, { ...NONE, action: 'software' })
    inTransaction(server.db, (tx) =>
      recordAudit(tx, server, { action: 'software.x', subjectKind: 'software', subject: 'new' }),
    )
    const second = searchAudit(administrator, { ...NONE, action: 'software', avant: first.older })
    const third = searchAudit(administrator, { ...NONE, action: 'software', avant: second.older })

    const subjects = [first, second, third].flatMap(({ items }) => items.map((row) => row.subject))
    expect(subjects).toEqual(Array.from({ length: 120 }, (_, n) => `s${119 - n}`))
    expect(third.older).toBeUndefined()
  })

  it('is read by administrators and by the server alone', () => {
    const { server, agent } = aLog()
    const moderator = aUser(server, { roles: ['moderator'] })
    for (const actor of [agent, moderator]) {
      expect(() => searchAudit({ ...server, actor }, NONE)).toThrow(Forbidden)
      expect(() => readAudit({ ...server, actor }, NONE)).toThrow(Forbidden)
    }
    expect(() => searchAudit({ ...server, actor: { kind: 'visitor' } }, NONE)).toThrow(SignInNeeded)
    expect(searchAudit(server, NONE).items).toHaveLength(2)
  })
})

describe('an export of the log', () => {
  const exported = (format: 'csv' | 'jsonl', subjects: readonly string[]) => {
    const batches = readAudit(aLog(subjects).administrator, { ...NONE, action: 'software' })
    const parts = [auditHead(format)]
    for (let next = batches.next(); !next.done; next = batches.next()) {
      parts.push(auditLines(format, next.value))
    }
    return parts
  }

  it('is read in batches, oldest first, and holds every entry once', () => {
    const subjects = Array.from({ length: 2_500 }, (_, n) => `s${n}`)
    const [head, ...parts] = exported('csv', subjects)

    expect(head).toBe('id,at,actor_kind,actor,action,subject_kind,subject,detail\r\n')
    expect(parts).toHaveLength(3)
    const lines = parts.join('').trimEnd().split('\r\n')
    expect(lines.map((line) => line.split(',')[6])).toEqual(subjects)
  })

  it('is no formula in a spreadsheet, and is as it was in JSON', () => {
    const hostile = ['=HYPERLINK("http://x")', '+1', '-1', '@x', '\tx', 'a"b,c\nd']

    const csv = exported('csv', hostile).join('')
    expect(csv).toContain(`"'=HYPERLINK(""http://x"")"`)
    for (const text of ['+1', '-1', '@x']) expect(csv).toContain(`"'${text}"`)
    expect(csv).toContain('"a""b,c\nd"')

    const rows = exported('jsonl', hostile).join('').trimEnd().split('\n')
    expect(rows.map((row) => (JSON.parse(row) as { subject: string }).subject)).toEqual(hostile)
  })
})
