import type { Dependency, PubliccodeValues } from '../document.ts'
import { languageTag } from './addresses.ts'
import { readLicence } from './licences.ts'
import { readTexts } from './list-values.ts'
import { each, type Keys, keys, mandatorySection, put, sectionOf } from './mappings.ts'
import { quoted, type Report, shown } from './report.ts'
import type { Field, Section } from './section.ts'
import { choiceOf, readBoolean, readText } from './values.ts'
import { before } from './versions.ts'
import * as words from './vocabulary.ts'

const LEGAL: Keys = {
  ...keys('license', 'mainCopyrightOwner'),
  repoOwner: { deprecated: '0.5' },
  authorsFile: { deprecated: '0.4' },
}

export function readLegal(report: Report, field: Field, values: PubliccodeValues): void {
  const section = mandatorySection(report, field, LEGAL)
  const { licence, licenceSpdx } = readLicence(report, section.field('license'))
  put(values, 'licence', licence)
  put(values, 'licenceSpdx', licenceSpdx)
  put(values, 'mainCopyrightOwner', readText(report, section.field('mainCopyrightOwner')))
  put(values, 'repoOwner', readText(report, section.field('repoOwner')))
  for (const key of ['repoOwner', 'authorsFile']) {
    const { entry } = section.field(key)
    if (entry) report.aside.add(entry)
  }
}

export function readLocalisation(report: Report, field: Field, values: PubliccodeValues): void {
  const section = mandatorySection(report, field, keys('localisationReady', 'availableLanguages'))
  put(values, 'localisationReady', readBoolean(report, section.field('localisationReady'), true))
  const languages = section.field('availableLanguages')
  const tag = (item: Field, text: string) => languageTag(report, item, text)
  put(values, 'availableLanguages', readTexts(report, languages, { mandatory: true }, tag))
}

export function readAudience(report: Report, field: Field, values: PubliccodeValues): void {
  const section = sectionOf(report, field, keys('countries', 'unsupportedCountries', 'scope'))
  if (!section) return
  const country = (item: Field, text: string) => countryOf(report, item, text)
  put(values, 'countries', readTexts(report, section.field('countries'), {}, country))
  put(
    values,
    'unsupportedCountries',
    readTexts(report, section.field('unsupportedCountries'), {}, country),
  )
  const scope = (item: Field, text: string) => choiceOf(report, item, text, words.SCOPES)
  put(values, 'scope', readTexts(report, section.field('scope'), {}, scope))
}

function countryOf(report: Report, { path, line, value }: Field, text: string): string | undefined {
  const near = text.toUpperCase()
  if (!words.COUNTRIES.has(near)) {
    report.error('country-wrong', path, line, { text: shown(text) })
    return undefined
  }
  if (near !== text) {
    const severity = before(report.version, '0.5') ? 'info' : 'warning'
    report.find('country-lower-case', severity, path, line, { near })
    if (value) report.replace(value, near === 'NO' ? quoted(near) : near)
  }
  return near
}

const DEPENDENCY = keys('name', 'versionMin', 'versionMax', 'version', 'optional')
const KINDS = ['open', 'proprietary', 'hardware'] as const

export function readDependencies(report: Report, field: Field): PubliccodeValues['dependsOn'] {
  const section = sectionOf(report, field, keys(...KINDS))
  if (!section) return undefined
  const read: NonNullable<PubliccodeValues['dependsOn']> = {}
  for (const kind of KINDS) {
    put(
      read,
      kind,
      each(report, section.field(kind), {}, DEPENDENCY, (one) => dependencyOf(report, one)),
    )
  }
  return Object.keys(read).length > 0 ? read : undefined
}

function dependencyOf(report: Report, section: Section): Dependency | undefined {
  const name = readText(report, section.field('name'), { mandatory: true })
  const rest: Partial<Dependency> = {}
  for (const key of ['version', 'versionMin', 'versionMax'] as const)
    put(rest, key, readText(report, section.field(key)))
  put(rest, 'optional', readBoolean(report, section.field('optional')))
  return name === undefined ? undefined : { name, ...rest }
}
