import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { z } from 'zod'

/** Where the package's facts come from: INSEE's COG 2026, DGCL, La Poste, as Etalab republishes them. */
export const DECOUPAGE_SOURCE = {
  title: 'Découpage administratif (COG, Banatic, populations), Etalab, édition 2026',
  url: 'https://github.com/etalab/decoupage-administratif',
  date: '2026',
}

const zone = z.enum(['metro', 'drom', 'com'])
const regions = z.array(z.object({ code: z.string(), nom: z.string(), zone }))
const departements = z.array(
  z.object({ code: z.string(), nom: z.string(), region: z.string(), zone }),
)
const communes = z.array(
  z.object({
    code: z.string(),
    nom: z.string(),
    type: z.enum([
      'commune-actuelle',
      'commune-deleguee',
      'commune-associee',
      'arrondissement-municipal',
    ]),
    zone,
    departement: z.string(),
    region: z.string(),
    siren: z.string().optional(),
    codesPostaux: z.array(z.string()).optional(),
    anciensCodes: z.array(z.string()).optional(),
    population: z.number().int().optional(),
    chefLieu: z.string().optional(),
    commune: z.string().optional(),
  }),
)
const epci = z.array(
  z.object({
    code: z.string(),
    nom: z.string(),
    type: z.enum(['CC', 'CA', 'CU', 'METRO', 'MET69']),
    populationMunicipale: z.number().int(),
    membres: z.array(z.object({ code: z.string(), populationMunicipale: z.number().int() })),
  }),
)

export interface Decoupage {
  regions: z.infer<typeof regions>
  departements: z.infer<typeof departements>
  communes: z.infer<typeof communes>
  epci: z.infer<typeof epci>
}

const require = createRequire(import.meta.url)

function read<T>(name: string, schema: z.ZodType<T>): T {
  const file = require.resolve(`@etalab/decoupage-administratif/data/${name}.json`)
  return schema.parse(JSON.parse(readFileSync(file, 'utf8')))
}

/** Version of the installed package: what decides whether the territories must be loaded again. */
export function decoupageVersion(): string {
  const file = require.resolve('@etalab/decoupage-administratif/package.json')
  return z.object({ version: z.string() }).parse(JSON.parse(readFileSync(file, 'utf8'))).version
}

/** Reads the package's files whole: about 15 MB of JSON. */
export function readDecoupage(): Decoupage {
  return {
    regions: read('regions', regions),
    departements: read('departements', departements),
    communes: read('communes', communes),
    epci: read('epci', epci),
  }
}
