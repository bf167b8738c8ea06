import { describe, expect, it } from 'vitest'
import { type BadgeAward, badgeAlt, badgeSvg, bakedBadge, embedCode } from './badge-svg.ts'

function aBadge(overrides: Partial<BadgeAward> = {}): BadgeAward {
  return {
    edition: 2026,
    scheme: {
      slug: 'copyleft-5',
      name: { fr: 'un à cinq copylefts', en: 'one to five copylefts' },
      top: 5,
    },
    level: 4,
    words: { fr: 'niveau 4 sur 5', en: 'level 4 of 5' },
    organisation: { key: '211300041', name: 'Arles', siren: '211300041', departement: '13' },
    given: true,
    source: { title: 'Décision du jury', url: 'https://catalogue.example.fr', date: '' },
    ...overrides,
  }
}
const named = (name: string) => aBadge({ organisation: { ...aBadge().organisation, name } })

describe('the badge of an award', () => {
  it('says the organisation, the edition and the level in its scale, to every reader', () => {
    const svg = badgeSvg('fr', aBadge())
    expect(svg).toContain(
      '<title id="t">Label Territoire Numérique Libre 2026 : Arles, niveau 4 sur 5</title>',
    )
    expect(svg).toMatch(/<desc id="d">Échelle : un à cinq copylefts\. Attribué ici/)
    expect(svg).toContain('>2026</text>')
    expect(svg).toContain('>Arles</text>')
    expect(svg).toContain('>Niveau 4 sur 5</text>')
    expect(badgeSvg('en', aBadge())).toContain('>Level 4 of 5</text>')
  })

  it('asks nothing of anywhere: no font, style, script or image of another address', () => {
    const svg = badgeSvg('fr', aBadge()).replace('http://www.w3.org/2000/svg', '')
    expect(svg).not.toMatch(/https?:|href|url\(|<style|<script|@import|<image/)
  })

  it('is the same each time', () => {
    expect(badgeSvg('fr', aBadge())).toBe(badgeSvg('fr', aBadge()))
  })

  it('of a documented award says so, with its source', () => {
    const award = aBadge({
      given: false,
      edition: 2016,
      source: { title: 'Compte rendu de l’ADULLACT', url: 'https://a.example', date: '2016' },
    })
    const svg = badgeSvg('fr', award)
    expect(svg).toContain('>DOCUMENTÉ, non attribué ici</text>')
    expect(svg).toContain('>Source : Compte rendu de l’ADULLACT</text>')
    expect(svg).not.toContain('Attribué ici')
    expect(badgeAlt('fr', award)).toContain('(documenté, non attribué ici)')
  })

  it('tells a result without a rank, and one in a scale of words', () => {
    const scheme = {
      slug: 'badge-label-3',
      name: { fr: 'badge ; bronze, argent, or', en: 'badge; bronze, silver, gold' },
      top: 0,
    }
    const words = { fr: 'label d’or', en: 'gold label' }
    expect(badgeSvg('fr', aBadge({ scheme, level: null, words }))).toContain('>Label d’or</text>')
    expect(badgeSvg('fr', aBadge({ scheme, level: null, words }))).not.toContain('<circle')
    expect(badgeSvg('fr', aBadge({ scheme, level: null, words: null }))).toContain(
      '>Lauréat</text>',
    )
  })

  it('keeps a name with markup inert', () => {
    const svg = badgeSvg('fr', named('<script>alert(1)</script>&"\u0000\u0008'))
    expect(svg).not.toContain('<script')
    expect(svg).toContain('&lt;script&gt;alert(1)&lt;/script&gt;&amp;&quot;')
    expect(svg).not.toContain('\u0000')
    expect(svg).not.toContain('\u0008')
  })

  it('breaks a long name in two, and shortens a longer one that its title has whole', () => {
    const long = `Syndicat ${'intercommunal '.repeat(8)}pour l’informatique`
    const svg = badgeSvg('fr', named(long))
    expect(svg).toContain(`${long}, niveau 4 sur 5</title>`)
    expect(svg.match(/font-size="19"/g)).toHaveLength(2)
    expect(svg).toContain('…</text>')
  })
})

describe('a baked badge', () => {
  it('holds the credential, which nothing in it can get out of', () => {
    const credential = JSON.stringify({ name: 'a ]]> b <script>' })
    const svg = bakedBadge('fr', aBadge(), credential)
    const inside = /<!\[CDATA\[(.*?)\]\]>/s.exec(svg)?.[1] ?? ''
    expect(JSON.parse(inside)).toEqual(JSON.parse(credential))
    expect(svg).toContain('xmlns:openbadges="https://purl.imsglobal.org/ob/v3p0"')
  })
})

describe('the code that other sites paste', () => {
  it('has the image, its words and a way to the page, in the language asked for', () => {
    expect(embedCode('en', aBadge(), 'https://catalogue.example.fr')).toBe(
      [
        '<a href="https://catalogue.example.fr/en/label/2026/laureats/211300041">',
        '  <img src="https://catalogue.example.fr/en/label/2026/laureats/211300041/badge.svg" width="440" height="160" alt="Territoire Numérique Libre label 2026: Arles, level 4 of 5">',
        '</a>',
      ].join('\n'),
    )
  })

  it('keeps a name with markup inert', () => {
    expect(embedCode('fr', named('"><script>'), 'https://a.example')).not.toContain('<script')
  })
})
