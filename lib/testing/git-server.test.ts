import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type GitServer, startGitServer } from './git-server.ts'

let forge: GitServer
let folder: string
beforeEach(async () => {
  forge = await startGitServer()
  folder = mkdtempSync(path.join(tmpdir(), 'mutualibre-clone-'))
})
afterEach(async () => {
  await forge.close()
  rmSync(folder, { recursive: true, force: true })
})

describe('the git server of the tests', () => {
  it('is cloned by git, with its files, its log and its tags', async () => {
    const address = forge.add('ville/cimetiere', {
      files: { 'publiccode.yml': 'name: Cimetière\n', 'docs/a b.md': 'x' },
      commits: [{ files: { lien: { link: '/etc/passwd' } }, author: 'Sacha <s@example.org>' }],
      tags: ['v1.0', { name: 'v1.1', annotated: '2025-02-01T00:00:00Z' }],
    })

    expect(await git('ls-remote', address)).toMatch(/refs\/tags\/v1\.1\^\{\}/)
    await git('clone', '--quiet', '--depth=1', '--filter=blob:none', '--bare', address, folder)
    expect(await git('-C', folder, 'ls-tree', '-r', 'HEAD')).toMatch(/120000 blob .*\tlien/)
    forge.push('ville/cimetiere', [{ files: { a: 'b' } }])
    expect(await git('ls-remote', address.replace(/\.git$/, ''), 'HEAD')).not.toBe('')
  })
})

/** Not synchronously: the server is of this process. */
async function git(...words: string[]): Promise<string> {
  const { stdout } = await promisify(execFile)('git', words, { encoding: 'utf8' })
  return stdout
}
