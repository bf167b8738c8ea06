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
  it('are those it names, those of its groups, and those of every business group', () => {
    expect(functionsOfRule(any({ functions: ['sauvegarde'] }), GROUPS)).toEqual(['sauvegarde'])
    expect(functionsOfRule(any({ groups: ['elections'] }), GROUPS)).toEqual([
      'listes-electorales',
      'jury-assises',
    ])
    expect(functionsOfRule(any({ business: true, functions: ['sauvegarde'] }), GROUPS)).toEqual([
      'listes-electorales',
      'jury-assises',
      'sauvegarde',
    ])
  })

  it('are none where the rule looks at all software alike, or there is no rule', () => {
    expect(functionsOfRule(rule({ rule: 'pooled-share' }), GROUPS)).toEqual([])
    expect(functionsOfRule(null, GROUPS)).toEqual([])
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
    expect(by.get('listes-electorales')).toEqual(['logiciels.metier', 'logiciels.listes'])
    expect(by.get('jury-assises')).toEqual(['logiciels.metier'])
    expect(by.get('sauvegarde')).toBeUndefined()
  })
})
