import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { mapCommunes, mapEpci, populations } from '#lib/importers/decoupage-administratif/map.ts'
import { readDecoupage } from '#lib/importers/decoupage-administratif/read.ts'
import { inFrench } from '#lib/in-french.ts'
import { softwareInput } from '#lib/software/entry.ts'
import { judgeLicence } from '#lib/software/rules/licence.ts'
import { mapBodies } from './map.ts'
import { REFERENCE_FOLDER, readYamlFile, yamlFilesOf } from './read.ts'
import {
  adoptionsFile,
  awardsFile,
  editionsFile,
  functionsFile,
  organisationsFile,
  publishersFile,
} from './schema.ts'
import { softwareEntryOf } from './steps.ts'

// The data that people type in. Each test lists the offenders, so that its message says what to mend.

const file = (name: string) => path.join(REFERENCE_FOLDER, name)
const functions = () => readYamlFile(file('functions.yml'), functionsFile)
const publishers = () => readYamlFile(file('publishers.yml'), publishersFile)
const organisations = () => readYamlFile(file('organisations.yml'), organisationsFile)
const adoptions = () => readYamlFile(file('adoptions.yml'), adoptionsFile)
const editions = () => readYamlFile(file('editions.yml'), editionsFile)
const awards = () => readYamlFile(file('awards.yml'), awardsFile)

const repeated = (list: readonly string[]) =>
  list.filter((item, index) => list.indexOf(item) !== index)

describe.each([
  ['functions.yml', functions],
  ['publishers.yml', publishers],
  ['organisations.yml', organisations],
  ['adoptions.yml', adoptions],
  ['editions.yml', editions],
  ['awards.yml', awards],
] as const)('%s', (_name, read) => {
  it('has the expected shape', () => {
    expect(read).not.toThrow()
  })
})

describe('software/*.yml', () => {
  const entries = yamlFilesOf(file('software')).map(softwareEntryOf)
  const sound = entries.flatMap(({ entry }) => softwareInput.safeParse(entry).data ?? [])

  it('are all accepted as entries', () => {
    const offenders = entries.flatMap(({ slug, entry }) => {
      const { error } = softwareInput.safeParse(entry, inFrench)
      return (error?.issues ?? []).map((i) => `${slug} : ${i.path.join('.')} : ${i.message}`)
    })

    expect(offenders).toEqual([])
  })

  it('name functions and publishers that exist', () => {
    const known = new Set(functions().flatMap((group) => group.functions.map((item) => item.slug)))
    const makers = new Set(publishers().map((item) => item.slug))

    const offenders = sound.flatMap((entry) => [
      ...entry.functions.filter((f) => !known.has(f)).map((f) => `${entry.slug} : fonction ${f}`),
      ...(makers.has(entry.publisher) ? [] : [`${entry.slug} : éditeur ${entry.publisher}`]),
    ])

    expect(offenders).toEqual([])
  })

  it('are all free', () => {
    const licences = entries.map(({ slug, entry }) => ({
      slug,
      licence: String((entry as { licence?: unknown } | null)?.licence),
    }))
    const offenders = licences.filter(({ licence }) => !judgeLicence(licence).free)

    expect(offenders.map(({ slug, licence }) => `${slug} : ${licence}`)).toEqual([])
  })

  it('do not share a name', () => {
    expect(repeated(sound.map((entry) => entry.name.toLowerCase()))).toEqual([])
  })
})

describe('functions.yml and publishers.yml', () => {
  it('give each slug once', () => {
    expect(repeated(functions().map((group) => group.slug))).toEqual([])
    expect(repeated(functions().flatMap((group) => group.functions.map((f) => f.slug)))).toEqual([])
    expect(repeated(publishers().map((item) => item.slug))).toEqual([])
  })

  it('have no more groups than a mask of the catalogue has bits', () => {
    expect(functions().length).toBeLessThanOrEqual(31)
  })
})

describe('what adoptions.yml and awards.yml point at', () => {
  const slugs = new Set(yamlFilesOf(file('software')).map((f) => path.basename(f, '.yml')))
  let keys: Set<string>
  let bodies: Map<string, string>

  beforeAll(() => {
    const data = readDecoupage()
    const extra = organisations()
    const { listed } = mapBodies(extra, populations(data), data)
    const rows = [...mapEpci(data), ...mapCommunes(data), ...listed.map((row) => row.input)]
    keys = new Set(rows.map((row) => row.key))
    bodies = new Map(extra.bodies.map((body) => [body.slug, body.siren ?? body.slug]))
  }, 60_000)

  const unknown = (name: string | undefined) =>
    name !== undefined && !keys.has(bodies.get(name) ?? name)

  const nameOf = (item: { siren?: string | undefined; body?: string | undefined }) =>
    item.siren ?? item.body

  it('is there: software, organisations, operators', () => {
    const { adoptions: lines, facts } = adoptions()
    const offenders = [
      ...lines.filter((a) => !slugs.has(a.software)).map((a) => `logiciel ${a.software}`),
      ...[...lines, ...facts]
        .filter((a) => unknown(nameOf(a)))
        .map((a) => `organisme ${nameOf(a)}`),
      ...lines.filter((a) => unknown(a.operator)).map((a) => `opérateur ${a.operator}`),
      ...lines.filter((a) => !nameOf(a)).map((a) => `personne n’utilise ${a.software}`),
      ...awards()
        .awards.filter((a) => unknown(nameOf(a)))
        .map((a) => `lauréat ${nameOf(a)}`),
    ]

    expect([...new Set(offenders)]).toEqual([])
  })

  it('is said once: one line for one organisation and one software', () => {
    expect(repeated(adoptions().adoptions.map((a) => `${a.software} / ${nameOf(a)}`))).toEqual([])
  })

  it('has its source in the same file, each source once', () => {
    const [uses, years, given] = [adoptions(), editions(), awards()]
    const extra = organisations()
    const missing = (known: Array<{ id: string }>, named: Array<string | undefined>) => {
      const ids = new Set(known.map((source) => source.id))
      return named.filter((id): id is string => id !== undefined && !ids.has(id))
    }

    expect({
      adoptions: missing(
        uses.sources,
        [...uses.adoptions, ...uses.facts].map((a) => a.source),
      ),
      editions: missing(
        years.sources,
        years.editions.flatMap((e) => e.sources),
      ),
      awards: missing(
        given.sources,
        given.awards.flatMap((a) => [a.source, a.mention_source]),
      ),
      organisations: missing(extra.sources, [
        ...extra.territories.map((t) => t.source),
        ...extra.bodies.map((b) => b.source),
      ]),
      repeated: [uses, years, given, extra].flatMap((f) => repeated(f.sources.map((s) => s.id))),
    }).toEqual({ adoptions: [], editions: [], awards: [], organisations: [], repeated: [] })
  })

  it('is in the scale of its edition', () => {
    const schemes = new Map(editions().editions.map((item) => [item.year, item.scheme]))
    const offenders = awards().awards.filter(({ edition, level, distinction }) => {
      const scheme = schemes.get(edition)
      if (!scheme) return true
      return scheme === 'copyleft-5' ? distinction !== undefined : level !== undefined
    })

    expect(offenders.map((a) => `${a.edition} ${a.name}`)).toEqual([])
  })

  it('has no bound above the other, and no use that begins after it was reported', () => {
    const offenders = adoptions().adoptions.filter(({ perimeter, since, reported_on }) => {
      const { min, max } = perimeter ?? {}
      const backwards = min !== undefined && max !== undefined && min > max
      return backwards || (since && reported_on && since.slice(0, 4) > reported_on.slice(0, 4))
    })

    expect(offenders.map((a) => `${a.software} / ${nameOf(a)}`)).toEqual([])
  })
})

describe('organisations.yml', () => {
  it('gives each SIREN, each short name and each territory once', () => {
    const { territories, bodies } = organisations()
    const sirens = [...territories, ...bodies].flatMap((item) => item.siren ?? [])

    expect(repeated(sirens)).toEqual([])
    expect(repeated(bodies.map((body) => body.slug))).toEqual([])
    expect(repeated(territories.map((item) => `${item.kind} ${item.code}`))).toEqual([])
  })
})
