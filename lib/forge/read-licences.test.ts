import spdx from 'spdx-license-list/full.js'
import { describe, expect, it } from 'vitest'
import { licenceOfFile, oneLicence } from './read-licences.ts'

const textOf = (id: string) =>
  (spdx as Record<string, { licenseText: string }>)[id]?.licenseText ?? ''

describe('a licence file', () => {
  it.each([
    ['AGPL-3.0-or-later', 'AGPL-3.0-only'],
    ['AGPL-3.0-only', 'AGPL-3.0-only'],
    ['GPL-3.0-or-later', 'GPL-3.0-only'],
    ['GPL-2.0-only', 'GPL-2.0-only'],
    ['LGPL-3.0-only', 'LGPL-3.0-only'],
    ['LGPL-2.1-or-later', 'LGPL-2.1-only'],
    ['MIT', 'MIT'],
    ['Apache-2.0', 'Apache-2.0'],
    ['BSD-3-Clause', 'BSD-3-Clause'],
    ['BSD-2-Clause', 'BSD-2-Clause'],
    ['MPL-2.0', 'MPL-2.0'],
    ['EUPL-1.2', 'EUPL-1.2'],
    ['EUPL-1.1', 'EUPL-1.1'],
    ['CECILL-2.1', 'CECILL-2.1'],
    ['CECILL-B', 'CECILL-B'],
    ['CECILL-C', 'CECILL-C'],
    ['ISC', 'ISC'],
    ['Unlicense', 'Unlicense'],
    ['CC0-1.0', 'CC0-1.0'],
    ['Artistic-2.0', 'Artistic-2.0'],
    ['OSL-3.0', 'OSL-3.0'],
    ['EPL-2.0', 'EPL-2.0'],
  ])('with the text of %s is %s, however it is laid out', (id, expected) => {
    const text = textOf(id)

    expect(licenceOfFile('LICENSE', text)).toBe(expected)
    expect(licenceOfFile('COPYING', wrapped(text))).toBe(expected)
    expect(
      licenceOfFile('LICENSE.md', `# Licence\n\nCopyright (c) 2024 Ville d’Arles\n\n${text}`),
    ).toBe(expected)
  })

  it('tells -only from -or-later by its name alone, and only where the text is that one', () => {
    expect(licenceOfFile('LICENSES/AGPL-3.0-or-later.txt', textOf('AGPL-3.0-only'))).toBe(
      'AGPL-3.0-or-later',
    )
    expect(licenceOfFile('LICENSES/MIT.txt', textOf('AGPL-3.0-only'))).toBe('AGPL-3.0-only')
  })

  it.each([
    ['nothing', ''],
    ['words', 'Tous droits réservés. '.repeat(40)],
    ['a licence that is not free', textOf('BUSL-1.1') || textOf('SSPL-1.0')],
    ['half of one', textOf('AGPL-3.0-only').slice(0, 15_000)],
  ])('with %s is none', (_what, text) => {
    expect(licenceOfFile('LICENSE', text)).toBeNull()
  })
})

describe('the licence of a repository', () => {
  it('is the one that all its files are', () => {
    expect(oneLicence([{ spdx: 'MIT' }, { spdx: null }])).toBe('MIT')
    expect(oneLicence([{ spdx: 'GPL-3.0-only' }, { spdx: 'GPL-3.0-or-later' }])).toBe(
      'GPL-3.0-or-later',
    )
    expect(oneLicence([{ spdx: 'MIT' }, { spdx: 'GPL-3.0' }])).toBeNull()
    expect(oneLicence([])).toBeNull()
  })
})

const wrapped = (text: string) =>
  text
    .replace(/\s+/g, ' ')
    .replace(/(.{60}\S*) /g, '$1\r\n   ')
    .toUpperCase()
