import { describe, expect, it } from 'vitest'
import type { Context } from '#lib/context.ts'
import { loadOrganisations } from '#lib/organisations/commands.ts'
import {
  anAdoption,
  anOrganisation,
  anOrganisationInput,
  aSoftware,
  SOURCE,
  someFunctions,
  someTerritories,
} from '#lib/testing/builders.ts'
import { makeTestContext } from '#lib/testing/context.ts'
import { auditOf, contentsOf } from '#lib/testing/traces.ts'
import { compareFigures, rebuildFigures } from './commands/figures.ts'
import { type AdoptionInput, reportAdoptions } from './commands/report-adoptions.ts'

const PROJECTIONS = [
  'adoption_tally',
  'function_adopter',
  'function_figures',
  'organisation_figures',
  'software_figures',
] as const

const EQUAL = Object.fromEntries(PROJECTIONS.map((table) => [table, 0]))

function aCatalogue(): Context {
  const context = makeTestContext()
  someTerritories(context)
  someFunctions(context)
  return context
}

/** Two uses of one software in two places. */
function aCatalogueInUse(): Context {
  const context = aCatalogue()
  const software = aSoftware(context, { functions: ['listes-electorales', 'supervision'] })
  reportAdoptions(context, [
    anAdoption(software, anOrganisation(context), { trust: 'confirmed' }),
    anAdoption(software, anOrganisation(context, { departement: '35', region: '53' })),
  ])
  return context
}

function figuresOf(context: Context) {
  const all = contentsOf(context)
  return Object.fromEntries(PROJECTIONS.map((table) => [table, all[table]]))
}

describe('the figures', () => {
  it('are equal to the rows in an empty catalogue, and in one in use', () => {
    expect(compareFigures(makeTestContext())).toEqual(EQUAL)
    expect(compareFigures(aCatalogueInUse())).toEqual(EQUAL)
  })

  it.each([
    ['adoption_tally', "UPDATE adoption_tally SET n = n + 1 WHERE dimension = 'kind'"],
    ['adoption_tally', "DELETE FROM adoption_tally WHERE dimension = 'region'"],
    ['adoption_tally', "INSERT INTO adoption_tally SELECT id, 'size', 'x', 'y', 1 FROM software"],
    ['software_figures', 'UPDATE software_figures SET confirmed = confirmed + 1'],
    ['software_figures', 'UPDATE software_figures SET region_mask = 0'],
    ['software_figures', 'DELETE FROM software_figures'],
    ['organisation_figures', 'DELETE FROM organisation_figures'],
    ['organisation_figures', 'UPDATE organisation_figures SET total = 7'],
    ['function_adopter', 'UPDATE function_adopter SET n = 2'],
    ['function_figures', 'UPDATE function_figures SET adopters = adopters - 1'],
    ['function_figures', 'UPDATE function_figures SET software = 9'],
  ])('of %s are found out when tampered with by %s, and mended', (table, tampering) => {
    const context = aCatalogueInUse()
    const sound = figuresOf(context)

    context.db.$client.exec(tampering)
    expect(compareFigures(context)[table]).toBeGreaterThan(0)

    rebuildFigures(context)
    expect(compareFigures(context)).toEqual(EQUAL)
    expect(figuresOf(context)).toEqual(sound)
    expect(auditOf(context).at(-1)).toMatchObject({ action: 'figures.rebuild', actor: 'test' })
  })

  it('are found out when an adoption changes behind their back', () => {
    const context = aCatalogueInUse()

    context.db.$client.exec("UPDATE adoption SET state = 'stopped'")

    for (const table of ['adoption_tally', 'function_adopter', 'organisation_figures']) {
      expect(compareFigures(context)[table]).toBeGreaterThan(0)
    }
  })

  it('are rebuilt for the one who runs the server, not for a visitor', () => {
    const context = aCatalogueInUse()
    const before = contentsOf(context)

    expect(() => rebuildFigures({ ...context, actor: { kind: 'visitor' } })).toThrow(
      expect.objectContaining({ code: 'forbidden' }),
    )

    expect(contentsOf(context)).toEqual(before)
  })
})

describe('a load of more than five thousand lines', () => {
  const SOFTWARE = 11
  const ORGANISATIONS = 455

  /** 5,005 uses: some of each state, trust, year and size. */
  function aBigLoad(context: Context): AdoptionInput[] {
    const software = Array.from({ length: SOFTWARE }, (_, n) =>
      aSoftware(context, {
        slug: `logiciel-${n}`,
        functions: n % 2 === 0 ? ['listes-electorales'] : ['supervision', 'jury-assises'],
      }),
    )
    loadOrganisations(
      context,
      Array.from({ length: ORGANISATIONS }, (_, n) =>
        anOrganisationInput({
          key: `organisation-${n}`,
          siren: null,
          population: n * 400,
          ...(n % 3 === 0 ? { departement: '35', region: '53', kind: 'epci' } : {}),
        }),
      ),
      SOURCE,
    )
    const organisations = context.db.$client
      .prepare('SELECT id FROM organisation ORDER BY id')
      .pluck()
      .all() as number[]
    const states = ['production', 'pilot', 'evaluating', 'stopped'] as const
    const trusts = ['reported', 'confirmed', 'to-reconfirm', 'contested', 'reported'] as const
    return software.flatMap((id, s) =>
      organisations.map((organisation, o) =>
        anAdoption(id, organisation, {
          state: states[(s + o) % states.length] ?? 'production',
          trust: trusts[(s * o) % trusts.length] ?? 'reported',
          since: o % 7 === 0 ? '' : String(2010 + (o % 15)),
        }),
      ),
    )
  }

  it('gives the same figures as the same lines reported a few at a time', () => {
    const [atOnce, byParts] = [aCatalogue(), aCatalogue()]
    const [whole, parts] = [aBigLoad(atOnce), aBigLoad(byParts)]

    expect(reportAdoptions(atOnce, whole).created).toBe(SOFTWARE * ORGANISATIONS)
    for (let from = 0; from < parts.length; from += 1_001) {
      reportAdoptions(byParts, parts.slice(from, from + 1_001))
    }

    expect(compareFigures(atOnce)).toEqual(EQUAL)
    expect(compareFigures(byParts)).toEqual(EQUAL)
    expect(figuresOf(atOnce)).toEqual(figuresOf(byParts))
  }, 60_000)

  it('leaves one trace for all of it', () => {
    const context = aCatalogue()
    reportAdoptions(context, aBigLoad(context))

    expect(auditOf(context).filter((entry) => entry.action.startsWith('adoption'))).toEqual([
      {
        actor: 'test',
        action: 'adoptions.load',
        subject: '*',
        detail: { created: SOFTWARE * ORGANISATIONS, changed: 0, unchanged: 0, kept: 0 },
      },
    ])
  }, 60_000)

  it('changes nothing the second time, and only what differs the third', () => {
    const context = aCatalogue()
    const lines = aBigLoad(context)
    reportAdoptions(context, lines)

    expect(reportAdoptions(context, lines)).toEqual({
      created: 0,
      changed: 0,
      unchanged: lines.length,
      kept: 0,
    })
    const corrected = lines.map((line, n) => (n < 3 ? { ...line, since: '1999' } : line))
    expect(reportAdoptions(context, corrected)).toMatchObject({ created: 0, changed: 3 })
    expect(compareFigures(context)).toEqual(EQUAL)
  }, 60_000)
})
