import { expect, test } from 'vitest'
import { addressExists } from '#lib/addresses.ts'
import { anOrganisation, aSoftware, someFunctions, someTerritories } from '#lib/testing/builders.ts'
import { makeTestContext } from '#lib/testing/context.ts'
import { aSigningSite, LAUREATE } from '#lib/testing/credentials.ts'
import { anOpenEdition } from '#lib/testing/label.ts'

test('an address exists when its page does, and its row where it needs one', () => {
  const context = makeTestContext()
  someTerritories(context)
  someFunctions(context)
  aSoftware(context, { slug: 'openexemple' })
  anOrganisation(context, { key: 'insee-97501', siren: null })
  const existing = [
    '/',
    '/comparer',
    '/logiciels',
    '/logiciels/openexemple',
    '/logiciels/openexemple/utilisateurs',
    '/logiciels/openexemple/badges',
    '/metiers/listes-electorales',
    '/editeurs/editeur-exemple',
    '/collectivites/insee-97501',
    '/sante',
  ]
  const missing = [
    '/rien',
    '/logiciels/openexempl',
    '/logiciels/openexemple/rien',
    '/logiciels/openexemple/utilisateurs/rien',
    '/metiers/listes-electorales/rien',
    '/collectivites/13004',
    '/label/2016',
    "/logiciels/' OR 1=1 --",
    '/software/slug',
  ]
  expect(existing.filter((path) => !addressExists(context, path))).toEqual([])
  expect(missing.filter((path) => addressExists(context, path))).toEqual([])
})

test('criteria exist where everyone may read them', () => {
  const context = makeTestContext()
  anOpenEdition(context)
  anOpenEdition(context, { year: 2027, state: 'draft' })
  const paths = ['/label/2026/criteres', '/label/2026/criteres/logiciels.elections']
  const hidden = ['/label/2027/criteres', '/label/2026/criteres/x', '/label/1999/criteres']
  expect(paths.filter((path) => !addressExists(context, path))).toEqual([])
  expect(hidden.filter((path) => addressExists(context, path))).toEqual([])
})

test('the page of an award exists once it is announced', () => {
  const { context } = aSigningSite()
  const address = `/label/2026/laureats/${LAUREATE}`
  expect(addressExists(context, address)).toBe(true)
  expect(addressExists(context, '/label/verifier')).toBe(true)
  expect(addressExists(context, `/label/2025/laureats/${LAUREATE}`)).toBe(false)
  expect(addressExists(context, `${address}/rien`)).toBe(false)
  const before = { ...context, now: new Date(context.now.getTime() - 7_200_000) }
  expect(addressExists(before, address)).toBe(false)
})
