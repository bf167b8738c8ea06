import type { PubliccodeValues } from '../document.ts'
import { LOGO, readMedia, readRepository, readWeb } from './addresses.ts'
import { readDescriptions } from './descriptions.ts'
import { readItaly } from './italy.ts'
import { readTexts } from './list-values.ts'
import { readMaintenance } from './maintenance.ts'
import { missingThen, put } from './mappings.ts'
import type { Report } from './report.ts'
import { type KeyRule, Section } from './section.ts'
import * as sections from './sections.ts'
import * as top from './top-keys.ts'
import type { MapNode } from './tree.ts'
import { readChoice, readDate, readText } from './values.ts'
import { DEVELOPMENT_STATUSES, SOFTWARE_TYPES } from './vocabulary.ts'

const TOP: Readonly<Record<string, KeyRule>> = {
  publiccodeYmlVersion: {},
  name: {},
  applicationSuite: {},
  url: {},
  landingURL: {},
  isBasedOn: {},
  softwareVersion: {},
  releaseDate: {},
  logo: {},
  monochromeLogo: { deprecated: '0.3' },
  inputTypes: { deprecated: '0.3' },
  outputTypes: { deprecated: '0.3' },
  platforms: {},
  categories: {},
  usedBy: {},
  fundedBy: { since: '0.5' },
  roadmap: {},
  developmentStatus: {},
  softwareType: {},
  supports: { since: '0.7' },
  organisation: { since: '0.5' },
  intendedAudience: {},
  description: {},
  legal: {},
  maintenance: {},
  localisation: {},
  dependsOn: {},
  it: { deprecated: '0.7' },
  IT: { deprecated: '0.7' },
}

/** Reads every key of the file that is well formed, and says what is not. */
export function readValues(report: Report, root: MapNode): PubliccodeValues {
  const values: PubliccodeValues = { description: {} }
  const file = new Section(report, '', root, TOP)
  const at = (key: string) => file.field(key)
  put(values, 'name', readText(report, at('name'), { mandatory: true }))
  put(values, 'applicationSuite', readText(report, at('applicationSuite')))
  put(values, 'url', readRepository(report, at('url'), true))
  put(values, 'landingURL', readWeb(report, at('landingURL')))
  put(values, 'isBasedOn', top.readBases(report, at('isBasedOn')))
  put(values, 'softwareVersion', readText(report, at('softwareVersion')))
  if (!file.has('releaseDate')) missingThen(report, at('releaseDate'), '0.4')
  put(values, 'releaseDate', readDate(report, at('releaseDate')))
  put(values, 'logo', readMedia(report, at('logo'), LOGO))
  for (const key of ['monochromeLogo', 'inputTypes', 'outputTypes']) {
    const { entry } = at(key)
    if (entry) report.aside.add(entry)
  }
  readMedia(report, at('monochromeLogo'), LOGO)
  readTexts(report, at('inputTypes'))
  readTexts(report, at('outputTypes'))
  put(values, 'platforms', top.readPlatforms(report, at('platforms')))
  put(values, 'categories', top.readCategories(report, at('categories')))
  put(values, 'usedBy', top.readUsers(report, at('usedBy')))
  put(values, 'fundedBy', top.readFunders(report, at('fundedBy')))
  put(values, 'roadmap', readWeb(report, at('roadmap')))
  put(
    values,
    'developmentStatus',
    readChoice(report, at('developmentStatus'), DEVELOPMENT_STATUSES, true),
  )
  put(values, 'softwareType', readChoice(report, at('softwareType'), SOFTWARE_TYPES, true))
  put(values, 'supports', top.readSupports(report, at('supports')))
  put(values, 'organisation', top.readOrganisation(report, at('organisation')))
  sections.readAudience(report, at('intendedAudience'), values)
  values.description = readDescriptions(report, at('description'))
  sections.readLegal(report, at('legal'), values)
  readMaintenance(report, at('maintenance'), values)
  sections.readLocalisation(report, at('localisation'), values)
  put(values, 'dependsOn', sections.readDependencies(report, at('dependsOn')))
  for (const key of ['IT', 'it']) {
    const { entry } = at(key)
    if (!entry) continue
    readItaly(report, at(key), values)
    report.aside.add(entry)
  }
  return values
}
