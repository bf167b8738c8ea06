import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type Db, openDatabase } from '#db/client.ts'
import { applyMigrations } from '#db/migrate.ts'
import { adoption } from '#db/schema/adoptions.ts'
import { applicationSnapshot } from '#db/schema/applications.ts'
import { endAdoption } from '#lib/adoptions/commands/change-adoption.ts'
import { declareAdoption } from '#lib/adoptions/commands/declare-adoption.ts'
import { aCandidate, WRITING } from '#lib/testing/applications.ts'
import { aSoftware } from '#lib/testing/builders.ts'
import { contentsOf } from '#lib/testing/traces.ts'
import { submitDossier } from './commands/submit-dossier.ts'
import { sha256 } from './internal/content-of.ts'

const SUBMIT = path.join(import.meta.dirname, '../testing/submit-in-a-process.ts')
let folder: string
let db: Db
let candidate: ReturnType<typeof aCandidate>

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'mutualibre-submission-'))
  db = openDatabase(path.join(folder, 'mutualibre.db'))
  applyMigrations(db)
  const actor = { kind: 'operator', name: 'test' } as const
  candidate = aCandidate({ db, actor, now: new Date('2026-01-15T12:00:00Z') })
  await candidate.ready()
})
afterEach(() => {
  db.$client.close()
  rmSync(folder, { recursive: true, force: true })
})

const submitElsewhere = (table = '') =>
  new Promise<string>((resolve) => {
    const of = [String(candidate.id), JSON.stringify(candidate.agent), table]
    const file = path.join(folder, 'mutualibre.db')
    const words = ['--disable-warning=ExperimentalWarning', SUBMIT, file, ...of]
    execFile(process.execPath, words, (error) => {
      resolve(error?.signal ?? String(error?.code ?? 0))
    })
  })
const snapshots = () => db.select().from(applicationSnapshot).all()

it('a process killed in the middle of a submission leaves nothing of it, wherever it stood', {
  timeout: 60_000,
}, async () => {
  const before = contentsOf({ db })
  const steps = ['application_snapshot', 'application', 'application_event', 'audit_entry']
  for (const table of [...steps, 'mail_message']) {
    expect(await submitElsewhere(table), table).toBe('SIGKILL')
    expect(contentsOf({ db }), table).toEqual(before)
  }
  expect(await submitElsewhere()).toBe('0')
  expect(candidate.row().state).toBe('submitted')
  expect(snapshots()).toHaveLength(1)
})

it('two processes that submit at once submit once', { timeout: 60_000 }, async () => {
  expect(await Promise.all([submitElsewhere(), submitElsewhere(), submitElsewhere()])).toEqual([
    '0',
    '0',
    '0',
  ])
  expect(snapshots()).toHaveLength(1)
  expect(candidate.mails()).toHaveLength(4)
})

it('an adoption that ends afterwards changes nothing of what was submitted', () => {
  aSoftware(candidate.server)
  const agent = candidate.as(candidate.agent)
  declareAdoption(agent, {
    organisation: 'candidate',
    software: 'openexemple',
    state: 'production',
  })
  const { sha256: hash } = submitDossier(agent, { application: candidate.id }, WRITING)
  const before = snapshots()
  const used = db.select().from(adoption).get()
  endAdoption(agent, {
    adoption: String(used?.id),
    revision: String(used?.revision),
    stopReason: 'cost',
  })
  expect(snapshots()).toEqual(before)
  expect(sha256(before[0]?.content ?? '')).toBe(hash)
})
