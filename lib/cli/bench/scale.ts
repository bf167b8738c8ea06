import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { type Db, openDatabase } from '#db/client.ts'
import { migrationsFolder } from '#db/migrate.ts'
import { inTransaction } from '#db/transaction.ts'
import { rebuildFigures } from '#lib/adoptions/commands/figures.ts'
import type { Context } from '#lib/context.ts'
import { databaseFile, type Settings } from '#lib/env.ts'
import { recomputeEvidence } from '#lib/evidence/commands/recompute-evidence.ts'
import { loadReference } from '#lib/importers/reference/load-reference.ts'
import { referenceSteps } from '#lib/importers/reference/steps.ts'
import { readMeta, writeMeta } from '#lib/meta.ts'
import type { Progress } from '#lib/progress.ts'
import { drainSearchOutbox } from '#lib/search/commands.ts'
import { openPreparedDatabase } from '../data-folder.ts'
import { makeAdoptions } from './make-adoptions.ts'
import { makeDetails } from './make-details.ts'
import { clearCatalogue, makeSoftware } from './make-software.ts'

/** A size of the catalogue. Organisations are those of the country, at every size. */
export interface Scale {
  name: 'full' | 'tenth'
  software: number
  adoptions: number
}

export const SCALES: readonly Scale[] = [
  { name: 'full', software: 10_000, adoptions: 1_000_000 },
  { name: 'tenth', software: 1_000, adoptions: 100_000 },
]

export interface ScaleDatabase {
  scale: Scale
  settings: Settings
  /** Seconds that making it took; null when an earlier run had made it. */
  madeIn: number | null
  bytes: number
}

const MADE = 'bench-made'

/** Finds the database of a scale in the data folder, or makes it there. */
export function prepareScale(base: Settings, scale: Scale, progress: Progress): ScaleDatabase {
  const settings: Settings = {
    ...base,
    dataset: 'bench',
    dataFolder: path.join(base.dataFolder, `bench-${scale.name}`),
  }
  const file = databaseFile(settings)
  const mark = fingerprint(scale)
  let madeIn: number | null = null
  if (markOf(file) !== mark) {
    for (const suffix of ['', '-wal', '-shm']) rmSync(file + suffix, { force: true })
    const start = performance.now()
    const db = openPreparedDatabase(settings)
    make(db, scale, mark, progress)
    db.$client.close()
    madeIn = (performance.now() - start) / 1_000
  }
  const db = openDatabase(file)
  const bytes = db.$client.prepare(
    'SELECT page_count * page_size FROM pragma_page_count, pragma_page_size',
  )
  const size = bytes.pluck().get() as number
  db.$client.close()
  return { scale, settings, madeIn, bytes: size }
}

function make(db: Db, scale: Scale, mark: string, progress: Progress): void {
  const context: Context = { db, actor: { kind: 'system', name: 'bench' }, now: new Date() }
  // A million scattered rows: enough cache to write each page of the indices once, not a hundred times.
  db.$client.pragma('cache_size = -1000000')
  loadReference(context, { dataset: 'bench', progress })
  clearCatalogue(db)
  makeSoftware(context, scale.software, progress)
  makeAdoptions(context, scale.adoptions, progress)
  makeDetails(context, progress)
  progress.start('Chiffres', 1)
  rebuildFigures(context)
  progress.step()
  progress.stop()
  recomputeEvidence(context, progress)
  progress.start('Index de recherche', scale.software)
  drainSearchOutbox(context, progress)
  progress.stop()
  db.$client.exec('ANALYZE')
  inTransaction(db, (tx) => writeMeta(tx, MADE, mark))
  db.$client.pragma('wal_checkpoint(TRUNCATE)')
}

/** What a finished database was made from; undefined when it is missing or was left half made. */
function markOf(file: string): string | undefined {
  if (!existsSync(file)) return undefined
  const db = openDatabase(file)
  try {
    return readMeta(db, MADE)
  } catch {
    return undefined
  } finally {
    db.$client.close()
  }
}

/** One hash over all that a scale database is made from: the schema, the reference data, these files. */
function fingerprint(scale: Scale): string {
  const hash = createHash('sha256').update(JSON.stringify(scale))
  for (const step of referenceSteps('bench')) hash.update(step.hash())
  const folders = [import.meta.dirname, migrationsFolder]
  for (const file of folders.flatMap((folder) => filesOf(folder, /^make-.*\.ts$|\.sql$/))) {
    hash.update(readFileSync(file))
  }
  return hash.digest('hex')
}

function filesOf(folder: string, wanted: RegExp): string[] {
  return readdirSync(folder)
    .filter((name) => wanted.test(name))
    .sort()
    .map((name) => path.join(folder, name))
}
