import { describe, expect, it } from 'vitest'
import { isLocale } from './locale.ts'
import {
  editionPath,
  functionPath,
  organisationPath,
  pathTo,
  publisherPath,
  softwarePath,
  usersPath,
  withoutLocale,
} from './paths.ts'

describe('an address of the site', () => {
  it.each([
    ['fr', '/', '/'],
    ['en', '/', '/en'],
    ['fr', '/logiciels', '/logiciels'],
    ['en', '/logiciels', '/en/logiciels'],
  ] as const)('in %s, of %s, is %s', (locale, path, address) => {
    expect(pathTo(locale, path)).toBe(address)
  })

  it('carries what is asked, each value of a list by itself', () => {
    const query = { q: 'état civil', licence: ['agpl', 'gpl'], page: 2 }

    expect(pathTo('fr', '/logiciels', query)).toBe(
      '/logiciels?q=%C3%A9tat+civil&licence=agpl&licence=gpl&page=2',
    )
  })

  it('leaves out what is not asked', () => {
    expect(pathTo('en', '/logiciels', { q: '', page: undefined, licence: [] })).toBe(
      '/en/logiciels',
    )
  })

  it('keeps what a visitor types out of the address itself', () => {
    expect(pathTo('fr', '/logiciels', { q: 'a&b=c#d?e/é' })).toBe(
      '/logiciels?q=a%26b%3Dc%23d%3Fe%2F%C3%A9',
    )
  })

  it('of a page is made in one place', () => {
    expect(softwarePath('fr', 'openelec')).toBe('/logiciels/openelec')
    expect(usersPath('en', 'openelec', { page: 2 })).toBe(
      '/en/logiciels/openelec/utilisateurs?page=2',
    )
    expect(organisationPath('en', '211300041')).toBe('/en/collectivites/211300041')
    expect(functionPath('fr', 'etat-civil')).toBe('/metiers/etat-civil')
    expect(publisherPath('fr', 'ademe')).toBe('/editeurs/ademe')
    expect(editionPath('en', 2025)).toBe('/en/label/2025')
  })
})

describe('an address without its language', () => {
  it.each([
    ['/', '/'],
    ['/fr', '/'],
    ['/en', '/'],
    ['/en/', '/'],
    ['/fr/logiciels', '/logiciels'],
    ['/en/logiciels/openelec', '/logiciels/openelec'],
    ['/logiciels', '/logiciels'],
    ['/enfance', '/enfance'],
    ['/entreprises/en', '/entreprises/en'],
  ])('of %s is %s', (path, rest) => {
    expect(withoutLocale(path)).toBe(rest)
  })

  it.each(['/', '/logiciels', '/collectivites/211300041'])('leads back from either: %s', (path) => {
    expect(withoutLocale(pathTo('en', path))).toBe(path)
    expect(withoutLocale(pathTo('fr', path))).toBe(path)
  })
})

describe('a language', () => {
  it.each([
    ['fr', true],
    ['en', true],
    ['FR', false],
    ['de', false],
    ['', false],
  ])('%j: %s', (text, known) => {
    expect(isLocale(text)).toBe(known)
  })
})
