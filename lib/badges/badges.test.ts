import { describe, expect, it } from 'vitest'
import { NO_USE } from '#lib/adoptions/schema.ts'
import type { Activity } from '#lib/compare/activity.ts'
import { aSoftware, someFunctions } from '#lib/testing/builders.ts'
import { makeTestContext } from '#lib/testing/context.ts'
import { badgeSvg, badgeWidth } from './badge-svg.ts'
import { activityBadge, labelBadge, unknownBadge, usersBadge } from './badge-words.ts'
import { embedCodes } from './embed.ts'
import { getBadge } from './queries.ts'
import { textWidth } from './rules/text-width.ts'
import { BADGE_KINDS } from './schema.ts'

const NAMES = ['openExemple', '"><script>alert(1)</script>', "L'outil & <co>", '🦋'.repeat(40)]
const use = (confirmed: number, reported = 0) => ({
  ...NO_USE,
  confirmed,
  reported,
  total: confirmed + reported,
})
const ACTIVITY: Activity = {
  state: 'readable',
  lastCommit: '2026-11-12T08:00:00.000Z',
  lastRelease: { version: '2.3', date: '2026-10-05T00:00:00.000Z' },
  lastYear: { releases: 3, commits: 120, mostAuthors: 4 },
  care: [],
}
const NOTHING: Activity = {
  state: undefined,
  lastCommit: '',
  lastRelease: undefined,
  lastYear: undefined,
  care: undefined,
}

describe('the badge of users', () => {
  it.each([
    [use(14, 9), '23 collectivités · 14 confirmées', '23 public bodies · 14 confirmed'],
    [use(1), '1 collectivité · 1 confirmée', '1 public body · 1 confirmed'],
    [use(0, 38), '38 collectivités · aucune confirmée', '38 public bodies · none confirmed'],
    [use(0), 'aucune utilisation connue', 'no known use'],
  ])('tells those who said so from the others: %j', (count, fr, en) => {
    expect(usersBadge('fr', 'A', count).text).toBe(fr)
    expect(usersBadge('en', 'A', count).text).toBe(en)
  })
})

describe('the badge of the label', () => {
  const criterion = (slug: string) => ({
    slug,
    label: { fr: `Critère ${slug}`, en: `Criterion ${slug}` },
    axis: { slug: 'a', name: { fr: 'Axe', en: 'Axis' } },
  })

  it('counts the criteria that it can back, and names them to whoever asks', () => {
    const words = labelBadge('fr', 'A', [criterion('un'), criterion('deux')])
    expect(words.text).toBe('peut justifier 2 critères')
    expect(words.description).toBe('Critère un ; Critère deux')
    expect(labelBadge('en', 'A', []).text).toBe('no criterion')
  })
})

describe('the badge of activity', () => {
  it('gives dates, which stay true in a copy', () => {
    expect(activityBadge('fr', 'A', ACTIVITY).text).toBe(
      'version 2.3 (2026-10) · dernier commit le 2026-11-12',
    )
    expect(activityBadge('en', 'A', ACTIVITY).text).toBe(
      'version 2.3 (2026-10) · last commit on 2026-11-12',
    )
  })

  it.each([
    ['archived', 'dépôt archivé · '],
    ['vanished', 'dépôt introuvable · '],
  ] as const)('says first that its repository is %s', (state, words) => {
    expect(activityBadge('fr', 'A', { ...ACTIVITY, state }).text).toContain(words)
  })

  it('says that it knows nothing where it does not', () => {
    expect(activityBadge('fr', 'A', NOTHING)).toMatchObject({ text: 'non connue', known: false })
    expect(activityBadge('en', 'A', NOTHING).text).toBe('not known')
  })

  it('shows so much of a version, and no more', () => {
    const long = { version: '9'.repeat(500), date: '2026-10-05T00:00:00.000Z' }
    const { text } = activityBadge('fr', 'A', { ...NOTHING, lastRelease: long })
    expect(text.length).toBeLessThan(60)
  })
})

describe('a badge', () => {
  it.each(NAMES)('is sound whatever the name: %s', (name) => {
    const svg = badgeSvg('fr', usersBadge('fr', name, use(14, 9)))
    expect(svg).not.toMatch(/<script|"><s|'>/)
    expect(svg.replace('http://www.w3.org/2000/svg', '')).not.toMatch(
      /https?:|href|url\(|<style|@import|<image|on\w+=/,
    )
    expect(svg.match(/<svg|<\/svg>/g)).toEqual(['<svg', '</svg>'])
  })

  it('holds a hostile version as text', () => {
    const lastRelease = { version: '<g/>&"\u0000', date: '2026-10-05T00:00:00.000Z' }
    const svg = badgeSvg('fr', activityBadge('fr', 'A', { ...NOTHING, lastRelease }))
    expect(svg).toContain('&lt;g/&gt;&amp;&quot;')
  })

  it('is the same bytes for the same words', () => {
    const words = usersBadge('fr', 'openExemple', use(14, 9))
    expect(badgeSvg('fr', words)).toBe(badgeSvg('fr', { ...words }))
    expect(badgeSvg('fr', words)).toMatchInlineSnapshot(`
      "<svg xmlns="http://www.w3.org/2000/svg" width="256" height="20" viewBox="0 0 256 20" role="img" aria-labelledby="t d" xml:lang="fr"><title id="t">openExemple, utilisé par 23 collectivités, 14 confirmées</title><desc id="d">D’après le catalogue Mutualibre, où chaque chiffre mène à ses lignes.</desc><rect width="256" height="20" rx="3" fill="#0b5a54"/><path d="M3 0H69V20H3A3 3 0 0 1 0 17V3A3 3 0 0 1 3 0Z" fill="#3c4754"/><g font-family="'DejaVu Sans', Verdana, system-ui, 'Segoe UI', Roboto, Arial, sans-serif" font-size="11" fill="#ffffff"><text x="7" y="14" textLength="55" lengthAdjust="spacingAndGlyphs">utilisé par</text><text x="76" y="14" textLength="173" lengthAdjust="spacingAndGlyphs">23 collectivités · 14 confirmées</text></g></svg>
      "
    `)
  })

  it('says what it says to whoever does not see it', () => {
    const svg = badgeSvg('en', usersBadge('en', 'openExemple', use(14, 9)))
    expect(svg).toContain('role="img" aria-labelledby="t d" xml:lang="en"')
    expect(svg).toContain(
      '<title id="t">openExemple, used by 23 public bodies, 14 confirmed</title>',
    )
    expect(svg).toContain('<desc id="d">')
  })

  it('is as wide as its words', () => {
    const [short, long] = [use(1), use(14, 9_000)].map((count) =>
      badgeWidth(usersBadge('fr', 'A', count)),
    )
    expect(long).toBeGreaterThan(short ?? 0)
    expect(textWidth('é', 11)).toBe(textWidth('e', 11))
    expect(textWidth('', 11)).toBe(0)
  })

  it('stands for an entry that there is not, too', () => {
    expect(badgeSvg('fr', unknownBadge('fr'))).toContain('logiciel inconnu')
  })

  it('is read from the catalogue, each kind', () => {
    const context = makeTestContext()
    someFunctions(context)
    aSoftware(context)
    for (const kind of BADGE_KINDS) {
      expect(getBadge(context, 'openexemple', kind, 'fr')?.alt).toMatch(/^openExemple/)
      expect(getBadge(context, 'nobody', kind, 'fr')).toBeUndefined()
    }
  })
})

describe('what a README pastes', () => {
  const codes = (alt: string, locale: 'fr' | 'en' = 'fr') =>
    embedCodes(locale, {
      kind: 'utilisateurs',
      slug: 'openexemple',
      alt,
      siteUrl: 'https://catalogue.example.fr',
    })

  it('shows the image with its words, and leads to the rows', () => {
    expect(codes('A, utilisé par 2 collectivités')).toEqual({
      markdown:
        '[![A, utilisé par 2 collectivités](https://catalogue.example.fr/logiciels/openexemple/badge/utilisateurs.svg)](https://catalogue.example.fr/logiciels/openexemple/utilisateurs)',
      html: '<a href="https://catalogue.example.fr/logiciels/openexemple/utilisateurs"><img src="https://catalogue.example.fr/logiciels/openexemple/badge/utilisateurs.svg" alt="A, utilisé par 2 collectivités"></a>',
      asciidoc:
        'image:https://catalogue.example.fr/logiciels/openexemple/badge/utilisateurs.svg["A, utilisé par 2 collectivités",link="https://catalogue.example.fr/logiciels/openexemple/utilisateurs"]',
    })
    expect(codes('A', 'en').markdown).toContain(
      'utilisateurs.svg?lang=en)](https://catalogue.example.fr/en/',
    )
  })

  it('is not broken by a name', () => {
    const { markdown, html, asciidoc } = codes('a](x) <b> "c"')
    expect(markdown).toContain('![a\\](x) \\<b\\> "c"](')
    expect(html).toContain('alt="a](x) &lt;b&gt; &quot;c&quot;"')
    expect(asciidoc).toContain('["a\\](x) <b> \\"c\\"",')
  })
})
