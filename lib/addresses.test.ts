import { expect, test } from 'vitest'
import { addressExists } from '#lib/addresses.ts'
import { anOrganisation, aSoftware, someFunctions, someTerritories } from '#lib/testing/builders.ts'
import { makeTestContext } from '#lib/testing/context.ts'

test('an address exists when its page does, and its row where it needs one', () => {
  const context = makeTestContext()
  someTerritories(context)
  someFunctions(context)
  aSoftware(context, { slug: 'openexemple' })
  anOrganisation(context, { key: 'insee-97501', siren: null })
  const existing = [
    '/',
    '/logiciels',
    '/logiciels/openexemple',
    '/logiciels/openexemple/utilisateurs',
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
