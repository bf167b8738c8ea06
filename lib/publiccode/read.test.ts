import { describe, expect, test } from 'vitest'
import { SOUND_PUBLICCODE } from '#lib/testing/publiccode.ts'
import { readPubliccode } from './read.ts'

/** The sound file with one line put in place of another. */
const spoilt = (line: string, by: string) => {
  expect(SOUND_PUBLICCODE).toContain(line)
  return SOUND_PUBLICCODE.replace(line, by)
}
const codes = (text: string | Uint8Array) =>
  readPubliccode(text).findings.map(({ severity, code, path }) => `${severity} ${code} ${path}`)

test('A sound file of 0.7 has nothing to mend, and all its values come in', () => {
  const reading = readPubliccode(SOUND_PUBLICCODE)
  expect(reading).toMatchObject({ version: '0.7', valid: true, findings: [] })
  expect(reading.corrected).toBe(SOUND_PUBLICCODE)
  expect(reading.values).toMatchObject({
    name: 'Cimetières',
    licence: 'AGPL-3.0-or-later',
    licenceSpdx: 'AGPL-3.0-or-later',
    platforms: ['web'],
    localisationReady: false,
  })
  expect(reading.lines).toMatchObject({ name: 3, 'legal.license': 17 })
})

describe('A file is judged by the version that it declares', () => {
  const at = (version: string, text = SOUND_PUBLICCODE) =>
    text.replace('"0.7"', JSON.stringify(version))

  test('0.2 asks for a generic name, a release date and categories; 0.7 does not', () => {
    expect(codes(at('0.2')).filter((line) => line.startsWith('error'))).toEqual([
      'error key-missing-then releaseDate',
      'error key-missing-then categories',
      'error key-missing-then description.fr.genericName',
    ])
    expect(readPubliccode(at('0.5')).valid).toBe(true)
    // Moved to 0.7, the same file lacks nothing.
    expect(readPubliccode(at('0.2')).corrected).toBe(SOUND_PUBLICCODE)
  })

  test('what came later is told to a file of an earlier version', () => {
    const file = `${at('0.4')}fundedBy:\n  - name: Région\n`
    expect(codes(file)).toContain('warning key-too-new fundedBy')
    expect(readPubliccode(file).values.fundedBy).toEqual([{ name: 'Région' }])
  })

  test.each([
    ['publiccodeYmlVersion: "0.7"', 'publiccodeYmlVersion: 0.7', 'version-not-text', '0.7'],
    ['publiccodeYmlVersion: "0.7"', 'publiccodeYmlVersion: "1.9"', 'version-unknown', '1.9'],
    ['publiccodeYmlVersion: "0.7"\n', '', 'version-missing', null],
  ])('%s written as %s is said', (line, by, code, version) => {
    const reading = readPubliccode(spoilt(line, by))
    expect(reading.version).toBe(version)
    expect(reading.findings.map((finding) => finding.code)).toEqual([code])
    expect(readPubliccode(reading.corrected ?? '').findings).toEqual([])
  })
})

describe('The dialects come in, and are put right', () => {
  test.each([
    ['  license: AGPL-3.0-or-later', '  license: mit', 'warning licence-spelt legal.license'],
    ['  license: AGPL-3.0-or-later', '  license: gpl-2.0+', 'warning licence-spelt legal.license'],
    [
      'localisationReady: false',
      'localisationReady: no',
      'error boolean-spelt localisation.localisationReady',
    ],
    [
      'developmentStatus: stable',
      'developmentStatus: Stable',
      'error value-not-in-list-near developmentStatus',
    ],
    ['name: Cimetières', 'Name: Cimetières', 'error key-misspelt Name'],
    ['name: Cimetières', 'name: 42', 'error wrong-type name'],
    [
      '      - Registre des concessions',
      '      - Registre: des concessions',
      'error colon-in-text description.fr.features.0',
    ],
    ['platforms: [web]', 'platforms: [web]\nusedBy: Arles', 'error list-expected usedBy'],
    [
      'platforms: [web]',
      'platforms: [web]\nusedBy:\n  - name: Arles\n    url: https://arles.fr',
      'error item-is-mapping usedBy.0',
    ],
    [
      'platforms: [web]',
      'platforms: [web]\nfundedBy:\n  - name: A\n    url: https://a.fr',
      'error key-misspelt fundedBy.0.url',
    ],
    [
      'platforms: [web]',
      'platforms: [web]\ncreationDate: 2020-01-01',
      'error key-of-dialect creationDate',
    ],
    ['platforms: [web]', 'platforms: [web]\nfr:\n  sample: fr', 'error country-section-unknown fr'],
    ['platforms: [web]', 'platforms: [web]\nlandingURL: ""', 'error value-empty landingURL'],
    [
      'platforms: [web]',
      'platforms: [web]\norganisation: https://arles.fr',
      'error organisation-is-text organisation',
    ],
    [
      'platforms: [web]',
      'platforms: [web]\nreleaseDate: 2024-05-06T10:00:00Z',
      'error date-wrong releaseDate',
    ],
    [
      'platforms: [web]',
      'platforms: [web]\nintendedAudience:\n  countries: [fr]',
      'warning country-lower-case intendedAudience.countries.0',
    ],
    [
      '  type: internal',
      '  type: internal\n  contractors:\n    - name: X\n      until: 2030-01-01',
      'error contractors-forbidden maintenance.contractors',
    ],
    [
      'availableLanguages: [fr]',
      'availableLanguages: [fr_FR, no]',
      'info yaml-1.1-word localisation.availableLanguages.1',
    ],
    [
      '  license: AGPL-3.0-or-later',
      '  license: MIT\n  authorsFile: AUTHORS',
      'warning key-deprecated legal.authorsFile',
    ],
  ])('%s, written %j', (line, by, finding) => {
    const reading = readPubliccode(spoilt(line, by))
    expect(codes(spoilt(line, by))).toContain(finding)
    expect(reading.findings.every(({ mended }) => mended)).toBe(true)
    // What is put right stays right, and keeps the comments.
    const again = readPubliccode(reading.corrected ?? '')
    expect(again.findings).toEqual([])
    expect(again.corrected).toBe(reading.corrected)
    expect(reading.corrected).toContain('# Le nom que chacun emploie.')
  })

  test('the Italian section becomes supports and the organisation', () => {
    const reading = readPubliccode(
      `${SOUND_PUBLICCODE}it:\n  countryExtensionVersion: "0.2"\n  conforme:\n    gdpr: true\n  piattaforme:\n    spid: true\n    cie: false\n  riuso:\n    codiceIPA: agid\n`,
    )
    expect(reading.valid).toBe(true)
    expect(reading.values.supports).toEqual(['alias:gdpr', 'alias:spid'])
    expect(reading.values.organisation).toEqual({ uri: 'urn:x-italian-pa:agid' })
    const again = readPubliccode(reading.corrected ?? '')
    expect(again.findings).toEqual([])
    expect(again.values.supports).toEqual(reading.values.supports)
  })

  test('what cannot be known is a commented line, never invented', () => {
    const reading = readPubliccode(
      spoilt('developmentStatus: stable\n', '').replace('  type: internal\n', ''),
    )
    expect(reading.valid).toBe(false)
    expect(reading.corrected).toContain('\n# developmentStatus: # concept, development')
    expect(reading.corrected).toContain('\n  # type: # internal')
    expect(reading.findings.map(({ mended }) => mended)).toEqual([false, false])
  })

  test('a licence that does not say "only" or "or later" stays to be settled', () => {
    const reading = readPubliccode(spoilt('license: AGPL-3.0-or-later', 'license: agpl-3.0'))
    expect(reading).toMatchObject({ valid: true, values: { licence: 'agpl-3.0' } })
    expect(reading.values.licenceSpdx).toBeUndefined()
    expect(reading.findings[0]?.message.fr).toContain('AGPL-3.0-only ou AGPL-3.0-or-later')
  })

  test('a byte order mark and the line ends of Windows are read, and the line ends kept', () => {
    const reading = readPubliccode(`\uFEFF${spoilt('"0.7"', '"0.5"').replaceAll('\n', '\r\n')}`)
    expect(reading.valid).toBe(true)
    expect(reading.lines.name).toBe(3)
    expect(reading.corrected).toBe(SOUND_PUBLICCODE.replaceAll('\n', '\r\n'))
  })
})

describe('Each fault has its line, and leaves the rest in', () => {
  test.each([
    [
      'url: https://forge.example.org/ville/cimetieres.git',
      'url: javascript:alert(1)',
      'address-not-web',
      4,
    ],
    [
      'url: https://forge.example.org/ville/cimetieres.git',
      'url: https://a:b@c.org/d',
      'address-has-password',
      4,
    ],
    [
      'url: https://forge.example.org/ville/cimetieres.git',
      'url: git@github.com:a/b.git',
      'address-of-ssh',
      4,
    ],
    ['platforms: [web]', 'platforms: [web]\nlogo: ../../etc/passwd', 'media-path', 6],
    [
      'platforms: [web]',
      'platforms: [web]\nsupports:\n  - id: alias:rgaa',
      'support-alias-unknown',
      7,
    ],
    ['platforms: [web]', 'platforms: [web]\ncategories: [cemeteries]', 'value-not-in-long-list', 6],
    ['platforms: [web]', 'platforms: [web]\nnam: x', 'key-unknown-near', 6],
    ['platforms: [web]', 'platforms: [web]\nname: y', 'key-duplicate', 6],
    ['license: AGPL-3.0-or-later', 'license: other', 'licence-not-spdx', 17],
    ['license: AGPL-3.0-or-later', 'license: CC-BY-NC-4.0', 'licence-not-free', 17],
    ['    - name: Camille Martin', '    - name: Camille\n      email: camille', 'mail-wrong', 22],
    ['  type: internal', '  type: individual', 'value-not-in-list', 19],
    ['name: Cimetières', 'name: !secret x', 'tag-not-allowed', 3],
  ])('%s, written %j', (line, by, code, at) => {
    const reading = readPubliccode(spoilt(line, by))
    const [finding] = reading.findings.filter((one) => one.code === code)
    expect(finding).toMatchObject({ line: at, severity: 'error' })
    expect(reading.values.developmentStatus).toBe('stable')
    expect(reading.valid).toBe(false)
  })
})
