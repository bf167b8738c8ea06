import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { openDatabase } from '#db/client.ts'
import { applyMigrations } from '#db/migrate.ts'
import type { Context } from '#lib/context.ts'
import { loadReference } from '#lib/importers/reference/load-reference.ts'
import { silentProgress } from '#lib/progress.ts'
import type { SearchEngine } from '#lib/search/engine.ts'
import { fts5Alone, meilisearchAlone } from '#lib/search/engines.ts'
import { rebuildSearch } from '#lib/search/indexer.ts'
import { listSoftware } from '#lib/software/queries.ts'
import { softwareFilters } from '#lib/software/schema.ts'
import { accessTo, NO_MEILISEARCH, startMeilisearch } from '#lib/testing/meilisearch.ts'
import { type Judgement, type Measures, mean, measure } from './bench/relevance/measures.ts'
import { CannotGoOn, runCommandLine } from './fail.ts'

const JUDGEMENTS = path.join(import.meta.dirname, 'bench/relevance/judgements.yml')

const judgementsFile = z.array(
  z.strictObject({
    q: z.coerce.string(),
    kind: z.string(),
    expected: z.array(z.string()).min(1),
    best: z.array(z.string()).min(1).max(3),
  }),
)

/** What is wanted of each engine: mean reciprocal rank over this, and no query with nothing right. */
const WANTED = { fts5: 0.8, meilisearch: 0.9 } as const

interface Judged {
  judgement: Judgement
  found: string[]
  measures: Measures
}

// npm run bench:relevance [-- --details]: how well each engine answers the judged queries.
await runCommandLine(async () => {
  const options = process.argv.slice(2)
  const unknown = options.find((option) => option !== '--details')
  if (unknown) throw new CannotGoOn(`Option inconnue : ${unknown}. La seule est --details.`)
  const judgements = judgementsFile.parse(parse(readFileSync(JUDGEMENTS, 'utf8')))
  const context = referenceCatalogue()
  const say = (text: string) => process.stdout.write(`${text}\n`)
  say(`${judgements.length} requêtes jugées, sur les données de référence`)
  let met = true
  await withEngines(context, async (engine) => {
    const judged = await judge({ ...context, search: engine }, judgements)
    met = report(engine.name, judged, say, options.includes('--details')) && met
  })
  if (NO_MEILISEARCH) say(`meilisearch : non mesuré (${NO_MEILISEARCH})`)
  context.db.$client.close()
  if (!met) process.exitCode = 1
})

function referenceCatalogue(): Context {
  const db = openDatabase(':memory:')
  applyMigrations(db)
  const context: Context = { db, actor: { kind: 'system', name: 'bench' }, now: new Date() }
  loadReference(context, { dataset: 'real', progress: silentProgress })
  return context
}

async function withEngines(
  { db }: Context,
  use: (engine: SearchEngine) => Promise<void>,
): Promise<void> {
  await use(fts5Alone(db))
  if (NO_MEILISEARCH) return
  const server = await startMeilisearch()
  try {
    const access = accessTo(server)
    await rebuildSearch(db, access, silentProgress)
    await use(meilisearchAlone(access, db))
  } finally {
    await server.remove()
  }
}

async function judge(context: Context, judgements: readonly Judgement[]): Promise<Judged[]> {
  const judged: Judged[] = []
  for (const judgement of judgements) {
    const filters = softwareFilters.parse({ q: judgement.q })
    const { items, engine } = await listSoftware(context, filters, 10)
    // An answer of the other engine would be measured under a false name.
    if (engine !== context.search?.name) throw new Error(`${engine} answered "${judgement.q}"`)
    const found = items.map((card) => card.slug)
    judged.push({ judgement, found, measures: measure(judgement, found) })
  }
  return judged
}

function report(
  engine: keyof typeof WANTED,
  judged: readonly Judged[],
  say: (text: string) => void,
  details: boolean,
): boolean {
  const line = (name: string, all: readonly Judged[]) => {
    const { recall, reciprocalRank, ndcg } = mean(all.map((item) => item.measures))
    const figures = [recall, reciprocalRank, ndcg].map((value) => value.toFixed(3).padStart(9))
    say(`${name.padEnd(14)}${String(all.length).padStart(5)}${figures.join('')}`)
  }
  say(`\n${engine.padEnd(14)}    n  recall@10    MRR  nDCG@10`)
  for (const kind of new Set(judged.map((item) => item.judgement.kind))) {
    line(
      kind,
      judged.filter((item) => item.judgement.kind === kind),
    )
  }
  line('toutes', judged)
  const missed = judged.filter((item) => item.measures.reciprocalRank === 0)
  for (const { judgement, found } of missed) {
    say(
      `  rien de juste : « ${judgement.q} » (trouvés : ${found.slice(0, 4).join(', ') || 'rien'})`,
    )
  }
  if (details) {
    for (const { judgement, found, measures } of judged) {
      if (measures.reciprocalRank === 1) continue
      say(
        `  ${measures.reciprocalRank.toFixed(2)} « ${judgement.q} » attendu ${judgement.best.join(', ')} ; trouvés ${found.slice(0, 5).join(', ')}`,
      )
    }
  }
  const mrr = mean(judged.map((item) => item.measures)).reciprocalRank
  const met = mrr > WANTED[engine] && missed.length === 0
  say(
    `${met ? 'tenu  ' : 'MANQUÉ'}  MRR ${mrr.toFixed(3)} (voulu : plus de ${WANTED[engine]}), ${missed.length} requêtes sans rien de juste (voulu : 0)`,
  )
  return met
}
