import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { InvalidInput } from '#lib/errors.ts'
import { hashFiles, parseYamlFile, readYamlFile, yamlFilesOf } from './read.ts'
import { softwareEntryOf } from './steps.ts'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'mutualibre-yaml-'))
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

function aFile(text: string, name = 'fichier.yml'): string {
  const file = path.join(folder, name)
  writeFileSync(file, text)
  return file
}

describe('a YAML file', () => {
  it('is read as its schema says', () => {
    const file = aFile('- { slug: a, year: 2024 }\n')

    expect(readYamlFile(file, z.array(z.object({ slug: z.string() })))).toEqual([{ slug: 'a' }])
  })

  it('keeps codes as they are written, leading zeros included', () => {
    expect(parseYamlFile(aFile("code: '01'\ndate: 2024-05-01\n"))).toEqual({
      code: '01',
      date: '2024-05-01',
    })
  })

  it('that is not YAML is refused, with the file and the line', () => {
    const file = aFile('name: openExemple\nlicence: [MIT\n')

    expect(() => parseYamlFile(file)).toThrow(InvalidInput)
    expect(() => parseYamlFile(file)).toThrow(/fichier\.yml.*line 3/)
  })

  it('of another shape is refused, with every place that is wrong, in French', () => {
    const file = aFile('- { slug: 12 }\n- {}\n')

    expect(() => readYamlFile(file, z.array(z.strictObject({ slug: z.string() })))).toThrow(
      /fichier\.yml.*0\.slug : .*attendu.*1\.slug : /,
    )
  })

  it('that multiplies itself by aliases is refused before it fills the memory', () => {
    const levels = Array.from(
      { length: 9 },
      (_, n) => `a${n + 1}: &a${n + 1} [${`*a${n},`.repeat(9)}]`,
    )

    expect(() => parseYamlFile(aFile(['a0: &a0 [x,x,x]', ...levels].join('\n')))).toThrow(
      InvalidInput,
    )
  })

  it('cannot reach the prototype of anything', () => {
    parseYamlFile(aFile('__proto__: { polluted: true }'))

    expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
  })
})

describe('the files of a folder', () => {
  it('come sorted by name, YAML alone', () => {
    for (const name of ['z.yml', 'a.yaml', 'notes.md', 'm.yml']) aFile('', name)

    expect(yamlFilesOf(folder).map((file) => path.basename(file))).toEqual([
      'a.yaml',
      'm.yml',
      'z.yml',
    ])
  })

  it('have one hash, which tells a change of content, of name and of salt', () => {
    const [a, b] = [aFile('un', 'a.yml'), aFile('deux', 'b.yml')]
    const before = hashFiles([a, b])

    expect(hashFiles([a, b])).toBe(before)
    expect(hashFiles([a])).not.toBe(before)
    expect(hashFiles([a, b], 'salt')).not.toBe(before)
    expect(hashFiles([a, aFile('deux', 'c.yml')])).not.toBe(before)
    aFile('trois', 'b.yml')
    expect(hashFiles([a, b])).not.toBe(before)
  })
})

describe('the file of an entry', () => {
  it('gives it its slug by its name, which is its address for good', () => {
    const file = aFile('name: openExemple\n', 'openexemple.yml')

    expect(softwareEntryOf(file)).toEqual({
      slug: 'openexemple',
      entry: { slug: 'openexemple', name: 'openExemple' },
    })
  })

  it('does not let it call itself otherwise', () => {
    expect(softwareEntryOf(aFile('slug: glpi\n', 'openexemple.yml'))).toEqual({
      slug: 'openexemple',
      entry: { slug: 'openexemple' },
    })
  })

  it('is passed on as it is when it holds no entry: the import says what is wrong', () => {
    expect(softwareEntryOf(aFile('juste un texte\n', 'x.yml')).entry).toBe('juste un texte')
    expect(softwareEntryOf(aFile('', 'x.yml')).entry).toBeNull()
  })
})
