import type { Finding, Severity } from '../document.ts'
import { adviceOf, hintOf } from './hints.ts'
import type { MapEntry, MapNode } from './tree.ts'
import type { Version } from './versions.ts'
import { type Code, type Details, inWords } from './wording.ts'

/** Findings of one file that are listed; a file made to have a million of them gets no further. */
const MOST_FINDINGS = 400
/** Values that are read of one file, however often aliases repeat them. */
const MOST_READS = 150_000

/** A change to the text of the file: what stands from `start` to `end` becomes `text`. */
export interface Edit {
  start: number
  end: number
  text: string
}

/** A mandatory key that is missing: the corrected file has a commented line for it. */
export interface Lack {
  path: string
  /** The mapping that it belongs to; null when that is missing, too. */
  parent: MapNode | null
}

/** What a reading gathers: findings, lines, and the edits that mend. */
export class Report {
  readonly findings: Finding[] = []
  readonly lines: Record<string, number> = Object.create(null)
  readonly edits: Edit[] = []
  /** Pairs to turn into comments: nothing that a person wrote is lost. */
  readonly aside = new Set<MapEntry>()
  /** What the file lacks: see mend.ts. */
  readonly lacks: Lack[] = []
  /** Lines to add at the end of the file. */
  readonly added: string[] = []
  private reads = 0
  private left = 0

  readonly version: Version
  readonly text: string

  constructor(version: Version, text: string) {
    this.version = version
    this.text = text
  }

  find(code: Code, severity: Severity, path: string, line: number, details: Details = {}): void {
    if (this.findings.length >= MOST_FINDINGS) {
      this.left += 1
      return
    }
    this.findings.push({
      path: shown(path, 160),
      line,
      severity,
      code,
      message: inWords(code, { path: shown(path, 160), ...wordsOf(code, path), ...details }),
      // Said at the end, by reading the corrected file: see read.ts.
      mended: false,
    })
  }

  error(code: Code, path: string, line: number, details?: Details): void {
    this.find(code, 'error', path, line, details)
  }

  warn(code: Code, path: string, line: number, details?: Details): void {
    this.find(code, 'warning', path, line, details)
  }

  info(code: Code, path: string, line: number, details?: Details): void {
    this.find(code, 'info', path, line, details)
  }

  /** Whether one more value may be read. */
  mayRead(): boolean {
    this.reads += 1
    return this.reads <= MOST_READS
  }

  came(path: string, line: number): void {
    this.lines[path] = line
  }

  replace(node: { start: number; end: number }, text: string): void {
    this.edits.push({ start: node.start, end: node.end, text })
  }

  /** The findings by line, with what was not listed said. */
  sorted(): Finding[] {
    const findings = [...this.findings].sort((a, b) => a.line - b.line)
    const unread = this.reads > MOST_READS
    if (this.left > 0 || unread) {
      findings.push({
        path: '',
        line: 0,
        severity: 'error',
        code: 'too-many-findings',
        message: inWords('too-many-findings', { count: String(this.left) }),
        mended: false,
      })
    }
    return findings
  }
}

/** A text of the file within a sentence: one line, not long. */
export function shown(text: string, most = 60): string {
  const line = text.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim()
  return line.length > most ? `${line.slice(0, most)}…` : line
}

/** A text as YAML writes it on one line. */
export function quoted(text: string): string {
  return JSON.stringify(text)
}

/** What a sentence says of a key by its path. */
function wordsOf(code: Code, path: string): Details {
  if (code !== 'key-missing' && code !== 'key-deprecated') return {}
  const name = code === 'key-missing' ? 'hint' : 'advice'
  const { fr, en } = code === 'key-missing' ? hintOf(path) : adviceOf(path)
  return { [`${name}.fr`]: fr, [`${name}.en`]: en }
}
