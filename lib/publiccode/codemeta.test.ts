import { expect, test } from 'vitest'
import { readCodemeta } from './codemeta.ts'

test('A codemeta.json gives its name, addresses, licence, version and languages', () => {
  const file = {
    '@context': 'https://w3id.org/codemeta/3.0',
    '@type': 'SoftwareSourceCode',
    name: 'Cimetières',
    description: { '@value': 'Registre des concessions', '@language': 'fr' },
    codeRepository: 'git+https://forge.example.org/ville/cimetieres.git',
    url: 'javascript:alert(1)',
    license: 'https://spdx.org/licenses/AGPL-3.0-or-later.html',
    version: 2.1,
    operatingSystem: 'Linux, Windows',
    programmingLanguage: [{ '@type': 'ComputerLanguage', name: 'Python' }, 'SQL'],
  }
  expect(readCodemeta(JSON.stringify(file))).toEqual({
    name: 'Cimetières',
    description: 'Registre des concessions',
    repository: 'https://forge.example.org/ville/cimetieres.git',
    licence: 'AGPL-3.0-or-later',
    version: '2.1',
    platforms: ['Linux', 'Windows'],
    programmingLanguages: ['Python', 'SQL'],
  })
})

test.each<[string, string | Uint8Array]>([
  ['nothing', ''],
  ['no JSON', '{'],
  ['a list of texts', '["a"]'],
  ['null', 'null'],
  ['a text', '"x"'],
  ['lists in lists', '['.repeat(50_000)],
  ['50 MB', new Uint8Array(50 * 1_048_576)],
  ['bad UTF-8', new Uint8Array([123, 34, 255, 34, 125])],
  ['the prototype', '{"__proto__": {"name": "x"}}'],
  [
    'wrong types',
    '{"name": {"a": []}, "license": ["MIT", "GPL-3.0-only"], "url": 3, "version": null}',
  ],
])('%s gives nothing', (_, file) => {
  expect(readCodemeta(file)).toEqual({})
})
