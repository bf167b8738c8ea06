import { describe, expect, it } from 'vitest'
import { A_COMMIT, aPubliccode, aRepositoryReading } from '#lib/testing/forge.ts'
import { entryFieldsOf } from './map-reading.ts'
import type { RepositoryReading } from './reading.ts'

const said = (reading: Partial<RepositoryReading>) =>
  Object.fromEntries(
    entryFieldsOf(aRepositoryReading(reading)).map((item) => [item.field, item.value]),
  )

describe('what a publiccode.yml says of an entry', () => {
  it('is taken with the file, the line and the commit', () => {
    const publiccode = aPubliccode({ name: 'openCimetière' }, { lines: { name: 3 } })
    expect(entryFieldsOf(aRepositoryReading({ publiccode }))).toEqual([
      {
        field: 'name',
        value: 'openCimetière',
        origin: { kind: 'publiccode', path: 'publiccode.yml', line: 3, commit: A_COMMIT },
      },
    ])
  })

  it('is put into our words: platforms, languages, status', () => {
    const publiccode = aPubliccode({
      platforms: ['Linux', 'macOS', 'haiku', 'web'],
      availableLanguages: ['fr', 'pt-BR', 'zh-Hant-TW', 'fr', 'not a tag'],
      developmentStatus: 'stable',
    })
    expect(said({ publiccode })).toEqual({
      platforms: ['web', 'mac', 'linux'],
      languages: ['fr', 'pt-BR', 'zh-TW'],
      status: 'active',
    })
  })

  it('is a plain text, whatever its Markdown', () => {
    const longDescription = `## Pour qui\n\nTient **les concessions** d’un [cimetière](https://x.example).\n\n<script>alert(1)</script>\n\n- plan\n- registre\n`
    const publiccode = aPubliccode({ description: { 'fr-FR': { longDescription } } })
    expect(said({ publiccode })).toEqual({
      descriptionFr: 'Pour qui\n\nTient les concessions d’un cimetière.\n\n– plan\n– registre',
    })
  })

  it('is never cut in silence', () => {
    const shortDescription = 'Tient les concessions, les défunts et les opérations. '.repeat(3)
    const publiccode = aPubliccode({ description: { fr: { shortDescription } } })
    const [summary] = entryFieldsOf(aRepositoryReading({ publiccode }))
    expect(summary).toMatchObject({ field: 'summaryFr', note: 'shortened' })
    expect(String(summary?.value).length).toBeLessThanOrEqual(120)
  })

  it('is noted as too short for an entry', () => {
    const publiccode = aPubliccode({ description: { en: { shortDescription: 'Keeps.' } } })
    expect(entryFieldsOf(aRepositoryReading({ publiccode }))).toMatchObject([
      { field: 'summaryEn', value: 'Keeps.', note: 'too-short' },
    ])
  })

  it('gives no licence that is not free', () => {
    expect(said({ publiccode: aPubliccode({ licenceSpdx: 'BUSL-1.1' }) })).toEqual({})
  })

  it('gives no address that a page could not link to', () => {
    expect(said({ publiccode: aPubliccode({ landingURL: 'javascript:alert(1)' }) })).toEqual({})
  })

  it('only hints at functions: its categories are not ours', () => {
    const publiccode = aPubliccode({ categories: ['payroll', 'other'] })
    expect(entryFieldsOf(aRepositoryReading({ publiccode }))).toMatchObject([
      { field: 'functions', value: ['paie'], note: 'hint' },
    ])
  })
})

describe('several words on one field', () => {
  const codemeta = {
    path: 'codemeta.json',
    text: '{}',
    values: { name: 'Autre nom', licence: 'MIT', website: 'https://projet.example.org' },
  }

  it('are asked in order: publiccode.yml, codemeta.json, git, the forge', () => {
    const publiccode = aPubliccode({ name: 'openExemple' })
    expect(said({ publiccode, codemeta, licenceDetected: 'AGPL-3.0-only' })).toMatchObject({
      name: 'openExemple',
      licence: 'MIT',
      website: 'https://projet.example.org',
    })
  })

  it('leave the licence of the files for where none is declared', () => {
    const licenceFiles = [{ path: 'LICENSE', spdx: 'EUPL-1.2' }]
    expect(
      entryFieldsOf(aRepositoryReading({ licenceFiles, licenceDetected: 'EUPL-1.2' })),
    ).toMatchObject([{ field: 'licence', value: 'EUPL-1.2', origin: { path: 'LICENSE' } }])
  })

  it('end with a repository that its maintainers have archived', () => {
    const forge = { archived: true, movedTo: null, description: '' }
    const publiccode = aPubliccode({ developmentStatus: 'stable' })
    expect(said({ publiccode, forge })).toEqual({ status: 'unmaintained' })
  })
})

it('takes the year of the first release from the oldest tag', () => {
  const release = (tag: string, date: string) => ({ tag, version: tag, date, commit: A_COMMIT })
  const releases = [
    release('2.0', '2024-02-01T00:00:00.000Z'),
    release('1.0', '2019-05-01T00:00:00.000Z'),
  ]
  expect(said({ releases })).toEqual({ firstRelease: 2019 })
})

it('derives no status from how much happens', () => {
  const months = [{ month: '2019-01', commits: 1, authors: 1 }]
  expect(said({ months })).toEqual({})
})

it('takes a description of unknown language only for what it surely is', () => {
  const forge = { archived: false, movedTo: null, description: '' }
  const french = 'Gestion des cimetières pour les communes et les agglomérations'
  expect(said({ forge: { ...forge, description: french } })).toEqual({ summaryFr: french })
  expect(said({ forge: { ...forge, description: 'openCimetière 4' } })).toEqual({})
})
