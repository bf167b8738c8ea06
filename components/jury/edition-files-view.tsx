import { DoneNote } from '#components/accounts/done-note.tsx'
import { colon, formatNumber } from '#components/i18n/format.ts'
import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { formatMoment } from '#components/i18n/moment.ts'
import { pathTo } from '#components/i18n/paths.ts'
import { Breadcrumb } from '#components/ui/breadcrumb.tsx'
import type { FormAction } from '#components/ui/use-sent-form.ts'
import { AssignSection } from './assign-section.tsx'
import { ConfirmSection } from './confirm-section.tsx'
import { EditionFilesTable } from './edition-files-table.tsx'
import { ReportSection } from './report-section.tsx'
import type { ShownEditionFiles } from './shown-edition-files.ts'
import { stateWord } from './state-word.ts'

/** The applications to an edition: who reads what, how far each is, and the results. */
export function EditionFilesView({
  locale,
  shown,
  proposes,
  now,
  done,
  actions,
}: {
  locale: Locale
  shown: ShownEditionFiles
  /** Whether the form shows the distribution that is proposed. */
  proposes: boolean
  now: string
  done: string | undefined
  actions: {
    assign: FormAction<string>
    report: FormAction<string>
    confirm: FormAction<string>
    reopen: FormAction<string>
  }
}) {
  const t = messages(locale)
  const text = t.jury.files
  const { edition, files } = shown
  const address = pathTo(locale, `/espace/label/millesimes/${edition.year}/candidatures`)
  const counts = new Map<string, number>()
  for (const { state } of files) counts.set(state, (counts.get(state) ?? 0) + 1)
  return (
    <>
      <Breadcrumb
        locale={locale}
        trail={[
          { label: t.members.home.title, href: pathTo(locale, '/espace') },
          {
            label: text.edition(edition.year),
            href: pathTo(locale, `/espace/label/millesimes/${edition.year}`),
          },
        ]}
      />
      <h1>{text.title(edition.year)}</h1>
      <p className="lead mt-2">
        {files.length === 0
          ? text.none
          : [...counts]
              .map(
                ([state, n]) => stateWord(locale, state) + colon(locale) + formatNumber(locale, n),
              )
              .join(' ; ')}
      </p>
      <DoneNote text={done} />
      <p className="mt-3 max-w-prose">{text.lead}</p>
      <p className="mt-2 max-w-prose">
        {edition.announcesAt === ''
          ? text.noDates
          : text.dates(
              formatMoment(locale, edition.announcesAt),
              formatMoment(locale, edition.publishesAt || edition.announcesAt),
            )}
      </p>
      {files.length === 0 ? null : <EditionFilesTable locale={locale} shown={shown} />}
      <AssignSection
        locale={locale}
        shown={shown}
        proposes={proposes}
        address={address}
        action={actions.assign}
      />
      <ReportSection locale={locale} shown={shown} address={address} action={actions.report} />
      <ConfirmSection
        locale={locale}
        shown={shown}
        now={now}
        address={address}
        confirm={actions.confirm}
        reopen={actions.reopen}
      />
    </>
  )
}
