import type { Contact, Contractor, Dependency, DescribedIn, PubliccodeValues } from '../document.ts'
import {
  isTag,
  languageTag,
  media,
  readMail,
  readRepository,
  readUri,
  readWeb,
  repository,
  SCREENSHOT,
  webAddress,
} from './addresses.ts'
import { readLicence } from './licences.ts'
import { quoted, type Report, shown } from './report.ts'
import { type Field, type KeyRule, Section } from './section.ts'
import {
  choiceOf,
  lengthOf,
  readBoolean,
  readChoice,
  readDate,
  readList,
  readText,
  readTexts,
} from './values.ts'
import { before } from './versions.ts'
import * as words from './vocabulary.ts'

type Keys = Readonly<Record<string, KeyRule>>
const keys = (...names: string[]): Keys => Object.fromEntries(names.map((name) => [name, {}]))

/** Sets a field where there is a value: what is not well formed is left out. */
export function put<Target extends object, Key extends keyof Target>(
  target: Target,
  key: Key,
  value: Target[Key] | undefined,
): void {
  if (value !== undefined) target[key] = value
}

/** The mapping of a field as a section; what is no mapping is said. */
export function sectionOf(report: Report, field: Field, rules: Keys): Section | undefined {
  const { value, path, entry } = field
  if (value === undefined || value.kind === 'unread' || !report.mayRead()) return undefined
  if (value.kind === 'map') return new Section(report, path, value, rules)
  if (value.kind === 'scalar' && value.text.trim() === '') {
    report.info('value-empty', path, field.line)
    if (entry) report.aside.add(entry)
  } else {
    report.error('mapping-expected', path, field.line, {
      keys: Object.keys(rules).slice(0, 4).join(', '),
    })
  }
  return undefined
}

/** The same for a section that is mandatory: where it is missing, its keys are. */
export function mandatorySection(report: Report, field: Field, rules: Keys): Section {
  const section = sectionOf(report, field, rules)
  return section ?? new Section(report, field.path, undefined, rules)
}

const DESCRIPTION: Keys = {
  ...keys(
    'localisedName',
    'shortDescription',
    'longDescription',
    'documentation',
    'apiDocumentation',
    'features',
    'screenshots',
    'videos',
    'awards',
  ),
  genericName: { deprecated: '0.3' },
}

export function readDescriptions(report: Report, field: Field): PubliccodeValues['description'] {
  const read: PubliccodeValues['description'] = {}
  const { value } = field
  if (value?.kind !== 'map' || value.entries.length === 0) {
    if (value === undefined)
      for (const key of ['shortDescription', 'longDescription', 'features']) {
        report.error('key-missing', `description.fr.${key}`, 0)
        report.lacks.push({ path: `description.fr.${key}`, parent: null })
      }
    else if (value.kind !== 'unread') report.error('key-missing', 'description', field.line)
    return read
  }
  const seen = new Set<string>()
  let first: Section | undefined
  const given = { longDescription: false, features: false }
  for (const entry of value.entries) {
    const path = `${field.path}.${entry.key}`
    if (!report.mayRead()) break
    if (seen.has(entry.key)) {
      report.error('key-duplicate', path, entry.line, { first: '' })
      report.aside.add(entry)
      continue
    }
    seen.add(entry.key)
    const tag = isTag(entry.key) ? entry.key : entry.key.replaceAll('_', '-')
    if (tag !== entry.key || !isTag(tag))
      report.error('language-wrong', path, entry.line, { text: shown(entry.key) })
    if (!isTag(tag)) continue
    if (tag !== entry.key) report.replace({ start: entry.keyStart, end: entry.keyEnd }, tag)
    const language = { path, line: entry.line, value: entry.value, entry, parent: value }
    const section = sectionOf(report, language, DESCRIPTION)
    if (!section) continue
    first ??= section
    given.longDescription ||= section.has('longDescription')
    given.features ||= section.has('features')
    read[tag] = readDescription(report, section)
  }
  for (const key of ['longDescription', 'features'] as const) {
    if (given[key]) continue
    const missing = first?.field(key)
    report.error(
      'key-missing',
      missing?.path ?? `description.fr.${key}`,
      missing?.line ?? field.line,
    )
    if (missing) report.lacks.push({ path: missing.path, parent: missing.parent })
  }
  return read
}

function readDescription(report: Report, section: Section): DescribedIn {
  const read: DescribedIn = {}
  const genericName = section.field('genericName')
  if (genericName.entry) {
    put(read, 'genericName', readText(report, genericName, { most: 35 }))
    report.aside.add(genericName.entry)
  } else missingThen(report, genericName, '0.3')
  put(read, 'localisedName', readText(report, section.field('localisedName')))
  put(
    read,
    'shortDescription',
    readText(report, section.field('shortDescription'), { mandatory: true, most: 150 }),
  )
  put(read, 'longDescription', longDescription(report, section.field('longDescription')))
  put(read, 'documentation', readWeb(report, section.field('documentation')))
  put(read, 'apiDocumentation', readWeb(report, section.field('apiDocumentation')))
  put(read, 'features', readTexts(report, section.field('features')))
  const picture = (item: Field, text: string) =>
    media(report, item, text, SCREENSHOT) ? text : undefined
  put(read, 'screenshots', readTexts(report, section.field('screenshots'), {}, picture))
  const film = (item: Field, text: string) => (webAddress(report, item, text) ? text : undefined)
  put(read, 'videos', readTexts(report, section.field('videos'), {}, film))
  put(read, 'awards', readTexts(report, section.field('awards')))
  return read
}

function longDescription(report: Report, field: Field): string | undefined {
  const text = readText(report, field, { most: 10_000 })
  if (text === undefined) return undefined
  const has = text.length < 1_200 ? lengthOf(text) : text.length
  if (has < 150)
    report.error('text-too-short', field.path, field.line, { has: String(has), least: '150' })
  else if (has < 500 && before(report.version, '0.3')) {
    report.warn('text-short-then', field.path, field.line, {
      version: report.version,
      least: '500',
    })
  }
  if (/<\/?[a-z][^<>]{0,400}>/i.test(text)) report.warn('html-in-text', field.path, field.line)
  return text
}

/** A key that the declared version makes mandatory, and a later one does not. */
export function missingThen(report: Report, field: Field, since: '0.3' | '0.4' | '0.5'): void {
  if (!before(report.version, since)) return
  report.error('key-missing-then', field.path, field.line, { version: report.version, since })
}

const LEGAL: Keys = {
  ...keys('license', 'mainCopyrightOwner'),
  repoOwner: { deprecated: '0.5' },
  authorsFile: { deprecated: '0.4' },
}

export function readLegal(report: Report, field: Field, values: PubliccodeValues): void {
  const section = mandatorySection(report, field, LEGAL)
  const { licence, licenceSpdx } = readLicence(report, section.field('license'))
  put(values, 'licence', licence)
  put(values, 'licenceSpdx', licenceSpdx)
  put(values, 'mainCopyrightOwner', readText(report, section.field('mainCopyrightOwner')))
  put(values, 'repoOwner', readText(report, section.field('repoOwner')))
  for (const key of ['repoOwner', 'authorsFile']) {
    const { entry } = section.field(key)
    if (entry) report.aside.add(entry)
  }
}

const CONTACT = keys('name', 'email', 'phone', 'affiliation')
const CONTRACTOR = keys('name', 'until', 'email', 'website')

export function readMaintenance(report: Report, field: Field, values: PubliccodeValues): void {
  const section = mandatorySection(report, field, keys('type', 'contractors', 'contacts'))
  const type = readChoice(report, section.field('type'), words.MAINTENANCE_TYPES, true)
  put(values, 'maintenanceType', type)
  const contacts = section.field('contacts')
  const mandatory = type === 'internal' || type === 'community'
  const persons = each(report, contacts, { mandatory }, CONTACT, (one) => contactOf(report, one))
  put(values, 'contacts', persons)
  const contractors = section.field('contractors')
  const companies = each(
    report,
    contractors,
    { mandatory: type === 'contract' },
    CONTRACTOR,
    (one) => contractorOf(report, one),
  )
  put(values, 'contractors', companies)
  if (type !== undefined && type !== 'contract' && contractors.entry) {
    report.error('contractors-forbidden', contractors.path, contractors.line)
    report.aside.add(contractors.entry)
  }
}

/** The items of a list of mappings; an item that is a name alone is one with that name. */
export function each<Item>(
  report: Report,
  field: Field,
  rule: { mandatory?: boolean },
  rules: Keys,
  read: (section: Section) => Item | undefined,
): Item[] | undefined {
  const items = readList(report, field, rule)?.flatMap((item) => {
    const { value } = item
    if (value?.kind === 'scalar' && value.text.trim() !== '' && Object.hasOwn(rules, 'name')) {
      report.error('mapping-expected', item.path, item.line, {
        keys: Object.keys(rules).join(', '),
      })
      if (value.style !== 'block') report.replace(value, `name: ${quoted(value.text.trim())}`)
      return []
    }
    const section = sectionOf(report, item, rules)
    return (section && read(section)) ?? []
  })
  if (!items || items.length === 0) return undefined
  report.came(field.path, field.line)
  return items
}

function contactOf(report: Report, section: Section): Contact | undefined {
  const name = readText(report, section.field('name'), { mandatory: true })
  const rest: Partial<Contact> = {}
  put(rest, 'email', readMail(report, section.field('email')))
  put(rest, 'phone', readText(report, section.field('phone')))
  put(rest, 'affiliation', readText(report, section.field('affiliation')))
  return name === undefined ? undefined : { name, ...rest }
}

function contractorOf(report: Report, section: Section): Contractor | undefined {
  const name = readText(report, section.field('name'), { mandatory: true })
  const rest: Partial<Contractor> = {}
  put(rest, 'until', readDate(report, section.field('until'), true))
  put(rest, 'email', readMail(report, section.field('email')))
  put(rest, 'website', readWeb(report, section.field('website')))
  return name === undefined ? undefined : { name, ...rest }
}

export function readLocalisation(report: Report, field: Field, values: PubliccodeValues): void {
  const section = mandatorySection(report, field, keys('localisationReady', 'availableLanguages'))
  put(values, 'localisationReady', readBoolean(report, section.field('localisationReady'), true))
  const languages = section.field('availableLanguages')
  const tag = (item: Field, text: string) => languageTag(report, item, text)
  put(values, 'availableLanguages', readTexts(report, languages, { mandatory: true }, tag))
}

export function readAudience(report: Report, field: Field, values: PubliccodeValues): void {
  const section = sectionOf(report, field, keys('countries', 'unsupportedCountries', 'scope'))
  if (!section) return
  const country = (item: Field, text: string) => countryOf(report, item, text)
  put(values, 'countries', readTexts(report, section.field('countries'), {}, country))
  put(
    values,
    'unsupportedCountries',
    readTexts(report, section.field('unsupportedCountries'), {}, country),
  )
  const scope = (item: Field, text: string) => choiceOf(report, item, text, words.SCOPES)
  put(values, 'scope', readTexts(report, section.field('scope'), {}, scope))
}

function countryOf(report: Report, { path, line, value }: Field, text: string): string | undefined {
  const near = text.toUpperCase()
  if (!words.COUNTRIES.has(near)) {
    report.error('country-wrong', path, line, { text: shown(text) })
    return undefined
  }
  if (near !== text) {
    const severity = before(report.version, '0.5') ? 'info' : 'warning'
    report.find('country-lower-case', severity, path, line, { near })
    if (value) report.replace(value, near === 'NO' ? quoted(near) : near)
  }
  return near
}

const DEPENDENCY = keys('name', 'versionMin', 'versionMax', 'version', 'optional')
const KINDS = ['open', 'proprietary', 'hardware'] as const

export function readDependencies(report: Report, field: Field): PubliccodeValues['dependsOn'] {
  const section = sectionOf(report, field, keys(...KINDS))
  if (!section) return undefined
  const read: NonNullable<PubliccodeValues['dependsOn']> = {}
  for (const kind of KINDS) {
    put(
      read,
      kind,
      each(report, section.field(kind), {}, DEPENDENCY, (one) => dependencyOf(report, one)),
    )
  }
  return Object.keys(read).length > 0 ? read : undefined
}

function dependencyOf(report: Report, section: Section): Dependency | undefined {
  const name = readText(report, section.field('name'), { mandatory: true })
  const rest: Partial<Dependency> = {}
  for (const key of ['version', 'versionMin', 'versionMax'] as const)
    put(rest, key, readText(report, section.field(key)))
  put(rest, 'optional', readBoolean(report, section.field('optional')))
  return name === undefined ? undefined : { name, ...rest }
}

/** Names; the French dialect has `{name, url}` in their place. */
export function readUsers(report: Report, field: Field): string[] | undefined {
  const names = readList(report, field)?.flatMap((item) => {
    const { value, path, line } = item
    if (value?.kind === 'map') {
      const name = value.entries.find(({ key }) => key === 'name')?.value
      const colon = value.entries.length === 1 && name === undefined
      if (colon || name?.kind !== 'scalar') return readText(report, item) ?? []
      report.error('item-is-mapping', path, line, { text: shown(name.text) })
      if (!value.flow)
        report.replace(
          {
            start: value.start,
            end: value.start + report.text.slice(value.start, value.end).trimEnd().length,
          },
          quoted(name.text.trim()),
        )
      return name.text.trim()
    }
    return readText(report, item) ?? []
  })
  if (!names || names.length === 0) return undefined
  report.came(field.path, field.line)
  return names
}

export function readFunders(report: Report, field: Field): PubliccodeValues['fundedBy'] {
  return each(report, field, {}, keys('name', 'uri', 'url'), (section) => {
    const name = readText(report, section.field('name'), { mandatory: true })
    const old = section.field('url')
    if (old.entry && !section.has('uri')) {
      report.error('key-misspelt', old.path, old.line, { meant: 'uri' })
      report.replace({ start: old.entry.keyStart, end: old.entry.keyEnd }, 'uri')
    } else if (old.entry) report.error('key-unknown', old.path, old.line, { key: 'url' })
    const uri = readUri(report, section.has('uri') ? section.field('uri') : old)
    return name === undefined ? undefined : uri === undefined ? { name } : { name, uri }
  })
}

export function readOrganisation(report: Report, field: Field): PubliccodeValues['organisation'] {
  const { value } = field
  if (value?.kind === 'scalar' && value.type !== 'null' && value.text.trim() !== '') {
    report.error('organisation-is-text', field.path, field.line)
    if (!/^https?:\/\/\S+$/.test(value.text.trim())) return undefined
    const uri = readUri(report, field)
    if (uri !== undefined && value.style !== 'block')
      report.replace(value, `\n  uri: ${quoted(uri)}`)
    return uri === undefined ? undefined : { uri }
  }
  const section = sectionOf(report, field, keys('uri', 'name'))
  if (!section) return undefined
  const uri = readUri(report, section.field('uri'), true)
  const name = readText(report, section.field('name'))
  return uri === undefined ? undefined : name === undefined ? { uri } : { uri, name }
}

export function readSupports(report: Report, field: Field): string[] | undefined {
  return each(report, field, {}, keys('id'), (section) => {
    const id = section.field('id')
    const text = readText(report, id, { mandatory: true, strict: true })
    if (text === undefined) return undefined
    const alias = /^alias:(.*)$/.exec(text)?.[1]
    if (alias === undefined) return readUri(report, id)
    if (words.SUPPORT_ALIASES.includes(alias)) return text
    report.error('support-alias-unknown', id.path, id.line, {
      text: shown(text),
      choices: words.SUPPORT_ALIASES.join(', '),
    })
    return undefined
  })
}

export function readBases(report: Report, field: Field): string[] | undefined {
  return readTexts(report, field, { alone: true }, (item, text) =>
    repository(report, item, text) ? text : undefined,
  )
}

export function readPlatforms(report: Report, field: Field): string[] | undefined {
  return readTexts(report, field, { mandatory: true, alone: true }, (item, text) => {
    const near = text.toLowerCase()
    if (near === text || !words.KNOWN_PLATFORMS.includes(near)) return text
    report.warn('value-case', item.path, item.line, { near })
    if (item.value) report.replace(item.value, near)
    return near
  })
}

export function readCategories(report: Report, field: Field): string[] | undefined {
  if (!field.entry) missingThen(report, field, '0.5')
  return readTexts(report, field, {}, (item, text) => {
    const category = choiceOf(report, item, text, words.CATEGORIES)
    const since = category === undefined ? undefined : words.CATEGORIES_SINCE[category]
    if (category && since && before(report.version, since)) {
      report.warn('value-too-new', item.path, item.line, {
        text: category,
        since,
        version: report.version,
      })
    }
    return category
  })
}

export { readRepository, readWeb }
