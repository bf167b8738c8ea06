import path from 'node:path'
import { reportAdoptions } from '#lib/adoptions/commands/report-adoptions.ts'
import type { Context } from '#lib/context.ts'
import { mapCommunes, mapEpci, populations } from '#lib/importers/decoupage-administratif/map.ts'
import {
  DECOUPAGE_SOURCE,
  decoupageVersion,
  readDecoupage,
} from '#lib/importers/decoupage-administratif/read.ts'
import { loadReferenceGrid } from '#lib/label/commands/load-grid.ts'
import { loadDocumentedLabel } from '#lib/label/commands.ts'
import type { Dataset } from '#lib/meta.ts'
import {
  loadOrganisationFacts,
  loadOrganisations,
  loadTerritories,
  type OrganisationInput,
} from '#lib/organisations/commands.ts'
import type { Progress } from '#lib/progress.ts'
import { loadPublishers } from '#lib/publishers/commands.ts'
import { loadSynonyms } from '#lib/search/commands.ts'
import { importSoftware } from '#lib/software/commands/import-software.ts'
import { loadFunctions } from '#lib/software/commands/load-functions.ts'
import type { ReferenceReport } from './load-reference.ts'
import {
  departementsHeldBy,
  mapAdoptions,
  mapAwards,
  mapBodies,
  mapEditions,
  mapFacts,
  mapLabelGrid,
} from './map.ts'
import { hashFiles, parseYamlFile, REFERENCE_FOLDER, readYamlFile, yamlFilesOf } from './read.ts'
import { knownReferences } from './references.ts'
import {
  adoptionsFile,
  awardsFile,
  editionsFile,
  functionsFile,
  labelGridFile,
  organisationsFile,
  publishersFile,
  schemesFile,
  synonymsFile,
} from './schema.ts'

export interface ReferenceStep {
  name: string
  /** Points at rows that earlier steps load. */
  dependent: boolean
  hash(): string
  load(context: Context, progress: Progress, report: ReferenceReport): void
}

const file = (name: string) => path.join(REFERENCE_FOLDER, name)

/** The data sets in the order in which they build on each other. */
export function referenceSteps(dataset: Dataset): ReferenceStep[] {
  const catalogue = [territories, functions, criteria, publishers, software, synonyms]
  return dataset === 'real' ? [...catalogue, label, adoptions] : catalogue
}

const territories: ReferenceStep = {
  name: 'territories',
  dependent: false,
  hash: () => hashFiles([file('organisations.yml')], decoupageVersion()),
  load(context, progress) {
    const data = readDecoupage()
    const extra = readYamlFile(file('organisations.yml'), organisationsFile)
    loadTerritories(context, {
      regions: data.regions.map((r) => ({ code: r.code, name: r.nom, zone: r.zone })),
      departements: data.departements.map((d) => ({
        code: d.code,
        name: d.nom,
        zone: d.zone,
        region: d.region,
      })),
    })
    const held = departementsHeldBy(extra)
    const rows: OrganisationInput[] = [...mapEpci(data), ...mapCommunes(data)].map((row) => {
      const code = held.get(row.key)
      if (code === undefined) return row
      return { ...row, aliases: [...row.aliases, { kind: 'departement', code, name: '' }] }
    })
    const { listed, sources } = mapBodies(extra, populations(data), data)
    progress.start('Collectivités', rows.length + listed.length)
    loadOrganisations(context, rows, DECOUPAGE_SOURCE, progress)
    for (const source of sources) {
      loadOrganisations(
        context,
        listed.filter((row) => row.source === source).map((row) => row.input),
        source,
        progress,
      )
    }
    progress.stop()
  },
}

const functions: ReferenceStep = {
  name: 'functions',
  dependent: false,
  hash: () => hashFiles([file('functions.yml')]),
  load: (context) => loadFunctions(context, readYamlFile(file('functions.yml'), functionsFile)),
}

const criteria: ReferenceStep = {
  name: 'criteria',
  dependent: true,
  hash: () => hashFiles([file('label-grid.yml'), file('schemes.yml')]),
  load: (context) =>
    loadReferenceGrid(context, {
      grid: mapLabelGrid(readYamlFile(file('label-grid.yml'), labelGridFile)),
      schemes: readYamlFile(file('schemes.yml'), schemesFile).schemes,
    }),
}

const publishers: ReferenceStep = {
  name: 'publishers',
  dependent: true,
  hash: () => hashFiles([file('publishers.yml')]),
  load: (context) => loadPublishers(context, readYamlFile(file('publishers.yml'), publishersFile)),
}

const software: ReferenceStep = {
  name: 'software',
  dependent: true,
  hash: () => hashFiles(yamlFilesOf(file('software'))),
  load(context, progress, report) {
    const files = yamlFilesOf(file('software'))
    progress.start('Logiciels', files.length)
    report.software = importSoftware(context, files.map(softwareEntryOf), progress)
    progress.stop()
  },
}

const synonyms: ReferenceStep = {
  name: 'synonyms',
  dependent: false,
  hash: () => hashFiles([file('synonyms.yml')]),
  load(context) {
    const { acronyms, alternatives } = readYamlFile(file('synonyms.yml'), synonymsFile)
    loadSynonyms(context, [
      ...acronyms.map(({ acronym, means, reason }) => ({
        kind: 'acronym' as const,
        name: acronym,
        forms: means,
        software: [],
        reason,
      })),
      ...alternatives.map(({ name, typed, instead, reason }) => ({
        kind: 'alternative' as const,
        name,
        forms: typed,
        software: instead,
        reason,
      })),
    ])
  },
}

/** An entry's slug is its file's name: the address is permanent, so is the name. */
export function softwareEntryOf(name: string): { slug: string; entry: unknown } {
  const slug = path.basename(name).replace(/\.ya?ml$/, '')
  const entry = parseYamlFile(name)
  return { slug, entry: typeof entry === 'object' && entry !== null ? { ...entry, slug } : entry }
}

function bodyKeys(): Map<string, string> {
  const { bodies } = readYamlFile(file('organisations.yml'), organisationsFile)
  return new Map(bodies.map((body) => [body.slug, body.siren ?? body.slug]))
}

const label: ReferenceStep = {
  name: 'label',
  dependent: true,
  hash: () => hashFiles([file('editions.yml'), file('awards.yml')]),
  load(context, _progress, report) {
    const known = knownReferences(context.db, report, bodyKeys())
    loadDocumentedLabel(context, {
      editions: mapEditions(readYamlFile(file('editions.yml'), editionsFile)),
      awards: mapAwards(readYamlFile(file('awards.yml'), awardsFile), known),
    })
  },
}

const adoptions: ReferenceStep = {
  name: 'adoptions',
  dependent: true,
  hash: () => hashFiles([file('adoptions.yml')]),
  load(context, progress, report) {
    const data = readYamlFile(file('adoptions.yml'), adoptionsFile)
    const known = knownReferences(context.db, report, bodyKeys())
    const rows = mapAdoptions(data, known)
    progress.start('Utilisations documentées', rows.length)
    reportAdoptions(context, rows, progress)
    progress.stop()
    loadOrganisationFacts(context, mapFacts(data, known))
  },
}
