import { stringify } from 'yaml'
import type { PubliccodeValues } from '../document.ts'
import { CURRENT } from './versions.ts'

/** Lines of comment by the key that they stand for: what is said where there is no value. */
export type Remarks = Readonly<Record<string, readonly string[]>>

type Tree = Record<string, unknown>

/**
 * Values as a publiccode.yml of the current version, in the order of the standard. A mandatory key that
 * has no value is a commented line: nothing is invented.
 */
export function writePubliccode(values: PubliccodeValues, remarks: Remarks = {}): string {
  const blocks = [
    yaml({ publiccodeYmlVersion: CURRENT }),
    ...top(values, remarks),
    ...section('intendedAudience', {
      countries: values.countries,
      unsupportedCountries: values.unsupportedCountries,
      scope: values.scope,
    }),
    ...descriptions(values),
    ...section(
      'legal',
      { license: values.licence, mainCopyrightOwner: values.mainCopyrightOwner },
      [...lacking('license', values.licence, 'https://spdx.org/licenses/')],
    ),
    ...maintenance(values),
    ...section(
      'localisation',
      {
        localisationReady: values.localisationReady,
        availableLanguages: values.availableLanguages,
      },
      [
        ...lacking('localisationReady', values.localisationReady, 'true, false'),
        ...lacking('availableLanguages', values.availableLanguages, '[fr]'),
      ],
    ),
    ...section('dependsOn', { ...values.dependsOn }),
  ]
  return blocks.join('')
}

function top(values: PubliccodeValues, remarks: Remarks): string[] {
  const one = (key: keyof PubliccodeValues & string, value: unknown = values[key]) =>
    value === undefined
      ? (remarks[key] ?? []).map((line) => `# ${line}\n`).join('')
      : yaml({ [key]: value })
  const must = (key: keyof PubliccodeValues & string, hint: string) =>
    values[key] === undefined && !remarks[key] ? `# ${key}: # ${hint}\n` : one(key)
  const supports = values.supports?.map((id) => ({ id }))
  const based = values.isBasedOn?.length === 1 ? values.isBasedOn[0] : values.isBasedOn
  return [
    must('name', 'à remplir / to fill in'),
    one('applicationSuite'),
    must('url', 'https://… (le dépôt / the repository)'),
    one('landingURL'),
    one('isBasedOn', based),
    one('softwareVersion'),
    one('releaseDate'),
    one('logo'),
    must('platforms', '[web]'),
    one('categories'),
    one('usedBy'),
    one('fundedBy'),
    one('roadmap'),
    must('developmentStatus', 'concept, development, beta, stable, obsolete'),
    must('softwareType', 'standalone/web, standalone/desktop, standalone/backend, addon, library…'),
    one('supports', supports),
    one('organisation'),
  ]
}

/** Keys of a description in the order of the standard. */
const DESCRIBED = [
  'localisedName',
  'shortDescription',
  'longDescription',
  'documentation',
  'apiDocumentation',
  'features',
  'screenshots',
  'videos',
  'awards',
] as const

function descriptions({ description }: PubliccodeValues): string[] {
  const languages = Object.entries(description)
  if (languages.length === 0) {
    return [
      '# description:\n#   fr:\n#     shortDescription: # 150\n#     longDescription: # 150-10000\n#     features:\n',
    ]
  }
  const has = (key: 'longDescription' | 'features') =>
    languages.some(([, one]) => one[key] !== undefined)
  const blocks = languages.map(([tag, one], index) => {
    const known = Object.fromEntries(DESCRIBED.map((key) => [key, one[key]]))
    const first = index === 0
    const lines = [
      ...lacking('shortDescription', one.shortDescription, '150 caractères au plus / at most'),
      ...(first && !has('longDescription') ? ['longDescription: # 150-10000'] : []),
      ...(first && !has('features') ? ['features: # une liste / a list'] : []),
    ]
    return indented(section(tag, known, lines).join('') || `${key(tag)}: {}\n`, 2)
  })
  return ['description:\n', ...blocks]
}

function maintenance({ maintenanceType: type, contacts, contractors }: PubliccodeValues): string[] {
  const persons = type === 'contract' || type === 'none' ? undefined : contacts
  return section(
    'maintenance',
    { type, contractors: type === 'contract' ? contractors : undefined, contacts },
    [
      ...lacking('type', type, 'internal, contract, community, none'),
      ...(type === 'contract' ? lacking('contractors', contractors, '- name, until') : []),
      ...(type === 'contract' || type === 'none'
        ? []
        : lacking('contacts', persons, '- name: … (une personne / a person)')),
    ],
  )
}

const lacking = (name: string, value: unknown, hint: string): string[] =>
  value === undefined ? [`${name}: # ${hint}`] : []

/** A section and its commented lines; one that has no value is a comment as a whole. */
function section(name: string, values: Tree, comments: readonly string[] = []): string[] {
  const known = Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined),
  )
  const lines = comments.map((line) => `  # ${line}\n`).join('')
  if (Object.keys(known).length > 0) return [yaml({ [name]: known }) + lines]
  return lines === '' ? [] : [`# ${name}:\n${comments.map((line) => `#   ${line}\n`).join('')}`]
}

const key = (name: string) => yaml({ [name]: null }).replace(/:.*\n$/, '')

const indented = (text: string, by: number) => text.replace(/^(?=.)/gm, ' '.repeat(by))

/** Quoted where YAML 1.1 would read something else than a text. */
function yaml(tree: Tree): string {
  return stringify(tree, {
    version: '1.2',
    compat: 'yaml-1.1',
    lineWidth: 100,
    blockQuote: 'folded',
  })
}
