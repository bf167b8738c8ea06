/** What a spreadsheet takes for the beginning of a formula (OWASP, CSV injection). */
const FORMULA = /^[=+\-@\t\r]/

/** What someone wrote, so that no spreadsheet takes it for a formula. */
export const inert = (text: string): string => (FORMULA.test(text) ? `'${text}` : text)

/** A cell that a spreadsheet shows as it is, whatever someone wrote in it: formulas stay text. */
export function asCell(text: string): string {
  const safe = inert(text)
  return /[";\n\r]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** A CSV as French spreadsheets open it by a double click: semicolons, and a byte order mark. */
export function writeCsv(rows: Iterable<readonly string[]>): string {
  const lines = ['\ufeff']
  for (const row of rows) lines.push(`${row.map(asCell).join(';')}\r\n`)
  return lines.join('')
}
