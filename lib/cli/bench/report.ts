import type { EvidenceTimings } from './evidence.ts'
import { type Judgement, judge, type Report, type ScaleResult } from './verdict.ts'

const whole = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 0 })
const tenths = new Intl.NumberFormat('fr-FR', {
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
})
const mebibytes = (bytes: number) => `${whole.format(bytes / 1_048_576)} Mio`

/** The report as a person reads it. */
export function textOf(report: Report): string {
  const { machine, full, tenth } = report
  return [
    `${machine.cores} × ${machine.cpu}, ${mebibytes(machine.memory)}, Node ${machine.node}, charge ${machine.load.map((load) => tenths.format(load)).join(' puis ')}`,
    aboutScale('Entière', full),
    aboutScale('Dixième', tenth),
    '',
    'Requêtes, dans ce processus, en millisecondes (« en mémoire » : ce que le processus garde et ne relit pas)',
    table(
      ['', 'entière', 'p95', 'dixième', 'p95', 'rapport', 'en mémoire'],
      full.queries.map((query, index) => {
        const small = tenth.queries[index]
        return [
          query.name,
          precise(query.median),
          precise(query.p95),
          precise(small?.median),
          precise(small?.p95),
          precise(query.median / (small?.median ?? Number.NaN)),
          query.memo,
        ]
      }),
    ),
    '',
    evidenceText(full.evidence),
    '',
    'Pages, de la demande au dernier octet, en millisecondes (Kio : sur le fil ; req/s : 4 connexions)',
    table(
      ['', 'entière', '1er oct.', 'p95', 'dixième', 'p95', 'rapport', 'Kio', 'req/s', 'req/s 1/10'],
      full.pages.map((page, index) => {
        const small = tenth.pages[index]
        return [
          page.name,
          tenths.format(page.median),
          tenths.format(page.firstByte),
          tenths.format(page.p95),
          tenths.format(small?.median ?? Number.NaN),
          tenths.format(small?.p95 ?? Number.NaN),
          precise(page.median / (small?.median ?? Number.NaN)),
          whole.format(page.bytes / 1_024),
          whole.format(page.rate),
          whole.format(small?.rate ?? Number.NaN),
        ]
      }),
    ),
    '',
    ...judge(report).map(verdictLine),
    '',
  ].join('\n')
}

/** The report for a program: every figure, and what is wanted of it. */
export function jsonOf(report: Report): string {
  const bare = ({ database, ...result }: ScaleResult) => ({
    ...database.scale,
    bytes: database.bytes,
    ...result,
  })
  const { machine, full, tenth } = report
  const shown = { machine, full: bare(full), tenth: bare(tenth), wanted: judge(report) }
  return `${JSON.stringify(shown, null, 2)}\n`
}

/** The evidence of the label, as a person reads it. */
export function evidenceText(timings: EvidenceTimings): string {
  const { organisations, criteria, rows, all, again, differences, one } = timings
  return [
    `Critères du label : ${whole.format(organisations)} organismes, ${whole.format(criteria)} critères à règle, ${whole.format(rows)} lignes ; tous en ${tenths.format(all)} s, de nouveau sans changement en ${tenths.format(again)} s ; ${differences === 0 ? 'égaux aux lignes' : `${differences} différences`}`,
    table(
      ['ms', 'médiane', 'p95', 'max'],
      one.map(({ name, median, p95, max }) => [name, precise(median), precise(p95), precise(max)]),
    ),
  ].join('\n')
}

function aboutScale(
  title: string,
  { database, organisations, starts, peakMemory }: ScaleResult,
): string {
  const { scale, bytes, madeIn } = database
  const counts = `${whole.format(scale.software)} logiciels, ${whole.format(scale.adoptions)} utilisations, ${whole.format(organisations)} collectivités`
  const made = madeIn === null ? 'déjà là' : `faite en ${whole.format(madeIn)} s`
  const memory =
    peakMemory === null ? 'mémoire non mesurée' : `${mebibytes(peakMemory)} au plus haut`
  return `${title} : ${counts}, ${mebibytes(bytes)} (${made}) ; « npm run up » sert en ${starts.map((s) => tenths.format(s)).join(' · ')} s ; ${memory}`
}

function verdictLine({ wanted, met, misses }: Judgement): string {
  return met ? `tenu    ${wanted}` : `MANQUÉ  ${wanted} — ${misses.join(' ; ')}`
}

/** Two decimals below ten, one above: queries take from microseconds to tens of milliseconds. */
function precise(value: number | undefined): string {
  if (value === undefined || Number.isNaN(value)) return '–'
  return value < 10 ? value.toFixed(2).replace('.', ',') : tenths.format(value)
}

function table(head: readonly string[], rows: ReadonlyArray<readonly string[]>): string {
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)),
  )
  const last = head.at(-1) === 'en mémoire' ? head.length - 1 : -1
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) =>
        column === 0 || column === last
          ? cell.padEnd(widths[column] ?? 0)
          : cell.padStart(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd()
  return [head, ...rows].map(line).join('\n')
}
