import type { Decoupage } from './read.ts'

/** A territory's body as the organisations room takes it; `epci` is the SIREN of a commune's EPCI. */
export interface OrganisationRow {
  key: string
  siren: string | null
  insee: string
  kind: string
  form: string
  name: string
  departement: string
  region: string
  epci: string | null
  population: number | null
  postcodes: string[]
  aliases: Array<{
    kind: 'former-code' | 'deleguee' | 'associee' | 'arrondissement'
    code: string
    name: string
  }>
}

const FORMS: Record<string, string> = {
  CC: 'Communauté de communes',
  CA: 'Communauté d’agglomération',
  CU: 'Communauté urbaine',
}

/** Spells out the abbreviation that the source puts before an EPCI's name: people type it in full. */
export function epciName(name: string): string {
  const match = /^(CC|CA|CU) (.+)$/.exec(name)
  return match?.[1] && match[2] ? `${FORMS[match[1]]} ${match[2]}` : name
}

/** Communes of today: keyed by SIREN, the overseas ones that have none by `insee-<code>`. */
export function mapCommunes(data: Decoupage): OrganisationRow[] {
  const epciOf = new Map<string, string>()
  for (const group of data.epci)
    for (const member of group.membres) epciOf.set(member.code, group.code)
  const rows = new Map<string, OrganisationRow>()
  for (const commune of data.communes) {
    if (commune.type !== 'commune-actuelle') continue
    rows.set(commune.code, {
      key: commune.siren ?? `insee-${commune.code}`,
      siren: commune.siren ?? null,
      insee: commune.code,
      kind: 'commune',
      form: '',
      name: commune.nom,
      departement: commune.departement,
      region: commune.region,
      epci: epciOf.get(commune.code) ?? null,
      population: commune.population ?? null,
      postcodes: commune.codesPostaux ?? [],
      aliases: (commune.anciensCodes ?? []).map((code) => ({
        kind: 'former-code',
        code,
        name: '',
      })),
    })
  }
  addPartsOfCommunes(data, rows)
  return [...rows.values()]
}

const PARTS = {
  'commune-deleguee': 'deleguee',
  'commune-associee': 'associee',
  'arrondissement-municipal': 'arrondissement',
} as const

function addPartsOfCommunes(data: Decoupage, rows: Map<string, OrganisationRow>): void {
  for (const part of data.communes) {
    if (part.type === 'commune-actuelle') continue
    const whole = rows.get(part.chefLieu ?? part.commune ?? '')
    if (!whole) continue
    for (const postcode of part.codesPostaux ?? []) {
      if (!whole.postcodes.includes(postcode)) whole.postcodes.push(postcode)
    }
    // A delegated commune may bear the code and the name of the whole: nothing to resolve then.
    if (part.code === whole.insee && part.nom === whole.name) continue
    whole.aliases.push({ kind: PARTS[part.type], code: part.code, name: part.nom })
  }
}

/** EPCI with own taxation; their département is that of their most populous member. */
export function mapEpci(data: Decoupage): OrganisationRow[] {
  const communes = new Map(
    data.communes.filter((c) => c.type === 'commune-actuelle').map((c) => [c.code, c]),
  )
  return data.epci.map((group) => {
    const largest = group.membres.reduce((a, b) =>
      b.populationMunicipale > a.populationMunicipale ? b : a,
    )
    const seat = communes.get(largest.code)
    if (!seat)
      throw new Error(`EPCI ${group.code}: member ${largest.code} is not a commune of today`)
    return {
      key: group.code,
      siren: group.code,
      insee: '',
      kind: 'epci',
      form: group.type,
      name: epciName(group.nom),
      departement: seat.departement,
      region: seat.region,
      epci: null,
      population: group.populationMunicipale,
      postcodes: [],
      aliases: [],
    }
  })
}

/**
 * Inhabitants by département and by région, added up from the communes. On its land the Métropole de Lyon
 * is the département (code général des collectivités territoriales, article L. 3611-1): those who live
 * there are not counted for the Rhône.
 */
export function populations(data: Decoupage): {
  departement: Map<string, number>
  region: Map<string, number>
} {
  const departement = new Map<string, number>()
  const region = new Map<string, number>()
  const ofLyon = new Set(
    data.epci
      .filter((group) => group.type === 'MET69')
      .flatMap((group) => group.membres.map((member) => member.code)),
  )
  for (const commune of data.communes) {
    if (commune.type !== 'commune-actuelle' || commune.population === undefined) continue
    region.set(commune.region, (region.get(commune.region) ?? 0) + commune.population)
    if (ofLyon.has(commune.code)) continue
    departement.set(
      commune.departement,
      (departement.get(commune.departement) ?? 0) + commune.population,
    )
  }
  return { departement, region }
}
