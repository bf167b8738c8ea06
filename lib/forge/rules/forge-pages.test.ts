import { expect, it } from 'vitest'
import { forgePages } from './forge-pages.ts'

it.each([
  ['https://github.com/ville/depot', 'https://github.com/ville/depot/blob/c0ffee/doc/a%20b.md#L3'],
  [
    'https://gitlab.adullact.net/ville/depot.git',
    'https://gitlab.adullact.net/ville/depot/-/blob/c0ffee/doc/a%20b.md#L3',
  ],
  [
    'https://codeberg.org/ville/depot/',
    'https://codeberg.org/ville/depot/src/commit/c0ffee/doc/a%20b.md#L3',
  ],
  [
    'https://git.sr.ht/~ville/depot',
    'https://git.sr.ht/~ville/depot/tree/c0ffee/item/doc/a%20b.md#L3',
  ],
])('a file of %s has its page', (address, page) => {
  expect(forgePages(address)?.file('c0ffee', 'doc/a b.md', 3)).toBe(page)
})

it.each(['https://git.ville.example.fr/depot', 'ssh://git@github.com/a/b', '', 'javascript:x'])(
  'no page is made up for %j',
  (address) => {
    expect(forgePages(address)).toBeNull()
  },
)
