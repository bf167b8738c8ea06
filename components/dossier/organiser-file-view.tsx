import { FieldsForm } from '#components/accounts/fields-form.tsx'
import { formTexts } from '#components/accounts/form-texts.ts'
import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { formatMoment } from '#components/i18n/moment.ts'
import { organisationPath, pathTo } from '#components/i18n/paths.ts'
import { Breadcrumb } from '#components/ui/breadcrumb.tsx'
import { Link } from '#components/ui/link.tsx'
import { TakesFocus } from '#components/ui/takes-focus.tsx'
import type { FormAction } from '#components/ui/use-sent-form.ts'
import type { ApplicationState } from '#lib/applications/rules/states.ts'
import type { SnapshotContent } from '#lib/applications/schema.ts'
import { DossierReading } from './dossier-reading.tsx'
import { HistoryList } from './history-list.tsx'
import type { ShownEvent } from './shown-dossier.ts'

export interface ShownFile {
  id: number
  edition: number
  organisation: { key: string; name: string }
  state: ApplicationState
  moreRequested: string
  moreUntil: string
  asksMore: boolean
  file: { content: SnapshotContent; sha256: string } | undefined
  history: readonly ShownEvent[]
}

/** A candidate's file as an organiser reads it, and the form that asks for more. */
export function OrganiserFileView({
  locale,
  file,
  action,
  asked,
}: {
  locale: Locale
  file: ShownFile
  action: FormAction<string>
  /** Whether more was asked for a moment ago. */
  asked: boolean
}) {
  const all = messages(locale)
  const t = all.dossier
  const o = t.organiser
  const api = `/api/espace/candidatures/${file.id}`
  return (
    <>
      <Breadcrumb
        locale={locale}
        trail={[
          { label: all.space.breadcrumb, href: pathTo(locale, '/espace') },
          {
            label: String(file.edition),
            href: pathTo(locale, `/espace/label/millesimes/${file.edition}`),
          },
        ]}
      />
      <h1>{t.of(file.organisation.name, String(file.edition))}</h1>
      <p className="lead mt-2">
        {o.state} : <strong>{t.states[file.state]}</strong>.{' '}
        <Link className="link" href={organisationPath(locale, file.organisation.key)}>
          {file.organisation.name}
        </Link>
      </p>
      <div className="mt-6 grid gap-8 wrap-anywhere">
        {asked ? (
          <TakesFocus labelledBy="done" className="rounded-lg border-2 border-accent p-4">
            <p id="done">{o.asked}</p>
          </TakesFocus>
        ) : null}
        {file.state === 'more-requested' ? (
          <section>
            <p>{t.moreText(formatMoment(locale, file.moreUntil))}</p>
            <blockquote className="max-w-prose whitespace-pre-wrap border-accent border-l-4 pl-4">
              {file.moreRequested}
            </blockquote>
          </section>
        ) : null}
        {file.file ? (
          <>
            <p>
              {t.submission.sent(formatMoment(locale, file.file.content.submittedAt))}{' '}
              {t.submission.hash} <code className="break-all">{file.file.sha256}</code>
            </p>
            <p className="flex flex-wrap gap-x-5">
              <a className="link" href={`${api}/pdf?langue=${locale}`}>
                {t.downloads.pdf}
              </a>
              <a className="link" href={`${api}/odt?langue=${locale}`}>
                {t.downloads.odt}
              </a>
              <a className="link" href={`${api}/json`}>
                {t.downloads.json}
              </a>
            </p>
            <DossierReading locale={locale} content={file.file.content} link />
          </>
        ) : (
          <p>{o.nothing}</p>
        )}
        {file.asksMore ? (
          <section aria-labelledby="ask-more">
            <h2 id="ask-more">{o.askMore}</h2>
            <FieldsForm
              id="more"
              action={action}
              address={pathTo(locale, `/espace/label/candidatures/${file.id}`)}
              hidden={{ locale, dossier: String(file.id) }}
              fields={[
                { name: 'what', label: o.what, hint: o.whatHint, kind: 'lines' },
                { name: 'until', label: o.until, hint: o.untilHint, kind: 'text' },
              ]}
              faults={t.faults}
              texts={formTexts(all, o.submit)}
            />
          </section>
        ) : null}
        <HistoryList locale={locale} events={file.history} />
      </div>
    </>
  )
}
