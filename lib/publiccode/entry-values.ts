import { desc, eq } from 'drizzle-orm'
import { repositoryPubliccode, softwareRelease } from '#db/schema/forge.ts'
import { organisation } from '#db/schema/organisations.ts'
import { publisher } from '#db/schema/software.ts'
import { listUsers } from '#lib/adoptions/queries.ts'
import { userFilters } from '#lib/adoptions/schema.ts'
import type { Context } from '#lib/context.ts'
import { functionTree } from '#lib/software/function-queries.ts'
import { getSoftwareBySlug, type SoftwareView } from '#lib/software/get-software.ts'
import type { DescribedIn, PubliccodeValues } from './document.ts'
import { categoriesOf } from './function-categories.ts'
import { readPubliccode } from './read.ts'

/** Pages of confirmed adopters that an export lists: 5,000 names. */
const MOST_PAGES = 100

type Reading = Pick<Context, 'db'>

/**
 * What the catalogue knows of an entry, as values of publiccode.yml: its own fields first, then what the
 * repository's file says of what the catalogue does not keep. Contacts are persons: never.
 */
export function entryValues(
  context: Reading,
  slug: string,
  { usedBy = false }: { usedBy?: boolean } = {},
): PubliccodeValues | undefined {
  const item = getSoftwareBySlug(context, slug)
  if (!item) return undefined
  const file = fileOf(context, item.id)
  const { contacts: _, repoOwner: __, usedBy: ___, ...said } = file
  const values: PubliccodeValues = {
    ...said,
    name: item.name,
    licence: item.licence,
    licenceSpdx: item.licence,
    description: described(item, file),
  }
  const put = <Key extends keyof PubliccodeValues>(
    key: Key,
    value: PubliccodeValues[Key] | '' | undefined,
  ) => {
    if (value) values[key] = value
  }
  put('url', item.repository)
  put('landingURL', item.website)
  put('platforms', item.platforms.length > 0 ? item.platforms : undefined)
  put('developmentStatus', statusOf(item, file))
  put(
    'maintenanceType',
    file.maintenanceType ?? (item.publisher.kind === 'community' ? 'community' : undefined),
  )
  put('organisation', file.organisation ?? organisationOf(context, item))
  const release = latestRelease(context, item.id)
  put('softwareVersion', release?.version ?? file.softwareVersion)
  put('releaseDate', release?.date.slice(0, 10) ?? file.releaseDate)
  const functions = item.functions.map((one) => one.slug)
  const categories = file.categories ?? categoriesOf(functions)
  put('categories', categories.length > 0 ? categories : undefined)
  // A function of a collectivité's own trades is for those who have it.
  const ours = functionTree(context).some(
    (group) => group.business && group.functions.some((one) => functions.includes(one.slug)),
  )
  put('scope', file.scope ?? (ours ? ['local-authorities'] : undefined))
  if (item.languages.length > 0) {
    put('availableLanguages', item.languages)
    // In two languages, it has what it takes to be in more.
    if (item.languages.length > 1) put('localisationReady', true)
  }
  if (usedBy) put('usedBy', adoptersOf(context, item.id))
  return values
}

function fileOf({ db }: Reading, softwareId: number): PubliccodeValues {
  const row = db
    .select({ body: repositoryPubliccode.body })
    .from(repositoryPubliccode)
    .where(eq(repositoryPubliccode.softwareId, softwareId))
    .get()
  return row ? readPubliccode(row.body).values : { description: {} }
}

function described(item: SoftwareView, file: PubliccodeValues): Record<string, DescribedIn> {
  const read: Record<string, DescribedIn> = { ...file.description }
  for (const language of ['fr', 'en'] as const) {
    const { genericName: _, ...said } = file.description[language] ?? {}
    const one: DescribedIn = { ...said, shortDescription: item.summary[language] }
    // What is shorter than the standard asks is left for the publisher to write.
    const long = item.description[language]
    if (long.length >= 150) one.longDescription = long
    read[language] = one
  }
  for (const one of Object.values(read)) delete one.genericName
  return read
}

/**
 * Ours says how alive a project is, the standard's how far it has come: they meet in part. What is
 * developed and used in production is stable; of what we know neither, nothing is said.
 */
function statusOf(item: SoftwareView, file: PubliccodeValues): string | undefined {
  if (item.status === 'unmaintained') return 'obsolete'
  if (file.developmentStatus) return file.developmentStatus
  const used = item.status === 'active' && item.use.total > 0
  return used || item.status === 'mature' ? 'stable' : undefined
}

function organisationOf({ db }: Reading, item: SoftwareView): PubliccodeValues['organisation'] {
  const row = db
    .select({ siren: organisation.siren, name: organisation.name })
    .from(publisher)
    .innerJoin(organisation, eq(organisation.id, publisher.organisationId))
    .where(eq(publisher.slug, item.publisher.slug))
    .get()
  if (!row?.siren) return undefined
  return {
    uri: `https://annuaire-entreprises.data.gouv.fr/entreprise/${row.siren}`,
    name: row.name,
  }
}

function latestRelease({ db }: Reading, softwareId: number) {
  return db
    .select({ version: softwareRelease.version, date: softwareRelease.date })
    .from(softwareRelease)
    .where(eq(softwareRelease.softwareId, softwareId))
    .orderBy(desc(softwareRelease.date))
    .limit(1)
    .get()
}

function adoptersOf(context: Reading, softwareId: number): string[] | undefined {
  const names: string[] = []
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const filters = userFilters.parse({ parole: 'confirmed', tri: 'nom', page })
    const found = listUsers(context, softwareId, filters)
    names.push(...found.items.map((item) => item.organisation.name))
    if (page >= found.pages) break
  }
  return names.length > 0 ? names : undefined
}
