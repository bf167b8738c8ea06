import { sql } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { type Columns, type Field, findColumns } from '#lib/importers/lists/columns.ts'
import type { List } from '#lib/importers/lists/read-list.ts'
import { UnreadableList } from '#lib/importers/lists/unreadable-list.ts'
import type { LineFault } from '#lib/importers/schema.ts'
import { sinceOf, stateOf } from '../rules/list-values.ts'
import { reportsAs } from '../rules/may-report.ts'
import { highestVersion } from '../rules/package-name.ts'
import { organisationMatcher } from './match-organisation.ts'
import { softwareMatcher } from './match-software.ts'
import { readPackageNames } from './package-names.ts'
import type { LineSink, ReadLine } from './read-line.ts'
import { namesOf } from './read-own.ts'
import { recordOf } from './record-of.ts'

/** Who reports, and of what. */
export interface Reporter {
  organisationId: number
  kind: string
  /** The software of every line; null where each names its own. */
  softwareId: number | null
}

type Cells = (field: Field) => string

/**
 * Reads who uses a software, as its publisher or an operator says: each line's organisation, its
 * software, and whether the record says so already.
 * @param today YYYY-MM-DD
 * @throws UnreadableList
 */
export function readReport(db: Db, reporter: Reporter, list: List, today: string, sink: LineSink) {
  const { columns, lines, header } = findColumns('report', list.rows)
  const keys = ['siren', 'siret', 'insee', 'organisation'] as const
  if (keys.every((key) => columns[key] === undefined)) {
    throw new UnreadableList('no-organisation-column')
  }
  if (reporter.softwareId === null && columns.software === undefined) {
    throw new UnreadableList('no-software-column')
  }
  const reading = {
    softwareOf: softwareOf(db, reporter),
    organisationOf: organisationMatcher(db),
    recordOf: recordOf(db),
    seen: new Map<string, string>(),
    reporter,
    today,
  }
  sink.start(lines.length)
  for (const { line, cells } of lines) {
    const at: Cells = (field) => cellOf(columns, cells, field)
    sink.line({ line, label: labelOf(at, cells), ...readLine(reading, at) })
  }
  return { columns: namesOf(columns, header), lines: lines.length }
}

function cellOf(columns: Columns, cells: readonly string[], field: Field): string {
  const column = columns[field]
  return column === undefined ? '' : (cells[column] ?? '')
}

/** What a person knows the line by. */
function labelOf(at: Cells, cells: readonly string[]): string {
  const place = at('departement')
  const name = at('organisation')
  const key = at('siren') || at('siret') || at('insee')
  const who = [name, place === '' ? '' : `(${place})`, key].filter((part) => part !== '').join(' ')
  return (who || cells.filter((cell) => cell !== '').join(' · ')).slice(0, 200)
}

interface Reading {
  softwareOf: (name: string) => number | 'unknown' | 'not-yours' | 'no-software'
  organisationOf: ReturnType<typeof organisationMatcher>
  recordOf: ReturnType<typeof recordOf>
  /** Pairs that earlier lines name, with what they say. */
  seen: Map<string, string>
  reporter: Reporter
  today: string
}

function readLine(reading: Reading, at: Cells): Omit<ReadLine, 'line' | 'label'> {
  const state = stateOf(at('state'))
  const since = sinceOf(at('since'), reading.today)
  const version = highestVersion(at('version')) || at('version').slice(0, 60)
  const fields = {
    state: state ?? '',
    since: since ?? '',
    version,
    ...(reading.reporter.softwareId === null ? { software: at('software') } : {}),
  }
  const empty = { softwareId: null, organisationId: null, candidates: [], decision: '' as const }
  const wrong = (fault: LineFault) => ({
    ...empty,
    fields,
    status: 'wrong' as const,
    certainty: fault,
  })
  const unknown = (what: 'organisation' | 'software') => ({
    ...empty,
    fields,
    status: 'unknown' as const,
    certainty: what,
  })

  const softwareId = reading.softwareOf(at('software'))
  if (softwareId === 'unknown') return unknown('software')
  if (typeof softwareId === 'string') return wrong(softwareId)
  if (state === undefined) return wrong('bad-state')
  if (since === undefined) return wrong('bad-since')
  const match = reading.organisationOf({
    siren: at('siren'),
    siret: at('siret'),
    insee: at('insee'),
    organisation: at('organisation'),
    departement: at('departement'),
  })
  if (match.status === 'wrong') return wrong(match.fault)
  if (match.status === 'unknown') return unknown('organisation')
  if (match.status === 'ambiguous') {
    const { candidates } = match
    return { ...empty, fields, softwareId, status: 'ambiguous', certainty: '', candidates }
  }
  const { organisationId, certainty } = match
  if (organisationId === reading.reporter.organisationId) return wrong('yourself')
  const pair = `${softwareId}/${organisationId}`
  if (reading.seen.has(pair)) return wrong('twice')
  reading.seen.set(pair, '')
  const record = reading.recordOf(softwareId, organisationId, {
    reporterId: reading.reporter.organisationId,
    state,
    since,
    version,
  })
  return {
    ...empty,
    fields,
    softwareId,
    organisationId,
    status: record === 'present' ? 'present' : 'matched',
    certainty: record === 'update' ? 'update' : certainty,
    decision: record === 'present' ? '' : 'accept',
  }
}

/** The software that a line means, if the reporter may speak of it. */
function softwareOf(db: Db, { organisationId, kind, softwareId }: Reporter): Reading['softwareOf'] {
  if (softwareId !== null) return () => softwareId
  const match = softwareMatcher(db, readPackageNames())
  const published = new Set(
    db
      .all<{ id: number }>(sql`SELECT s.id FROM software s JOIN publisher p ON p.id = s.publisher_id
        WHERE p.organisation_id = ${organisationId}`)
      .map((row) => row.id),
  )
  const known = new Map<string, ReturnType<Reading['softwareOf']>>()
  const find = (name: string) => {
    if (name.trim() === '') return 'no-software'
    const { softwareId: id } = match(name)
    if (id === null) return 'unknown'
    return reportsAs(kind, published.has(id)) ? id : 'not-yours'
  }
  return (name) => {
    const found = known.get(name) ?? find(name)
    known.set(name, found)
    return found
  }
}
