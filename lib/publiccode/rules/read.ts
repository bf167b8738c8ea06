import type { Finding, PubliccodeReading, PubliccodeValues } from '../document.ts'
import { decodeFile } from './bytes.ts'
import { mendText } from './mend.ts'
import { readValues } from './read-values.ts'
import { Report, shown } from './report.ts'
import { type MapNode, parseTree, type Tree } from './tree.ts'
import { CURRENT, knownVersion, type Version } from './versions.ts'

export type { Finding, PubliccodeReading } from '../document.ts'
export { MOST_BYTES } from './bytes.ts'

/** Texts longer than this are mended in one go: reading again costs. */
const MEND_ONCE = 200_000

/**
 * Reads a publiccode.yml of any version from 0.2 to 0.7, or of a dialect: every key that is well formed
 * comes in, and each that is not has its finding. It never throws, and a hostile file costs it a bounded
 * time and memory. It runs in a browser as well.
 */
export function readPubliccode(bytes: Uint8Array | string): PubliccodeReading {
  const first = readOnce(bytes)
  const corrected = first.tree ? corrections(first) : null
  const findings = first.report.sorted()
  if (corrected !== null) markMended(findings, corrected)
  return {
    version: first.version,
    valid: findings.every(({ severity }) => severity !== 'error'),
    findings,
    values: first.values,
    lines: first.report.lines,
    corrected: corrected?.text ?? null,
  }
}

interface Once {
  report: Report
  version: string | null
  values: PubliccodeValues
  /** Where the text may be edited. */
  tree: MapNode | undefined
}

function readOnce(bytes: Uint8Array | string): Once {
  const file = decodeFile(bytes)
  const text = file.text ?? ''
  const tree: Tree | undefined = file.text === null ? undefined : parseTree(text)
  const written = versionOf(tree?.root)
  const report = new Report(written.version, text)
  for (const { code, line } of file.faults) report.error(code, '', line)
  if (file.bom) report.info('bom', '', 1)
  for (const { code, line, detail } of tree?.faults ?? []) {
    const severity = code === 'merge-key' || code === 'yaml-1.1' ? 'warning' : 'error'
    report.find(code, severity, '', line, { detail: shown(detail ?? '') })
  }
  if (!tree?.root) return { report, version: null, values: { description: {} }, tree: undefined }
  if (written.code) {
    const severity = written.code === 'version-old' ? 'info' : 'error'
    const path = 'publiccodeYmlVersion'
    report.find(written.code, severity, path, written.line, {
      text: shown(written.text ?? ''),
      version: written.version,
    })
  }
  if (written.text !== null) report.came('publiccodeYmlVersion', written.line)
  const values = readValues(report, tree.root)
  const editable = tree.sound && file.faults.length === 0
  return { report, version: written.text, values, tree: editable ? tree.root : undefined }
}

interface Written {
  text: string | null
  line: number
  version: Version
  code?: 'version-missing' | 'version-unknown' | 'version-not-text' | 'version-old'
}

/** The version that a file declares, and the one that it is judged by. */
function versionOf(root: MapNode | undefined): Written {
  const keys = ['publiccodeYmlVersion', 'publiccodeYamlVersion', 'publiccode-yaml-version']
  const entry = keys.map((name) => root?.entries.find(({ key }) => key === name)).find(Boolean)
  const value = entry?.value
  const line = entry?.line ?? 0
  const text = value?.kind === 'scalar' ? value.text.trim() : ''
  if (text === '') return { text: null, line, version: CURRENT, code: 'version-missing' }
  const version = knownVersion(text)
  if (!version) return { text: shown(text), line, version: CURRENT, code: 'version-unknown' }
  if (value?.kind === 'scalar' && value.type !== 'text')
    return { text, line, version, code: 'version-not-text' }
  return version === CURRENT
    ? { text, line, version }
    : { text, line, version, code: 'version-old' }
}

/** Mends until nothing more changes: what one correction uncovers, the next one sees. */
function corrections(first: Once): Once & { text: string } {
  let last = { ...first, text: first.report.text }
  const rounds = first.report.text.length > MEND_ONCE ? 1 : 4
  for (let round = 0; round < rounds && last.tree; round += 1) {
    const text = mendText(last.report, last.tree)
    if (text === last.text) break
    const again = readOnce(text)
    // A correction that makes it worse is none.
    if (!again.tree || errors(again) > errors(last)) break
    last = { ...again, text }
  }
  return last
}

const errors = ({ report }: Once) =>
  report.findings.filter(({ severity }) => severity === 'error').length

/** A finding is mended when the corrected file has it no more. */
function markMended(findings: Finding[], { report }: Once): void {
  const left = new Set(report.findings.map(({ code, path }) => `${code} ${path}`))
  for (const finding of findings) finding.mended = !left.has(`${finding.code} ${finding.path}`)
}
