import type { DescribedIn, PubliccodeValues } from '../document.ts'
import { isTag, media, readWeb, SCREENSHOT, webAddress } from './addresses.ts'
import { readTexts } from './list-values.ts'
import { type Keys, keys, missingThen, put, sectionOf } from './mappings.ts'
import { type Report, shown } from './report.ts'
import type { Field, Section } from './section.ts'
import { lengthOf, readText } from './values.ts'
import { before } from './versions.ts'

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
