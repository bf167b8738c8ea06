import Papa from 'papaparse'
import type { AuditRow } from './schema.ts'

export const AUDIT_FORMATS = ['csv', 'jsonl'] as const
export type AuditFormat = (typeof AUDIT_FORMATS)[number]

const COLUMNS = ['id', 'at', 'actor_kind', 'actor', 'action', 'subject_kind', 'subject', 'detail']

/** The first line of an export, where its format has one. */
export const auditHead = (format: AuditFormat): string =>
  format === 'csv' ? `${COLUMNS.join(',')}\r\n` : ''

/**
 * Entries of the log as a file holds them: CSV (RFC 4180), in which what a spreadsheet would take for a
 * formula begins with an apostrophe, or one JSON object a line.
 */
export function auditLines(format: AuditFormat, rows: readonly AuditRow[]): string {
  if (format === 'jsonl') return rows.map((row) => `${JSON.stringify(row)}\n`).join('')
  const cells = rows.map((row) => [
    row.id,
    row.at,
    row.actorKind,
    row.actor,
    row.action,
    row.subjectKind,
    row.subject,
    row.detail === null ? '' : JSON.stringify(row.detail),
  ])
  return `${Papa.unparse(cells, { escapeFormulae: true, newline: '\r\n' })}\r\n`
}
