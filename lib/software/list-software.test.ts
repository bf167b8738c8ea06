import { describe, expect, it } from 'vitest'
import { reportAdoptions } from '#lib/adoptions/commands/report-adoptions.ts'
import type { Context } from '#lib/context.ts'
import {
  anAdoption,
  anEntry,
  anOrganisation,
  aPublisher,
  aSoftware,
  someFunctions,
  someTerritories,
} from '#lib/testing/builders.ts'
import { makeTestContext } from '#lib/testing/context.ts'
import { importSoftware } from './commands/import-software.ts'
import { countSoftware, listSoftware } from './queries.ts'
import { softwareFilters } from './schema.ts'

function aCatalogue(): Context {
  const context = makeTestContext()
  someTerritories(context)
  someFunctions(context)
  return context
}

const list = (context: Context, filters: object = {}) =>
  listSoftware(context, softwareFilters.parse(filters))

const slugs = async (context: Context, filters: object = {}) =>
  (await list(context, filters)).items.map((card) => card.slug)

/** Three entries: strong copyleft on the web, copyleft on the web, permissive on Windows. */
function threeEntries(): Context {
  const context = aCatalogue()
  aSoftware(context, { slug: 'a', name: 'A', licence: 'AGPL-3.0-only', platforms: ['web'] })
  aSoftware(context, { slug: 'b', name: 'B', licence: 'GPL-3.0-only', platforms: ['web', 'linux'] })
  aSoftware(context, { slug: 'c', name: 'C', licence: 'MIT', platforms: ['windows'] })
  return context
}

describe('filters of the list of software', () => {
  it.each([
    ['nothing asked: all of them', {}, ['a', 'b', 'c']],
    ['one value', { licence: 'agpl' }, ['a']],
    ['two values of one filter: either', { licence: ['agpl', 'permissive'] }, ['a', 'c']],
    ['two filters: both', { licence: ['agpl', 'gpl'], plateforme: 'linux' }, ['b']],
    ['two filters that no entry meets', { licence: 'permissive', plateforme: 'web' }, []],
    ['a value that nothing has', { licence: 'weak-copyleft' }, []],
    ['a value that does not exist', { licence: 'proprietary' }, []],
    ['a function that does not exist', { fonction: 'alchimie' }, []],
    ['what is malformed: no filter', { licence: "'; DROP TABLE software" }, ['a', 'b', 'c']],
  ])('%s', async (_what, filters, expected) => {
    expect(await slugs(threeEntries(), filters)).toEqual(expected)
  })

  it('by function and by group', async () => {
    const context = aCatalogue()
    aSoftware(context, { slug: 'listes', functions: ['listes-electorales'] })
    aSoftware(context, { slug: 'jurys', functions: ['jury-assises', 'sauvegarde'] })
    aSoftware(context, { slug: 'sondes', functions: ['supervision'] })

    expect(
      (await slugs(context, { fonction: ['listes-electorales', 'sauvegarde'] })).sort(),
    ).toEqual(['jurys', 'listes'])
    expect((await slugs(context, { groupe: 'infrastructure' })).sort()).toEqual(['jurys', 'sondes'])
  })

  it('by those for whom it is made: an entry that names nobody is for everybody', async () => {
    const context = aCatalogue()
    aSoftware(context, { slug: 'mairies', audience: ['commune', 'epci'] })
    aSoftware(context, { slug: 'regions', audience: ['region'] })
    aSoftware(context, { slug: 'tous', audience: [] })

    expect((await slugs(context, { pour: 'commune' })).sort()).toEqual(['mairies', 'tous'])
  })

  it('by who maintains it', async () => {
    const context = aCatalogue()
    aPublisher(context, { slug: 'une-ville', kind: 'public-body' })
    aSoftware(context, { slug: 'de-la-ville', publisher: 'une-ville' })
    aSoftware(context, { slug: 'd-une-communaute' })

    expect(await slugs(context, { editeur: 'public-body' })).toEqual(['de-la-ville'])
  })

  it('by its users: their kind, their size, their région', async () => {
    const context = aCatalogue()
    const [used, other] = [
      aSoftware(context, { slug: 'used' }),
      aSoftware(context, { slug: 'other' }),
    ]
    const village = anOrganisation(context, { population: 300, departement: '35', region: '53' })
    const agglomeration = anOrganisation(context, { kind: 'epci', population: 60_000 })
    reportAdoptions(context, [anAdoption(used, village), anAdoption(other, agglomeration)])

    expect(await slugs(context, { utilisateurs: 'commune' })).toEqual(['used'])
    expect(await slugs(context, { taille: 'lt-500' })).toEqual(['used'])
    expect(await slugs(context, { region: '53' })).toEqual(['used'])
    expect((await slugs(context, { region: ['53', '93'] })).sort()).toEqual(['other', 'used'])
  })
})

describe('counts beside the filters', () => {
  it('are those of every entry when nothing is asked', async () => {
    expect((await list(threeEntries())).counts).toMatchObject({
      licence: { agpl: 1, gpl: 1, permissive: 1 },
      plateforme: { web: 2, linux: 1, windows: 1 },
      groupe: { elections: 3 },
    })
  })

  it('leave their own filter out, so that one sees what another value would give', async () => {
    const { total, counts } = await list(threeEntries(), { licence: 'agpl' })

    expect(total).toBe(1)
    expect(counts.licence).toEqual({ agpl: 1, gpl: 1, permissive: 1 })
    expect(counts.plateforme).toEqual({ web: 1 })
  })

  it('keep the other filters', async () => {
    const { counts } = await list(threeEntries(), { licence: 'gpl', plateforme: 'web' })

    expect(counts.licence).toEqual({ agpl: 1, gpl: 1 })
    expect(counts.plateforme).toEqual({ web: 1, linux: 1 })
  })

  it('tell what each value would give, value by value', async () => {
    const context = threeEntries()
    const asked = { plateforme: ['web'] }

    for (const [licence, n] of Object.entries((await list(context, asked)).counts.licence)) {
      expect((await list(context, { ...asked, licence })).total).toBe(n)
    }
  })
})

describe('the order of the list', () => {
  it('is by use, then trades before infrastructure, then by name', async () => {
    const context = aCatalogue()
    const used = aSoftware(context, { slug: 'used', name: 'Zzz', functions: ['supervision'] })
    aSoftware(context, { slug: 'infra', name: 'Aaa', functions: ['sauvegarde'] })
    aSoftware(context, { slug: 'trade-b', name: 'Éric' })
    aSoftware(context, { slug: 'trade-a', name: 'Delta' })
    reportAdoptions(context, [anAdoption(used, anOrganisation(context))])

    expect((await list(context)).sort).toBe('utilisateurs')
    expect(await slugs(context)).toEqual(['used', 'trade-a', 'trade-b', 'infra'])
  })

  it('is by name without regard to accents, or by last change, when asked', async () => {
    const context = aCatalogue()
    const on = (day: string) => ({ ...context, now: new Date(`2026-01-${day}T00:00:00Z`) })
    aSoftware(on('02'), { slug: 'e', name: 'Éclair' })
    aSoftware(on('03'), { slug: 'z', name: 'Zèbre' })
    aSoftware(on('01'), { slug: 'a', name: 'amande' })

    expect(await slugs(context, { tri: 'nom' })).toEqual(['a', 'e', 'z'])
    expect(await slugs(context, { tri: 'recent' })).toEqual(['z', 'e', 'a'])
  })

  it('is the usual one when the order asked for does not exist', async () => {
    expect((await list(threeEntries(), { tri: 'alphabetique' })).sort).toBe('utilisateurs')
  })
})

describe('the pages of the list', () => {
  function twentyOne(): Context {
    const context = aCatalogue()
    aPublisher(context)
    const names = Array.from({ length: 21 }, (_, n) => `logiciel-${String(n).padStart(2, '0')}`)
    importSoftware(
      context,
      names.map((slug) => ({ slug, entry: anEntry({ slug, name: slug }) })),
    )
    return context
  }

  it('hold twenty entries each, the last one the rest', async () => {
    const context = twentyOne()

    expect(await list(context)).toMatchObject({ total: 21, page: 1, pages: 2 })
    expect(await slugs(context)).toHaveLength(20)
    expect(await slugs(context, { page: '2' })).toEqual(['logiciel-20'])
  })

  it('end with the last one, whatever is asked for', async () => {
    expect(await list(twentyOne(), { page: '99' })).toMatchObject({ page: 2, pages: 2 })
  })

  it.each(['0', '-3', 'deux', '1.5', '99999999'])(
    'begin with the first when asked for %s',
    async (page) => {
      expect((await list(twentyOne(), { page })).page).toBe(1)
    },
  )

  it('are one, empty, where there is nothing', async () => {
    const context = aCatalogue()

    expect(await list(context)).toMatchObject({ total: 0, page: 1, pages: 1, items: [] })
    expect(countSoftware(context)).toBe(0)
  })
})
