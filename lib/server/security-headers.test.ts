import { expect, it } from 'vitest'
import { imagePolicy, policyOf } from './security-headers.ts'

it.each([
  ['/label/2016/laureats/211300041/badge.svg', true],
  ['/en/label/2016/laureats/insee-97501/badge-signe.svg?x=1', true],
  ['/logiciels/openelec/badge/utilisateurs.svg', true],
  ['/en/logiciels/openelec/badge/activite.svg?lang=fr', true],
  ['/logiciels/openelec/badges', false],
  ['/logiciels/openelec/badge/x.svg/y', false],
  ['/label/2016/laureats/211300041', false],
  ['/label/2016/laureats/211300041/badge.svg/x', false],
  ['/?/label/2016/laureats/1/badge.svg', false],
])('a badge reaches nothing, wherever it is opened: %s', (url, isImage) => {
  const policy = imagePolicy(url)
  expect(policy !== undefined).toBe(isImage)
  if (isImage) expect(policy).toMatch(/^default-src 'none'.*sandbox$/)
})

it.each(['/api/espace/documents/12', '/api/espace/candidatures/12/pdf?langue=fr'])(
  'a file of a dossier can do nothing, whoever opens it: %s',
  (url) => {
    expect(policyOf(url, false)).toMatch(/^default-src 'none'.*sandbox$/)
  },
)

it('a page has the policy of pages, an image its own', () => {
  expect(policyOf('/espace?/api/espace/documents/12', false)).toContain("script-src 'self'")
  expect(policyOf('/label/2016/laureats/211300041/badge.svg', false)).toContain('sandbox')
})
