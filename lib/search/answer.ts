import { sql } from 'drizzle-orm'
import type { Context } from '#lib/context.ts'
import { type FunctionRow, functionsById } from '#lib/software/function-queries.ts'
import { listSoftware, softwareCards } from '#lib/software/queries.ts'
import { softwareFilters, wantedFacets } from '#lib/software/schema.ts'
import { fold } from '#lib/text.ts'
import { nearestSoftware, proprietaryNameIn, searchEngine } from './queries.ts'
import { searchTerms, searchText } from './rules/terms.ts'
import type { OrganisationHit, SearchAnswer, SearchRequest, SoftwareHit } from './schema.ts'

type Reading = Pick<Context, 'db' | 'search'>

/** Organisations and functions answered beside the software. */
const MOST_BESIDE = 5

/** Answers a search of the whole catalogue, for programs and for the search box alike. */
export async function answerSearch(
  context: Reading,
  request: SearchRequest,
): Promise<SearchAnswer> {
  const started = performance.now()
  const found =
    request.q === '' || request.proche !== '' ? null : await everything(context, request)
  const page = found ? null : await softwareAlone(context, request)
  const software = found?.software ?? page?.software ?? []
  const total = found?.total ?? page?.total ?? 0
  const beside = found ?? { organisations: [], functions: [] }
  const alternative = proprietaryNameIn(context, request.q)
  const root = request.lang === 'fr' ? '' : '/en'
  const nearest = total === 0 && request.q !== '' ? nearestSoftware(context, request.q) : []
  return {
    engine: found?.engine ?? page?.engine ?? 'catalogue',
    took: Math.round((performance.now() - started) * 10) / 10,
    total,
    page: page?.page ?? request.page,
    pages: Math.max(1, Math.ceil(total / request.limit)),
    software,
    organisations: beside.organisations,
    functions: beside.functions.map(({ slug, name, software: n, adopters }) => ({
      slug,
      name: name[request.lang],
      software: n,
      adopters,
      url: `${root}/metiers/${slug}`,
    })),
    first: firstGroup(request, software, beside),
    facets: request.facettes === 'oui' ? (found?.counts ?? page?.counts ?? null) : null,
    alternativeTo: alternative
      ? {
          ...alternative,
          software: alternative.software.map((item) => ({
            ...item,
            url: `${root}/logiciels/${item.slug}`,
          })),
        }
      : null,
    nearest: nearest.map((item) => ({ ...item, url: `${root}/logiciels/${item.slug}` })),
  }
}

/** Software, organisations and functions in one question to the engine. */
async function everything(context: Reading, request: SearchRequest) {
  const beside = Math.min(request.limit, MOST_BESIDE)
  const { engine, software, organisations, functions } = await searchEngine(context).search({
    q: request.q,
    software: {
      wanted: wantedFacets(request),
      near: null,
      sort: request.tri ?? 'pertinence',
      offset: (request.page - 1) * request.limit,
      limit: request.limit,
      facets: request.facettes === 'oui',
    },
    organisations: beside,
    functions: beside,
  })
  return {
    engine,
    total: software.total,
    counts: software.counts,
    software: softwareCards(context, software.ids).map((card) => hitOf(card, request.lang)),
    organisations: organisationHits(context, organisations.ids, request.lang),
    functions: functionsById(context, functions.ids),
  }
}

/** Without words, or around a place, only software is looked for. */
async function softwareAlone(context: Reading, request: SearchRequest) {
  const filters = softwareFilters.parse({ ...request })
  const list = await listSoftware(context, filters, request.limit)
  return {
    ...list,
    software: list.items.map(
      ({ near, ...card }): SoftwareHit => ({
        ...hitOf(card, request.lang),
        ...(near ? { near } : {}),
      }),
    ),
  }
}

function hitOf(
  card: ReturnType<typeof softwareCards>[number],
  lang: SearchRequest['lang'],
): SoftwareHit {
  const { slug, name, summary, licence, publisher, use } = card
  return {
    slug,
    name,
    summary: summary[lang],
    licence,
    publisher,
    use,
    url: `${lang === 'fr' ? '' : '/en'}/logiciels/${slug}`,
  }
}

function organisationHits(
  { db }: Reading,
  ids: readonly number[],
  lang: SearchRequest['lang'],
): OrganisationHit[] {
  if (ids.length === 0) return []
  const rows = db.all<Omit<OrganisationHit, 'url'> & { id: number }>(sql`
    SELECT o.id, o.siren, o.key, o.name, o.kind, o.departement, coalesce(f.total, 0) AS software
    FROM organisation o LEFT JOIN organisation_figures f ON f.organisation_id = o.id
    WHERE o.id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`)
  const byId = new Map(rows.map(({ id, ...row }) => [id, row]))
  return ids.flatMap((id) => {
    const row = byId.get(id)
    return row ? { ...row, url: `${lang === 'fr' ? '' : '/en'}/collectivites/${row.key}` } : []
  })
}

/** The group whose name is exactly what was typed, or a gap of that name; else the software. */
function firstGroup(
  { q, lang }: SearchRequest,
  software: readonly SoftwareHit[],
  beside: { organisations: readonly OrganisationHit[]; functions: readonly FunctionRow[] },
): SearchAnswer['first'] {
  const typed = fold(q)
  const is = (name: string | undefined) => name !== undefined && fold(name) === typed
  if (is(software[0]?.name)) return 'software'
  if (beside.functions.some(({ name }) => is(name[lang]))) return 'functions'
  if (is(beside.organisations[0]?.name)) return 'organisations'
  // Where no software covers what was named, that is the answer; what else holds the words is not.
  const words = searchTerms(q)
  const named = ({ name }: FunctionRow) => {
    const own = new Set(searchText(name[lang]).split(' '))
    return words.every((word) => own.has(word))
  }
  if (beside.functions.some((item) => item.software === 0 && named(item))) return 'functions'
  if (software.length > 0) return 'software'
  return beside.functions.length > 0 || beside.organisations.length === 0
    ? 'functions'
    : 'organisations'
}
