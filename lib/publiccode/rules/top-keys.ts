import type { PubliccodeValues } from '../document.ts'
import { readUri, repository } from './addresses.ts'
import { readList, readTexts } from './list-values.ts'
import { each, keys, missingThen, sectionOf } from './mappings.ts'
import { quoted, type Report, shown } from './report.ts'
import type { Field } from './section.ts'
import { choiceOf, readText } from './values.ts'
import { before } from './versions.ts'
import * as words from './vocabulary.ts'

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
