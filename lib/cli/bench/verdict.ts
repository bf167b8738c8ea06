import type { EvidenceTimings } from './evidence.ts'
import type { PageTiming } from './pages.ts'
import type { QueryTiming } from './queries.ts'
import type { ScaleDatabase } from './scale.ts'

/** What was measured of one scale. */
export interface ScaleResult {
  database: ScaleDatabase
  organisations: number
  /** Rows by which each projection differs from the adoptions it is made of: all zero, or wrong. */
  figures: Record<string, number>
  /** Seconds from `npm run up` to the first page, once a start. */
  starts: number[]
  queries: QueryTiming[]
  evidence: EvidenceTimings
  pages: PageTiming[]
  peakMemory: number | null
}

export interface Report {
  machine: { cpu: string; cores: number; memory: number; node: string; load: [number, number] }
  full: ScaleResult
  tenth: ScaleResult
}

/** What is wanted of the full scale, in the units of the report. */
export const WANTED = {
  pageMs: 50,
  facetsMs: 30,
  ratio: 1.5,
  startSeconds: 5,
  memoryBytes: 512 * 1_024 * 1_024,
  evidenceSeconds: 30,
  oneEvidenceMs: 50,
} as const

export interface Judgement {
  wanted: string
  met: boolean
  /** What misses it, with its figure. */
  misses: string[]
}

export const EVIDENCE_WANTED = `critères de tous les organismes en ${WANTED.evidenceSeconds} s, d’un seul en ${WANTED.oneEvidenceMs} ms (p95), égaux aux lignes`

/** What of the label's evidence misses what is wanted of it. */
export function evidenceMisses({ all, one, differences }: EvidenceTimings): string[] {
  return [
    ...(all < WANTED.evidenceSeconds ? [] : [`tous : ${all.toFixed(1)} s`]),
    ...one
      .filter(({ p95 }) => p95 >= WANTED.oneEvidenceMs)
      .map(({ name, p95 }) => `${name} : ${p95.toFixed(1)} ms`),
    ...(differences === 0 ? [] : [`${differences} différences`]),
  ]
}

/** Holds a report against what is wanted. */
export function judge({ full, tenth }: Report): Judgement[] {
  const slow = full.pages.filter((page) => page.p95 >= WANTED.pageMs)
  const growing = full.pages.flatMap((page, index) => {
    const ratio = page.median / (tenth.pages[index]?.median ?? Number.NaN)
    return ratio <= WANTED.ratio ? [] : [`${page.name} : ${ratio.toFixed(2)}`]
  })
  const facets = full.pages.filter(
    (page) => page.name === '/logiciels?facettes' && page.p95 >= WANTED.facetsMs,
  )
  const ms = (page: PageTiming) => `${page.name} : ${page.p95.toFixed(1)} ms`
  const start = Math.max(...full.starts)
  const wrong = [full, tenth].flatMap(({ database, figures }) =>
    Object.entries(figures).flatMap(([table, n]) =>
      n === 0 ? [] : [`${table} (${database.scale.name}) : ${n} lignes`],
    ),
  )
  const judgement = (wanted: string, misses: string[]): Judgement => ({
    wanted,
    met: misses.length === 0,
    misses,
  })
  return [
    judgement(`chaque page sous ${WANTED.pageMs} ms (p95, échelle entière)`, slow.map(ms)),
    judgement(`liste à facettes sous ${WANTED.facetsMs} ms (p95, échelle entière)`, facets.map(ms)),
    judgement(
      `aucune page plus de ${WANTED.ratio} fois plus lente qu’au dixième (médianes)`,
      growing,
    ),
    judgement(
      `« npm run up » sert en ${WANTED.startSeconds} s un dossier déjà rempli`,
      start < WANTED.startSeconds ? [] : [`${start.toFixed(1)} s`],
    ),
    judgement(
      `serveur sous ${WANTED.memoryBytes / 1_048_576} Mio au plus haut`,
      full.peakMemory === null || full.peakMemory < WANTED.memoryBytes
        ? []
        : [`${Math.round(full.peakMemory / 1_048_576)} Mio`],
    ),
    judgement('chiffres projetés égaux aux lignes', wrong),
    judgement(EVIDENCE_WANTED, evidenceMisses(full.evidence)),
  ]
}
