import { sql } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { type Columns, findColumns } from '#lib/importers/lists/columns.ts'
import type { List } from '#lib/importers/lists/read-list.ts'
import { UnreadableList } from '#lib/importers/lists/unreadable-list.ts'
import { fold } from '#lib/text.ts'
import { countOf } from '../rules/list-values.ts'
import { highestVersion, nameKeyOf, versionIn } from '../rules/package-name.ts'
import { softwareMatcher } from './match-software.ts'
import { readPackageNames } from './package-names.ts'
import type { LineSink, ReadLine } from './read-line.ts'

interface Named {
  line: number
  label: string
  version: string
  installations: number
  rows: number
}

/**
 * Reads what an organisation uses itself: each name once, however many lines of an inventory bear it,
 * and which software of the catalogue it means.
 * @throws UnreadableList
 */
export function readOwnList(
  db: Pick<Db, 'all'>,
  organisationId: number,
  list: List,
  sink: LineSink,
) {
  const { columns, lines, header } = findColumns('own', list.rows)
  if (columns.software === undefined) throw new UnreadableList('no-software-column')
  const named = byName(lines, columns)
  const match = softwareMatcher(db, readPackageNames())
  const known = knownOf(db, organisationId)
  sink.start(named.length)
  for (const item of named) {
    const found = match(item.label)
    const record = found.softwareId === null ? undefined : known.get(found.softwareId)
    const said = record === 'own' ? ('present' as const) : ('matched' as const)
    const sure = found.softwareId !== null && !isShort(item.label, found.certainty)
    sink.line({
      line: item.line,
      label: item.label,
      fields: {
        version: item.version,
        ...(item.installations > 0 ? { installations: String(item.installations) } : {}),
        ...(item.rows > 1 ? { lines: String(item.rows) } : {}),
        ...(record ? { known: record } : {}),
      },
      status:
        found.softwareId !== null ? said : found.candidates.length > 0 ? 'ambiguous' : 'unknown',
      certainty: found.certainty,
      softwareId: found.softwareId,
      organisationId,
      candidates: found.candidates,
      decision: sure && said === 'matched' ? 'accept' : '',
    })
  }
  return { columns: namesOf(columns, header), lines: lines.length }
}

/** Aliases of two or three letters are right often, not always: a person says. */
const isShort = (label: string, certainty: ReadLine['certainty']) =>
  certainty === 'alias' && fold(label).length < 4

export function namesOf(columns: Columns, header: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    Object.entries(columns).map(([field, at]) => [field, header[at] ?? String(at + 1)]),
  )
}

function byName(lines: ReadonlyArray<List['rows'][number]>, columns: Columns): Named[] {
  const all = new Map<string, Named>()
  for (const { line, cells } of lines) {
    const at = (column: number | undefined) => (column === undefined ? '' : (cells[column] ?? ''))
    const label = at(columns.software)
    const key = nameKeyOf(label) || fold(label)
    if (key === '') continue
    const version = highestVersion(at(columns.version)) || versionIn(label)
    const installations =
      countOf(at(columns.installations)) ?? countOf(at(columns.workstations)) ?? 0
    const before = all.get(key)
    if (!before) {
      all.set(key, { line, label, version, installations, rows: 1 })
      continue
    }
    before.version = highestVersion(`${before.version} ${version}`)
    before.installations += installations
    before.rows++
  }
  return [...all.values()]
}

/** What the organisation's record holds already: its own word, or another's that an import would confirm. */
function knownOf(db: Pick<Db, 'all'>, organisationId: number): Map<number, 'own' | 'reported'> {
  const rows = db.all<{ id: number; own: number }>(sql`
    SELECT software_id AS id, origin = 'organisation' AND trust IN ('confirmed', 'contested') AS own
    FROM adoption WHERE organisation_id = ${organisationId}`)
  return new Map(rows.map((row) => [row.id, row.own ? 'own' : 'reported']))
}
