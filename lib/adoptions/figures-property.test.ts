import { expect, it } from 'vitest'
import type { Context } from '#lib/context.ts'
import { seededRandom } from '#lib/importers/demonstration/random.ts'
import { loadOrganisations } from '#lib/organisations/commands.ts'
import {
  anAdoption,
  anOrganisationInput,
  aSoftware,
  SOURCE,
  someFunctions,
  someTerritories,
} from '#lib/testing/builders.ts'
import { makeTestContext } from '#lib/testing/context.ts'
import { compareFigures } from './commands/figures.ts'
import { reportAdoptions } from './commands/report-adoptions.ts'
import { ADOPTION_STATES, ADOPTION_TRUSTS } from './schema.ts'

const CHANGES = 300
const FUNCTIONS = ['listes-electorales', 'jury-assises', 'supervision', 'sauvegarde']
const PLACES = [
  { departement: '13', region: '93' },
  { departement: '84', region: '93' },
  { departement: '35', region: '53' },
]
const POPULATIONS = [120, 1_900, 2_000, 9_999, 40_000, 250_000, null]

/** Every kind of change that may move a figure, drawn from a seed. */
function changesOf(context: Context, random: () => number) {
  const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)] as T
  const slugs = ['un', 'deux', 'trois', 'quatre', 'cinq']
  const entry = (slug: string) =>
    aSoftware(context, {
      slug,
      name: slug,
      functions: FUNCTIONS.filter(() => random() < 0.4)
        .concat(pick(FUNCTIONS))
        .filter(first),
    })
  const software = slugs.map(entry)
  const organisations = Array.from({ length: 14 }, (_, n) =>
    anOrganisationInput({ key: `organisation-${n}`, siren: null }),
  )
  const place = (which: (typeof organisations)[number]) =>
    loadOrganisations(
      context,
      [
        {
          ...which,
          ...pick(PLACES),
          kind: pick(['commune', 'epci', 'syndicat']),
          population: pick(POPULATIONS),
        },
      ],
      SOURCE,
    )
  organisations.forEach(place)
  const ids = context.db.$client.prepare('SELECT id FROM organisation').pluck().all() as number[]
  const line = () =>
    anAdoption(pick(software), pick(ids), {
      state: pick(ADOPTION_STATES),
      trust: pick(ADOPTION_TRUSTS),
      since: pick(['', '2003', '2019-05', '2024-01-31']),
    })
  return () => {
    const draw = random()
    if (draw < 0.04) entry(pick(slugs))
    else if (draw < 0.1) place(pick(organisations))
    else reportAdoptions(context, draw < 0.2 ? [line(), line(), line()] : [line()])
  }
}

const first = (item: string, index: number, list: string[]) => list.indexOf(item) === index

it.each([2003, 2026])(
  'figures stay equal to the rows through hundreds of changes drawn from the seed %i',
  (seed) => {
    const context = makeTestContext()
    someTerritories(context)
    someFunctions(context)
    const change = changesOf(context, seededRandom(seed))

    for (let n = 1; n <= CHANGES; n++) {
      change()
      if (n % 50 > 0) continue
      const differences = Object.entries(compareFigures(context)).filter(([, count]) => count > 0)
      expect(differences, `after ${n} changes`).toEqual([])
    }
  },
  60_000,
)
