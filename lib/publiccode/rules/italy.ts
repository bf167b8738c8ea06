import type { PubliccodeValues } from '../document.ts'
import { sectionOf } from './mappings.ts'
import { quoted, type Report } from './report.ts'
import type { Field, KeyRule, Section } from './section.ts'
import { readBoolean, readChoice, readText } from './values.ts'

const CONFORME = ['lineeGuidaDesign', 'modelloInteroperabilita', 'misureMinimeSicurezza', 'gdpr']
const PLATFORMS = ['spid', 'cie', 'anpr', 'pagopa', 'io']
const keys = (names: readonly string[]): Record<string, KeyRule> =>
  Object.fromEntries(names.map((name) => [name, {}]))

/**
 * The Italian section, gone from 0.7: what it says true is a `supports`, its IPA code the organisation.
 * What has an alias in the standard is carried over; the three guidelines have none.
 */
export function readItaly(report: Report, field: Field, values: PubliccodeValues): void {
  const section = sectionOf(
    report,
    field,
    keys(['countryExtensionVersion', 'conforme', 'piattaforme', 'riuso']),
  )
  if (!section) return
  readChoice(report, section.field('countryExtensionVersion'), ['1.0', '0.2'])
  const ids = [
    ...trueIn(report, section, 'conforme', CONFORME).filter((name) => name === 'gdpr'),
    ...trueIn(report, section, 'piattaforme', PLATFORMS),
  ].map((name) => `alias:${name}`)
  const known = new Set(values.supports ?? [])
  const more = ids.filter((id) => !known.has(id))
  if (more.length > 0) {
    if (values.supports === undefined)
      report.added.push('supports:', ...more.map((id) => `  - id: ${id}`))
    values.supports = [...known, ...more]
  }
  const reuse = sectionOf(report, section.field('riuso'), keys(['codiceIPA']))
  const code = reuse && readText(report, reuse.field('codiceIPA'), { most: 40 })
  if (code !== undefined && /^[\w-]+$/.test(code) && values.organisation === undefined) {
    const uri = `urn:x-italian-pa:${code}`
    const name = values.repoOwner
    report.added.push(
      'organisation:',
      `  uri: ${uri}`,
      ...(name === undefined ? [] : [`  name: ${quoted(name)}`]),
    )
    values.organisation = name === undefined ? { uri } : { uri, name }
  }
}

function trueIn(report: Report, parent: Section, key: string, names: readonly string[]): string[] {
  const section = sectionOf(report, parent.field(key), keys(names))
  return names.filter((name) => section && readBoolean(report, section.field(name)) === true)
}
