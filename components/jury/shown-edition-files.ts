import type { Bilingual } from '#components/i18n/locale.ts'

export interface ShownEditionFile {
  applicationId: number
  organisation: { key: string; name: string; departement: string }
  state: string
  moreUntil: string
  seats: Array<{ userId: string; finished: boolean; barred: boolean; reason: string }>
  complete: boolean
  links: Record<string, 'member' | 'epci' | 'operator' | 'named'>
  proposed: string[]
  decision: { level: Bilingual | null } | null
  barredToMe: boolean
}

/** The applications to an edition as its organiser follows them. */
export interface ShownEditionFiles {
  edition: {
    year: number
    announcesAt: string
    publishesAt: string
    jurorsEach: number
  }
  withJury: boolean
  confirmedAt: string
  jurors: Array<{ userId: string; name: string; email: string; files: number }>
  files: ShownEditionFile[]
}

/** States of a file that its jury is still at work on. */
export const isWithItsJury = ({ state }: { state: string }): boolean =>
  ['submitted', 'more-requested', 'examining', 'assessed'].includes(state)
