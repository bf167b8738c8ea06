import { describe, expect, it } from 'vitest'
import { fold, stem, words } from './text.ts'

describe('folding a text to compare it', () => {
  it.each([
    ['Saint-Étienne', 'saint etienne'],
    ['L’Haÿ-les-Roses', 'l hay les roses'],
    ["L'Haÿ-les-Roses", 'l hay les roses'],
    ['Œuilly', 'oeuilly'],
    ['Lætitia', 'laetitia'],
    ['Straße', 'strasse'],
    ['ÉLECTIONS', 'elections'],
    // The same accent, as one character or as a letter followed by its mark.
    ['e\u0301tat civil', 'etat civil'],
    ['C++ et C#', 'c++ et c#'],
    ['  « GLPI » — 10.0 ', 'glpi 10 0'],
    ['🗳️ vote', 'vote'],
    ['', ''],
  ])('%j reads %j', (text, folded) => {
    expect(fold(text)).toBe(folded)
  })

  it('changes nothing the second time', () => {
    const once = fold('L’Haÿ-les-Roses, Œuvre n° 3')

    expect(fold(once)).toBe(once)
  })
})

describe('the words of a text', () => {
  it.each([
    ['gestion de l’état civil', ['gestion', 'de', 'etat', 'civil']],
    ['cap d’Agde', ['cap', 'agde']],
    ['Paris 1er', ['paris', '1er']],
    ['openElec 5', ['openelec', '5']],
    ['l d', []],
    ['…', []],
  ])('%j are %j', (text, expected) => {
    expect(words(text)).toEqual(expected)
  })
})

describe('the stem of a word', () => {
  it.each([
    ['cimetieres', 'cimetiere'],
    ['reseaux', 'reseau'],
    ['journaux', 'journal'],
    ['choix', 'choi'],
    ['election', 'election'],
  ])('%s is %s: plural marks go', (word, expected) => {
    expect(stem(word)).toBe(expected)
  })

  it.each(['sis', 'ccas', 'sdis', 'gros'])('%s stays whole: four letters or fewer', (word) => {
    expect(stem(word)).toBe(word)
  })

  it.each(['2024s', 'rgaa4s'])('%s stays whole: it holds a digit', (word) => {
    expect(stem(word)).toBe(word)
  })

  it('is the same for the singular and the plural', () => {
    for (const [one, many] of [
      ['bureau', 'bureaux'],
      ['tableau', 'tableaux'],
      ['local', 'locaux'],
      ['marche', 'marches'],
    ] as const) {
      expect(stem(many)).toBe(stem(one))
    }
  })
})
