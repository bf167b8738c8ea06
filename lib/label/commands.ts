import { eq, isNull, ne } from 'drizzle-orm'
import { award, edition } from '#db/schema/label.ts'
import { inTransaction } from '#db/transaction.ts'
import { assertMay } from '#lib/accounts/assert-may.ts'
import { recordAudit } from '#lib/audit.ts'
import type { Context } from '#lib/context.ts'
import { InvalidInput } from '#lib/errors.ts'
import { nextCatalogueVersion } from '#lib/meta.ts'
import { type SourceInput, sourceRow } from '#lib/sources.ts'

interface Bilingual {
  fr: string
  en: string
}
type Source = Omit<SourceInput, 'id'>

export interface EditionInput {
  year: number
  scheme: string
  openedOn: string
  closedOn: string
  announcedOn: string
  candidates: number | null
  axes: Array<{ slug: string } & Bilingual>
  ceremony: Bilingual
  note: Bilingual
  sources: Source[]
}

export interface AwardInput {
  edition: number
  organisationId: number | null
  name: string
  level: number | null
  distinction: string
  mentions: Bilingual[]
  note: Bilingual
  source: Source
  mentionSource: Source | null
}

/**
 * Replaces the documented editions and awards by those given, in one transaction. What is run here is
 * never touched: a year that is run here keeps its edition, and documents add no laureate to its jury's.
 * @throws InvalidInput when an award speaks in the scale of another scheme than its edition's.
 */
export function loadDocumentedLabel(
  context: Context,
  input: { editions: readonly EditionInput[]; awards: readonly AwardInput[] },
): void {
  assertMay(context.actor, 'data.load')
  const schemes = new Map(input.editions.map((item) => [item.year, item.scheme]))
  for (const item of input.awards) {
    const scheme = schemes.get(item.edition)
    const wrong = scheme === 'copyleft-5' ? item.distinction !== '' : item.level !== null
    if (!scheme || wrong) {
      throw new InvalidInput(
        `L’attribution ${item.edition} de ${item.name} ne suit pas l’échelle de son millésime.`,
        `The ${item.edition} award to ${item.name} does not follow the scale of its edition.`,
      )
    }
  }
  inTransaction(context.db, (tx) => {
    tx.delete(award).where(isNull(award.applicationId)).run()
    const here = new Set(
      tx
        .select({ year: edition.year })
        .from(edition)
        .where(ne(edition.state, 'documented'))
        .all()
        .map(({ year }) => year),
    )
    tx.delete(edition).where(eq(edition.state, 'documented')).run()
    for (const { note, ceremony, sources, ...row } of input.editions) {
      if (here.has(row.year)) continue
      const sourceIds = sources.map((source) => sourceRow(tx, source))
      tx.insert(edition)
        .values({
          ...row,
          ceremonyFr: ceremony.fr,
          ceremonyEn: ceremony.en,
          noteFr: note.fr,
          noteEn: note.en,
          sourceIds,
        })
        .run()
    }
    for (const { note, source, mentionSource, ...row } of input.awards) {
      if (here.has(row.edition)) continue
      tx.insert(award)
        .values({
          ...row,
          noteFr: note.fr,
          noteEn: note.en,
          sourceId: sourceRow(tx, source),
          mentionSourceId: mentionSource ? sourceRow(tx, mentionSource) : null,
        })
        .run()
    }
    nextCatalogueVersion(tx)
    recordAudit(tx, context, {
      action: 'label.load',
      subjectKind: 'edition',
      subject: '*',
      detail: { editions: input.editions.length, awards: input.awards.length },
    })
  })
}
