import { general } from './hints.ts'
import type { Edit, Lack, Report } from './report.ts'
import type { MapEntry, MapNode } from './tree.ts'
import { CURRENT } from './versions.ts'

/** What a person is to write, in the file's own comments: catalogues and tools read English. */
const TO_FILL: Readonly<Record<string, string>> = {
  name: '# à remplir / to fill in',
  platforms: '[web]  # à remplir / to fill in',
  developmentStatus: '# concept, development, beta, stable, obsolete',
  softwareType:
    '# standalone/web, standalone/desktop, standalone/backend, standalone/other, addon, library…',
  'description.shortDescription': '# 150 caractères au plus / at most',
  'description.longDescription': '# de 150 à 10000 caractères / 150 to 10000 characters',
  'description.features': '# une liste / a list',
  'legal.license': '# https://spdx.org/licenses/',
  'maintenance.type': '# internal, contract, community, none',
  'maintenance.contacts': '# - name: … (une personne / a person)',
  'maintenance.contractors': '# - name: …, until: AAAA-MM-JJ / YYYY-MM-DD',
  'localisation.localisationReady': '# true, false',
  'localisation.availableLanguages': '# [fr]',
}

/**
 * The file with its edits made: what stood there stays, comments and order with it. Keys that have no
 * place any more become comments, missing ones commented lines to fill in.
 */
export function mendText(report: Report, root: MapNode): string {
  const { text } = report
  const eol = text.includes('\r\n') ? '\r\n' : '\n'
  const aside = [...report.aside].flatMap((entry) => linesOf(text, entry) ?? [])
  const covered = ({ start }: Edit) =>
    aside.some((block) => start >= block.start && start < block.end)
  const lacks = report.lacks.filter(({ path }) => !remembered(text, path))
  const edits: Edit[] = [
    ...report.edits.filter((edit) => !covered(edit)),
    ...merged(aside).flatMap((block) => commented(text, block)),
    ...lacks.flatMap((lack) => (lack.parent ? lineIn(text, lack.parent, lack.path, eol) : [])),
  ]
  const version = root.entries.find(({ key }) => key === 'publiccodeYmlVersion')
  if (version === undefined) {
    const start = root.entries[0]?.keyStart ?? 0
    if (!root.flow)
      edits.push({ start, end: start, text: `publiccodeYmlVersion: "${CURRENT}"${eol}` })
  } else if (
    report.version !== CURRENT ||
    report.findings.some(({ code }) => code.startsWith('version-'))
  ) {
    if (version.value.kind === 'scalar')
      edits.push({ start: version.value.start, end: version.value.end, text: `"${CURRENT}"` })
  }
  const body = applied(text, edits)
  const wanted = root.flow ? [] : [...report.added, ...missingSections(lacks)]
  const tail = body.includes(wanted.join(eol)) ? [] : wanted
  if (tail.length === 0) return body
  return `${body.replace(/\s*$/, '')}${eol}${tail.join(eol)}${eol}`
}

/** Edits from the last to the first; of two that overlap, the one that begins first is made. */
function applied(text: string, edits: readonly Edit[]): string {
  const ordered = [...edits].sort((a, b) => a.start - b.start || a.end - b.end)
  const parts: string[] = []
  let at = 0
  for (const { start, end, text: replacement } of ordered) {
    if (start < at) continue
    const before = text.slice(at, start)
    // A key without a value has its colon hard before the value that it gets.
    const gap = start === end && replacement.startsWith('"') && /:$/.test(before) ? ' ' : ''
    parts.push(before, gap, replacement)
    at = end
  }
  parts.push(text.slice(at))
  return parts.join('')
}

interface Block {
  start: number
  end: number
  column: number
}

/** The whole lines of a pair; nothing where something else stands on them. */
function linesOf(text: string, { keyStart, value }: MapEntry): Block | undefined {
  const start = text.lastIndexOf('\n', keyStart - 1) + 1
  if (text.slice(start, keyStart).trim() !== '') return undefined
  const last = Math.max(
    keyStart,
    value.start > keyStart ? trimmedEnd(text, keyStart, value.end) : keyStart,
  )
  const lineEnd = text.indexOf('\n', last)
  const end = lineEnd === -1 ? text.length : lineEnd
  if (
    value.start < keyStart ||
    (!/^\s*(#.*)?$/.test(text.slice(last, end)) && value.end > value.start)
  ) {
    // An alias to what stands elsewhere, or a pair within braces.
    return value.start < keyStart && lineHasAlias(text.slice(keyStart, end))
      ? { start, end, column: keyStart - start }
      : undefined
  }
  return { start, end, column: keyStart - start }
}

const lineHasAlias = (line: string) => /^[^#{}[\]]*:\s*\*\S+\s*(#.*)?$/.test(line)

function trimmedEnd(text: string, from: number, end: number): number {
  return from + text.slice(from, end).trimEnd().length
}

/** A block within another goes with it. */
function merged(blocks: readonly Block[]): Block[] {
  const ordered = [...blocks].sort((a, b) => a.start - b.start || b.end - a.end)
  const kept: Block[] = []
  for (const block of ordered) if (block.start >= (kept.at(-1)?.end ?? 0)) kept.push(block)
  return kept
}

function commented(text: string, { start, end, column }: Block): Edit[] {
  const edits: Edit[] = []
  let at = start
  for (const line of text.slice(start, end).split('\n')) {
    const indent = Math.min(column, line.length - line.trimStart().length)
    if (line.trim() !== '' && !line.trimStart().startsWith('#')) {
      edits.push({ start: at + indent, end: at + indent, text: '# ' })
    }
    at += line.length + 1
  }
  return edits
}

/** The commented line of a missing key, after the last line of its mapping. */
function lineIn(text: string, parent: MapNode, path: string, eol: string): Edit[] {
  const first = parent.entries[0]
  const last = parent.entries.at(-1)
  if (parent.flow || !first || !last) return []
  const lineStart = text.lastIndexOf('\n', first.keyStart - 1) + 1
  const column = first.keyStart - lineStart
  // Aliases end elsewhere: then the line is that of the key.
  const from =
    last.value.start > last.keyStart ? trimmedEnd(text, last.keyStart, last.value.end) : last.keyEnd
  const lineEnd = text.indexOf('\n', from)
  const end = lineEnd === -1 ? text.length : lineEnd
  const at = text[end - 1] === '\r' ? end - 1 : end
  return [{ start: at, end: at, text: `${eol}${' '.repeat(column)}${toFill(path)}` }]
}

/** Whether the file has a commented line for a key: of an earlier correction, or a person's own. */
const remembered = (text: string, path: string) =>
  new RegExp(`^ *# *${path.split('.').at(-1)}:`, 'm').test(text)

function toFill(path: string): string {
  const key = path.split('.').at(-1) ?? path
  const hint = TO_FILL[general(path)]
  return `# ${key}:${hint ? ` ${hint}` : ''}`
}

/** Sections that are missing as a whole, commented, at the end of the file. */
function missingSections(lacks: readonly Lack[]): string[] {
  const lines: string[] = []
  const opened = new Set<string>()
  for (const { path, parent } of lacks) {
    if (parent) continue
    const steps = path.split('.')
    steps.slice(0, -1).forEach((step, depth) => {
      const prefix = steps.slice(0, depth + 1).join('.')
      if (opened.has(prefix)) return
      opened.add(prefix)
      lines.push(`# ${'  '.repeat(depth)}${step}:`)
    })
    lines.push(`# ${'  '.repeat(steps.length - 1)}${toFill(path).slice(2)}`)
  }
  return lines
}
