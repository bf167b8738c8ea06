/** A cell of a spreadsheet, with its kind: numbers stay numbers, dates stay dates. */
export type SheetCell =
  | null
  | string
  | number
  | { date: string }
  /** Whole euros. */
  | { euros: number }
  | { text: string; href: string }

export interface Sheet {
  name: string
  /** The first row is that of the headings. */
  rows: ReadonlyArray<readonly SheetCell[]>
}
