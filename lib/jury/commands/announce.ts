import { and, desc, eq } from 'drizzle-orm'
import { membership, user } from '#db/schema/accounts.ts'
import { application, applicationSnapshot, juryDecision } from '#db/schema/applications.ts'
import { award } from '#db/schema/label.ts'
import { organisation } from '#db/schema/organisations.ts'
import { inTransaction, type Tx } from '#db/transaction.ts'
import { assertMay } from '#lib/accounts/assert-may.ts'
import { localeOfUser } from '#lib/accounts/user-locale.ts'
import { snapshotContent } from '#lib/applications/snapshot-schema.ts'
import { recordAudit } from '#lib/audit.ts'
import type { Context } from '#lib/context.ts'
import { parisDay } from '#lib/day.ts'
import { listEditionsHere } from '#lib/label/grid-queries.ts'
import type { EditionCalendar } from '#lib/label/grid-view.ts'
import { editionPhase } from '#lib/label/rules/edition-phase.ts'
import { queueMail } from '#lib/mail/commands.ts'
import { nextCatalogueVersion } from '#lib/meta.ts'
import { sourceRow } from '#lib/sources.ts'
import { setState } from '../internal/jury-file.ts'
import { resultsConfirmedAt } from '../internal/results-mark.ts'
import { announcedMail, publishedMail } from './mails.ts'

/**
 * Announces and publishes what is due, edition by edition, each in one transaction: states, awards,
 * mails and what makes cached pages anew happen together or not at all. Run again, or after it was
 * killed, it finds nothing left to do: the state of a file says whether its mail was queued.
 *
 * The award itself is written here, at the publication date, and not with the jury's decision: what is
 * not in the table of awards cannot leak from it, whoever reads it and however.
 * @throws Forbidden
 */
export function announceDue(
  context: Context,
  { siteUrl }: { siteUrl: string },
): { announced: number; published: number } {
  assertMay(context.actor, 'label.publish')
  const total = { announced: 0, published: 0 }
  for (const edition of listEditionsHere(context)) {
    const phase = editionPhase(edition, context.now)
    if (phase !== 'announced' && phase !== 'published') continue
    if (resultsConfirmedAt(context.db, edition.year) === '') continue
    inTransaction(context.db, (tx) => {
      const publishes = phase === 'published'
      const due = filesIn(tx, edition, 'deliberated')
      for (const file of due) announce(tx, context, edition, file, siteUrl)
      total.announced += due.length
      if (!publishes) return
      const known = new Set(due.map(({ id }) => id))
      const ready = filesIn(tx, edition, 'announced')
      for (const file of ready)
        publish(tx, context, edition, file, { siteUrl, mails: !known.has(file.id) })
      total.published += ready.length
      if (ready.length > 0) nextCatalogueVersion(tx)
    })
  }
  return total
}

type FileRow = ReturnType<typeof filesIn>[number]

function filesIn(tx: Tx, edition: EditionCalendar, state: 'deliberated' | 'announced') {
  return tx
    .select({
      id: application.id,
      organisationId: application.organisationId,
      key: organisation.key,
      name: organisation.name,
      responsibleEmail: application.responsibleEmail,
      electedEmail: application.electedEmail,
      level: juryDecision.level,
      mentions: juryDecision.mentions,
    })
    .from(application)
    .innerJoin(organisation, eq(organisation.id, application.organisationId))
    .innerJoin(juryDecision, eq(juryDecision.applicationId, application.id))
    .where(and(eq(application.grid, edition.grid), eq(application.state, state)))
    .orderBy(application.id)
    .all()
}

function announce(
  tx: Tx,
  context: Context,
  edition: EditionCalendar,
  file: FileRow,
  siteUrl: string,
): void {
  setState(tx, context, [file.id], 'announced')
  const path = `/espace/collectivites/${file.key}/label/${edition.grid}`
  writeTo(tx, context, file, (locale) =>
    announcedMail(locale, mailOf(file, edition, siteUrl, locale, path)),
  )
  audit(tx, context, 'label.announce', file)
}

function publish(
  tx: Tx,
  context: Context,
  edition: EditionCalendar,
  file: FileRow,
  { siteUrl, mails }: { siteUrl: string; mails: boolean },
): void {
  setState(tx, context, [file.id], 'published')
  if (file.level !== '') {
    const numbered = edition.scheme === 'copyleft-5'
    tx.insert(award)
      .values({
        edition: edition.year,
        organisationId: file.organisationId,
        name: nameAsSubmitted(tx, file),
        level: numbered ? Number(file.level) : null,
        distinction: numbered ? '' : file.level,
        mentions: file.mentions,
        sourceId: sourceRow(tx, {
          title: `Décision du jury, millésime ${edition.year}`,
          url: `${siteUrl}/label/${edition.year}`,
          date: parisDay(context.now),
        }),
        applicationId: file.id,
        visibleFrom: edition.publishesAt || edition.announcesAt,
      })
      .run()
    // Announced a moment ago, the candidate has a mail already.
    if (mails) {
      writeTo(tx, context, file, (locale) =>
        publishedMail(locale, mailOf(file, edition, siteUrl, locale, `/label/${edition.year}`)),
      )
    }
  }
  audit(tx, context, 'label.publish', file)
}

function nameAsSubmitted(tx: Tx, file: FileRow): string {
  const last = tx
    .select({ content: applicationSnapshot.content })
    .from(applicationSnapshot)
    .where(eq(applicationSnapshot.applicationId, file.id))
    .orderBy(desc(applicationSnapshot.id))
    .get()
  return last ? snapshotContent.parse(JSON.parse(last.content)).organisation.name : file.name
}

const mailOf = (
  file: FileRow,
  edition: EditionCalendar,
  siteUrl: string,
  locale: 'fr' | 'en',
  path: string,
) => ({
  organisation: file.name,
  year: edition.year,
  link: `${siteUrl}${locale === 'en' ? '/en' : ''}${path}`,
})

/** The two people whom the dossier names; the organisation's managers where it names nobody. */
function writeTo(
  tx: Tx,
  context: Context,
  file: FileRow,
  mail: (locale: 'fr' | 'en') => { subject: string; body: string },
): void {
  const named = [file.responsibleEmail, file.electedEmail].map((item) => item.trim().toLowerCase())
  const managers = tx
    .select({ email: user.email })
    .from(membership)
    .innerJoin(user, eq(user.id, membership.userId))
    .where(and(eq(membership.organisationId, file.organisationId), eq(membership.role, 'manager')))
    .all()
    .map(({ email }) => email)
  const known = named.filter((email) => email !== '')
  for (const to of new Set(known.length > 0 ? known : managers)) {
    const reader = tx.select({ id: user.id }).from(user).where(eq(user.email, to)).get()
    queueMail(tx, context, {
      to,
      userId: reader?.id ?? null,
      kind: 'label',
      ...mail(reader ? localeOfUser(tx, reader.id) : 'fr'),
    })
  }
}

function audit(tx: Tx, context: Context, action: string, file: FileRow): void {
  recordAudit(tx, context, { action, subjectKind: 'application', subject: String(file.id) })
}
