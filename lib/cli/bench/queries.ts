import { type Db, openDatabase } from '#db/client.ts'
import { inTransaction } from '#db/transaction.ts'
import { costsOfOrganisation, costsOfSoftware } from '#lib/adoptions/costs.ts'
import { likeMine } from '#lib/adoptions/like-mine.ts'
import {
  catalogueUse,
  countOtherAdoptions,
  latestAdoptions,
  listAdoptionsOfOrganisation,
  listUsers,
  usersByDimension,
} from '#lib/adoptions/queries.ts'
import { userFilters } from '#lib/adoptions/schema.ts'
import { stopsOfSoftware } from '#lib/adoptions/stops.ts'
import { publishedTestimonials } from '#lib/adoptions/testimonials.ts'
import { compareSoftware } from '#lib/compare/compare-software.ts'
import { relationsOf } from '#lib/compare/relation-queries.ts'
import { criteriaBackedBy } from '#lib/evidence/backed-by.ts'
import { criteriaOfSoftware } from '#lib/evidence/backed-criteria.ts'
import { nextCatalogueVersion } from '#lib/meta.ts'
import {
  findOrganisations,
  getOrganisation,
  listMembers,
  listSimilar,
  territories,
} from '#lib/organisations/queries.ts'
import { organisationFilters } from '#lib/organisations/schema.ts'
import { nearestSoftware } from '#lib/search/queries.ts'
import { functionTree } from '#lib/software/function-queries.ts'
import { getSoftwareBySlug } from '#lib/software/get-software.ts'
import {
  countSoftware,
  listAlternatives,
  listSoftware,
  listSoftwareOfFunction,
  listSoftwareOfPublisher,
} from '#lib/software/queries.ts'
import { softwareFilters } from '#lib/software/schema.ts'
import { labelCases } from './label-queries.ts'
import { type Timing, timingOf, turn } from './measure.ts'
import { type Asked, type Parameters, parametersOf, type Target } from './parameters.ts'

const CALLS = 240
const WARM_UP = 20

export interface QueryCase {
  name: string
  /** What of it the process keeps in memory, so that these figures leave it out. */
  memo: string
  run(index: number): unknown
  /** Done before each call, outside its time. */
  before?(): void
}

export interface QueryTiming extends Timing {
  name: string
  memo: string
}

/** Times the queries behind the pages, in this process. */
export async function timeQueries(file: string, onStep: () => void): Promise<QueryTiming[]> {
  const db = openDatabase(file)
  try {
    const timings: QueryTiming[] = []
    for (const item of casesOf(db, file, parametersOf(db))) {
      const durations: number[] = []
      for (let index = 0; index < WARM_UP + CALLS; index++) {
        item.before?.()
        const start = performance.now()
        await item.run(index)
        if (index >= WARM_UP) durations.push(performance.now() - start)
      }
      onStep()
      timings.push({ name: item.name, memo: item.memo, ...timingOf(durations) })
    }
    return timings
  } finally {
    db.$client.close()
  }
}

/** How many cases there are, for a progress bar. */
export const QUERY_CASES = 31

function casesOf(db: Db, file: string, given: Parameters): QueryCase[] {
  const context = { db }
  const now = new Date()
  const changeCatalogue = () => void inTransaction(db, (tx) => nextCatalogueVersion(tx))
  const SNAPSHOT = 'catalogue'
  const list = (name: string, asked: readonly Asked[]): QueryCase => ({
    name: `listSoftware ${name}`,
    memo: SNAPSHOT,
    run: (i) => listSoftware(context, softwareFilters.parse(turn(asked, i))),
  })
  const entry = (name: string, targets: readonly Target[]): QueryCase => ({
    name: `fiche logiciel ${name}`,
    memo: SNAPSHOT,
    run: (i) => {
      const { id, slug } = turn(targets, i)
      const card = getSoftwareBySlug(context, slug)
      if (!card) throw new Error('a software of the list is gone')
      usersByDimension(context, id)
      countOtherAdoptions(context, id)
      costsOfSoftware(context, id)
      stopsOfSoftware(context, id)
      publishedTestimonials(context, id)
      listAlternatives(context, id)
      relationsOf({ db }, id)
      criteriaOfSoftware(context, card.functions)
    },
  })
  const users = (
    name: string,
    asked: readonly Asked[],
    most = given.topSoftware.slice(0, 1),
  ): QueryCase => ({
    name: `listUsers ${name}`,
    memo: '',
    run: (i) => listUsers(context, turn(most, i).id, userFilters.parse(turn(asked, i))),
  })
  const find = (name: string, asked: readonly Asked[]): QueryCase => ({
    name: `findOrganisations ${name}`,
    memo: '',
    run: (i) => findOrganisations(context, organisationFilters.parse(turn(asked, i))),
  })
  const organisation = (name: string, keys: readonly string[]): QueryCase => ({
    name: `fiche collectivité ${name}`,
    memo: '',
    run: (i) => {
      const item = getOrganisation(context, turn(keys, i))
      if (!item) throw new Error('an organisation of the list is gone')
      listAdoptionsOfOrganisation(context, item.id)
      costsOfOrganisation(context, item.id)
      listSimilar(context, item)
      listMembers(context, item, 60)
      criteriaBackedBy({ db, now }, item.id)
    },
  })
  const alike = (name: string, keys: readonly string[]): QueryCase => ({
    name: `semblables ${name}`,
    memo: '',
    run: (i) => {
      const item = getOrganisation(context, turn(keys, i))
      if (item) likeMine(context, item)
    },
  })
  const compared: QueryCase = {
    name: 'comparaison de 5, parmi des semblables',
    memo: '',
    run: (i) => {
      const slugs = [0, 1, 2, 3, 4].map((next) => turn(given.topSoftware, i + next).slug)
      compareSoftware({ db, now }, slugs, turn(given.organisations, i))
    },
  }
  const home = () => {
    countSoftware(context)
    catalogueUse(context)
    functionTree(context)
    latestAdoptions(context, 6)
    territories(context)
  }
  return [
    list('sans recherche', given.lists),
    list('q de 3 à 6 lettres', given.searches),
    list('avec facettes', given.facets),
    list('q et facettes', given.searchedFacets),
    {
      name: 'nearestSoftware (faute de frappe)',
      memo: 'noms',
      run: (i) => nearestSoftware(context, turn(given.misspelt, i).q ?? ''),
    },
    entry('les 20 premiers', given.topSoftware),
    entry('autour du médian', given.medianSoftware),
    entry('au hasard', given.randomSoftware),
    users('1er, toutes pages', given.users),
    users('1er, filtrés', given.filteredUsers),
    users('1er, fin de liste', given.deepUsers),
    users('les 20 premiers, filtrés', given.filteredUsers, given.topSoftware),
    find('sans recherche', given.organisationLists),
    find('par nom', given.names),
    find('par début de nom', given.prefixes),
    find('par code', given.codes),
    organisation('au hasard', given.organisations),
    organisation('qui utilise le plus', given.largestOrganisations),
    alike('au hasard', given.organisations),
    alike('qui utilise le plus', given.largestOrganisations),
    compared,
    {
      name: 'listSoftwareOfFunction',
      memo: SNAPSHOT,
      run: (i) => listSoftwareOfFunction(context, turn(given.functions, i).id),
    },
    {
      name: 'listSoftwareOfPublisher',
      memo: SNAPSHOT,
      run: (i) => listSoftwareOfPublisher(context, turn(given.publishers, i).id),
    },
    { name: 'functionTree', memo: 'tout', run: () => functionTree(context) },
    {
      name: 'functionTree après un changement',
      memo: '',
      run: () => functionTree(context),
      before: changeCatalogue,
    },
    { name: 'accueil', memo: 'tout', run: home },
    { name: 'accueil après un changement', memo: '', run: home, before: changeCatalogue },
    ...labelCases(db, given),
    ...firstReading(file),
  ]
}

/** The whole catalogue read into memory, as a process does once: a connection of its own each time. */
function firstReading(file: string): QueryCase[] {
  let db: Db | undefined
  return [
    {
      name: 'catalogue lu en mémoire (1 fois)',
      memo: '',
      before: () => {
        db?.$client.close()
        db = openDatabase(file)
      },
      run: () => {
        if (db) countSoftware({ db })
      },
    },
  ]
}
