import { describe, expect, it } from 'vitest'
import type { Context } from '#lib/context.ts'
import { findOrganisations } from '#lib/organisations/queries.ts'
import { organisationFilters } from '#lib/organisations/schema.ts'
import { listSoftware } from '#lib/software/queries.ts'
import { softwareFilters } from '#lib/software/schema.ts'
import { anOrganisation, aSoftware, someFunctions } from '#lib/testing/builders.ts'
import { makeTestContext } from '#lib/testing/context.ts'
import { drainSearchOutbox } from './commands.ts'
import {
  nearestSoftware,
  searchFunctionIds,
  searchOrganisationIds,
  searchSoftwareIds,
} from './queries.ts'
import { queryTerms } from './rules/terms.ts'

function searchable(...names: string[]): Context {
  const context = makeTestContext()
  someFunctions(context)
  names.forEach((name, n) => {
    aSoftware(context, { slug: `logiciel-${n}`, name })
  })
  anOrganisation(context, { name: 'Arles' })
  drainSearchOutbox(context)
  return context
}

describe('a hostile query', () => {
  const hostile = [
    ['a quote', "'"],
    ['a double quote', '"'],
    ['a double quote inside a word', 'open"Exemple'],
    ['an open bracket of the syntax', 'NEAR('],
    ['a whole expression of the syntax', 'name:open* OR NEAR(a b, 5) NOT c'],
    ['the words of the syntax', 'AND OR NOT'],
    ['a star', '*'],
    ['a caret and a plus', '^open + exemple'],
    ['signs that names may hold', 'c++ ++ ## #exemple open+exemple'],
    ['a minus', '-exemple'],
    ['a column that does not exist', 'rowid:1'],
    ['an injection', "'; DROP TABLE software; --"],
    ['a null character', 'open\u0000exemple'],
    ['half of a character', '\ud83d'],
    ['emoji', '🗳️🇫🇷👩‍💻'],
    ['letters younger than the tokenizer', '𞤀𞤁 𖹀 Ꟙ'],
    ['another script', '选举名单 انتخابات'],
    ['marks without a letter', '\u0301\u0301'],
    ['text that turns round', '\u202eelpmexe'],
    ['spaces of every kind', ' \t\n\u00a0\u2003'],
    ['ten thousand letters', 'a'.repeat(10_000)],
    ['ten thousand words', 'open '.repeat(10_000)],
    ['ten thousand signs', '"'.repeat(10_000)],
    ['nothing', ''],
  ] as const

  it.each(hostile)('is answered like any other: %s', async (_what, q) => {
    const context = searchable('openExemple')

    for (const answer of [
      searchSoftwareIds(context, q),
      searchOrganisationIds(context, q, 50),
      searchFunctionIds(context, q, 50),
      nearestSoftware(context, q),
    ]) {
      expect(Array.isArray(answer)).toBe(true)
    }
    expect((await listSoftware(context, softwareFilters.parse({ q }))).page).toBe(1)
    expect(findOrganisations(context, organisationFilters.parse({ q })).page).toBe(1)
    expect(searchSoftwareIds(context, 'openexemple')).toHaveLength(1)
  })

  it('is read for its words, not for the syntax of the index', () => {
    const context = searchable('openExemple', 'Autre')

    expect(searchSoftwareIds(context, '"openexemple"')).toHaveLength(1)
    expect(searchSoftwareIds(context, 'openexemple*')).toHaveLength(1)
    expect(searchSoftwareIds(context, '(openexemple)')).toHaveLength(1)
  })

  it('is read no further than a person types', () => {
    expect(queryTerms('mot '.repeat(500))).toHaveLength(12)
  })
})

describe('the words of a query', () => {
  it.each([
    ['un logiciel libre pour gérer les cimetières', ['cimetieres']],
    ['gestion de la cantine', ['gestion', 'cantine']],
    ['open source software for elections', ['open', 'source', 'elections']],
    ['l’état civil', ['etat', 'civil']],
    // Where nothing else is left, even these words count.
    ['le logiciel', ['le', 'logiciel']],
  ])('of "%s" that are worth looking for are %j', (query, terms) => {
    expect(queryTerms(query)).toEqual(terms)
  })
})

describe('the nearest names', () => {
  it.each([
    ['a letter too few', 'openelc'],
    ['a letter too many', 'openelecc'],
    ['two letters changed places', 'opneelec'],
    ['a space', 'open elec'],
    ['capitals', 'OPENELEC'],
    ['a part of it', 'elec'],
  ])('are found from %s', (_what, typed) => {
    expect(nearestSoftware(searchable('openElec', 'Nextcloud'), typed)[0]).toEqual({
      slug: 'logiciel-0',
      name: 'openElec',
    })
  })

  it('come nearest first, as many as asked for', () => {
    const context = searchable('Nextcloud', 'openMarché', 'openMairie')

    expect(nearestSoftware(context, 'openmari').map((item) => item.name)).toEqual([
      'openMairie',
      'openMarché',
    ])
    expect(nearestSoftware(context, 'openmari', 1)).toHaveLength(1)
  })

  it('are none for what resembles nothing, or says too little', () => {
    const context = searchable('openElec')

    expect(nearestSoftware(context, 'zzzzzzzzzz')).toEqual([])
    expect(nearestSoftware(context, 'op')).toEqual([])
  })
})
