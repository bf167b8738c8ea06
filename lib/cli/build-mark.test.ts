import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { buildIsCurrent, markBuild } from './build-mark.ts'

let root: string

const write = (name: string, text = '') => {
  mkdirSync(path.dirname(path.join(root, name)), { recursive: true })
  writeFileSync(path.join(root, name), text)
}

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'mutualibre-build-'))
  for (const name of [
    'app/page.tsx',
    'components/button.tsx',
    'lib/text.ts',
    'db/schema/software.ts',
    'db/client.ts',
    'db/transaction.ts',
    'next.config.mjs',
    'postcss.config.mjs',
    'tsconfig.json',
    'package-lock.json',
    '.next/BUILD_ID',
  ]) {
    write(name)
  }
  markBuild(root)
})

afterEach(() => rmSync(root, { recursive: true, force: true }))

describe('a build', () => {
  it('is current as long as nothing has changed', () => {
    expect(buildIsCurrent(root)).toBe(true)
  })

  it.each(['app/page.tsx', 'lib/text.ts', 'db/client.ts', 'package-lock.json', 'app/new.tsx'])(
    'is not after %s has changed',
    (name) => {
      write(name, 'changed')

      expect(buildIsCurrent(root)).toBe(false)
    },
  )

  it.each(['lib/text.test.ts', 'README.md', 'db/reference/software/glpi.yml'])(
    'still is after %s has changed, which is no part of it',
    (name) => {
      write(name, 'changed')

      expect(buildIsCurrent(root)).toBe(true)
    },
  )

  it.each(['.next/BUILD_ID', '.next/mutualibre-build'])('is none without %s', (name) => {
    rmSync(path.join(root, name))

    expect(buildIsCurrent(root)).toBe(false)
  })
})
