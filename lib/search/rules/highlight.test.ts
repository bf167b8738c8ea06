import { describe, expect, it } from 'vitest'
import { fold, words } from '#lib/text.ts'
import { highlight } from './highlight.ts'

/** The text with its marks drawn as brackets. */
const drawn = (text: string, query: string) =>
  highlight(text, query)
    .map((piece) => (piece.match ? `[${piece.text}]` : piece.text))
    .join('')

describe('marking what matches', () => {
  it.each([
    ['openElec', 'open', '[open]Elec'],
    ['openElec', 'OPENELEC', '[openElec]'],
    ['Gestion des cimetières', 'cime', 'Gestion des [cime]tières'],
    ['Gestion des cimetières', 'tieres', 'Gestion des cimetières'],
    ['Élections et état civil', 'etat elec', '[Élec]tions et [état] civil'],
    ['E\u0301lections', 'elec', '[E\u0301lec]tions'],
    ['C++ et C', 'c++', '[C++] et C'],
  ])('in %j, %j gives %s: beginnings of words, accents and case aside', (text, query, expected) => {
    expect(drawn(text, query)).toBe(expected)
  })

  it.each([
    ['Œuvres d’art', 'oeuvre', '[Œuvre]s d’art'],
    ['Œuvres d’art', 'o', '[Œ]uvres d’art'],
    ['Œuvres d’art', 'oe', '[Œ]uvres d’art'],
    ['Le cœur de ville', 'coe', 'Le [cœ]ur de ville'],
    ['Lætitia', 'laetitia', '[Lætitia]'],
    ['Oeuvre', 'œuv', '[Oeuv]re'],
    ['Straße', 'stras', '[Straß]e'],
  ])('in %j, %j gives %s: ligatures are never cut', (text, query, expected) => {
    expect(drawn(text, query)).toBe(expected)
  })

  it.each([
    ['openElec', 'opnelec', '[openElec]'],
    ['openElec et openADS', 'openelek', '[openElec] et openADS'],
    ['Gestion du cimetière', 'cimetieres', 'Gestion du [cimetière]'],
    ['Journal, journaux', 'journaux', '[Journal], [journaux]'],
  ])('in %j, %j gives %s: a whole word up to an allowed typo or a plural', (text, query, want) => {
    expect(drawn(text, query)).toBe(want)
  })

  it('looks for no typo where the word is there as typed', () => {
    expect(drawn('Carte et parte', 'carte')).toBe('[Carte] et parte')
  })

  it.each([
    ['GLPI', 'glrr', 'GLPI'],
    ['art', 'ort', 'art'],
    ['version 2025', '2024', 'version 2025'],
  ])('in %j, %j gives %s: too far, too short, or a number', (text, query, expected) => {
    expect(drawn(text, query)).toBe(expected)
  })

  it.each([
    ['Libre Office', 'libreoffice', '[Libre Office]'],
    ['Suite Libre Office 24', 'libreoff', 'Suite [Libre Off]ice 24'],
    ['L’État civil', 'letat', '[L’État] civil'],
    ['LibreOffice', 'libre office', '[LibreOffice]'],
    ['openElec', 'open el', '[openEl]ec'],
    ['Saint-Étienne', 'saint etienne', '[Saint]-[Étienne]'],
  ])('in %j, %j gives %s: words run together, on one side or the other', (text, query, want) => {
    expect(drawn(text, query)).toBe(want)
  })

  it('finds every word of a text, at its place', () => {
    const text = 'L’Haÿ-les-Roses, e\u0301tat (Œuilly) : « ſaint » №3 Straße 𝒜bc ÆØÅ'
    for (const word of words(text)) {
      const all = highlight(text, word).filter((piece) => piece.match)
      expect(
        all.map((piece) => fold(piece.text)),
        word,
      ).toContain(word)
    }
  })

  it('leaves alone the words that say nothing', () => {
    expect(drawn('La gestion de la paie', 'logiciel de la paie')).toBe('La gestion de la [paie]')
  })
})

describe('hostile texts and queries', () => {
  const texts = [
    '',
    ' ',
    '<script>alert(1)</script>',
    '&lt;b&gt; "quoted" \'single\'',
    'İstanbul İİİ',
    'ΟΔΟΣ ὈΔΥΣΣΕΎΣ',
    '🗳️ vote 👩‍👩‍👧 état',
    '\ud83d alone \udc00',
    '\u0301\u0301 marks first',
    'e\u0301\u0323\u0301tat',
    '한국어 Å ½ ﬁ',
    '\u202eright to left\u202c',
    '\0\u0001',
    '.*+?^{}$()|[]\\',
    'a'.repeat(50_000),
    'œ '.repeat(5_000),
  ]
  const queries = [...texts.map((text) => text.slice(0, 300)), 'etat', 'vote', '$&', '(a+)+$', 'œ']

  it('give back the text itself, in pieces that alternate', () => {
    for (const text of texts) {
      for (const query of queries) {
        const all = highlight(text, query)
        expect(all.map((piece) => piece.text).join('')).toBe(text)
        expect(all.every((piece, index) => piece.match !== all[index - 1]?.match)).toBe(true)
        expect(all.some((piece) => piece.text === '')).toBe(false)
      }
    }
  })

  it('are marked for what they are, not as markup', () => {
    expect(drawn('<b>état</b>', 'etat')).toBe('<b>[état]</b>')
    expect(drawn('🗳️ vote', 'vote')).toBe('🗳️ [vote]')
    expect(drawn('İstanbul', 'ist')).toBe('[İst]anbul')
    expect(drawn('a.*b', '.*')).toBe('a.*b')
  })

  it('never cut a letter from its accents, nor a pair of surrogates', () => {
    for (const text of texts) {
      for (const query of queries) {
        for (const { text: piece } of highlight(text, query).slice(1)) {
          expect(/^\p{Mn}/u.test(piece) && fold(text[0] ?? '') !== '').toBe(false)
          expect(/^[\udc00-\udfff]/.test(piece)).toBe(false)
        }
      }
    }
  })

  it('are looked at quickly', () => {
    const started = performance.now()
    highlight('cimetiere '.repeat(50_000), 'cimetierre '.repeat(5_000))
    expect(performance.now() - started).toBeLessThan(200)
  })
})
