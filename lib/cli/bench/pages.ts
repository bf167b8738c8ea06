import { Agent, get } from 'node:http'
import autocannon from 'autocannon'
import { BADGE_KINDS } from '#lib/badges/schema.ts'
import { type Timing, timingOf, turn } from './measure.ts'
import type { Asked, Parameters } from './parameters.ts'

const WARM_UP = 40
/** The requests of a page are spread over rounds, so that a busy moment of the machine is not one page's. */
const ROUNDS = 4
const REQUESTS = 60
const CONNECTIONS = 4
const RATE_SECONDS = 3
/** What browsers accept: the time to compress a page is part of its time. */
const HEADERS = { 'accept-encoding': 'gzip', accept: 'text/html' }

export interface Page {
  name: string
  paths: string[]
}

export interface PageTiming extends Timing {
  name: string
  /** Median to the first byte of the answer, in milliseconds. */
  firstByte: number
  /** Mean size on the wire, compressed. */
  bytes: number
  /** Requests a second over a few connections. */
  rate: number
}

/** The main pages, each with the addresses that it is asked for. */
export function pagesOf(given: Parameters): Page[] {
  const page = (name: string, paths: string[]): Page => ({ name, paths })
  const list = (path: string, asked: readonly Asked[]) =>
    asked.map((item) => `${path}?${new URLSearchParams(item)}`)
  const software = (slug: string) => `/logiciels/${slug}`
  const [top] = given.topSoftware
  if (!top) throw new Error('no software to ask for')
  return [
    page('/', ['/', '/en']),
    page('/logiciels', list('/logiciels', given.lists)),
    page('/logiciels?q=', list('/logiciels', given.searches)),
    page('/logiciels?q= (faute de frappe)', list('/logiciels', given.misspelt)),
    page('/logiciels?facettes', list('/logiciels', given.facets)),
    page('/logiciels?q=&facettes', list('/logiciels', given.searchedFacets)),
    page(
      '/logiciels/… (20 premiers)',
      given.topSoftware.map(({ slug }) => software(slug)),
    ),
    page(
      '/logiciels/… (au hasard)',
      given.randomSoftware.map(({ slug }) => software(slug)),
    ),
    page(
      '…/badge/….svg',
      BADGE_KINDS.flatMap((kind) =>
        given.topSoftware.map(({ slug }) => `${software(slug)}/badge/${kind}.svg`),
      ),
    ),
    page('/comparer (5, parmi des semblables)', [
      ...given.organisations.map(
        (key, at) =>
          `/comparer?logiciels=${[0, 1, 2, 3, 4]
            .map((next) => turn(given.topSoftware, at + next).slug)
            .join(',')}&comme=${key}`,
      ),
    ]),
    page('…/utilisateurs (1er)', list(`${software(top.slug)}/utilisateurs`, given.users)),
    page(
      '…/utilisateurs?filtres (1er)',
      list(`${software(top.slug)}/utilisateurs`, given.filteredUsers),
    ),
    page('/collectivites', list('/collectivites', given.organisationLists)),
    page(
      '/collectivites?q=',
      list('/collectivites', [...given.names, ...given.prefixes, ...given.codes]),
    ),
    page(
      '/collectivites/… (au hasard)',
      given.organisations.map((key) => `/collectivites/${key}`),
    ),
    page(
      '/collectivites/… (les plus actives)',
      given.largestOrganisations.map((key) => `/collectivites/${key}`),
    ),
    page('/collectivites/…/semblables', [
      ...given.organisations.map((key) => `/collectivites/${key}/semblables`),
      ...given.largestOrganisations.map((key) => `/collectivites/${key}/semblables`),
    ]),
    page('/metiers', ['/metiers', '/en/metiers']),
    page(
      '/metiers/…',
      given.functions.map(({ slug }) => `/metiers/${slug}`),
    ),
    page(
      '/editeurs/…',
      given.publishers.map(({ slug }) => `/editeurs/${slug}`),
    ),
    page(
      '/label/reference/criteres/…',
      given.criteria.map((slug) => `/label/reference/criteres/${slug}`),
    ),
  ]
}

/** How many steps of a progress bar the pages of one server are. */
export const STEPS_A_PAGE = ROUNDS + 1

/** Times the pages of several servers in turn, page by page, so that all of them meet the same machine. */
export async function timePages(
  servers: ReadonlyArray<{ address: string; pages: readonly Page[] }>,
  onStep: () => void,
): Promise<PageTiming[][]> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const timings: PageTiming[][] = servers.map(() => [])
  try {
    for (let index = 0; index < (servers[0]?.pages.length ?? 0); index++) {
      const answers: Answer[][] = servers.map(() => [])
      for (let round = 0; round < ROUNDS; round++) {
        for (const [which, { address, pages }] of servers.entries()) {
          const { paths } = turn(pages, index)
          const before = round === 0 ? WARM_UP : 4
          for (let i = -before; i < REQUESTS; i++) {
            const at = round * REQUESTS + i + before
            const answer = await request(address + turn(paths, at), agent)
            if (i >= 0) answers[which]?.push(answer)
          }
          onStep()
        }
      }
      for (const [which, { address, pages }] of servers.entries()) {
        const page = turn(pages, index)
        const rate = await rateOf(address, page.paths)
        timings[which]?.push({ name: page.name, rate, ...summary(answers[which] ?? []) })
        onStep()
      }
    }
  } finally {
    agent.destroy()
  }
  return timings
}

function summary(answers: readonly Answer[]) {
  return {
    ...timingOf(answers.map((answer) => answer.last)),
    firstByte: timingOf(answers.map((answer) => answer.first)).median,
    bytes: answers.reduce((sum, answer) => sum + answer.bytes, 0) / answers.length,
  }
}

interface Answer {
  first: number
  last: number
  bytes: number
}

function request(url: string, agent: Agent): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const start = performance.now()
    const asked = get(url, { agent, headers: HEADERS, timeout: 60_000 }, (response) => {
      let first = 0
      let bytes = 0
      response.on('data', (chunk: Buffer) => {
        first ||= performance.now() - start
        bytes += chunk.length
      })
      response.on('end', () => {
        // A page that is not there would be quick, and measure nothing.
        if (response.statusCode !== 200) reject(new Error(`${url}: ${response.statusCode}`))
        else resolve({ first, last: performance.now() - start, bytes })
      })
      response.on('error', reject)
    })
    asked.on('timeout', () => asked.destroy(new Error(`${url}: no answer`)))
    asked.on('error', reject)
  })
}

async function rateOf(address: string, paths: readonly string[]): Promise<number> {
  const result = await autocannon({
    url: address,
    connections: CONNECTIONS,
    duration: RATE_SECONDS,
    headers: HEADERS,
    requests: paths.map((path) => ({ path })),
  })
  if (result.errors + result.non2xx > 0) {
    throw new Error(
      `${paths[0]}: ${result.errors} errors, ${result.non2xx} answers that are no page`,
    )
  }
  return result.requests.average
}
