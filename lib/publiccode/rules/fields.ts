import { isMap, isScalar, isSeq, parseDocument, stringify } from 'yaml'
import type { PubliccodeValues } from '../document.ts'
import { readPubliccode } from './read.ts'
import { DEVELOPMENT_STATUSES, MAINTENANCE_TYPES, SOFTWARE_TYPES } from './vocabulary.ts'
import { writePubliccode } from './write.ts'

/** The keys that the editor has a field for, besides the text of the file: where each is, and its kind. */
export const EDITOR_FIELDS = {
  name: { path: ['name'], kind: 'text' },
  url: { path: ['url'], kind: 'text' },
  landingURL: { path: ['landingURL'], kind: 'text' },
  platforms: { path: ['platforms'], kind: 'words' },
  developmentStatus: { path: ['developmentStatus'], kind: 'choice', choices: DEVELOPMENT_STATUSES },
  softwareType: { path: ['softwareType'], kind: 'choice', choices: SOFTWARE_TYPES },
  shortDescription: { path: ['description', 'fr', 'shortDescription'], kind: 'text' },
  longDescription: { path: ['description', 'fr', 'longDescription'], kind: 'long' },
  features: { path: ['description', 'fr', 'features'], kind: 'lines' },
  license: { path: ['legal', 'license'], kind: 'text' },
  maintenanceType: { path: ['maintenance', 'type'], kind: 'choice', choices: MAINTENANCE_TYPES },
  contact: { path: ['maintenance', 'contacts', 0, 'name'], kind: 'text' },
  localisationReady: {
    path: ['localisation', 'localisationReady'],
    kind: 'choice',
    choices: ['true', 'false'],
  },
  availableLanguages: { path: ['localisation', 'availableLanguages'], kind: 'words' },
} as const satisfies Record<
  string,
  {
    path: ReadonlyArray<string | number>
    kind: 'text' | 'long' | 'words' | 'lines' | 'choice'
    choices?: readonly string[]
  }
>
export type EditorField = keyof typeof EDITOR_FIELDS
export type EditorFields = Record<EditorField, string>
export const EDITOR_FIELD_NAMES = Object.keys(EDITOR_FIELDS) as EditorField[]

/** What each field shows of a file. */
export function fieldsOf(values: PubliccodeValues): EditorFields {
  const fr = values.description.fr ?? {}
  const ready = values.localisationReady
  return {
    name: values.name ?? '',
    url: values.url ?? '',
    landingURL: values.landingURL ?? '',
    platforms: (values.platforms ?? []).join(', '),
    developmentStatus: values.developmentStatus ?? '',
    softwareType: values.softwareType ?? '',
    shortDescription: fr.shortDescription ?? '',
    longDescription: fr.longDescription ?? '',
    features: (fr.features ?? []).join('\n'),
    license: values.licence ?? '',
    maintenanceType: values.maintenanceType ?? '',
    contact: values.contacts?.[0]?.name ?? '',
    localisationReady: ready === undefined ? '' : String(ready),
    availableLanguages: (values.availableLanguages ?? []).join(', '),
  }
}

const SKELETON = writePubliccode({ description: {} })

/**
 * The text of a file with one field written in it, comments and order kept; an empty field takes its key
 * out. A file that is not well formed stays as it is: it is mended by hand first.
 */
export function withField(text: string, field: EditorField, written: string): string {
  const source = text.trim() === '' ? SKELETON : text
  const tree = parseDocument(source, { version: '1.2', schema: 'core', logLevel: 'silent' })
  if (tree.errors.length > 0 || (tree.contents !== null && !isMap(tree.contents))) {
    return text
  }
  const { path, kind } = EDITOR_FIELDS[field]
  const value = treeOf(kind, field, written)
  if (value === undefined) {
    if (!tree.hasIn(path)) return text
    tree.deleteIn(path)
    for (let up = path.length - 1; up > 0; up -= 1) {
      const parent = tree.getIn(path.slice(0, up))
      if ((isMap(parent) || isSeq(parent)) && parent.items.length === 0)
        tree.deleteIn(path.slice(0, up))
    }
  } else {
    const now = tree.getIn(path, true)
    // One word for another: the rest of the text need not be written again.
    if (typeof value !== 'object' && isScalar(now) && now.range && now.type === 'PLAIN') {
      return source.slice(0, now.range[0]) + plain(value) + source.slice(now.range[1])
    }
    // What is no mapping where one is needed cannot hold the key.
    for (let up = 1; up < path.length; up += 1) {
      const parent = tree.getIn(path.slice(0, up))
      if (parent != null && !isMap(parent) && !isSeq(parent)) return text
    }
    if (field === 'contact' && !tree.hasIn(path.slice(0, 3))) {
      tree.setIn(path.slice(0, 2), tree.createNode([{ name: value }]))
    } else tree.setIn(path, Array.isArray(value) ? tree.createNode(value) : value)
  }
  const body = tree.toString({ lineWidth: 100, blockQuote: 'folded', flowCollectionPadding: false })
  return value === undefined ? body : withoutReminder(body, String(path.at(-1)), path.length)
}

function treeOf(kind: string, field: EditorField, written: string) {
  const text = written.trim()
  if (kind === 'words' || kind === 'lines') {
    const items = text
      .split(kind === 'words' ? /[,;\s]+/ : /\n+/)
      .map((item) => item.trim())
      .filter(Boolean)
    return items.length > 0 ? items : undefined
  }
  if (text === '') return undefined
  return field === 'localisationReady' ? text === 'true' : text
}

const plain = (value: string | boolean) =>
  stringify(value, { compat: 'yaml-1.1', lineWidth: 0, blockQuote: false }).trimEnd()

/** Our own commented line of a key goes once the key is there, and its section's when nothing is left in it. */
function withoutReminder(body: string, key: string, depth: number): string {
  const line = new RegExp(
    `^ *# *(?:${key}|${key === 'name' && depth > 1 ? 'contacts' : key}):(?: #.*)?\\n`,
    'm',
  )
  return body
    .replace(line, '')
    .replace(/^# (?:description|maintenance|localisation|legal):\n(?!# {3})/m, '')
    .replace(/^# {3}fr:\n(?!# {5})/m, '')
}

/** All the fields that differ from what the file says, written in it: what a form without scripts sends. */
export function withFields(text: string, fields: Partial<EditorFields>): string {
  let written = text
  for (const field of EDITOR_FIELD_NAMES) {
    const value = fields[field]
    const now = fieldsOf(readPubliccode(written).values)[field]
    if (value === undefined || value.trim() === now.trim() || value.trim() === '') continue
    written = withField(written, field, value)
  }
  return written
}
