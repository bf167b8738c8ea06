import { describe, expect, it } from 'vitest'
import { messages } from '#components/i18n/messages.ts'
import type { SearchAnswer } from '#lib/search/schema.ts'
import { recentSuggestions, suggestionsFor, type Words } from './suggestions.ts'

const words = (locale: 'fr' | 'en'): Words => ({
  locale,
  t: messages(locale).searchBox,
  kinds: new Proxy({} as Words['kinds'], { get: (_, kind) => String(kind) }),
})

const use = (total: number) => ({ confirmed: 0, reported: total, toReconfirm: 0, total })
const software = (slug: string, total = 0) => ({
  slug,
  name: slug,
  summary: `what ${slug} does`,
  licence: 'MIT',
  publisher: { slug: 'p', name: 'P' },
  use: use(total),
  url: `/logiciels/${slug}`,
})
const functionNamed = (slug: string, count: number) => ({
  slug,
  name: slug,
  software: count,
  adopters: 0,
  url: `/metiers/${slug}`,
})
const commune = (key: string, count = 0) => ({
  siren: key,
  key,
  name: key,
  kind: 'commune' as const,
  departement: '13',
  software: count,
  url: `/collectivites/${key}`,
})
const answer = (part: Partial<SearchAnswer>): SearchAnswer => ({
  engine: 'fts5',
  took: 1,
  total: part.software?.length ?? 0,
  page: 1,
  pages: 1,
  software: [],
  organisations: [],
  functions: [],
  first: 'software',
  facets: null,
  alternativeTo: null,
  nearest: [],
  ...part,
})

const many = <T>(count: number, make: (n: number) => T) =>
  Array.from({ length: count }, (_, n) => make(n))

describe('what the box suggests', () => {
  const full = answer({
    total: 93,
    software: many(6, (n) => software(`s${n}`, n)),
    functions: many(5, (n) => functionNamed(`f${n}`, n)),
    organisations: many(5, (n) => commune(`o${n}`, n)),
    first: 'organisations',
  })

  it('comes in groups, the one named by the answer first, the whole list last', () => {
    const { groups } = suggestionsFor(words('fr'), { q: 'arles', answer: full })

    expect(groups.map(({ key, items }) => [key, items.length])).toEqual([
      ['organisations', 4],
      ['software', 6],
      ['functions', 4],
      ['all', 1],
    ])
    expect(groups.at(-1)?.items[0]).toMatchObject({
      href: '/logiciels?q=arles',
      text: 'Voir les 93 logiciels pour «\u00a0arles\u00a0»',
      asks: 'arles',
    })
  })

  it('has one key for each option', () => {
    const { groups } = suggestionsFor(words('fr'), { q: 'arles', answer: full })
    const keys = groups.flatMap(({ items }) => items.map(({ key }) => key))

    expect(new Set(keys).size).toBe(keys.length)
  })

  it('is told in the language of the page', () => {
    expect(suggestionsFor(words('fr'), { q: 'a', answer: full }).status).toMatch(
      /^93 logiciels, 4 métiers, 4 collectivités\. Flèche bas/,
    )
    expect(suggestionsFor(words('en'), { q: 'a', answer: full }).status).toMatch(
      /^93 software, 4 functions, 4 authorities\. Down arrow/,
    )
  })

  it('says what a function lacks', () => {
    const { groups } = suggestionsFor(words('fr'), { q: 'etat civil', answer: full })
    const [gap, covered] = groups.find(({ key }) => key === 'functions')?.items ?? []

    expect(gap).toMatchObject({ gap: true, aside: words('fr').t.gap, href: '/metiers/f0' })
    expect(covered).toMatchObject({ gap: false, aside: '1 logiciel' })
  })

  it('says which proprietary product the software takes the place of', () => {
    const found = answer({
      software: [software('gimp')],
      alternativeTo: {
        name: 'Photoshop',
        reason: 'retouche',
        software: [
          { slug: 'gimp', name: 'GIMP', url: '/en/logiciels/gimp' },
          { slug: 'krita', name: 'Krita', url: '/en/logiciels/krita' },
        ],
      },
    })
    const { groups, status } = suggestionsFor(words('en'), { q: 'photoshop', answer: found })

    expect(groups[0]?.note).toBe(
      '“Photoshop” is proprietary software; GIMP and Krita do the same work.',
    )
    expect(status).toContain('“Photoshop” is proprietary')
    expect(groups.at(-1)?.items[0]?.text).toBe('See the software found for “photoshop”')
  })

  it('is never empty: near names, and the tree of functions', () => {
    const near = [{ slug: 'openelec', name: 'openElec', url: '/en/logiciels/openelec' }]
    const { lead, groups } = suggestionsFor(words('en'), {
      q: 'zzz',
      answer: answer({ nearest: near }),
    })

    expect(lead).toContain('zzz')
    expect(groups.flatMap(({ items }) => items.map(({ href }) => href))).toEqual([
      '/en/logiciels/openelec',
      '/en/metiers',
    ])
  })
})

describe('the last searches, as suggestions', () => {
  it('ask again, and can be cleared', () => {
    const { groups } = recentSuggestions(words('en'), ['paie & rh', 'élections'])

    expect(groups.flatMap(({ items }) => items.map(({ href }) => href))).toEqual([
      '/en/logiciels?q=paie+%26+rh',
      '/en/logiciels?q=%C3%A9lections',
      undefined,
    ])
  })

  it('are nothing when there is none, not even a way to clear them', () => {
    expect(recentSuggestions(words('fr'), []).groups).toEqual([])
  })
})
