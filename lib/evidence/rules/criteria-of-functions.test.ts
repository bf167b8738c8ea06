import { describe, expect, it } from 'vitest'
import { evidenceRule } from '#lib/label/grid-schema.ts'
import { criteriaByFunction, functionsOfRule } from './criteria-of-functions.ts'

const GROUPS = [
  {
    slug: 'elections',
    business: true,
    functions: [{ slug: 'listes-electorales' }, { slug: 'jury-assises' }],
  },
  { slug: 'infrastructure', business: false, functions: [{ slug: 'sauvegarde' }] },
]
const rule = (input: object) => evidenceRule.parse(input)
const any = (software: object) => rule({ rule: 'any-software', software })

describe('the functions of a rule', () => {
  it('are those it names and those of its groups; those of every trade count as main functions', () => {
    expect(functionsOfRule(any({ functions: ['sauvegarde'] }), GROUPS)).toEqual({
      any: ['sauvegarde'],
      main: [],
    })
    expect(functionsOfRule(any({ groups: ['elections'] }), GROUPS)).toEqual({
      any: ['listes-electorales', 'jury-assises'],
      main: [],
    })
    expect(functionsOfRule(any({ business: true, functions: ['sauvegarde'] }), GROUPS)).toEqual({
      any: ['sauvegarde'],
      main: ['listes-electorales', 'jury-assises'],
    })
  })

  it('are none where the rule looks at all software alike, or there is no rule', () => {
    expect(functionsOfRule(rule({ rule: 'pooled-share' }), GROUPS)).toEqual({ any: [], main: [] })
    expect(functionsOfRule(null, GROUPS)).toEqual({ any: [], main: [] })
  })
})

describe('the criteria of a function', () => {
  it('are those whose rule takes its software, in the order of the grid', () => {
    const by = criteriaByFunction(
      [
        { slug: 'logiciels.metier', rule: any({ business: true }) },
        { slug: 'logiciels.listes', rule: any({ functions: ['listes-electorales'] }) },
        { slug: 'strategie.enjeux', rule: null },
        { slug: 'strategie.part', rule: rule({ rule: 'pooled-share' }) },
      ],
      GROUPS,
    )
    expect(by.main.get('listes-electorales')).toEqual(['logiciels.metier'])
    expect(by.any.get('listes-electorales')).toEqual(['logiciels.listes'])
    expect(by.main.get('jury-assises')).toEqual(['logiciels.metier'])
    expect(by.any.get('jury-assises')).toBeUndefined()
    expect(by.main.get('sauvegarde')).toBeUndefined()
  })
})
