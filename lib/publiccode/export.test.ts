import { readdirSync, readFileSync } from 'node:fs'
import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { repositoryPubliccode, softwareRelease } from '#db/schema/forge.ts'
import { businessFunction } from '#db/schema/software.ts'
import { entryFieldsOf } from '#lib/forge/map-reading.ts'
import { loadFunctions } from '#lib/software/commands/load-functions.ts'
import { getSoftwareBySlug } from '#lib/software/get-software.ts'
import { anAdoptionOnRecord } from '#lib/testing/adoptions.ts'
import {
  anOrganisation,
  aPublisher,
  aSiren,
  aSoftware,
  someFunctions,
} from '#lib/testing/builders.ts'
import { makeTestContext } from '#lib/testing/context.ts'
import { aRepositoryReading } from '#lib/testing/forge.ts'
import { SOUND_PUBLICCODE } from '#lib/testing/publiccode.ts'
import { readCodemeta } from './codemeta.ts'
import { codemetaOf } from './codemeta-export.ts'
import { entryValues } from './entry-values.ts'
import { publiccodeOf } from './export.ts'
import { MAPPED_FUNCTIONS } from './function-categories.ts'
import { readPubliccode } from './read.ts'
import { CATEGORIES } from './rules/vocabulary.ts'
import { writePubliccode } from './rules/write.ts'

function aCatalogue() {
  const context = makeTestContext()
  someFunctions(context)
  return context
}

describe('An entry as a publiccode.yml', () => {
  test('is of 0.7, says what the catalogue knows, and leaves the rest as comments', () => {
    const context = aCatalogue()
    aSoftware(context, {
      repository: 'https://forge.example.org/openexemple',
      languages: ['fr', 'en'],
      sources: [
        {
          id: 's1',
          title: 'Dépôt',
          url: 'https://forge.example.org/openexemple',
          covers: ['name', 'publisher', 'licence', 'functions', 'repository', 'languages'],
        },
      ],
    })
    const text =
      publiccodeOf(context, 'openexemple', { siteUrl: 'https://mutualibre.example' }) ?? ''
    const reading = readPubliccode(text)
    expect(reading.version).toBe('0.7')
    expect(reading.values).toMatchObject({
      name: 'openExemple',
      url: 'https://forge.example.org/openexemple',
      licenceSpdx: 'AGPL-3.0-or-later',
      scope: ['local-authorities'],
      localisationReady: true,
      availableLanguages: ['fr', 'en'],
    })
    expect(text).toContain('\n# developmentStatus: # concept')
    expect(text).toContain('https://mutualibre.example/logiciels/openexemple/utilisateurs')
    expect(text).not.toContain('\nusedBy')
    // All that is left to say is what is missing.
    expect(new Set(reading.findings.map(({ code }) => code))).toEqual(new Set(['key-missing']))
  })

  test('has nothing to mend once the repository’s own file says the rest; its contacts stay out', () => {
    const context = aCatalogue()
    const siren = '213105554'
    anOrganisation(context, { key: siren, siren, name: 'Toulouse' })
    aPublisher(context, {
      slug: 'ville',
      name: 'Ville',
      kind: 'public-body',
      siren,
    })
    const id = aSoftware(context, {
      publisher: 'ville',
      repository: 'https://forge.example.org/openexemple',
      description: { fr: 'Une description. '.repeat(12), en: 'A description. '.repeat(12) },
      sources: [
        {
          id: 's1',
          title: 'Dépôt',
          url: 'https://forge.example.org/openexemple',
          covers: ['name', 'publisher', 'licence', 'functions', 'repository'],
        },
      ],
    })
    context.db
      .insert(repositoryPubliccode)
      .values({
        softwareId: id,
        path: 'publiccode.yml',
        body: SOUND_PUBLICCODE.replace('type: internal', 'type: none'),
        valid: true,
        findings: [],
        commit: 'a'.repeat(40),
        readAt: '2026-01-01T00:00:00Z',
      })
      .run()
    context.db
      .insert(softwareRelease)
      .values({
        softwareId: id,
        tag: 'v2.0',
        version: '2.0',
        date: '2026-02-03T00:00:00Z',
        commit: 'a'.repeat(40),
      })
      .run()
    const text = publiccodeOf(context, 'openexemple') ?? ''
    const { findings, values } = readPubliccode(text)
    expect(findings).toEqual([])
    expect(values).toMatchObject({
      softwareVersion: '2.0',
      releaseDate: '2026-02-03',
      developmentStatus: 'stable',
      organisation: { uri: `https://annuaire-entreprises.data.gouv.fr/entreprise/${siren}` },
    })
    expect(values.contacts).toBeUndefined()
    expect(text).not.toContain('Camille')
  })

  test('names its confirmed users when they are asked for, and no other', () => {
    const context = aCatalogue()
    const id = aSoftware(context)
    const users = [
      ['Toulouse', 'confirmed'],
      ['Rennes', 'reported'],
    ] as const
    for (const [name, trust] of users) {
      const siren = aSiren()
      anAdoptionOnRecord(context, id, anOrganisation(context, { key: siren, siren, name }), {
        trust,
      })
    }
    const asked = publiccodeOf(context, 'openexemple', { usedBy: true }) ?? ''
    expect(readPubliccode(asked).values.usedBy).toEqual(['Toulouse'])
    expect(publiccodeOf(context, 'openexemple')).not.toContain('Toulouse')
  })

  test('there is none of what is not in the catalogue', () => {
    expect(publiccodeOf(aCatalogue(), 'absent')).toBeUndefined()
  })
})

/** Lists are sets: their order says nothing. */
const inOrder = (value: unknown) => (Array.isArray(value) ? value.toSorted() : value)

test('What is exported, then read, then written, is the same, over the reference data', {
  timeout: 30_000,
}, () => {
  const context = makeTestContext()
  loadFunctions(context, parse(readFileSync('db/reference/functions.yml', 'utf8')))
  const files = readdirSync('db/reference/software').filter((_, index) => index % 20 === 0)
  for (const file of files) {
    const slug = file.replace(/\.yml$/, '')
    const entry = parse(readFileSync(`db/reference/software/${file}`, 'utf8')) as Record<
      string,
      unknown
    >
    aPublisher(context)
    aSoftware(context, { ...entry, slug, publisher: 'editeur-exemple' })
    const exported = entryValues(context, slug)
    if (!exported) throw new Error(`no export of ${slug}`)
    const text = writePubliccode(exported)
    const reading = readPubliccode(text)
    expect(reading.values).toEqual(exported)
    expect(writePubliccode(reading.values)).toBe(text)
    expect(reading.findings.filter(({ code }) => code !== 'key-missing')).toEqual([])
    // A harvest that met the exported file would change nothing.
    const item = getSoftwareBySlug(context, slug)
    const kept: Partial<Record<string, unknown>> = {
      name: item?.name,
      licence: item?.licence,
      repository: item?.repository,
      website: item?.website,
      summaryFr: item?.summary.fr,
      summaryEn: item?.summary.en,
      descriptionFr: item?.description.fr,
      descriptionEn: item?.description.en,
      platforms: item?.platforms,
      languages: item?.languages,
    }
    const met = { path: 'publiccode.yml', text, reading }
    for (const said of entryFieldsOf(aRepositoryReading({ publiccode: met }))) {
      if (said.field in kept) {
        expect(inOrder(said.value), `${slug}: ${said.field}`).toEqual(inOrder(kept[said.field]))
      }
    }
  }
})

test('A file that is read, written and read again says the same', () => {
  const full = `${SOUND_PUBLICCODE}usedBy: ["no", "Arles: ville", "42", "2024-01-01", "# x"]
isBasedOn: [https://a.example/b, https://c.example/d]
supports: [{id: alias:gdpr}]
fundedBy: [{name: Région, uri: "https://region.example"}]
dependsOn: {open: [{name: PostgreSQL, versionMin: "14", optional: true}]}
intendedAudience: {countries: [FR, "NO"], scope: [government]}
`
  const { values } = readPubliccode(full)
  const again = readPubliccode(writePubliccode(values))
  expect(again.findings.filter(({ severity }) => severity !== 'info')).toEqual([])
  expect(again.values).toEqual(values)
})

test('Our table of categories names functions of ours and categories of the standard', () => {
  const context = makeTestContext()
  loadFunctions(context, parse(readFileSync('db/reference/functions.yml', 'utf8')))
  for (const [slug, category] of MAPPED_FUNCTIONS) {
    expect(CATEGORIES).toContain(category)
    expect(
      context.db.select().from(businessFunction).where(eq(businessFunction.slug, slug)).get(),
      slug,
    ).toBeDefined()
  }
})

test('An entry as codemeta.json reads back as what it says', () => {
  const context = aCatalogue()
  aSoftware(context, {
    website: 'https://openexemple.example.org',
    sources: [
      {
        id: 's1',
        title: 'Dépôt',
        url: 'https://forge.example.org/openexemple',
        covers: ['name', 'publisher', 'licence', 'functions', 'website'],
      },
    ],
  })
  const text = codemetaOf(context, 'openexemple') ?? ''
  expect(readCodemeta(text)).toEqual({
    name: 'openExemple',
    description: 'Description. '.repeat(10).trim(),
    website: 'https://openexemple.example.org',
    licence: 'AGPL-3.0-or-later',
  })
  expect(JSON.parse(text)).not.toHaveProperty('codeRepository')
  expect(codemetaOf(context, 'absent')).toBeUndefined()
})
