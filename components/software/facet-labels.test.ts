import { describe, expect, it } from 'vitest'
import { LOCALES } from '#components/i18n/locale.ts'
import { ACTIVITIES, FACETS } from '#lib/software/schema.ts'
import { facetLabel } from './facet-labels.ts'

const names = {
  groups: [
    {
      slug: 'etat-civil-population',
      name: { fr: 'État civil', en: 'Civil registration' },
      functions: [{ slug: 'cimetieres', name: { fr: 'Cimetières', en: 'Cemeteries' } }],
    },
  ],
  regions: [{ code: '53', name: 'Bretagne' }],
  criteria: [{ slug: 'logiciels.parapheur', label: { fr: 'Parapheur', en: 'Sign-off tools' } }],
}

describe('the words of a facet’s value', () => {
  it.each([
    ['groupe', 'etat-civil-population', 'État civil', 'Civil registration'],
    ['fonction', 'cimetieres', 'Cimetières', 'Cemeteries'],
    ['critere', 'logiciels.parapheur', 'Parapheur', 'Sign-off tools'],
    ['region', '53', 'Bretagne', 'Bretagne'],
    ['langue', 'oc', 'occitan', 'Occitan'],
    ['activite', 'unmaintained', 'n’est plus maintenu', 'no longer maintained'],
    ['prestataire', 'oui', 'un prestataire au moins', 'one provider or more'],
  ])('%s %s', (facet, value, french, english) => {
    expect(facetLabel('fr', facet, value, names)).toBe(french)
    expect(facetLabel('en', facet, value, names)).toBe(english)
  })

  it.each(LOCALES)('every state of a project has its own in %s', (locale) => {
    const said = ACTIVITIES.map((value) => facetLabel(locale, 'activite', value, names))

    expect(new Set(said).size).toBe(ACTIVITIES.length)
    for (const value of ACTIVITIES) expect(said).not.toContain(value)
  })

  it.each(['constructor', '__proto__', 'x_1', 'a', '-', 'zz-zz-zz-zz'])(
    'what the address makes up stands as it is: %s',
    (value) => {
      for (const facet of FACETS) expect(facetLabel('fr', facet, value, names)).toBe(value)
    },
  )
})
