import { sql } from 'drizzle-orm'
import { inTransaction } from '#db/transaction.ts'
import type { Context } from '#lib/context.ts'
import { seededRandom } from '#lib/importers/demonstration/random.ts'
import type { Progress } from '#lib/progress.ts'

const SEED = 1901
const BATCH = 20_000
/** With it, the first of 10,000 software has 30,000 of 1,000,000 adoptions. */
const ZIPF = 0.77

interface Adopter {
  id: number
  kind: string
  departement: string
  region: string
  sizeClass: string
  population: number
  nameKey: string
}

const COLUMNS =
  'software_id organisation_id state trust since version perimeter_unit perimeter_min perimeter_max operator_id note_fr note_en reported_on source_id created_at updated_at organisation_kind departement region size_class population organisation_name_key'.split(
    ' ',
  )

/**
 * Fills the database with adoptions: few software have most, large organisations have more than small
 * ones. They are written in a mixed order, as years of declarations would be, so that neither the rows
 * of a software nor those of an organisation lie side by side.
 */
export function makeAdoptions({ db, now }: Context, count: number, progress: Progress): void {
  const random = seededRandom(SEED)
  const adopters = db.all<Adopter>(sql`
    SELECT id, kind, departement, region, size_class AS sizeClass, coalesce(population, 0) AS population,
      name_key AS nameKey FROM organisation ORDER BY id`)
  const software = db
    .all<{ id: number }>(sql`SELECT id FROM software ORDER BY id`)
    .map(({ id }) => id)
  shuffle(software, random)
  const documents = db
    .all<{ id: number }>(sql`SELECT id FROM source LIMIT 2000`)
    .map(({ id }) => id)
  const operators = adopters.filter((item) => item.kind === 'operateur' || item.kind === 'syndicat')
  const pairs = pairsOf(software.length, adopters, count, random)
  const insert = db.$client.prepare(
    `INSERT INTO adoption (${COLUMNS.join(', ')}) VALUES (${COLUMNS.map(() => '?').join(', ')})`,
  )
  const at = now.toISOString()
  progress.start('Utilisations', count)
  for (let from = 0; from < pairs.length; from += BATCH) {
    inTransaction(db, () => {
      for (const pair of pairs.subarray(from, from + BATCH)) {
        const adopter = adopters[pair % adopters.length] as Adopter
        const softwareId = software[Math.floor(pair / adopters.length)]
        insert.run(
          softwareId,
          adopter.id,
          ...wordOn(random, documents, operators),
          at,
          at,
          ...copyOf(adopter),
        )
      }
    })
    progress.step(Math.min(BATCH, pairs.length - from))
  }
  progress.stop()
}

/** Who uses what, each pair once: the software's rank times the number of adopters, plus the adopter. */
function pairsOf(
  software: number,
  adopters: readonly Adopter[],
  count: number,
  random: () => number,
): Float64Array {
  // A town of 10,000 uses about three times what a village of 200 does.
  const weights = adopters.map((item) => ((item.population || 5_000) + 300) ** 0.35)
  const take = takerOf(weights, random)
  const pairs = new Float64Array(count)
  let filled = 0
  for (const [rank, wanted] of zipf(software, count).entries()) {
    for (const adopter of take(wanted)) pairs[filled++] = rank * adopters.length + adopter
  }
  shuffle(pairs, random)
  return pairs
}

/** The count of each rank; their sum is the total, to the unit. */
function zipf(ranks: number, total: number): number[] {
  const weights = Array.from({ length: ranks }, (_, rank) => (rank + 1) ** -ZIPF)
  const sum = weights.reduce((all, weight) => all + weight, 0)
  let exact = 0
  let given = 0
  return weights.map((weight) => {
    exact += (weight / sum) * total
    const count = Math.round(exact) - given
    given += count
    return count
  })
}

/** Draws distinct places, each as likely as its weight. */
function takerOf(weights: readonly number[], random: () => number): (count: number) => number[] {
  let sum = 0
  const upTo = Float64Array.from(weights, (weight) => {
    sum += weight
    return sum
  })
  const one = () => {
    const wanted = random() * sum
    let low = 0
    let high = upTo.length - 1
    while (low < high) {
      const middle = (low + high) >> 1
      if ((upTo[middle] as number) <= wanted) low = middle + 1
      else high = middle
    }
    return low
  }
  return (count) => {
    if (count > weights.length) throw new Error(`${count} adopters wanted of ${weights.length}`)
    if (count > weights.length / 10) {
      // Too many to draw again at each repeat: the smallest keys of Efraimidis and Spirakis instead.
      const keys = weights.map((weight) => -Math.log(1 - random()) / weight)
      return [...keys.keys()]
        .sort((a, b) => (keys[a] as number) - (keys[b] as number))
        .slice(0, count)
    }
    const taken = new Set<number>()
    while (taken.size < count) taken.add(one())
    return [...taken]
  }
}

/** What is said of one use: from `state` to `source_id`, in the order of the columns. */
function wordOn(random: () => number, documents: readonly number[], operators: readonly Adopter[]) {
  const year = 2008 + Math.floor(random() * 18)
  const month = String(1 + Math.floor(random() * 12)).padStart(2, '0')
  const state = random()
  const trust = random()
  const perimeter = random() < 0.2 ? 5 + Math.floor(random() * 400) : null
  const operator = operators[Math.floor(random() * operators.length)]?.id ?? null
  const noted = random() < 0.1
  return [
    state < 0.84 ? 'production' : state < 0.92 ? 'pilot' : state < 0.96 ? 'evaluating' : 'stopped',
    trust < 0.5
      ? 'confirmed'
      : trust < 0.85
        ? 'reported'
        : trust < 0.97
          ? 'to-reconfirm'
          : 'contested',
    random() < 0.1 ? '' : random() < 0.5 ? String(year) : `${year}-${month}`,
    random() < 0.15 ? `${1 + Math.floor(random() * 9)}.${Math.floor(random() * 10)}` : '',
    perimeter === null ? '' : 'workstations',
    perimeter,
    perimeter,
    random() < 0.08 ? operator : null,
    noted ? 'Utilisation inventée pour mesurer les temps de réponse.' : '',
    noted ? 'Use made up to measure response times.' : '',
    `${Math.max(year, 2019)}-${month}-15`,
    random() < 0.6 ? (documents[Math.floor(random() * documents.length)] ?? null) : null,
  ]
}

function copyOf(adopter: Adopter) {
  const { kind, departement, region, sizeClass, population, nameKey } = adopter
  return [kind, departement, region, sizeClass, population, nameKey]
}

function shuffle(list: number[] | Float64Array, random: () => number): void {
  for (let index = list.length - 1; index > 0; index--) {
    const other = Math.floor(random() * (index + 1))
    const kept = list[index] as number
    list[index] = list[other] as number
    list[other] = kept
  }
}
