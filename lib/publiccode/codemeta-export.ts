import type { Context } from '#lib/context.ts'
import { readSettings } from '#lib/env.ts'
import { getSoftwareBySlug } from '#lib/software/get-software.ts'
import { entryValues } from './entry-values.ts'

/** Statuses of the standard as those of repostatus.org. */
const STATUSES: Readonly<Record<string, string>> = {
  concept: 'concept',
  development: 'wip',
  beta: 'wip',
  stable: 'active',
  obsolete: 'unsupported',
}

/** Addresses of an entry elsewhere, by the identifiers that the catalogue has. */
const ELSEWHERE: Readonly<Record<string, (id: string) => string>> = {
  wikidata: (id) => `https://www.wikidata.org/wiki/${id}`,
  sill: (id) => `https://code.gouv.fr/sill/detail?id=${id}`,
  comptoir: (id) => `https://comptoir-du-libre.org/fr/softwares/${id}`,
}

/** An entry as codemeta.json 3.0; undefined when there is none. What is not known is not there. */
export function codemetaOf(
  context: Pick<Context, 'db'>,
  slug: string,
  { siteUrl = readSettings().siteUrl }: { siteUrl?: string } = {},
): string | undefined {
  const item = getSoftwareBySlug(context, slug)
  const values = entryValues(context, slug)
  if (!item || !values) return undefined
  const page = `${siteUrl}/logiciels/${slug}`
  const fr = values.description.fr
  const requirements = (values.dependsOn?.open ?? []).map(({ name, version }) =>
    version === undefined ? name : `${name} ${version}`,
  )
  const status = values.developmentStatus && STATUSES[values.developmentStatus]
  const licence = /^[\w.-]+$/.test(item.licence)
    ? `https://spdx.org/licenses/${item.licence}`
    : item.licence
  const file = {
    '@context': 'https://w3id.org/codemeta/3.0',
    '@type': 'SoftwareSourceCode',
    '@id': page,
    name: item.name,
    alternateName: item.aliases,
    description: item.description.fr,
    codeRepository: item.repository,
    url: item.website,
    license: licence,
    softwareVersion: values.softwareVersion,
    datePublished: values.releaseDate,
    developmentStatus: status && `https://www.repostatus.org/#${status}`,
    applicationCategory: item.functions.map(({ name }) => name.fr),
    featureList: fr?.features,
    operatingSystem: item.platforms.filter((name) => name !== 'web'),
    softwareRequirements: requirements,
    softwareHelp: fr?.documentation,
    inLanguage: item.languages,
    publisher: { '@type': 'Organization', name: item.publisher.name },
    copyrightHolder: values.mainCopyrightOwner && {
      '@type': 'Organization',
      name: values.mainCopyrightOwner,
    },
    isBasedOn: values.isBasedOn,
    sameAs: Object.entries(item.identifiers).flatMap(
      ([scheme, id]) => ELSEWHERE[scheme]?.(String(id)) ?? [],
    ),
    subjectOf: page,
  }
  const known = Object.entries(file).filter(
    ([, value]) =>
      value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0),
  )
  return `${JSON.stringify(Object.fromEntries(known), null, 2)}\n`
}
