import { sql } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { publisher, software, softwareFunction, softwareSource } from '#db/schema/software.ts'
import { source } from '#db/schema/system.ts'
import { inTransaction, type Tx } from '#db/transaction.ts'
import type { Context } from '#lib/context.ts'
import { sample, seededRandom } from '#lib/importers/demonstration/random.ts'
import { nextCatalogueVersion } from '#lib/meta.ts'
import { ORGANISATION_KINDS } from '#lib/organisations/schema.ts'
import type { Progress } from '#lib/progress.ts'
import { enqueueForSearch } from '#lib/search/commands.ts'
import { judgeLicence } from '#lib/software/rules/licence.ts'
import { PLATFORMS } from '#lib/software/schema.ts'
import { fold } from '#lib/text.ts'
import { nameOf, type Subject, textAbout } from './make-words.ts'

const SEED = 1848
const BATCH = 1_000
const SOURCED = ['name', 'publisher', 'licence', 'repository', 'website', 'functions', 'status']

/** How often each is met, as in the reference data: the first of a list most, the last least. */
const LICENCES =
  'MIT AGPL-3.0-only GPL-3.0-or-later Apache-2.0 GPL-2.0-or-later AGPL-3.0-or-later GPL-3.0-only GPL-2.0-only BSD-3-Clause MPL-2.0 EUPL-1.2 LGPL-3.0-or-later CECILL-2.1 BSD-2-Clause CECILL-B LGPL-2.1-or-later EPL-2.0 ISC'.split(
    ' ',
  )
const PUBLISHER_KINDS =
  'community company individual-project public-body foundation association research'.split(' ')

/** Takes the entries of the reference data away: the loader of `npm run up` has them as loaded. */
export function clearCatalogue(db: Db): void {
  inTransaction(db, (tx) => {
    const tables = ['software_function', 'software_source', 'software_fact', 'software_figures']
    for (const table of [...tables, 'software', 'publisher', 'software_fts']) {
      tx.run(sql.raw(`DELETE FROM ${table}`))
    }
  })
}

/** Fills the catalogue with made-up publishers and software, the same on every machine. */
export function makeSoftware(context: Context, count: number, progress: Progress): void {
  const { db } = context
  const random = seededRandom(SEED)
  const draw = drawsOf(random)
  const functions = db.all<{
    id: number
    nameFr: string
    nameEn: string
    summaryFr: string
    synonyms: string
  }>(
    sql`SELECT id, name_fr AS nameFr, name_en AS nameEn, summary_fr AS summaryFr, synonyms_fr AS synonyms
      FROM business_function ORDER BY id`,
  )
  const subjects = new Map<number, Subject>(
    functions.map(({ id, synonyms, ...item }) => [
      id,
      { ...item, synonymsFr: JSON.parse(synonyms) as string[] },
    ]),
  )
  const functionIds = [...subjects.keys()]
  const publishers = inTransaction(db, (tx) => makePublishers(tx, Math.ceil(count / 10), draw))
  progress.start('Logiciels', count)
  for (let from = 0; from < count; from += BATCH) {
    inTransaction(db, (tx) => {
      const revision = nextCatalogueVersion(tx)
      const ids: number[] = []
      for (let index = from; index < Math.min(count, from + BATCH); index++) {
        const chosen = sample(functionIds, 1 + Math.floor(random() ** 2 * 3), random)
        const about = chosen.flatMap((id) => subjects.get(id) ?? [])
        const id = writeOne(tx, index, about, publishers, draw, revision)
        chosen.forEach((functionId, position) => {
          tx.insert(softwareFunction).values({ softwareId: id, functionId, position }).run()
        })
        ids.push(id)
        progress.step()
      }
      enqueueForSearch(tx, 'software', ids)
    })
  }
  progress.stop()
}

type Draws = ReturnType<typeof drawsOf>

function drawsOf(random: () => number) {
  return {
    random,
    /** The first ones of a list more often than the last ones. */
    skewed: <T>(list: readonly T[]): T => list[Math.floor(random() ** 1.8 * list.length)] as T,
    some: <T>(list: readonly T[], most: number): T[] =>
      sample(list, 1 + Math.floor(random() * most), random),
    day: (firstYear: number, years: number) => {
      const year = firstYear + Math.floor(random() * years)
      const part = (most: number) => String(1 + Math.floor(random() * most)).padStart(2, '0')
      return `${year}-${part(12)}-${part(28)}`
    },
  }
}

function makePublishers(tx: Tx, count: number, draw: Draws): number[] {
  return Array.from({ length: count }, (_, index) => {
    const row = {
      slug: `editeur-${index + 1}`,
      name: `Éditeur ${nameOf(index * 7)}`,
      kind: draw.skewed(PUBLISHER_KINDS),
      website: `https://editeur-${index + 1}.example.org`,
      summaryFr: 'Éditeur inventé pour mesurer les temps de réponse.',
      summaryEn: 'Publisher made up to measure response times.',
    }
    return tx.insert(publisher).values(row).returning({ id: publisher.id }).get().id
  })
}

function writeOne(
  tx: Tx,
  index: number,
  about: readonly Subject[],
  publishers: readonly number[],
  draw: Draws,
  revision: number,
): number {
  const name = nameOf(index)
  const slug = fold(name).replaceAll(' ', '-')
  const licence = draw.skewed(LICENCES)
  const verdict = judgeLicence(licence)
  if (!verdict.free) throw new Error(`${licence} is not free`)
  const subject = about[0]?.nameFr.toLowerCase() ?? ''
  const changed = `${draw.day(2021, 5)}T08:00:00.000Z`
  const { id } = tx
    .insert(software)
    .values({
      slug,
      name,
      nameKey: fold(name),
      publisherId: draw.skewed(publishers),
      licence,
      licenceFamily: verdict.family,
      repository: `https://forge.example.org/${slug}`,
      website: `https://${slug}.example.org`,
      summaryFr: `Outil libre pour : ${subject}`.slice(0, 120),
      summaryEn: `Free tool for: ${about[0]?.nameEn.toLowerCase() ?? ''}`.slice(0, 120),
      descriptionFr: textAbout(name, about, draw.random),
      descriptionEn: `${name} helps local authorities with ${about.map((item) => item.nameEn.toLowerCase()).join(', ')}. It keeps files, deadlines and letters in one place, and exports them to open formats.`,
      firstRelease: 1998 + Math.floor(draw.random() * 27),
      status: draw.skewed(['active', 'mature', '', 'unmaintained']),
      audience: draw.random() < 0.8 ? [] : draw.some(ORGANISATION_KINDS.slice(0, 6), 3),
      platforms: draw.random() < 0.5 ? ['web'] : draw.some(PLATFORMS, 4),
      languages: ['fr'],
      aliases: draw.random() < 0.2 ? [name.replaceAll(' ', '-')] : [],
      identifiers: { sill: index + 1 },
      createdAt: changed,
      updatedAt: changed,
      revision,
    })
    .returning({ id: software.id })
    .get()
  for (const [place, title] of [`Dépôt de ${name}`, `Site de ${name}`].entries()) {
    const url = `https://forge.example.org/${slug}/${place}`
    const document = tx
      .insert(source)
      .values({ url, title, date: '2025', key: url })
      .returning({ id: source.id })
      .get()
    for (const field of SOURCED.filter((_, at) => at % 2 === place)) {
      tx.insert(softwareSource).values({ softwareId: id, field, sourceId: document.id }).run()
    }
  }
  return id
}
