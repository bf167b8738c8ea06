import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { openDatabase } from '#db/client.ts'
import { migrateDatabaseFile } from '#db/migrate.ts'
import type { Context } from '#lib/context.ts'
import { mergeSoftware } from '#lib/moderation/commands/merge-software.ts'
import { aSoftware, aUser, someFunctions } from '#lib/testing/builders.ts'
import { movedSoftware } from './moved-software.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'mutualibre-moved-'))
const file = path.join(folder, 'catalogue.sqlite')
migrateDatabaseFile(file)
const moved = movedSoftware(file)

afterAll(() => {
  moved.close()
  rmSync(folder, { recursive: true })
})

describe('the address of an entry that was merged', () => {
  const db = openDatabase(file)
  const server: Context = { db, actor: { kind: 'operator', name: 'test' }, now: new Date() }
  someFunctions(server)
  aSoftware(server, { slug: 'vieux', name: 'Vieux' })
  aSoftware(server, { slug: 'neuf', name: 'Neuf' })
  mergeSoftware(
    { ...server, actor: aUser(server, { roles: ['moderator'] }) },
    { fromSlug: 'vieux', intoSlug: 'neuf', why: 'Un seul logiciel.' },
  )

  it.each([
    ['/logiciels/vieux', '/logiciels/neuf'],
    ['/en/logiciels/vieux', '/en/logiciels/neuf'],
    ['/logiciels/vieux?a=b', '/logiciels/neuf?a=b'],
    [
      '/logiciels/vieux/utilisateurs?page=2&region=93',
      '/logiciels/neuf/utilisateurs?page=2&region=93',
    ],
    ['/en/logiciels/vieux/utilisateurs', '/en/logiciels/neuf/utilisateurs'],
    ['/api/v1/software/vieux', '/api/v1/software/neuf'],
    ['/api/v1/software/vieux/adoptions', '/api/v1/software/neuf/adoptions'],
    ['/logiciels/neuf', undefined],
    ['/logiciels/vieux-autre', undefined],
    ['/logiciels', undefined],
    ['/metiers/vieux', undefined],
    ['//evil.example/logiciels/vieux', undefined],
  ])('%s leads to %s', (url, address) => {
    expect(moved.addressOf(url)).toBe(address)
  })
})
