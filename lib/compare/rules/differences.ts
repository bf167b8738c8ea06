import type { ComparedRow, Value } from './value.ts'

export interface SortedRows {
  /** Rows in which two software at least are not alike: what a reader decides on. */
  differ: ComparedRow[]
  same: ComparedRow[]
  /** Rows of which nothing is known of any. */
  unknown: ComparedRow[]
}

/**
 * Parts rows by whether they help to choose. What is known of one and not of another differs: a reader
 * must not take silence for sameness. Of one software alone, all that is known differs.
 */
export function sortRows(rows: readonly ComparedRow[]): SortedRows {
  const sorted: SortedRows = { differ: [], same: [], unknown: [] }
  for (const row of rows) sorted[standingOf(row)].push(row)
  return sorted
}

function standingOf({ cells }: ComparedRow): keyof SortedRows {
  if (cells.every((cell) => cell.kind === 'unknown')) return 'unknown'
  const kinds = new Set(cells.map(essence))
  return cells.length === 1 || kinds.size > 1 ? 'differ' : 'same'
}

/** What makes two cells alike: not the order of a set, nor the addresses behind figures. */
function essence(value: Value): string {
  switch (value.kind) {
    case 'unknown':
      return ''
    case 'links':
      return JSON.stringify(value.items.map(({ key }) => key).toSorted())
    case 'codes':
      return JSON.stringify(value.codes.toSorted())
    case 'use': {
      const { confirmed, reported, toReconfirm } = value.use
      return JSON.stringify([confirmed, reported, toReconfirm])
    }
    case 'like':
      return JSON.stringify([value.n, value.names.map(({ key }) => key)])
    case 'euros':
      return JSON.stringify([value.sum, value.given, value.of])
    case 'release':
      return JSON.stringify([value.version, value.date])
    case 'licence':
      return value.spdx
    case 'year':
      return String(value.year)
    case 'date':
      return value.date
    case 'number':
      return String(value.n)
  }
}
