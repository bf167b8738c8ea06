import { readList } from './list-values.ts'
import { quoted, type Report } from './report.ts'
import { type Field, type KeyRule, Section } from './section.ts'
import { before } from './versions.ts'

export type Keys = Readonly<Record<string, KeyRule>>
export const keys = (...names: string[]): Keys =>
  Object.fromEntries(names.map((name) => [name, {}]))

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

/** A key that the declared version makes mandatory, and a later one does not. */
export function missingThen(report: Report, field: Field, since: '0.3' | '0.4' | '0.5'): void {
  if (!before(report.version, since)) return
  report.error('key-missing-then', field.path, field.line, { version: report.version, since })
}
