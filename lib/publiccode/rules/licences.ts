import licences from 'spdx-license-list'
import { judgeLicence } from '#lib/software/rules/licence.ts'
import { quoted, type Report, shown } from './report.ts'
import type { Field } from './section.ts'
import { readText } from './values.ts'
import { inFieldsOf } from './versions.ts'

const byLower = new Map(Object.keys(licences).map((id) => [id.toLowerCase(), id]))

/** Old identifiers whose meaning is sure: the plus said "or later". */
const OLD_PLUS = /^(A?GPL|LGPL|GFDL)-([\d.]+)\+$/i
/** Old identifiers that do not say whether later versions are allowed. */
const OLD = /^(A?GPL|LGPL|GFDL)-([\d.]+)$/i

/** What people write for a licence, and what it may be: offered, never put in place. */
const LOOSE: Readonly<Record<string, string>> = inFieldsOf({
  apache: 'Apache-2.0',
  'apache 2': 'Apache-2.0',
  'apache 2.0': 'Apache-2.0',
  'apache license 2.0': 'Apache-2.0',
  gplv2: 'GPL-2.0-only',
  'gnu gplv2': 'GPL-2.0-only',
  'gpl v2': 'GPL-2.0-only',
  gplv3: 'GPL-3.0-only',
  'gnu gplv3': 'GPL-3.0-only',
  'gpl v3': 'GPL-3.0-only',
  gpl: 'GPL-3.0-only',
  agpl: 'AGPL-3.0-only',
  agplv3: 'AGPL-3.0-only',
  'gnu agplv3': 'AGPL-3.0-only',
  'gnu agpl v3': 'AGPL-3.0-only',
  lgplv3: 'LGPL-3.0-only',
  eupl: 'EUPL-1.2',
  cecill: 'CECILL-2.1',
  bsd: 'BSD-3-Clause',
  mpl: 'MPL-2.0',
})

/** The licence as written, and the expression that it surely is. */
export function readLicence(
  report: Report,
  field: Field,
): { licence?: string; licenceSpdx?: string } {
  const text = readText(report, field, { mandatory: true, most: 200 })
  if (text === undefined) return {}
  const { path, line, value } = field
  const sure = text.replace(/[A-Za-z0-9.+-]+/g, identifier)
  const ambiguous = sure.split(/[\s()]+/).find((id) => OLD.test(id))
  if (ambiguous !== undefined) {
    const [, family = '', number = ''] = OLD.exec(ambiguous) ?? []
    const stem = `${family.toUpperCase()}-${number}`
    report.warn('licence-ambiguous', path, line, { text: shown(text), stem })
    return { licence: text }
  }
  const verdict = judgeLicence(sure)
  if (verdict.free) {
    if (sure !== text) {
      report.warn('licence-spelt', path, line, { text: shown(text), spdx: sure })
      if (value) report.replace(value, quoted(sure))
    }
    return { licence: text, licenceSpdx: sure }
  }
  if (verdict.reason === 'not-free') {
    report.error('licence-not-free', path, line, { text: shown(verdict.licence) })
    return { licence: text, licenceSpdx: sure }
  }
  const near = LOOSE[text.toLowerCase()]
  report.error(near ? 'licence-not-spdx-near' : 'licence-not-spdx', path, line, {
    text: shown(text),
    near: near ?? '',
  })
  return { licence: text }
}

function identifier(word: string): string {
  if (/^(and|or|with)$/i.test(word)) return word.toUpperCase()
  const plus = OLD_PLUS.exec(word)
  if (plus) return `${plus[1]?.toUpperCase()}-${plus[2]}-or-later`
  return OLD.test(word) ? word : (byLower.get(word.toLowerCase()) ?? word)
}
