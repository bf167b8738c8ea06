import { describe, expect, it } from 'vitest'
import { software } from '#db/schema/software.ts'
import { compareFigures } from '#lib/adoptions/commands/figures.ts'
import type { Context } from '#lib/context.ts'
import { anEntry, aPublisher, aSoftware, someFunctions } from '#lib/testing/builders.ts'
import { makeTestContext } from '#lib/testing/context.ts'
import { auditOf, contentsOf, emptyOutbox, outboxOf } from '#lib/testing/traces.ts'
import { importSoftware } from './commands/import-software.ts'
import { getSoftwareBySlug } from './get-software.ts'

/** A context that knows some functions and a publisher, as a catalogue does before its entries come. */
function aCatalogue(): Context {
  const context = makeTestContext()
  someFunctions(context)
  aPublisher(context)
  emptyOutbox(context)
  return context
}

const importOne = (context: Context, entry: Record<string, unknown>) =>
  importSoftware(context, [{ slug: String(entry.slug), entry }])

const view = (context: Context, slug = 'openexemple') => getSoftwareBySlug(context, slug)

describe('importing an entry', () => {
  it('adds it with everything that was typed', () => {
    const context = aCatalogue()
    const entry = anEntry({
      licence_note: { fr: 'Licence lue au dépôt', en: 'Licence read in the repository' },
      functions: ['listes-electorales', 'jury-assises'],
      audience: ['commune'],
      platforms: ['web', 'linux'],
      aliases: ['open exemple'],
    })

    expect(importOne(context, entry)).toEqual({
      created: ['openexemple'],
      changed: [],
      unchanged: [],
      merged: [],
      skipped: [],
    })

    expect(view(context)).toMatchObject({
      name: 'openExemple',
      licence: 'AGPL-3.0-or-later',
      licenceFamily: 'agpl',
      licenceNote: { fr: 'Licence lue au dépôt' },
      publisher: { slug: 'editeur-exemple', kind: 'community' },
      functions: [{ slug: 'listes-electorales' }, { slug: 'jury-assises' }],
      audience: ['commune'],
      platforms: ['web', 'linux'],
      aliases: ['open exemple'],
      updatedAt: '2026-01-15T12:00:00.000Z',
      use: { total: 0 },
    })
  })

  it('says by which document each field is backed', () => {
    const context = aCatalogue()
    const sources = [
      { id: 'a', title: 'Dépôt', url: 'https://forge.example.org/a', covers: ['name', 'licence'] },
      {
        id: 'b',
        title: 'Site du projet',
        url: 'https://example.org',
        date: 2024,
        covers: ['name', 'publisher', 'functions'],
      },
    ]

    importOne(context, anEntry({ sources }))

    expect(view(context)?.sources).toMatchObject({
      name: [
        { title: 'Dépôt', date: '' },
        { title: 'Site du projet', date: '2024' },
      ],
      licence: [{ title: 'Dépôt' }],
      functions: [{ title: 'Site du projet' }],
    })
  })

  it('leaves its trace and a place in the queue of the search', () => {
    const context = aCatalogue()

    importOne(context, anEntry())

    const id = view(context)?.id
    expect(outboxOf(context)).toEqual([{ kind: 'software', subjectId: id }])
    expect(auditOf(context).at(-1)).toEqual({
      actor: 'test',
      action: 'software.import',
      subject: 'openexemple',
      detail: { licence: 'AGPL-3.0-or-later', functions: ['listes-electorales'] },
    })
    expect(Object.values(compareFigures(context)).every((n) => n === 0)).toBe(true)
  })
})

describe('importing the same entry again', () => {
  it('changes nothing and leaves no trace', () => {
    const context = aCatalogue()
    const entry = anEntry({
      facts: [{ fr: 'Écrit par une ville.', en: 'Written by a town.', source: 's1' }],
      estimates: [{ fr: 'Mille communes.', en: 'A thousand towns.', value: 1000, source: 's1' }],
    })
    importOne(context, entry)
    emptyOutbox(context)
    const [before, audit] = [view(context), auditOf(context)]

    const later = { ...context, now: new Date('2026-03-01T00:00:00Z') }
    expect(importOne(later, entry).unchanged).toEqual(['openexemple'])

    expect(view(context)).toEqual(before)
    expect(auditOf(context)).toEqual(audit)
    expect(outboxOf(context)).toEqual([])
  })

  it.each([
    ['its name', { name: 'openExemple 2' }],
    ['a function', { functions: ['supervision'] }],
    ['the order of its functions', { functions: ['jury-assises', 'listes-electorales'] }],
    ['its status', { status: 'mature', sources: covering('status') }],
    ['a fact', { facts: [{ fr: 'Un fait nouveau.', en: 'A new fact.', source: 's1' }] }],
  ])('brings it up to date when what changed is %s', (_what, change) => {
    const context = aCatalogue()
    importOne(context, anEntry({ functions: ['listes-electorales', 'jury-assises'] }))
    emptyOutbox(context)
    const before = view(context)

    const later = { ...context, now: new Date('2026-03-01T00:00:00Z') }
    expect(importOne(later, anEntry(change)).changed).toEqual(['openexemple'])

    const after = view(context)
    expect(after).toMatchObject({ id: before?.id, updatedAt: '2026-03-01T00:00:00.000Z' })
    expect(auditOf(context).at(-1)).toMatchObject({ action: 'software.change' })
    expect(outboxOf(context)).toEqual([{ kind: 'software', subjectId: after?.id }])
    expect(Object.values(compareFigures(context)).every((n) => n === 0)).toBe(true)
  })

  it('puts its facts and sources in the place of the old ones', () => {
    const context = aCatalogue()
    const fact = (fr: string) => ({ fr, en: `${fr} (en)`, source: 's1' })
    importOne(context, anEntry({ facts: [fact('Le premier fait'), fact('Le second fait')] }))

    importOne(
      context,
      anEntry({ facts: [fact('Le fait corrigé')], sources: covering('languages') }),
    )

    expect(view(context)?.facts.map((item) => item.text.fr)).toEqual(['Le fait corrigé'])
    expect(view(context)?.sources.languages).toHaveLength(1)
    expect(view(context)?.sources.name).toMatchObject([{ title: 'Document couvrant' }])
  })

  it('keeps the date on which it came in', () => {
    const context = aCatalogue()
    importOne(context, anEntry())

    importOne({ ...context, now: new Date('2026-03-01T00:00:00Z') }, anEntry({ name: 'Renommé' }))

    expect(context.db.select().from(software).get()).toMatchObject({
      createdAt: '2026-01-15T12:00:00.000Z',
      updatedAt: '2026-03-01T00:00:00.000Z',
    })
  })
})

describe('who may import', () => {
  it('is the one who runs the server: a visitor leaves nothing behind', () => {
    const context = aCatalogue()
    const before = contentsOf(context)

    expect(() => importOne({ ...context, actor: { kind: 'visitor' } }, anEntry())).toThrow(
      expect.objectContaining({ code: 'forbidden' }),
    )

    expect(contentsOf(context)).toEqual(before)
  })
})

describe('an entry that nobody has', () => {
  it('is unknown', () => {
    const context = makeTestContext()
    someFunctions(context)
    aSoftware(context)

    expect(getSoftwareBySlug(context, 'openautre')).toBeUndefined()
  })
})

/** One source that backs the usual fields and those named. */
function covering(...fields: string[]) {
  return [
    {
      id: 's1',
      title: 'Document couvrant',
      url: 'https://source.example.org/couvrant',
      covers: ['name', 'publisher', 'licence', 'functions', ...fields],
    },
  ]
}
