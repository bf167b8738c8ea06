import { describe, expect, it } from 'vitest'
import { reportAdoptions } from '#lib/adoptions/commands/report-adoptions.ts'
import type { Context } from '#lib/context.ts'
import { anAdoption, anOrganisation, aSoftware, someFunctions } from '#lib/testing/builders.ts'
import { makeTestContext } from '#lib/testing/context.ts'
import { auditOf, contentsOf, outboxOf } from '#lib/testing/traces.ts'
import { type FunctionGroupInput, loadFunctions } from './commands/load-functions.ts'
import { functionsById, functionTree, getFunctionBySlug } from './function-queries.ts'

function aGroup(slug: string, ...leaves: string[]): FunctionGroupInput {
  return {
    slug,
    name: { fr: slug, en: slug },
    business: true,
    functions: leaves.map((leaf) => ({
      slug: leaf,
      name: { fr: leaf, en: leaf },
      summary: { fr: `Résumé ${leaf}`, en: `Summary ${leaf}` },
      synonyms: { fr: [], en: [] },
    })),
  }
}

const slugsOf = (context: Context) =>
  functionTree(context).map((group) => [group.slug, group.functions.map((item) => item.slug)])

describe('the tree of functions', () => {
  it('keeps the order in which it was written', () => {
    const context = makeTestContext()

    loadFunctions(context, [aGroup('voirie', 'eclairage', 'chaussee'), aGroup('culture', 'musee')])

    expect(slugsOf(context)).toEqual([
      ['voirie', ['eclairage', 'chaussee']],
      ['culture', ['musee']],
    ])
  })

  it('leaves its trace, and has the search read every function', () => {
    const context = makeTestContext()

    loadFunctions(context, [aGroup('voirie', 'eclairage', 'chaussee')])

    expect(auditOf(context)).toMatchObject([
      { action: 'functions.load', detail: { groups: 1, functions: 2 } },
    ])
    expect(outboxOf(context).map((row) => row.kind)).toEqual(['function', 'function'])
  })

  it('updates a known slug instead of adding it, wherever it moves', () => {
    const context = makeTestContext()
    loadFunctions(context, [aGroup('voirie', 'eclairage', 'chaussee')])
    const before = getFunctionBySlug(context, 'eclairage')

    loadFunctions(context, [aGroup('voirie', 'chaussee'), aGroup('energie', 'eclairage')])

    expect(slugsOf(context)).toEqual([
      ['voirie', ['chaussee']],
      ['energie', ['eclairage']],
    ])
    expect(getFunctionBySlug(context, 'eclairage')?.id).toBe(before?.id)
  })

  it('counts software and the organisations that use it, each once', () => {
    const context = makeTestContext()
    someFunctions(context)
    const [one, two] = [
      aSoftware(context, { slug: 'un', functions: ['listes-electorales', 'jury-assises'] }),
      aSoftware(context, { slug: 'deux', functions: ['listes-electorales'] }),
    ]
    const both = anOrganisation(context)
    reportAdoptions(context, [
      anAdoption(one, both),
      anAdoption(two, both),
      anAdoption(one, anOrganisation(context)),
      anAdoption(one, anOrganisation(context), { state: 'evaluating' }),
    ])

    const [elections, infrastructure] = functionTree(context)

    expect(elections).toMatchObject({
      software: 2,
      gaps: 0,
      functions: [
        { slug: 'listes-electorales', software: 2, adopters: 2 },
        { slug: 'jury-assises', software: 1, adopters: 2 },
      ],
    })
    expect(infrastructure).toMatchObject({ software: 0, gaps: 2 })
  })

  it('is loaded by the one who runs the server: a visitor leaves nothing behind', () => {
    const context = makeTestContext({ actor: { kind: 'visitor' } })
    const before = contentsOf(context)

    expect(() => loadFunctions(context, [aGroup('voirie', 'chaussee')])).toThrow(
      expect.objectContaining({ code: 'forbidden' }),
    )

    expect(contentsOf(context)).toEqual(before)
  })
})

describe('one function', () => {
  it('comes with its group, its neighbours and the words that people type for it', () => {
    const context = makeTestContext()
    someFunctions(context)

    expect(getFunctionBySlug(context, 'listes-electorales')).toMatchObject({
      name: { fr: 'Listes électorales' },
      synonyms: { fr: ['élections', 'REU'] },
      group: {
        slug: 'elections',
        functions: [{ slug: 'listes-electorales' }, { slug: 'jury-assises' }],
      },
    })
    expect(getFunctionBySlug(context, 'alchimie')).toBeUndefined()
  })

  it('is found among others by its id, in the order asked for', () => {
    const context = makeTestContext()
    someFunctions(context)
    const id = (slug: string) => getFunctionBySlug(context, slug)?.id ?? 0
    const asked = [id('sauvegarde'), 9_999, id('jury-assises')]

    expect(functionsById(context, asked).map((item) => item.slug)).toEqual([
      'sauvegarde',
      'jury-assises',
    ])
  })
})
