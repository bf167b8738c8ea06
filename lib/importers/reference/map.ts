import type { AdoptionInput } from '#lib/adoptions/commands/report-adoptions.ts'
import { DECOUPAGE_SOURCE, type Decoupage } from '#lib/importers/decoupage-administratif/read.ts'
import type { AwardInput, EditionInput } from '#lib/label/commands.ts'
import type { OrganisationInput } from '#lib/organisations/commands.ts'
import type { SourceInput } from '#lib/sources.ts'
import type { KnownReferences } from './references.ts'
import type {
  AdoptionsFile,
  AwardsFile,
  EditionsFile,
  LabelGridFile,
  OrganisationsFile,
} from './schema.ts'

type Source = Omit<SourceInput, 'id'>

/** Finds a file's source by its short name. */
function sourceFinder(file: { sources: SourceInput[] }): (id: string) => Source {
  const sources = new Map(file.sources.map(({ id, ...source }) => [id, source]))
  return (id) => {
    const source = sources.get(id)
    if (!source) throw new Error(`no source "${id}" in the file`)
    return source
  }
}

/** The source in organisations.yml that gives the SIREN of the territories. */
const TERRITORY_SOURCE = 't1'

/**
 * The bodies that the package of territories has no SIREN for, as organisations. Where a body governs
 * several départements, its population is their sum.
 */
export function mapBodies(
  file: OrganisationsFile,
  people: { departement: Map<string, number>; region: Map<string, number> },
  data: Decoupage,
): { listed: Array<{ input: OrganisationInput; source: Source }>; sources: Source[] } {
  const find = sourceFinder(file)
  const regionOf = new Map(data.departements.map((d) => [d.code, d.region]))
  const base = { form: '', epci: null, postcodes: [] }
  const territories = file.territories
    .filter((territory) => !territory.merged_into && !territory.same_as)
    .map((territory) => {
      const covered =
        territory.kind === 'departement' ? (territory.covers_departements ?? [territory.code]) : []
      const [first] = covered
      return {
        source: territory.source ? find(territory.source) : find(TERRITORY_SOURCE),
        input: {
          ...base,
          key: territory.siren ?? `insee-${territory.kind}-${territory.code}`,
          siren: territory.siren ?? null,
          insee: territory.code,
          kind: territory.kind,
          form: territory.also ? 'unique' : '',
          name: territory.name,
          departement: first ?? '',
          region: first === undefined ? territory.code : (regionOf.get(first) ?? ''),
          population:
            first === undefined
              ? (people.region.get(territory.code) ?? null)
              : covered.reduce((sum, code) => sum + (people.departement.get(code) ?? 0), 0),
          aliases: covered.map((code) => ({ kind: 'departement' as const, code, name: '' })),
        },
      }
    })
  const bodies = file.bodies.map((body) => ({
    source: body.source ? find(body.source) : DECOUPAGE_SOURCE,
    input: {
      ...base,
      key: body.siren ?? body.slug,
      siren: body.siren ?? null,
      insee: '',
      kind: body.kind,
      name: body.name,
      departement: body.departement ?? '',
      region: regionOf.get(body.departement ?? '') ?? '',
      population: null,
      aliases: [],
    },
  }))
  const listed = [...territories, ...bodies]
  return { listed, sources: [...new Set(listed.map((row) => row.source))] }
}

/** Départements whose body is an organisation listed elsewhere (Paris): INSEE code by SIREN. */
export function departementsHeldBy(file: OrganisationsFile): Map<string, string> {
  return new Map(
    file.territories.flatMap((item) =>
      item.kind === 'departement' && item.same_as ? [[item.same_as, item.code] as const] : [],
    ),
  )
}

export function mapAdoptions(file: AdoptionsFile, known: KnownReferences): AdoptionInput[] {
  const find = sourceFinder(file)
  const rows = file.adoptions.flatMap((item): AdoptionInput[] => {
    const softwareId = known.software(item.software, 'adoptions.yml')
    const organisationId = known.organisation(item, 'adoptions.yml')
    if (softwareId === null || organisationId === null) return []
    return [
      {
        softwareId,
        organisationId,
        state: item.state,
        trust: 'reported',
        since: item.since ?? '',
        version: item.version ?? '',
        ...perimeterOf(item.perimeter),
        operatorId: item.operator
          ? known.organisation({ body: item.operator }, 'adoptions.yml')
          : null,
        noteFr: item.note?.fr ?? '',
        noteEn: item.note?.en ?? '',
        reportedOn: item.reported_on ?? '',
        source: find(item.source),
      },
    ]
  })
  return latestOfEach(rows)
}

/** Two lines may mean one use, once the entries that they name are merged: the later document counts. */
function latestOfEach(rows: readonly AdoptionInput[]): AdoptionInput[] {
  const latest = new Map<string, AdoptionInput>()
  for (const row of rows) {
    const pair = `${row.softwareId}/${row.organisationId}`
    const other = latest.get(pair)
    if (!other || row.reportedOn > other.reportedOn) latest.set(pair, row)
  }
  return [...latest.values()]
}

/** A share of the workstations is kept as the unit `percent-workstations`, its bounds in percent. */
function perimeterOf(perimeter: AdoptionsFile['adoptions'][number]['perimeter']) {
  if (!perimeter) return { perimeterUnit: '', perimeterMin: null, perimeterMax: null }
  const { unit, min, max, percent } = perimeter
  if (percent !== undefined && min === undefined && max === undefined) {
    return { perimeterUnit: `percent-${unit}`, perimeterMin: percent, perimeterMax: percent }
  }
  return {
    perimeterUnit: unit,
    perimeterMin: min ?? max ?? null,
    perimeterMax: max ?? min ?? null,
  }
}

export function mapFacts(file: AdoptionsFile, known: KnownReferences) {
  const find = sourceFinder(file)
  return file.facts.flatMap((item) => {
    const organisationId = known.organisation(item, 'adoptions.yml')
    if (organisationId === null) return []
    const { fr, en } = item
    return { organisationId, fr, en, date: item.date ?? '', source: find(item.source) }
  })
}

export function mapEditions(file: EditionsFile): EditionInput[] {
  const find = sourceFinder(file)
  return file.editions.map((item) => ({
    year: item.year,
    scheme: item.scheme,
    openedOn: item.opened ?? '',
    closedOn: item.closed ?? '',
    announcedOn: item.announced ?? '',
    candidates: item.candidates ?? null,
    axes: item.axes,
    ceremony: item.ceremony ?? { fr: '', en: '' },
    note: item.note ?? { fr: '', en: '' },
    sources: item.sources.map(find),
  }))
}

export function mapAwards(file: AwardsFile, known: KnownReferences): AwardInput[] {
  const find = sourceFinder(file)
  return file.awards.map((item) => ({
    edition: item.edition,
    organisationId: known.organisation(item, 'awards.yml'),
    name: item.name,
    level: item.level ?? null,
    distinction: item.distinction ?? '',
    mentions: item.mentions,
    note: item.note ?? { fr: '', en: '' },
    source: find(item.source),
    mentionSource: item.mention_source ? find(item.mention_source) : null,
  }))
}

/** The grid as anyone would import it, each criterion with its sources in full; judged by who loads it. */
export function mapLabelGrid({ sources, ...grid }: LabelGridFile): unknown {
  const find = sourceFinder({ sources })
  return {
    ...grid,
    axes: grid.axes.map((axis) => ({
      ...axis,
      criteria: axis.criteria.map((item) => ({
        ...item,
        sources: item.sources.map(find).map(({ title, url }) => ({ title, url })),
      })),
    })),
  }
}
