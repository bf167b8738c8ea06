import { setTimeout as sleep } from 'node:timers/promises'
import { eq } from 'drizzle-orm'
import { harvestRun, repository } from '#db/schema/forge.ts'
import { inTransaction } from '#db/transaction.ts'
import { assertMay } from '#lib/accounts/assert-may.ts'
import type { Context } from '#lib/context.ts'
import type { Settings } from '#lib/env.ts'
import type { Progress } from '#lib/progress.ts'
import { politeQueue } from './internal/polite-queue.ts'
import { followEntries, repositoriesToVisit } from './internal/repository-rows.ts'
import { sweepVisits } from './internal/visit.ts'
import type { ForgeFault } from './reading.ts'
import { ForgeRefusal } from './refusal.ts'
import { OF_THE_HOST } from './rules/next-visit.ts'
import { type VisitOutcome, visitRepository } from './visit-repository.ts'

export interface HarvestOptions {
  settings: Pick<Settings, 'forgeHosts' | 'forgeTokens' | 'harvest'>
  kind: 'command' | 'schedule'
  /** Those that are not due, too. */
  all?: boolean
  /** One entry alone, by its slug. */
  software?: string
  progress?: Progress
  signal?: AbortSignal
  /** Milliseconds between two visits to a host that is not ours. */
  delay?: number
}

export interface HarvestReport {
  runId: number
  /** Repositories by what came of their visit. */
  outcomes: Record<VisitOutcome | 'postponed', number>
  /** Entries that the harvest changed. */
  changed: string[]
  failed: Array<{ software: string; address: string; fault: ForgeFault; fr: string; en: string }>
  milliseconds: number
}

/** A host is owed a second between two visits, and one visit at a time. */
const DELAY = 1_000
/** Faults in a row after which the rest of a host's repositories wait for another run. */
const PATIENCE = 2
const POSTPONED = 3_600_000

/**
 * Visits the repositories that are due, each on its own: what one does harms no other, and what is
 * written of it is written whole. Hosts of FORGE_HOSTS are ours: nothing is owed to them.
 */
export async function harvest(context: Context, options: HarvestOptions): Promise<HarvestReport> {
  assertMay(context.actor, 'forge.harvest')
  const { settings, kind, all, software, progress, signal, delay = DELAY } = options
  const began = performance.now()
  const { db } = context
  sweepVisits(context.now)
  followEntries(context, settings.forgeHosts)
  const due = repositoriesToVisit(context, {
    ...(all === undefined ? {} : { all }),
    ...(software === undefined ? {} : { software }),
  }).filter(({ host }) => host !== '')
  const report: HarvestReport = {
    runId: 0,
    outcomes: { read: 0, unchanged: 0, failed: 0, postponed: 0 },
    changed: [],
    failed: [],
    milliseconds: 0,
  }
  const { id: runId } = db
    .insert(harvestRun)
    .values({ kind, startedAt: context.now.toISOString(), outcomes: {} })
    .returning({ id: harvestRun.id })
    .get()
  report.runId = runId
  const isOurs = (host: string) =>
    settings.forgeHosts.includes(host) || settings.forgeHosts.includes(host.replace(/:\d+$/, ''))
  const queue = politeQueue(
    due,
    ({ host }) => host,
    (host) =>
      isOurs(host) ? { delay: 0, atOnce: settings.harvest.parallel } : { delay, atOnce: 1 },
  )
  const strikes = new Map<string, number>()

  async function work(): Promise<void> {
    while (!signal?.aborted) {
      const found = queue.next(performance.now())
      if (!('work' in found)) {
        // Nothing left that this one could do: what runs is another's.
        if (found.wait === null) return
        await sleep(found.wait)
        continue
      }
      const row = found.work
      const at: Context = { ...context, now: new Date() }
      const visited = await visitRepository(at, row, { settings, runId })
      report.outcomes[visited.outcome]++
      progress?.step()
      if (visited.changed) report.changed.push(row.slug)
      const { fault } = visited
      if (fault) {
        const { message: fr, en } = new ForgeRefusal(fault, row.host)
        report.failed.push({ software: row.slug, address: row.address, fault, fr, en })
      }
      const strike = fault && OF_THE_HOST.has(fault) ? (strikes.get(row.host) ?? 0) + 1 : 0
      strikes.set(row.host, strike)
      if (strike >= PATIENCE) postpone(at, queue.drop(row.host))
      queue.done(row.host, performance.now())
    }
  }

  function postpone(at: Context, rows: ReadonlyArray<{ softwareId: number }>): void {
    const nextAt = new Date(at.now.getTime() + POSTPONED).toISOString()
    inTransaction(db, (tx) => {
      for (const { softwareId } of rows) {
        tx.update(repository).set({ nextAt }).where(eq(repository.softwareId, softwareId)).run()
      }
    })
    report.outcomes.postponed += rows.length
    progress?.step(rows.length)
  }

  progress?.start('Dépôts', due.length)
  try {
    await Promise.all(Array.from({ length: settings.harvest.parallel }, work))
  } finally {
    progress?.stop()
    report.milliseconds = Math.round(performance.now() - began)
    db.update(harvestRun)
      .set({ endedAt: new Date().toISOString(), outcomes: report.outcomes })
      .where(eq(harvestRun.id, runId))
      .run()
  }
  return report
}
