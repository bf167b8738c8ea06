import { distance } from 'fastest-levenshtein'
import { type Report, shown } from './report.ts'
import type { MapEntry, MapNode, TreeNode } from './tree.ts'
import { before, type Version } from './versions.ts'
import { COUNTRIES, FRENCH_DIALECT, RESPELT } from './vocabulary.ts'

/** What the standard says of a key, whatever its value. */
export interface KeyRule {
  /** The version that brought it; 0.2 unless said. */
  since?: Version
  /** The version that deprecates it. */
  deprecated?: Version
}

/** Where one value stands, or would. */
export interface Field {
  path: string
  /** Of the key; where the key is missing, of its section; 0 where that is missing, too. */
  line: number
  /** Undefined when the key is missing. */
  value: TreeNode | undefined
  entry: MapEntry | undefined
  /** The mapping that it belongs to; null when there is none. */
  parent: MapNode | null
}

/** One mapping of the file, its keys checked against those that the standard has there. */
export class Section {
  private readonly byKey = new Map<string, MapEntry>()
  private readonly report: Report
  private readonly path: string
  private readonly node: MapNode | undefined

  constructor(
    report: Report,
    path: string,
    node: MapNode | undefined,
    rules: Readonly<Record<string, KeyRule>>,
  ) {
    this.report = report
    this.path = path
    this.node = node
    for (const entry of node?.entries ?? []) {
      if (!report.mayRead()) return
      this.add(entry, rules)
    }
  }

  field(key: string): Field {
    const entry = this.byKey.get(key)
    return {
      path: this.pathOf(key),
      line: entry?.line ?? (this.path === '' ? 0 : (this.node?.line ?? 0)),
      value: entry?.value,
      entry,
      parent: this.node ?? null,
    }
  }

  has(key: string): boolean {
    return this.byKey.has(key)
  }

  private pathOf(key: string): string {
    return this.path === '' ? key : `${this.path}.${key}`
  }

  private add(entry: MapEntry, rules: Readonly<Record<string, KeyRule>>): void {
    const { report } = this
    const path = this.pathOf(entry.key)
    const key = Object.hasOwn(rules, entry.key) ? entry.key : this.respelt(entry, rules)
    const rule = key === undefined ? undefined : rules[key]
    if (key === undefined || rule === undefined) {
      this.unknown(entry, rules)
      return
    }
    if (this.byKey.has(key)) {
      report.error('key-duplicate', path, entry.line, { first: String(this.byKey.get(key)?.line) })
      report.aside.add(entry)
      return
    }
    this.byKey.set(key, entry)
    if (rule.deprecated) {
      const yet = !before(report.version, rule.deprecated)
      const say = { since: rule.deprecated }
      if (yet) report.warn('key-deprecated', path, entry.line, say)
      else report.info('key-deprecated', path, entry.line, say)
    } else if (rule.since && before(report.version, rule.since)) {
      report.warn('key-too-new', path, entry.line, { since: rule.since, version: report.version })
    }
  }

  /** The key that a misspelt one surely is. */
  private respelt(entry: MapEntry, rules: Readonly<Record<string, KeyRule>>): string | undefined {
    const lower = entry.key.toLowerCase()
    const meant =
      Object.keys(rules).find((key) => key.toLowerCase() === lower) ?? RESPELT[entry.key]
    if (!meant || !Object.hasOwn(rules, meant)) return undefined
    if (this.node?.entries.some(({ key }) => key === meant)) return undefined
    this.report.error('key-misspelt', this.pathOf(entry.key), entry.line, { meant })
    this.report.replace({ start: entry.keyStart, end: entry.keyEnd }, meant)
    return meant
  }

  private unknown(entry: MapEntry, rules: Readonly<Record<string, KeyRule>>): void {
    const { report } = this
    const path = this.pathOf(entry.key)
    report.aside.add(entry)
    if (this.path === '' && FRENCH_DIALECT.has(entry.key)) {
      report.error('key-of-dialect', path, entry.line)
    } else if (this.path === '' && COUNTRIES.has(entry.key.toUpperCase())) {
      report.error('country-section-unknown', path, entry.line, {
        country: entry.key.toUpperCase(),
      })
    } else {
      const near = nearest(entry.key, Object.keys(rules))
      // A key that is nearly another is a slip: it must be put right, not put aside.
      if (near) report.aside.delete(entry)
      report.error(near ? 'key-unknown-near' : 'key-unknown', path, entry.line, {
        key: shown(entry.key),
        near: near ?? '',
      })
    }
  }
}

/** The name that a text is a slip of: one fault in five letters at most. */
export function nearest(text: string, names: readonly string[]): string | undefined {
  if (text.length > 60) return undefined
  const lower = text.toLowerCase()
  let best: string | undefined
  let least = Math.max(1, Math.floor(text.length / 5)) + 1
  for (const name of names) {
    const far = distance(lower, name.toLowerCase())
    if (far < least) {
      least = far
      best = name
    }
  }
  return best
}
