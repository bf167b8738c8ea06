import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { providerService } from '#db/schema/providers.ts'
import { reportAdoptions } from '#lib/adoptions/commands/report-adoptions.ts'
import type { Context } from '#lib/context.ts'
import { silentProgress } from '#lib/progress.ts'
import { listSoftware } from '#lib/software/queries.ts'
import { softwareFilters } from '#lib/software/schema.ts'
import {
  anAdoption,
  anOrganisation,
  aProvider,
  aPublisher,
  aSoftware,
  SOURCE,
  someFunctions,
  someTerritories,
} from '#lib/testing/builders.ts'
import { makeTestContext } from '#lib/testing/context.ts'
import { aGrid } from '#lib/testing/label.ts'
import {
  accessTo,
  type MeiliServer,
  NO_MEILISEARCH,
  startMeilisearch,
} from '#lib/testing/meilisearch.ts'
import { answerSearch } from './answer.ts'
import { drainSearchOutbox, loadSynonyms } from './commands.ts'
import type { SearchEngine } from './engine.ts'
import { rebuildSearch } from './indexer.ts'
import { fts5Engine } from './internal/fts5-engine.ts'
import { meiliEngine } from './internal/meili-engine.ts'
import { searchRequest } from './schema.ts'

// One suite, two engines: what a visitor may count on, whichever answers.

interface EngineUnderTest {
  name: 'fts5' | 'meilisearch'
  skipped: string | undefined
  start(): Promise<void>
  /** Indexes a database, and gives the engine that searches it. */
  index(context: Context): Promise<SearchEngine>
  stop(): Promise<void>
}

let server: MeiliServer

const ENGINES: EngineUnderTest[] = [
  {
    name: 'fts5',
    skipped: undefined,
    start: async () => undefined,
    index: async (context) => fts5Engine(context.db),
    stop: async () => undefined,
  },
  {
    name: 'meilisearch',
    skipped: NO_MEILISEARCH,
    async start() {
      server = await startMeilisearch()
    },
    async index(context) {
      const access = accessTo(server)
      await rebuildSearch(context.db, access, silentProgress)
      return meiliEngine(access, context.db)
    },
    stop: () => server.remove(),
  },
]

const about = (fr: string) => ({
  // An entry's summary is ten signs at least.
  summary: { fr: fr.padEnd(10, '.'), en: 'Something else altogether' },
  functions: ['sauvegarde'],
})

/** Tests that only read share one catalogue: building an index takes a second. */
function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined
  return () => {
    made ??= make()
    return made
  }
}

const COVERED = ['name', 'publisher', 'licence', 'functions', 'languages', 'status']

const description = (sentence: string) => ({
  description: { fr: sentence.repeat(6), en: 'In English, something else. '.repeat(6) },
})

describe.each(ENGINES)('$name', ({ name, skipped, start, index, stop }) => {
  describe.skipIf(skipped !== undefined)(
    `searches${skipped ? ` (skipped: ${skipped})` : ''}`,
    () => {
      beforeAll(start, 30_000)
      afterAll(stop)

      /** A catalogue, indexed, and ways to ask it. */
      async function aCatalogue(fill: (context: Context) => void) {
        const context = makeTestContext()
        someTerritories(context)
        someFunctions(context)
        fill(context)
        drainSearchOutbox(context)
        const searching = { ...context, search: await index(context) }
        const list = (q: string, filters: object = {}) =>
          listSoftware(searching, softwareFilters.parse({ q, ...filters }))
        return {
          context: searching,
          list,
          found: async (q: string, filters: object = {}) =>
            (await list(q, filters)).items.map((card) => card.slug),
          answer: (q: string, more: object = {}) =>
            answerSearch(searching, searchRequest.parse({ q, ...more })),
        }
      }

      describe('by relevance', () => {
        it('puts the exact name first, then names that begin so, then functions, then descriptions', async () => {
          const { found } = await aCatalogue((context) => {
            aSoftware(context, {
              slug: 'in-description',
              name: 'Quatre',
              ...about('Rien à voir'),
              ...description('La supervision du parc se règle ici. '),
            })
            aSoftware(context, { slug: 'in-function', name: 'Trois', functions: ['supervision'] })
            aSoftware(context, {
              slug: 'name-begins',
              name: 'Supervision Plus',
              ...about('Sondes'),
            })
            aSoftware(context, { slug: 'exact-name', name: 'Supervision', ...about('Sondes') })
          })

          expect(await found('supervision')).toEqual([
            'exact-name',
            'name-begins',
            'in-function',
            'in-description',
          ])
        })

        it('breaks ties by confirmed uses, then by all uses', async () => {
          const { found } = await aCatalogue((context) => {
            const [reported, confirmed] = ['b-reported', 'c-confirmed', 'a-unused'].map((slug) =>
              aSoftware(context, { slug, name: `Outil ${slug[0]}`, ...about('Plan de tournée') }),
            )
            const towns = [1, 2, 3].map(() => anOrganisation(context))
            reportAdoptions(context, [
              ...towns.slice(0, 2).map((town) => anAdoption(reported ?? 0, town)),
              anAdoption(confirmed ?? 0, towns[2] ?? 0, { trust: 'confirmed' }),
            ])
          })

          expect(await found('tournée')).toEqual(['c-confirmed', 'b-reported', 'a-unused'])
        })

        it('finds a software by each of its texts', async () => {
          const { found } = await aCatalogue((context) => {
            aPublisher(context, { slug: 'une-ville', name: 'Ville de Zonza' })
            aSoftware(context, {
              slug: 'cherche',
              name: 'Choisi',
              publisher: 'une-ville',
              aliases: ['salle des fêtes'],
              summary: { fr: 'Résumé zinzolin', en: 'Purple summary' },
              ...description('Une dérogation se demande. '),
            })
            aSoftware(context, { slug: 'autre', name: 'Autre', ...about('Rien') })
          })

          for (const q of ['salles des fêtes', 'listes électorales', 'REU', 'zinzolin', 'purple']) {
            expect(await found(q), q).toEqual(['cherche'])
          }
          for (const q of ['dérogation', 'zonza']) expect(await found(q), q).toEqual(['cherche'])
        })

        it('answers a whole need, and falls back on some of its words when none holds all', async () => {
          const { found } = await aCatalogue((context) => {
            aSoftware(context, {
              slug: 'cimetiere',
              name: 'Repos',
              ...about('Concessions du cimetière'),
            })
            aSoftware(context, { slug: 'paie', name: 'Solde', ...about('Paie des agents') })
          })

          expect(
            await found('un logiciel libre pour gérer les concessions des cimetières'),
          ).toEqual(['cimetiere'])
          expect((await found('bulletin de paie zygomatique'))[0]).toBe('paie')
        })
      })

      describe('understands French as it is typed', () => {
        const catalogue = once(() =>
          aCatalogue((context) => {
            aSoftware(context, { slug: 'openelec', name: 'openElec', ...about('Scrutins locaux') })
            aSoftware(context, {
              slug: 'libreoffice',
              name: 'Libre Office',
              ...about('Bureautique'),
            })
            aSoftware(context, {
              slug: 'etat',
              name: 'Actes',
              ...about('Tenue de l’état des œuvres et des cimetières'),
            })
            aSoftware(context, { slug: 'r', name: 'R', ...about('Statistique') })
            aSoftware(context, { slug: 'cpp', name: 'C++ Kit', ...about('Compilation') })
          }),
        )

        it.each([
          ['without accents', 'cimetiere', 'etat'],
          ['in capitals', 'CIMETIÈRES', 'etat'],
          ['in the singular', 'cimetière', 'etat'],
          ['with an elision', 'l’état', 'etat'],
          ['with a straight apostrophe', "d'œuvre", 'etat'],
          ['with a ligature spelt out', 'oeuvres', 'etat'],
          ['by its beginning', 'bureaut', 'libreoffice'],
          ['in two words instead of one', 'open elec', 'openelec'],
          ['in one word instead of two', 'libreoffice', 'libreoffice'],
          ['with a hyphen', 'open-elec', 'openelec'],
          ['with a letter too many', 'openelecc', 'openelec'],
          ['with a letter too few', 'openlec', 'openelec'],
          ['with another letter', 'opemelec', 'openelec'],
          ['with two letters swapped', 'opneelec', 'openelec'],
          ['with two typos in a long word', 'burreautiqe', 'libreoffice'],
          ['in a single letter', 'R', 'r'],
          ['with the signs of a name', 'c++', 'cpp'],
        ])('%s: %s', async (_how, q, slug) => {
          const { found } = await catalogue()

          expect((await found(q))[0]).toBe(slug)
        })

        it('forgives no typo in a word of three letters', async () => {
          const { found } = await aCatalogue((context) => {
            aSoftware(context, { slug: 'ged', name: 'Ged', ...about('Documents') })
          })

          expect(await found('gad')).toEqual([])
        })
      })

      describe('knows what stands for what', () => {
        const catalogue = once(() =>
          aCatalogue((context) => {
            aSoftware(context, { slug: 'acronym', name: 'Un', ...about('Une GED pour la mairie') })
            aSoftware(context, {
              slug: 'words',
              name: 'Deux',
              ...about('Gestion électronique de documents'),
            })
            aSoftware(context, { slug: 'krita', name: 'Krita', ...about('Peinture') })
            loadSynonyms(context, [
              {
                kind: 'acronym',
                name: 'GED',
                forms: ['gestion électronique de documents'],
                software: [],
                reason: 'Documents',
              },
              {
                kind: 'alternative',
                name: 'Photoshop',
                forms: ['adobe photoshop'],
                software: ['krita'],
                reason: 'Retouche d’images',
              },
            ])
          }),
        )

        it('an acronym and its words, both ways', async () => {
          const { found } = await catalogue()

          expect((await found('GED')).sort()).toEqual(['acronym', 'words'])
          expect((await found('gestion électronique de documents')).sort()).toEqual([
            'acronym',
            'words',
          ])
        })

        it('a proprietary name leads to the free software, and says why', async () => {
          const { found, answer } = await catalogue()

          expect(await found('photoshop')).toEqual(['krita'])
          expect(await found('alternative à Adobe Photoshop')).toEqual(['krita'])
          expect((await answer('photoshop')).alternativeTo).toEqual({
            name: 'Photoshop',
            reason: 'Retouche d’images',
            software: [{ slug: 'krita', name: 'Krita', url: '/logiciels/krita' }],
          })
          expect((await answer('krita')).alternativeTo).toBeNull()
        })
      })

      describe('filters, counts and orders', () => {
        const catalogue = once(() =>
          aCatalogue((context) => {
            const entry = (slug: string, more: object) =>
              aSoftware(context, {
                slug,
                name: slug,
                ...about('Agenda partagé'),
                sources: [{ ...SOURCE, id: 's1', covers: COVERED }],
                ...more,
              })
            aGrid(context, 'reference')
            entry('zebre', { licence: 'AGPL-3.0-only', platforms: ['web'], languages: ['fr'] })
            const mit = entry('autruche', {
              licence: 'MIT',
              platforms: ['web', 'linux'],
              languages: ['fr', 'en'],
              status: 'active',
            })
            const loutre = entry('loutre', {
              licence: 'GPL-3.0-only',
              functions: ['listes-electorales'],
            })
            context.db
              .insert(providerService)
              .values([
                { providerId: aProvider(context), softwareId: loutre, kind: 'hosting' },
                {
                  providerId: aProvider(context, { state: 'pending' }),
                  softwareId: mit,
                  kind: 'hosting',
                },
              ])
              .run()
            const rennes = anOrganisation(context, {
              region: '53',
              departement: '35',
              population: 800,
            })
            reportAdoptions(context, [anAdoption(mit, rennes)])
          }),
        )

        it.each([
          ['one value', { licence: 'agpl' }, ['zebre']],
          [
            'two values of one facet: either',
            { licence: ['agpl', 'permissive'] },
            ['autruche', 'zebre'],
          ],
          [
            'two facets: both',
            { licence: ['agpl', 'permissive'], plateforme: 'linux' },
            ['autruche'],
          ],
          ['a function', { fonction: 'listes-electorales' }, ['loutre']],
          ['a criterion that its functions back', { critere: 'logiciels.elections' }, ['loutre']],
          [
            'a criterion of every business function',
            { critere: 'logiciels.metier-nombre' },
            ['loutre'],
          ],
          ['a criterion that no software backs', { critere: 'strategie.enjeux' }, []],
          ['a group of functions', { groupe: 'infrastructure' }, ['autruche', 'zebre']],
          ['a language', { langue: 'en' }, ['autruche']],
          ['the life of the project', { activite: 'active' }, ['autruche']],
          ['the région of its users', { region: '53' }, ['autruche']],
          ['the kind of its users', { utilisateurs: 'commune' }, ['autruche']],
          ['the size of its users', { taille: '500-2k' }, ['autruche']],
          ['a provider that everyone sees', { prestataire: 'oui' }, ['loutre']],
          ['a value that nothing has', { licence: 'weak-copyleft' }, []],
          ['a value that does not exist', { fonction: 'alchimie' }, []],
        ])('by %s', async (_what, filters, expected) => {
          const { found } = await catalogue()

          expect((await found('agenda', filters)).sort()).toEqual(expected)
        })

        it('counts each value with the other facets kept, and its own facet left out', async () => {
          const { list } = await catalogue()

          const { total, counts } = await list('agenda', { licence: 'agpl', plateforme: 'web' })

          expect(total).toBe(1)
          expect(counts.licence).toEqual({ agpl: 1, gpl: 1, permissive: 1 })
          expect(counts.plateforme).toEqual({ web: 1 })
          expect(counts.fonction).toEqual({ sauvegarde: 1 })
          expect(counts.langue).toEqual({ fr: 1 })
          expect(counts.critere).toEqual({})
          expect(counts.prestataire).toEqual({})
        })

        it.each([
          ['nom', ['autruche', 'loutre', 'zebre']],
          ['utilisateurs', ['autruche', 'loutre', 'zebre']],
        ])('orders by %s', async (tri, expected) => {
          const { found } = await catalogue()

          expect(await found('agenda', { tri })).toEqual(expected)
        })

        it('orders by last change', async () => {
          const { found } = await aCatalogue((context) => {
            const on = (day: string) => ({ ...context, now: new Date(`2026-01-${day}T00:00:00Z`) })
            for (const [slug, day] of [
              ['a', '02'],
              ['b', '03'],
              ['c', '01'],
            ] as const) {
              aSoftware(on(day), { slug, name: `Nom ${slug}`, ...about('Agenda') })
            }
          })

          expect(await found('agenda', { tri: 'recent' })).toEqual(['b', 'a', 'c'])
        })

        it('turns pages that hold each result once', async () => {
          const { list } = await aCatalogue((context) => {
            for (let n = 0; n < 45; n++) {
              aSoftware(context, { slug: `s-${n}`, name: `Nom ${n}`, ...about('Agenda') })
            }
          })
          const pages = await Promise.all([1, 2, 3, 9].map((page) => list('agenda', { page })))

          expect(pages.map(({ items, page, total }) => [items.length, page, total])).toEqual([
            [20, 1, 45],
            [20, 2, 45],
            [5, 3, 45],
            [5, 3, 45],
          ])
          const seen = pages.slice(0, 3).flatMap(({ items }) => items.map((card) => card.slug))
          expect(new Set(seen).size).toBe(45)
        })

        it.each([
          ['a quote', `a" OR licence = "permissive`],
          ['an apostrophe', `a' OR 'x`],
          ['a backslash', 'a\\'],
          ['a backslash and a quote', 'a\\" OR licence EXISTS OR licence = "'],
          ['operators', 'agpl OR licence EXISTS'],
          ['a list', 'agpl], licence IN [permissive'],
          ['unicode', 'ａｇｐｌ\u202eagpl\u0000'],
          ['a new line', 'agpl\nOR id > 0'],
        ])('reads a filter value as a value, whatever it holds: %s', async (_what, value) => {
          const { context } = await catalogue()
          const wanted = { ...softwareFilters.parse({}), licence: [value] }

          const { software } = await context.search.search({
            q: 'agenda',
            software: {
              wanted,
              near: null,
              sort: 'pertinence',
              offset: 0,
              limit: 10,
              facets: true,
            },
            organisations: 0,
            functions: 0,
          })

          expect(software).toMatchObject({ ids: [], total: 0 })
        })
      })

      describe('near a place', () => {
        const catalogue = once(() =>
          aCatalogue((context) => {
            const software = (slug: string) =>
              aSoftware(context, { slug, name: slug, ...about('Agenda partagé') })
            const epci = anOrganisation(context, {
              kind: 'epci',
              key: '241300391',
              siren: '241300391',
            })
            const town = (name: string, more: object) => anOrganisation(context, { name, ...more })
            const inEpci = town('Voisine', { epci: '241300391' })
            town('Chez moi', { key: '211300017', siren: '211300017', epci: '241300391' })
            const inDepartement = town('Loin', {})
            const inRegion = town('Plus loin', { departement: '84' })
            const elsewhere = town('Ailleurs', { departement: '35', region: '53' })
            reportAdoptions(context, [
              anAdoption(software('region'), inRegion),
              anAdoption(software('departement'), inDepartement),
              anAdoption(software('epci'), epci),
              anAdoption(software('voisine'), inEpci),
              anAdoption(software('ailleurs'), elsewhere),
              anAdoption(software('arrete'), inEpci, { state: 'stopped' }),
            ])
          }),
        )

        it('finds what its neighbours use, nearest first', async () => {
          const { list } = await catalogue()

          const { items, total, near, sort } = await list('agenda', { proche: '211300017' })

          expect(near).toMatchObject({ name: 'Chez moi' })
          expect(sort).toBe('proximite')
          expect(total).toBe(4)
          expect(
            items
              .slice(0, 2)
              .map((card) => card.slug)
              .sort(),
          ).toEqual(['epci', 'voisine'])
          expect(items.slice(2).map(({ slug, near: how }) => [slug, how])).toEqual([
            ['departement', 'departement'],
            ['region', 'region'],
          ])
        })

        it('keeps the facets, the order asked for, and the pages', async () => {
          const { found, list } = await catalogue()

          expect(await found('agenda', { proche: 'Chez moi', tri: 'nom' })).toEqual([
            'departement',
            'epci',
            'region',
            'voisine',
          ])
          const { counts, total } = await list('agenda', { proche: 'Chez moi', region: '93' })
          expect(total).toBe(4)
          expect(counts.region).toEqual({ 93: 4 })
          expect(await found('agenda', { proche: 'Chez moi', licence: 'permissive' })).toEqual([])
        })

        it('finds nothing near a place that nobody knows as near anything', async () => {
          const { list } = await aCatalogue((context) => {
            aSoftware(context, { slug: 'seul', name: 'Seul', ...about('Agenda') })
            anOrganisation(context, { name: 'Nulle part', departement: '', region: '' })
          })

          expect(await list('agenda', { proche: 'Nulle part' })).toMatchObject({ total: 0 })
        })
      })

      describe('organisations and functions beside', () => {
        const catalogue = once(() =>
          aCatalogue((context) => {
            anOrganisation(context, { name: 'Arles', population: 50_000, postcodes: ['13200'] })
            anOrganisation(context, { name: 'Arles-sur-Tech', population: 2_700 })
            anOrganisation(context, { name: 'Saint-Étienne', population: 170_000, insee: '42218' })
            aSoftware(context, { slug: 'arlesien', name: 'Arlésien', ...about('Journal') })
          }),
        )

        it.each([
          ['by name, the exact one first', 'arles', ['Arles', 'Arles-sur-Tech']],
          ['without accents or hyphens', 'saint etienne', ['Saint-Étienne']],
          ['with a typo', 'saint etiene', ['Saint-Étienne']],
          ['by postal code', '13200', ['Arles']],
          ['by INSEE code', '42218', ['Saint-Étienne']],
        ])('finds organisations %s', async (_how, q, names) => {
          const { answer } = await catalogue()

          expect((await answer(q)).organisations.map((item) => item.name)).toEqual(names)
        })

        it('finds functions by name and synonym', async () => {
          const { answer } = await catalogue()

          const listes = {
            slug: 'listes-electorales',
            name: 'Listes électorales',
            url: '/metiers/listes-electorales',
          }
          expect((await answer('REU')).functions).toMatchObject([listes])
          expect((await answer('élections')).functions[0]).toMatchObject(listes)
        })

        it('says who answered, and shows first the group whose name was typed', async () => {
          const { answer } = await catalogue()

          expect(await answer('arles')).toMatchObject({ engine: name, first: 'organisations' })
          expect(await answer('arlésien', { lang: 'en' })).toMatchObject({
            engine: name,
            first: 'software',
            total: 1,
            software: [{ slug: 'arlesien', url: '/en/logiciels/arlesien' }],
          })
        })
      })
    },
  )
})
