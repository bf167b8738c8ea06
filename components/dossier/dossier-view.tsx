import { FieldsForm } from '#components/accounts/fields-form.tsx'
import { formTexts } from '#components/accounts/form-texts.ts'
import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { formatMoment } from '#components/i18n/moment.ts'
import { pathTo } from '#components/i18n/paths.ts'
import { type CandidateResult, ResultForCandidate } from '#components/jury/result-for-candidate.tsx'
import { Breadcrumb } from '#components/ui/breadcrumb.tsx'
import type { FormAction } from '#components/ui/use-sent-form.ts'
import { type AnswerActions, AxisQuestions } from './axis-questions.tsx'
import { DossierOverview } from './dossier-overview.tsx'
import { dossierPath, type ShownDossier, type ShownPlace } from './shown-dossier.ts'

export interface DossierActions extends AnswerActions {
  /** What has a button alone: which one is in the form. */
  step: FormAction<string>
  people: FormAction<string>
}

/** The page of a dossier: its state and what is missing, or the questions of one axis. */
export function DossierView({
  locale,
  place,
  dossier,
  result,
  asked,
  actions,
}: {
  locale: Locale
  place: ShownPlace
  dossier: ShownDossier | undefined
  /** What the jury decided, once it is announced. */
  result: CandidateResult | null
  /** What the address asks for: an axis, what was just saved or done. */
  asked: { axis: string; saved: string; done: string }
  actions: DossierActions
}) {
  const all = messages(locale)
  const t = all.dossier
  const { organisation, edition, grid } = place
  const year = String(edition?.year ?? '')
  const axis = grid.axes.find(({ slug }) => slug === asked.axis)
  const opens = dossier === undefined || dossier.row.state === 'withdrawn'
  const heading = edition ? t.of(organisation.name, year) : t.selfOf(organisation.name)
  return (
    <>
      <Breadcrumb
        locale={locale}
        trail={[
          { label: all.space.breadcrumb, href: pathTo(locale, '/espace') },
          {
            label: organisation.name,
            href: pathTo(locale, `/espace/collectivites/${organisation.key}`),
          },
          {
            label: t.progress,
            href: pathTo(locale, `/espace/collectivites/${organisation.key}/label`),
          },
        ]}
      />
      <h1>{axis ? `${heading} : ${axis.name[locale]}` : heading}</h1>
      <p className="mt-1 max-w-prose text-muted">{grid.note[locale] || t.ours}</p>
      {dossier ? <State locale={locale} place={place} dossier={dossier} /> : null}
      <ResultForCandidate locale={locale} result={result} />
      {opens ? (
        <section className="mt-6 grid gap-3">
          <p className="max-w-prose">
            {dossier
              ? t.open.withdrawn
              : edition
                ? `${t.open.none} ${t.open.text}`
                : t.open.selfText}
          </p>
          <FieldsForm
            id="open"
            action={actions.step}
            address={dossierPath(locale, place)}
            hidden={{ locale, geste: 'ouvrir', key: organisation.key, grille: grid.key }}
            texts={formTexts(
              all,
              dossier ? t.open.again : edition ? t.open.submit : t.open.selfSubmit,
            )}
          />
        </section>
      ) : null}
      {dossier && axis ? (
        <AxisQuestions {...{ locale, place, dossier, axis, actions }} justSaved={asked.saved} />
      ) : null}
      {dossier && !axis ? (
        <DossierOverview {...{ locale, place, dossier, actions }} done={asked.done} />
      ) : null}
    </>
  )
}

/** Where the dossier stands, and until when something can be done. */
function State({
  locale,
  place: { edition },
  dossier: { row, writable, sendable },
}: {
  locale: Locale
  place: ShownPlace
  dossier: ShownDossier
}) {
  const t = messages(locale).dossier
  if (edition === null) return <p className="lead mt-3">{t.selfState}</p>
  const being = row.state === 'draft' || row.state === 'validated'
  return (
    <div className="mt-4 grid gap-2">
      <p className="lead">
        <strong>{t.states[row.state]}.</strong> {t.stateText[row.state]}
      </p>
      {being && writable ? <p>{t.closes(formatMoment(locale, edition.closesAt))}</p> : null}
      {being && !writable ? <p>{sendable ? t.graceText : t.closed}</p> : null}
      {row.state === 'more-requested' ? (
        <>
          <p>{t.moreText(formatMoment(locale, row.moreUntil))}</p>
          <blockquote className="max-w-prose whitespace-pre-wrap border-accent border-l-4 pl-4">
            {row.moreRequested}
          </blockquote>
        </>
      ) : null}
    </div>
  )
}
