import { describe, expect, it } from 'vitest'
import { judgeLicence } from './licence.ts'

describe('a licence that the FSF or the OSI approves', () => {
  it.each([
    ['AGPL-3.0-only', 'agpl'],
    ['AGPL-3.0-or-later', 'agpl'],
    ['OSL-3.0', 'agpl'],
    ['GPL-2.0-only', 'gpl'],
    ['GPL-2.0-or-later', 'gpl'],
    ['GPL-3.0-only', 'gpl'],
    ['GPL-3.0-or-later', 'gpl'],
    ['EUPL-1.2', 'gpl'],
    ['CECILL-2.1', 'gpl'],
    ['LGPL-2.1-or-later', 'weak-copyleft'],
    ['LGPL-3.0-only', 'weak-copyleft'],
    ['MPL-2.0', 'weak-copyleft'],
    ['EPL-2.0', 'weak-copyleft'],
    ['CPAL-1.0', 'weak-copyleft'],
    ['MIT', 'permissive'],
    ['Apache-2.0', 'permissive'],
    ['BSD-3-Clause', 'permissive'],
    ['ISC', 'permissive'],
    ['PostgreSQL', 'permissive'],
  ])('%s makes software free, of the family %s', (licence, family) => {
    expect(judgeLicence(licence)).toEqual({ free: true, family })
  })

  it.each([
    ['CECILL-2.0', 'gpl'],
    ['CECILL-C', 'weak-copyleft'],
    ['CECILL-B', 'permissive'],
    ['CC0-1.0', 'permissive'],
  ])('%s is free by the FSF alone, of the family %s', (licence, family) => {
    expect(judgeLicence(licence)).toEqual({ free: true, family })
  })
})

describe('a licence that no one of the two approves', () => {
  it.each(['SSPL-1.0', 'BUSL-1.1', 'Elastic-2.0', 'CC-BY-NC-4.0', 'PolyForm-Noncommercial-1.0.0'])(
    '%s is refused as not free',
    (licence) => {
      expect(judgeLicence(licence)).toEqual({ free: false, reason: 'not-free', licence })
    },
  )
})

describe('a name of the GNU family that does not say "-only" or "-or-later"', () => {
  it.each(['GPL-2.0', 'GPL-3.0', 'AGPL-3.0', 'LGPL-2.1'])('%s is refused', (licence) => {
    expect(judgeLicence(licence)).toEqual({ free: false, reason: 'deprecated', licence })
  })

  it('is refused with a plus as well', () => {
    expect(judgeLicence('GPL-2.0+')).toMatchObject({ free: false, reason: 'deprecated' })
  })
})

describe('what is no SPDX expression', () => {
  it.each([
    'GPL',
    'gpl-3.0-or-later',
    'Licence publique générale',
    'MIT OR',
    'MIT, Apache-2.0',
    'LicenseRef-maison',
    'constructor',
    '',
    '💥',
    '('.repeat(2_000),
  ])('%j is refused', (licence) => {
    expect(judgeLicence(licence)).toEqual({ free: false, reason: 'not-spdx', licence })
  })
})

describe('several licences', () => {
  it.each([
    // A choice: whoever passes the software on picks the one that asks the least.
    ['MIT OR GPL-3.0-only', { free: true, family: 'permissive' }],
    ['GPL-3.0-only OR MIT', { free: true, family: 'permissive' }],
    ['AGPL-3.0-only OR EUPL-1.2', { free: true, family: 'gpl' }],
    ['MIT OR SSPL-1.0', { free: true, family: 'permissive' }],
    ['SSPL-1.0 OR AGPL-3.0-only', { free: true, family: 'agpl' }],
    // All of them: the strongest must be obeyed, and one that is not free spoils the rest.
    ['MIT AND AGPL-3.0-only', { free: true, family: 'agpl' }],
    ['AGPL-3.0-only AND MIT', { free: true, family: 'agpl' }],
    ['LGPL-2.1-only AND MIT', { free: true, family: 'weak-copyleft' }],
    ['MIT AND SSPL-1.0', { free: false, reason: 'not-free', licence: 'SSPL-1.0' }],
    ['BUSL-1.1 OR Elastic-2.0', { free: false, reason: 'not-free', licence: 'Elastic-2.0' }],
    // AND binds more tightly than OR.
    ['MIT OR Apache-2.0 AND SSPL-1.0', { free: true, family: 'permissive' }],
    ['(MIT OR Apache-2.0) AND SSPL-1.0', { free: false, reason: 'not-free', licence: 'SSPL-1.0' }],
    // An exception takes nothing away from freedom.
    ['GPL-2.0-only WITH Classpath-exception-2.0', { free: true, family: 'gpl' }],
  ])('%s', (licence, verdict) => {
    expect(judgeLicence(licence)).toEqual(verdict)
  })
})
