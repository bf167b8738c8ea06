import { describe, expect, it } from 'vitest'
import { computed } from '#lib/evidence/rules/computed.ts'
import { difference } from '#lib/evidence/rules/difference.ts'
import { evaluate } from '#lib/evidence/rules/evaluate.ts'
import type { Denominators, Fact, Facts } from '#lib/evidence/rules/fact.ts'
import type { EvidenceRule } from '#lib/evidence/schema.ts'
import { differenceWords } from './difference-words.ts'
import { evidenceWords, reasonWords } from './evidence-words.ts'

const software = { functions: ['x'], groups: [], business: false }
const RULES = {
  business: { rule: 'software-count', software: { ...software, business: true } },
  postes: { rule: 'largest-share', software, of: 'workstations' },
  serveurs: { rule: 'summed-share', software, of: 'servers' },
  mutualise: { rule: 'pooled-share' },
  mail: { rule: 'any-software', software },
  formats: { rule: 'open-formats', software },
  temps: { rule: 'timeline' },
  publie: { rule: 'published-software', full: true },
  temoins: { rule: 'testimonials' },
} satisfies Record<string, EvidenceRule>

const DAY = '2026-01-15'
const NO_UNITS = { workstations: null, servers: null, schoolWorkstations: null }

/** An adoption in production, confirmed a month before the day. */
function named(
  name: string,
  { units, ...more }: Partial<Omit<Fact, 'units'>> & { units?: Partial<Fact['units']> } = {},
): Fact {
  const confirmedOn = more.confirmedOn ?? '2025-12-15'
  return {
    kind: 'adoption',
    id: name.length,
    software: {
      id: [...name].reduce((sum, letter) => sum + letter.charCodeAt(0), 0),
      slug: name,
      name,
      free: true,
      firstRelease: '',
      repository: 'https://forge.example.org/x',
      functions: new Set(),
      groups: new Set(),
      business: false,
    },
    state: 'production',
    trust: 'confirmed',
    since: '2019',
    confirmedOn,
    freshUntil: confirmedOn === '' ? '' : '2026-12-15',
    units: { ...NO_UNITS, ...units },
    pooled: false,
    ...more,
  }
}

const someDenominators = (overrides: Partial<Denominators> = {}): Denominators => ({
  workstations: 600,
  servers: 40,
  schoolWorkstations: 100,
  serversVirtual: true,
  ...overrides,
})

function evidenceOf(rule: EvidenceRule, facts: Partial<Facts>) {
  const all = {
    counted: [],
    apart: [],
    published: [],
    testimonials: [],
    denominators: someDenominators(),
    ...facts,
  }
  return computed('c', rule.rule, evaluate(rule, null, all), DAY)
}

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')
const said = (locale: 'fr' | 'en', rule: EvidenceRule, facts: Partial<Facts>) => {
  const evidence = evidenceOf(rule, facts)
  return [evidenceWords(locale, evidence, rule), ...reasonWords(locale, evidence, rule)].map(plain)
}

describe('evidence as a sentence', () => {
  it.each([
    [
      RULES.business,
      { counted: ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => named(name)) },
      ['6 logiciels métier libres en production : a, b, c, d et 2 autres.'],
    ],
    [
      RULES.postes,
      { counted: [named('LibreOffice', { units: { workstations: 540 } })] },
      ['90 % des postes (540 sur 600) : LibreOffice.'],
    ],
    [
      RULES.postes,
      { counted: [named('LibreOffice', { units: { workstations: 540 } }), named('OnlyOffice')] },
      [
        'Au moins 90 % des postes (540 sur 600) : LibreOffice et OnlyOffice.',
        'Sur combien de postes, ce n’est pas dit pour tous ces logiciels.',
      ],
    ],
    [
      RULES.postes,
      {
        counted: [named('LibreOffice', { units: { workstations: 540 }, confirmedOn: '' })],
        denominators: someDenominators({ workstations: null }),
      },
      [
        'En production, sans part calculée : LibreOffice.',
        'L’organisme n’a pas confirmé depuis douze mois, ou jamais, une partie de ce qui le montre.',
        'Le nombre de postes de l’organisme n’est pas indiqué : sans lui, pas de pourcentage.',
      ],
    ],
    [
      RULES.serveurs,
      { counted: [named('Debian', { units: { servers: 36 } })] },
      ['90 % des serveurs (36 sur 40), machines virtuelles comprises : Debian.'],
    ],
    [
      RULES.mutualise,
      { counted: [named('openElec', { pooled: true }), named('GLPI')] },
      [
        '50 % des logiciels libres en production (1 sur 2) exploités par une structure de mutualisation : openElec.',
        'C’est un indice, pas une réponse : une déclaration reste nécessaire.',
      ],
    ],
    [
      RULES.mail,
      { counted: [named('Thunderbird')] },
      ['Au moins un logiciel libre en production : Thunderbird.'],
    ],
    [
      RULES.mail,
      { apart: [named('Thunderbird', { state: 'pilot' })] },
      [
        'Aucune utilisation déclarée ne l’atteste. À l’essai, listé à part et non compté : Thunderbird.',
      ],
    ],
    [
      RULES.formats,
      {},
      ['Le catalogue ne dit pas quels formats un logiciel écrit : rien n’en est déduit.'],
    ],
    [
      RULES.temps,
      { counted: [named('GLPI', { since: '2003-05' }), named('QGIS', { since: '2021' })] },
      [
        '2 logiciels libres en production, de 2003 à 2021 : GLPI et QGIS.',
        'C’est un indice, pas une réponse : une déclaration reste nécessaire.',
      ],
    ],
    [
      RULES.publie,
      { published: [named('openElec', { kind: 'software' })] },
      ['1 logiciel publié sous licence libre : openElec.'],
    ],
  ] satisfies Array<[EvidenceRule, Partial<Facts>, string[]]>)('%j', (rule, facts, expected) => {
    expect(said('fr', rule, facts)).toEqual(expected)
  })

  it('is the same in English', () => {
    expect(
      said('en', RULES.postes, {
        counted: [named('LibreOffice', { units: { workstations: 540 } })],
      }),
    ).toEqual(['90% of workstations (540 out of 600): LibreOffice.'])
  })

  it('of a frozen dossier, whose rule is not at hand, still says its figures', () => {
    const evidence = evidenceOf(RULES.postes, {
      counted: [named('LibreOffice', { units: { workstations: 540 } })],
    })
    expect(plain(evidenceWords('fr', evidence))).toBe('90 % du total (540 sur 600) : LibreOffice.')
  })
})

describe('the difference with an answer', () => {
  it('is a sentence', () => {
    const evidence = evidenceOf(RULES.postes, {
      counted: [named('LibreOffice', { units: { workstations: 540 } })],
    })
    expect(differenceWords('fr', difference({ share: '95' }, evidence)).map(plain)).toEqual([
      'Réponse : 95 % ; selon les utilisations déclarées : 90 % (écart de 5 points).',
    ])
  })
})
