import { isAlias, isMap, isNode, isScalar, parseDocument, stringify, visit } from 'yaml'
import { InvalidInput } from '#lib/errors.ts'
import { type CriterionInput, type GridInput, gridInput } from './grid-schema.ts'
import type { CriterionView, GridView } from './grid-view.ts'

/** Bytes of a file that holds a grid: ten times what the reference grid takes. */
export const LONGEST_GRID_FILE = 512 * 1_024

/**
 * Reads a file of a grid, YAML or JSON (which YAML contains), as plain values, not yet judged. Whatever a
 * file could use to grow or to loop is refused: anchors and aliases, tags, several documents, keys given
 * twice. @throws InvalidInput
 */
export function readGridFile(file: Uint8Array): unknown {
  if (file.byteLength === 0) {
    throw new InvalidInput(
      'Choisissez un fichier : celui-ci est vide.',
      'Choose a file: this one is empty.',
    )
  }
  if (file.byteLength > LONGEST_GRID_FILE) {
    throw new InvalidInput(
      'Ce fichier dépasse 512 ko : une grille n’est jamais si longue. Vérifiez que c’est le bon.',
      'This file is over 512 KB: no grid is that long. Check that it is the right one.',
    )
  }
  const text = decoded(file)
  if (deepest(text) > 60) throw unreadable('trop de niveaux imbriqués', 'nested too deep')
  const document = parseDocument(text, { prettyErrors: true, uniqueKeys: true })
  const [wrong] = [...document.errors, ...document.warnings]
  if (wrong) {
    const [first = ''] = wrong.message.split('\n')
    throw unreadable(first, first)
  }
  visit(document, (_key, node) => {
    if (isAlias(node) || (isNode(node) && 'anchor' in node && node.anchor)) {
      throw unreadable(
        'les ancres et alias (« & », « * ») ne sont pas admis : écrivez chaque valeur à sa place',
        'anchors and aliases (“&”, “*”) are not taken: write each value in its place',
      )
    }
    if (isMap(node) && node.items.some(({ key }) => !isScalar(key))) {
      throw unreadable('une clé n’est pas un mot', 'a key is not a word')
    }
  })
  return document.toJS({ maxAliasCount: 0 })
}

function decoded(file: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(file)
  } catch {
    throw unreadable('il n’est pas encodé en UTF-8', 'it is not encoded as UTF-8')
  }
}

/** How deep a text nests, at most: by its brackets, and by its indentation and dashes. */
function deepest(text: string): number {
  let most = 0
  let open = 0
  for (const character of text) {
    if (character === '[' || character === '{') most = Math.max(most, ++open)
    else if (character === ']' || character === '}') open = Math.max(0, open - 1)
  }
  for (const [start] of text.matchAll(/^(?:[-?:] +)+/gm)) most = Math.max(most, start.length / 2)
  return most
}

function unreadable(fr: string, en: string): InvalidInput {
  return new InvalidInput(
    `Ce fichier n’est pas du YAML ou du JSON lisible : ${fr}.`,
    `This file is not readable YAML or JSON: ${en}.`,
  )
}

/** A grid as its file holds it: what is empty is left out. */
export function gridAsInput(view: Pick<GridView, 'title' | 'note' | 'axes'>): GridInput {
  return gridInput.parse({
    title: view.title,
    note: view.note,
    axes: view.axes.map((axis) => ({
      id: axis.slug,
      name: axis.name,
      criteria: axis.criteria.map(criterionAsInput),
    })),
  })
}

export function criterionAsInput(view: CriterionView): CriterionInput {
  const { slug, label, help, parts, choices, number, unit, required, weight } = view
  const { basis, basisNote, sources, rule } = view
  return {
    ...{ id: slug, number, label, help, answer: parts, choices, unit, required, weight },
    ...{ basis, basisNote, sources, rule },
  }
}

const HEADER = (schema: string) =>
  `# yaml-language-server: $schema=${schema}\n# Grille de critères / grid of criteria — Mutualibre\n`

/** @param schema address of the published JSON Schema. */
export function gridAsYaml(input: GridInput, schema: string): string {
  return (
    HEADER(schema) +
    stringify(withoutEmpty(input), { lineWidth: 100, aliasDuplicateObjects: false })
  )
}

export function gridAsJson(input: GridInput): string {
  return `${JSON.stringify(withoutEmpty(input), null, 2)}\n`
}

/** What every field says when it is left out: the file need not repeat it. */
function withoutEmpty(value: GridInput): unknown {
  const blank = (text: { fr: string; en: string }) => text.fr === '' && text.en === ''
  return {
    title: value.title,
    ...(blank(value.note) ? {} : { note: value.note }),
    axes: value.axes.map((axis) => ({
      ...axis,
      criteria: axis.criteria.map((item) =>
        Object.fromEntries(
          Object.entries(item).filter(([name, field]) => {
            if (name === 'help' || name === 'basisNote')
              return !blank(field as { fr: string; en: string })
            if (name === 'required') return field === true
            return field !== null && field !== '' && !(Array.isArray(field) && field.length === 0)
          }),
        ),
      ),
    })),
  }
}
