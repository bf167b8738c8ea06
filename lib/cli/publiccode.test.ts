import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { SOUND_PUBLICCODE } from '#lib/testing/publiccode.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'publiccode-'))
afterAll(() => rmSync(folder, { recursive: true }))

const sound = path.join(folder, 'sound.yml')
const spoilt = path.join(folder, 'spoilt.yml')
writeFileSync(sound, SOUND_PUBLICCODE)
writeFileSync(spoilt, SOUND_PUBLICCODE.replace('stable', 'finished').replace('MIT', 'mit'))

/** The command as a publisher's own checks run it: where there is neither a database nor a build. */
function run(...words: string[]) {
  const file = path.resolve('lib/cli/publiccode.ts')
  const done = spawnSync(process.execPath, [file, ...words], { cwd: folder, encoding: 'utf8' })
  return { code: done.status, out: done.stdout, said: done.stderr }
}

describe('npm run publiccode', { timeout: 30_000 }, () => {
  test('validate says of each file what there is to mend, with its line', () => {
    const { code, out } = run('validate', sound, spoilt)
    expect(code).toBe(1)
    expect(out).toContain(`${sound} : valide (version 0.7)`)
    expect(out).toContain(`${spoilt} : non valide (version 0.7)`)
    expect(out).toContain('ligne 6, erreur, developmentStatus : «\u00a0finished\u00a0»')
    expect(run('validate', sound).code).toBe(0)
  })

  test('--json prints one array, an element a file, whatever the file', () => {
    const { code, out, said } = run('validate', '--json', spoilt, 'absent.yml', folder, sound)
    expect({ code, said }).toEqual({ code: 1, said: '' })
    expect(JSON.parse(out)).toEqual([
      {
        file: spoilt,
        valid: false,
        version: '0.7',
        findings: [
          {
            path: 'developmentStatus',
            line: 6,
            severity: 'error',
            code: 'value-not-in-list',
            message: expect.stringContaining('finished'),
          },
        ],
      },
      expect.objectContaining({ file: 'absent.yml', valid: false, version: null }),
      expect.objectContaining({ file: folder, valid: false, version: null }),
      { file: sound, valid: true, version: '0.7', findings: [] },
    ])
  })

  test('fix prints the corrected file; nothing to do is said, and is another code', () => {
    expect(run('fix', sound).out).toBe(SOUND_PUBLICCODE)
    expect(run('fix', folder)).toMatchObject({ code: 1, out: '' })
    for (const words of [[], ['validate'], ['validate', '--json'], ['other', sound]]) {
      expect(run(...words)).toMatchObject({ code: 2, out: '' })
    }
  })
})
