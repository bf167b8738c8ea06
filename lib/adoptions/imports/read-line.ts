import type { LineFault, LineStatus } from '#lib/importers/schema.ts'

/** A line of a list as its job keeps it. */
export interface ReadLine {
  line: number
  label: string
  fields: Record<string, string>
  status: LineStatus
  /** How sure a match is, or what is wrong with a line. */
  certainty:
    | ''
    | 'exact'
    | 'alias'
    | 'package'
    | 'near'
    | 'siren'
    | 'insee'
    | 'name'
    | 'update'
    | 'organisation'
    | 'software'
    | LineFault
  softwareId: number | null
  organisationId: number | null
  candidates: number[]
  decision: '' | 'accept' | 'drop'
}

/** Takes the lines of a list one by one. */
export interface LineSink {
  start(total: number): void
  line(line: ReadLine): void
}
