import { describe, expect, it } from 'vitest'
import {
  anyFacet,
  type Filters,
  fieldsOf,
  toggled,
  valuesOf,
  withoutPlace,
  withoutWords,
} from './list-address.ts'

const ALL: Filters = {
  q: 'état civil',
  groupe: [],
  licence: ['agpl', 'gpl'],
  proche: '211300041',
  tri: 'nom',
  page: 3,
}

describe('the fields that a form sends along', () => {
  it('are those of the address, each value by itself, but for the page', () => {
    expect(fieldsOf(ALL)).toEqual([
      ['q', 'état civil'],
      ['licence', 'agpl'],
      ['licence', 'gpl'],
      ['proche', '211300041'],
      ['tri', 'nom'],
    ])
  })

  it('are each there once, and none is empty', () => {
    expect(fieldsOf({ q: '', groupe: ['a', 'a'], proche: '', tri: undefined })).toEqual([
      ['groupe', 'a'],
    ])
  })
})

describe('another search', () => {
  it('keeps the facets, the place and the order', () => {
    expect(fieldsOf(withoutWords(ALL)).map(([name]) => name)).toEqual([
      'licence',
      'licence',
      'proche',
      'tri',
    ])
  })

  it('need not say that it comes by relevance', () => {
    expect(withoutWords({ q: 'a', tri: 'pertinence' })).toEqual({})
  })
})

describe('another place', () => {
  it('keeps the words, the facets and the order', () => {
    expect(withoutPlace(ALL)).toEqual({
      q: 'état civil',
      groupe: [],
      licence: ['agpl', 'gpl'],
      tri: 'nom',
      page: 3,
    })
  })

  it('leaves the order by nearness with the old one', () => {
    expect(withoutPlace({ q: 'a', proche: 'Arles', tri: 'proximite' })).toEqual({ q: 'a' })
  })
})

describe('a value of a facet', () => {
  it('is added to the address, or taken from it, and the list starts again', () => {
    expect(toggled('fr', { licence: ['gpl'], page: 2 }, 'licence', 'agpl')).toBe(
      '/logiciels?licence=gpl&licence=agpl',
    )
    expect(toggled('en', { licence: ['gpl', 'gpl'] }, 'licence', 'gpl')).toBe('/en/logiciels')
  })

  it('counts once, however often the address says it', () => {
    expect(valuesOf(['gpl', 'gpl'])).toEqual(['gpl'])
    expect(valuesOf('gpl')).toEqual([])
  })

  it('narrows the list, unlike words, a place or an order', () => {
    expect(anyFacet(ALL)).toBe(true)
    expect(anyFacet({ ...ALL, licence: [] })).toBe(false)
  })
})
