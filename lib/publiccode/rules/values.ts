import { quoted, type Report, shown } from './report.ts'
import { type Field, nearest } from './section.ts'
import type { MapNode, TreeNode } from './tree.ts'

/** Characters as people count them: an emoji is one. */
const graphemes = new Intl.Segmenter('fr', { granularity: 'grapheme' })

export interface TextRule {
  mandatory?: boolean
  most?: number
  /** An empty text breaks the standard: it is no address, no date. */
  strict?: boolean
}

/** A missing mandatory key is said, and gets its commented line in the corrected file. */
export function lacking(report: Report, field: Field): void {
  report.error('key-missing', field.path, field.line)
  if (!field.entry) report.lacks.push({ path: field.path, parent: field.parent })
}

/** A text, its ends trimmed; a number or a boolean is taken as it is written. */
export function readText(report: Report, field: Field, rule: TextRule = {}): string | undefined {
  const { value, path, line } = field
  if (!report.mayRead()) return undefined
  if (value === undefined) {
    if (rule.mandatory) lacking(report, field)
    return undefined
  }
  if (value.kind === 'unread') return undefined
  if (value.kind !== 'scalar') {
    const text = value.kind === 'map' ? colonText(report, value) : undefined
    if (text === undefined) report.error('text-expected', path, value.line)
    else {
      report.error('colon-in-text', path, value.line, { text: shown(text) })
      report.replace(trimmedRange(report, value), quoted(text))
    }
    return text
  }
  const text = value.text.trim()
  if (value.type === 'null' || text === '') {
    sayEmpty(report, field, rule)
    return undefined
  }
  if (value.type !== 'text') {
    report.error('wrong-type', path, line, { text: shown(text) })
    report.replace(value, quoted(value.text))
  }
  if (hasControl(text)) {
    report.error('text-control', path, value.line)
    return undefined
  }
  if (rule.most !== undefined && longer(text, rule.most)) {
    report.error('text-too-long', path, value.line, {
      most: grouped(rule.most),
      has: grouped(lengthOf(text)),
    })
    return undefined
  }
  report.came(path, value.line)
  return text
}

function sayEmpty(report: Report, field: Field, rule: TextRule): void {
  const { path, line, entry } = field
  if (rule.mandatory) {
    report.error('key-missing', path, line)
    return
  }
  report.find('value-empty', rule.strict ? 'error' : 'info', path, line)
  if (entry) report.aside.add(entry)
}

/** `- Debates: open to all` is a mapping to YAML; whoever wrote it meant a text. */
function colonText(report: Report, { entries, flow, start, end }: MapNode): string | undefined {
  const [entry] = entries
  if (flow || !entry || entries.length > 1 || entry.value.kind !== 'scalar') return undefined
  if (entry.keyQuoted || entry.value.style !== 'plain') return undefined
  const text = report.text.slice(start, end).trim()
  return text.includes('\n') || text.length > 2_000 ? undefined : text
}

function trimmedRange(report: Report, { start, end }: TreeNode) {
  return { start, end: start + report.text.slice(start, end).trimEnd().length }
}

/** C0, C1 and what is not a character; a new line and a tab are text. U+FFFD is a byte that was none. */
const hasControl = (text: string) => /[^\P{Cc}\t\n\r]|[\uFFFD-\uFFFF]/u.test(text)

export function lengthOf(text: string): number {
  // Counting costs: of a text of a megabyte, the units do.
  if (text.length > 40_000) return text.length
  let count = 0
  for (const _ of graphemes.segment(text)) count += 1
  return count
}
const longer = (text: string, most: number) => text.length > most && lengthOf(text) > most
/** A number of more than three digits, its thousands apart. */
export const grouped = (count: number) => String(count).replace(/\B(?=(\d{3})+$)/g, '\u202f')

export function readDate(report: Report, field: Field, mandatory = false): string | undefined {
  const text = readText(report, field, { mandatory, strict: true })
  if (text === undefined) return undefined
  if (isDate(text)) return text
  const day = /^\d{4}-\d{2}-\d{2}(?=[T ])/.exec(text)?.[0]
  report.error('date-wrong', field.path, field.line, { text: shown(text) })
  if (day === undefined || !isDate(day)) return undefined
  if (field.value) report.replace(field.value, quoted(day))
  return day
}

export function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const day = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
}

/** One of a closed list; another case of a letter is the same word. */
export function readChoice(
  report: Report,
  field: Field,
  names: readonly string[],
  mandatory = false,
): string | undefined {
  const text = readText(report, field, { mandatory, strict: true })
  return text === undefined ? undefined : choiceOf(report, field, text, names)
}

export function choiceOf(
  report: Report,
  { path, line, value }: Field,
  text: string,
  names: readonly string[],
): string | undefined {
  if (names.includes(text)) return text
  const plain = text.toLowerCase().replace(/[\s_]+/g, '-')
  const meant = names.find((name) => name.toLowerCase() === plain)
  const near = meant ?? nearest(text, names)
  const choices = names.length > 12 ? '' : names.join(', ')
  const code = near
    ? 'value-not-in-list-near'
    : choices
      ? 'value-not-in-list'
      : 'value-not-in-long-list'
  report.error(code, path, line, { text: shown(text), near: near ?? '', choices })
  if (meant === undefined) {
    delete report.lines[path]
    return undefined
  }
  if (value) report.replace(value, quoted(meant))
  return meant
}

const YES = new Set(['true', 'yes', 'on', 'y', 'oui'])
const NO = new Set(['false', 'no', 'off', 'n', 'non'])

export function readBoolean(report: Report, field: Field, mandatory = false): boolean | undefined {
  const { value, path, line } = field
  if (!report.mayRead()) return undefined
  if (value === undefined) {
    if (mandatory) lacking(report, field)
    return undefined
  }
  if (value.kind === 'unread') return undefined
  if (value.kind === 'scalar' && value.type === 'boolean') {
    report.came(path, value.line)
    return value.text.toLowerCase() === 'true'
  }
  const text = value.kind === 'scalar' ? value.text.trim().toLowerCase() : ''
  if (value.kind === 'scalar' && text === '') {
    sayEmpty(report, field, { mandatory, strict: true })
    return undefined
  }
  const known = YES.has(text) || NO.has(text)
  report.error(known ? 'boolean-spelt' : 'boolean-expected', path, line, { text: shown(text) })
  if (!known) return undefined
  report.replace(value, String(YES.has(text)))
  report.came(path, value.line)
  return YES.has(text)
}
