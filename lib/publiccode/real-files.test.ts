import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { readPubliccode } from './read.ts'

/** Real files, kept beside the repository and never in it: each has the licence of where it comes from. */
const FOLDER = process.env.PUBLICCODE_SAMPLES ?? '/work/shared/data/publiccode'
const files = existsSync(FOLDER) ? readdirSync(FOLDER).sort() : []
if (files.length === 0) console.warn(`Real publiccode.yml files not tried: ${FOLDER} is not there.`)

/** Those that the standard's own rules accept, as checked by hand. */
const VALID = [
  'int-consul-democracy',
  'int-lynis',
  'it-dballe',
  'it-docsuite-pa',
  'it-wai-portal',
  'nl-amsterdam-design-system',
  'nl-signalen-frontend',
]

describe.skipIf(files.length === 0)('The real files', () => {
  test.each(files)('%s is read whole, and its correction is no worse', (file) => {
    const reading = readPubliccode(readFileSync(path.join(FOLDER, file)))
    expect(reading.valid).toBe(VALID.includes(file.replace(/\.publiccode\.ya?ml$/, '')))
    expect(reading.values).toMatchObject({ name: expect.any(String), url: expect.any(String) })
    const again = readPubliccode(reading.corrected ?? '')
    expect(again.corrected).toBe(reading.corrected)
    expect(again.findings.length).toBe(reading.findings.filter(({ mended }) => !mended).length)
    expect(again.values.usedBy).toEqual(reading.values.usedBy)
    expect(again.values.contacts).toEqual(reading.values.contacts)
  })
})
