import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { openDatabase } from '#db/client.ts'
import { applyMigrations } from '#db/migrate.ts'
import { software } from '#db/schema/software.ts'
import { aSoftware, someFunctions } from '#lib/testing/builders.ts'
import { makeTestContext } from '#lib/testing/context.ts'
import { type GitServer, startGitServer } from '#lib/testing/git-server.ts'

vi.setConfig({ testTimeout: 90_000 })

let forge: GitServer
let folder: string
beforeEach(async () => {
  forge = await startGitServer()
  folder = mkdtempSync(path.join(tmpdir(), 'mutualibre-harvest-'))
  const db = openDatabase(path.join(folder, 'mutualibre.db'))
  applyMigrations(db)
  const context = makeTestContext({ db })
  someFunctions(context)
  aSoftware(context)
  const address = forge.add('ville/a', { files: { 'README.md': 'x' } })
  db.update(software).set({ repository: address }).run()
  db.$client.close()
})
afterEach(async () => {
  await forge.close()
  rmSync(folder, { recursive: true, force: true })
})

/** Not synchronously: the git server is of this process. */
async function run(...words: string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [path.join(import.meta.dirname, 'harvest.ts'), ...words],
    { env: { ...process.env, MUTUALIBRE_DATA: folder, FORGE_HOSTS: forge.host } },
  )
  return stdout
}

it('npm run harvest says what it read, in words or as JSON', async () => {
  expect(await run()).toMatch(
    /^Dépôts lus : 1, inchangés : 0, en défaut : 0, remis à plus tard : 0 /,
  )
  expect(JSON.parse(await run('--all', '--json'))).toMatchObject({ outcomes: { unchanged: 1 } })
})

it('npm run harvest names what it could not read, and why', async () => {
  forge.fail('ville/a', 'password')

  expect(await run('--software', 'openexemple')).toMatch(
    /openexemple \(http:.*ville\/a\.git\) : .*rendez le dépôt public\.\n$/,
  )
  await expect(run('--tout')).rejects.toThrow(/--all/)
})
