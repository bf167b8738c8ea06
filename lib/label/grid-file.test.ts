import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { stringify } from 'yaml'
import { openDatabase } from '#db/client.ts'
import type { Actor, Context } from '#lib/context.ts'
import { mapLabelGrid } from '#lib/importers/reference/map.ts'
import { REFERENCE_FOLDER, readYamlFile } from '#lib/importers/reference/read.ts'
import { functionsFile, labelGridFile, schemesFile } from '#lib/importers/reference/schema.ts'
import { loadFunctions } from '#lib/software/commands/load-functions.ts'
import { aUser } from '#lib/testing/builders.ts'
import { makeTestContext } from '#lib/testing/context.ts'
import { aGridInput } from '#lib/testing/label.ts'
import { contentsOf } from '#lib/testing/traces.ts'
import { copyEdition } from './commands/copy-edition.ts'
import { importGrid } from './commands/import-grid.ts'
import { loadReferenceGrid } from './commands/load-grid.ts'
import {
  gridAsInput,
  gridAsJson,
  gridAsYaml,
  LONGEST_GRID_FILE,
  readGridFile,
} from './grid-file.ts'
import { gridJsonSchema } from './grid-json-schema.ts'
import { getGrid } from './grid-queries.ts'
import type { GridInput } from './grid-schema.ts'

const file = (name: string) => `${REFERENCE_FOLDER}/${name}`
const bytes = (text: string) => new TextEncoder().encode(text)
const SCHEMA = 'https://catalogue.example.fr/api/v1/label/grille.schema.json'

/** The reference grid, as the project's own file gives it. */
const reference = () => mapLabelGrid(readYamlFile(file('label-grid.yml'), labelGridFile))
const { schemes } = readYamlFile(file('schemes.yml'), schemesFile)

let server: Context
let context: Context

/** The real functions and the reference grid, copied to a draft: made once, each test has its own. */
let made: { bytes: Buffer; actor: Actor }

beforeAll(() => {
  const first = makeTestContext()
  loadFunctions(first, readYamlFile(file('functions.yml'), functionsFile))
  loadReferenceGrid(first, { grid: reference(), schemes })
  const actor = aUser(first, { roles: ['label-organiser'] })
  copyEdition({ ...first, actor }, { from: 'reference', year: '2027', scheme: 'copyleft-5' })
  made = { bytes: first.db.$client.serialize(), actor }
}, 60_000)

beforeEach(() => {
  server = makeTestContext({ db: openDatabase(made.bytes) })
  context = { ...server, actor: made.actor }
})

function gridOf(key: string): GridInput {
  const view = getGrid(context, key)
  if (!view) throw new Error(`no grid ${key}`)
  return gridAsInput(view)
}

const load = (text: string) => importGrid(context, { year: 2027, file: bytes(text) })

/** The reference grid with one criterion changed. */
function withCriterion(change: Record<string, unknown>): object {
  const grid = structuredClone(gridOf('reference'))
  Object.assign(grid.axes[2]?.criteria[0] ?? {}, change)
  return grid
}

describe('the reference grid', () => {
  it('has five axes, says whose it is, and gives no criterion a weight', () => {
    const grid = gridOf('reference')
    const criteria = grid.axes.flatMap((axis) => axis.criteria)

    expect(grid.axes.map(({ id }) => id)).toEqual([
      ...['strategie', 'bonnes-pratiques', 'logiciels', 'ecosysteme', 'donnees'],
    ])
    expect(grid.note.fr).toContain('ce ne sont pas les questions officielles')
    expect(criteria).toHaveLength(41)
    expect(criteria.filter(({ weight }) => weight !== null)).toEqual([])
    expect(criteria.filter(({ help }) => help.fr === '' || help.en === '')).toEqual([])
    const unsourced = criteria.filter((item) => item.basis !== 'proposal' && !item.sources.length)
    expect(unsourced).toEqual([])
  })

  it('keeps the rows of its criteria when it is loaded again', () => {
    const ids = () =>
      new Map(
        getGrid(context, 'reference')
          ?.axes.flatMap((axis) => axis.criteria)
          .map(({ slug, id }) => [slug, id]),
      )
    const before = ids()
    const fewer = structuredClone(gridOf('reference'))
    fewer.axes[0]?.criteria.shift()
    fewer.axes.reverse()

    loadReferenceGrid(server, { grid: fewer, schemes })
    for (const [slug, id] of ids()) expect(before.get(slug)).toBe(id)
    expect(ids().size).toBe(before.size - 1)

    loadReferenceGrid(server, { grid: reference(), schemes })
    expect([...ids().keys()]).toEqual([...before.keys()])
  })

  it('is refused when the catalogue lost a function that a rule names', () => {
    context.db.$client.exec(
      "UPDATE business_function SET slug = 'systeme' WHERE slug = 'systeme-poste'",
    )

    expect(() => loadReferenceGrid(server, { grid: reference(), schemes })).toThrow(
      'Critère « logiciels.os-postes-part » : sa règle nomme la fonction « systeme-poste »',
    )
  })
})

describe('a grid that goes out and comes in again', () => {
  it.each(['yml', 'json'])('is the same, as %s', (format) => {
    const before = gridOf('reference')
    const text = format === 'yml' ? gridAsYaml(before, SCHEMA) : gridAsJson(before)

    expect(load(text)).toEqual({ added: 0, kept: 41, removed: 0 })

    expect(gridOf('2027')).toEqual(before)
  })

  it('is the same with every field that a criterion can have, and texts that YAML could misread', () => {
    const odd = [
      '- a: b',
      '&x',
      '*x',
      'no',
      '1e3',
      ' # c',
      '«\u00a0é\u00a0»',
      'a\nb\n\nc',
      '"',
      "'",
    ]
    const grid = withCriterion({
      number: '3.2',
      unit: 'ans',
      answer: ['choice', 'number', 'list'],
      choices: odd.map((text, index) => ({
        value: `c-${index}`,
        fr: `x ${text}`,
        en: `${text} x`,
      })),
      required: true,
      weight: 2.5,
      basisNote: { fr: 'a : b', en: 'a: b' },
    })
    load(JSON.stringify(grid))
    const before = gridOf('2027')

    load(gridAsYaml(before, SCHEMA))
    expect(gridOf('2027')).toEqual(before)
    load(gridAsJson(before))
    expect(gridOf('2027')).toEqual(before)
  })

  it('replaces the grid of the draft, whose other criteria keep their rows', () => {
    const grid = structuredClone(gridOf('2027'))
    grid.axes.splice(3)
    const id = getGrid(context, '2027')?.axes[0]?.criteria[0]?.id

    expect(load(stringify(grid))).toEqual({ added: 0, kept: 26, removed: 15 })

    expect(getGrid(context, '2027')?.axes[0]?.criteria[0]?.id).toBe(id)
  })
})

describe('a file that is no grid', () => {
  const bomb = `a: &a [x, x]\n${'bcdefghi'
    .split('')
    .map((name, index) => `${name}: &${name} [${`*${'abcdefghi'[index]}, `.repeat(9)}x]`)
    .join('\n')}`

  it.each([
    ['nothing', '', 'celui-ci est vide'],
    ['more than 512 KB', `# ${'a'.repeat(LONGEST_GRID_FILE)}`, 'dépasse 512 ko'],
    ['no YAML', 'a: [', 'lisible'],
    ['a key given twice', 'title: a\ntitle: b', 'lisible'],
    ['two documents', 'a: 1\n---\nb: 2', 'lisible'],
    ['an alias', 'a: &x 1\nb: *x', 'ancres'],
    ['an anchor that nothing uses', 'a: &x 1', 'ancres'],
    ['an anchor that holds itself', 'title: &x\n  fr: *x', 'ancres'],
    ['a list that holds itself', '&x [*x]', 'ancres'],
    ['a billion laughs', bomb, 'ancres'],
    ['a tag of its own', 'a: !!js/function x', 'lisible'],
    ['brackets without end', '['.repeat(100_000), 'niveaux imbriqués'],
    ['dashes without end', '- '.repeat(100_000), 'niveaux imbriqués'],
    ['a key that is a list', '? [a, b]\n: c', 'une clé n’est pas un mot'],
    ['a text alone', 'bonjour', 'expected object'],
  ])('is refused: %s, and the draft stays as it was', (_what, text, said) => {
    const before = contentsOf(context)

    expect(() => load(text)).toThrow(
      expect.objectContaining({
        code: 'invalid-input',
        message: expect.stringMatching(new RegExp(`${said}|entrée invalide`, 'i')),
      }),
    )

    expect(contentsOf(context)).toEqual(before)
  })

  it('is refused when it is no UTF-8', () => {
    expect(() => readGridFile(Buffer.from('titre: Été', 'latin1'))).toThrow('UTF-8')
  })

  it.each([
    [
      'a function that does not exist',
      { rule: { rule: 'any-software', software: { functions: ['envol'] } } },
      'la fonction « envol »',
    ],
    ['an id of another axis', { id: 'donnees.metier-nombre' }, 'doit commencer par « logiciels. »'],
    ['an id given twice', { id: 'logiciels.metier-liste' }, 'est donné deux fois'],
    ['a weight of nothing', { weight: 0 }, 'un poids est un nombre'],
    ['a weight below nothing', { weight: -1 }, 'un poids est un nombre'],
    ['a gigantic weight', { weight: 1e9 }, 'un poids est un nombre'],
    ['a field that there is not', { couleur: 'bleu' }, '« logiciels.metier-nombre »'],
    [
      'a rule that computes by itself',
      { rule: { rule: 'eval', code: '1' } },
      '« logiciels.metier-nombre »',
    ],
    ['a wording without end', { label: { fr: 'a'.repeat(501), en: 'a' } }, 'label.fr'],
    [
      'an address that runs',
      { sources: [{ title: 'x', url: 'javascript:alert(1)' }] },
      'sources.0.url',
    ],
  ])('is refused with %s, in a sentence that names the criterion', (_what, change, said) => {
    const before = contentsOf(context)

    expect(() => load(JSON.stringify(withCriterion(change)))).toThrow(said)

    expect(contentsOf(context)).toEqual(before)
  })

  it.each(['.nan', '.inf', '-.inf', '1e400'])('is refused with a weight of %s', (weight) => {
    const text = gridAsYaml(gridOf('reference'), SCHEMA).replace(
      'id: logiciels.metier-nombre\n',
      `id: logiciels.metier-nombre\n        weight: ${weight}\n`,
    )

    expect(() => load(text)).toThrow('« logiciels.metier-nombre » : weight : un poids')
  })

  it('says what is wrong in English, too', () => {
    try {
      load(JSON.stringify(withCriterion({ weight: 0, label: { fr: 'a' } })))
    } catch (error) {
      const { en } = error as { en: string }
      expect(en).toContain('Criterion “logiciels.metier-nombre”: weight: a weight is a number')
      expect(en).toContain('label.en: ')
      return
    }
    throw new Error('it was taken')
  })
})

describe('the published schema', () => {
  it('is made from the one that judges imports, and names its own address', () => {
    expect(gridJsonSchema(SCHEMA)).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: SCHEMA,
      required: ['title', 'axes'],
      additionalProperties: false,
    })
  })

  it('is met by the grids that are published', () => {
    const { properties } = gridJsonSchema(SCHEMA) as { properties: object }
    const published = JSON.parse(gridAsJson(aGridInput())) as object

    expect(Object.keys(properties)).toEqual(expect.arrayContaining(Object.keys(published)))
  })
})
