import { formatNumber } from '#components/i18n/format.ts'
import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { differenceWords } from '#components/label/difference-words.ts'
import { Link } from '#components/ui/link.tsx'
import type { FormAction } from '#components/ui/use-sent-form.ts'
import { suggestedAnswer } from '#lib/applications/rules/suggested-answer.ts'
import type { CriterionView, GridView } from '#lib/applications/schema.ts'
import { difference } from '#lib/evidence/rules/difference.ts'
import { AnswerForm } from './answer-form.tsx'
import { AnswerRead } from './dossier-reading.tsx'
import { EvidenceBeside } from './evidence-beside.tsx'
import type { AnswerToSave, SaveOutcome } from './saved-answer.ts'
import { anchorOf, dossierPath, type ShownDossier, type ShownPlace } from './shown-dossier.ts'

export interface AnswerActions {
  answer: FormAction<string>
  save: (answer: AnswerToSave) => Promise<SaveOutcome>
}

/** The questions of one axis, each with what adoptions say beside its answer. */
export function AxisQuestions({
  locale,
  place,
  dossier,
  axis,
  actions,
  justSaved,
}: {
  locale: Locale
  place: ShownPlace
  dossier: ShownDossier
  axis: GridView['axes'][number]
  actions: AnswerActions
  /** Slug of the criterion that was saved a moment ago, without scripts. */
  justSaved: string
}) {
  const { axes } = place.grid
  const t = messages(locale).dossier
  const next = axes[axes.indexOf(axis) + 1]
  return (
    <>
      <nav aria-label={t.axes.nav} className="no-print mt-4">
        <ul className="flex flex-wrap gap-x-5 gap-y-1">
          <li>
            <Link className="link" href={dossierPath(locale, place)}>
              {t.axes.all}
            </Link>
          </li>
          {axes.map((item) => (
            <li key={item.slug}>
              <Link
                className="link"
                aria-current={item === axis ? 'page' : undefined}
                href={dossierPath(locale, place, { axe: item.slug })}
              >
                {item.name[locale]}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <h2 className="mt-6">{axis.name[locale]}</h2>
      {axis.criteria.map((criterion) => (
        <Question
          key={criterion.slug}
          {...{ locale, place, dossier, criterion, actions }}
          justSaved={justSaved === criterion.slug}
        />
      ))}
      <p className="mt-8">
        <Link
          className="button button-quiet"
          href={dossierPath(locale, place, next ? { axe: next.slug } : {})}
        >
          {next ? t.axes.next(next.name[locale]) : t.axes.all}
        </Link>
      </p>
    </>
  )
}

function Question({
  locale,
  place,
  dossier,
  criterion,
  actions,
  justSaved,
}: {
  locale: Locale
  place: ShownPlace
  dossier: ShownDossier
  criterion: CriterionView
  actions: AnswerActions
  justSaved: boolean
}) {
  const all = messages(locale)
  const { answer: t, faults, documents } = all.dossier
  const { slug, axis, label, help, clarification } = criterion
  const read = dossier.content.axes
    .flatMap(({ criteria }) => criteria)
    .find((item) => item.slug === slug)
  const evidence = read?.evidence ?? null
  const suggested = suggestedAnswer(criterion.parts, evidence)
  const files = dossier.documents.filter((file) => file.criterion === slug)
  const { key } = place.organisation
  const { saveOf, reuse, reuseList, ...plain } = t
  return (
    <section
      id={anchorOf(slug)}
      aria-labelledby={`${anchorOf(slug)}-title`}
      className="wrap-anywhere mt-6 grid gap-x-8 gap-y-3 border-line border-t pt-5 lg:grid-cols-[3fr_2fr]"
    >
      <div>
        <h3 id={`${anchorOf(slug)}-title`}>
          {criterion.number ? `${criterion.number} ` : ''}
          {label[locale]}
        </h3>
        {criterion.required ? <p className="text-muted">{t.required}</p> : null}
        {help[locale] ? <p className="mt-1 max-w-prose">{help[locale]}</p> : null}
        {clarification[locale] ? (
          <p className="mt-1 max-w-prose">
            <strong>{t.clarification}</strong> {clarification[locale]}
          </p>
        ) : null}
        {dossier.writable ? (
          <AnswerForm
            locale={locale}
            id={anchorOf(slug)}
            address={dossierPath(locale, place, { axe: axis })}
            application={dossier.row.id}
            place={{ key, grid: place.grid.key, axis }}
            criterion={{
              ...{ slug, parts: criterion.parts },
              ...{ choices: criterion.choices, unit: criterion.unit },
            }}
            values={read?.answer ?? {}}
            revision={dossier.revisions[slug] ?? 0}
            suggested={suggested}
            differences={differenceWords(locale, difference(read?.answer ?? null, evidence))}
            action={actions.answer}
            save={actions.save}
            justSaved={justSaved}
            t={{
              ...plain,
              faults,
              saveOf: saveOf(label[locale]),
              reuse: reuseWords(),
              wrong: all.accounts.form.mend,
            }}
          />
        ) : (
          <AnswerRead locale={locale} criterion={criterion} answer={read?.answer ?? null} />
        )}
      </div>
      <div className="self-start rounded-lg bg-soft p-4 text-[0.97rem]">
        <h4 className="font-semibold">{t.evidence}</h4>
        <EvidenceBeside
          locale={locale}
          evidence={evidence}
          organisation={key}
          rule={criterion.rule}
          space
        />
        {files.length > 0 ? (
          <>
            <h4 className="mt-3 font-semibold">{t.documents}</h4>
            <ul className="list-disc pl-5">
              {files.map((file) => (
                <li key={file.id}>
                  <a className="link" href={`/api/espace/documents/${file.id}`}>
                    {file.fileName}
                  </a>
                </li>
              ))}
            </ul>
          </>
        ) : null}
        {dossier.writable ? (
          <p className="mt-3">
            <Link
              className="link"
              href={`${dossierPath(locale, place)}/documents?critere=${slug}`}
              aria-label={`${t.attach}, ${label[locale]}`}
            >
              {t.attach}
            </Link>
            <span className="sr-only"> ({documents.title})</span>
          </p>
        ) : null}
      </div>
    </section>
  )

  function reuseWords(): string {
    const { number, share, list } = suggested
    const value =
      number ??
      (share === undefined ? undefined : `${share}\u00a0%`) ??
      (list === undefined ? undefined : reuseList(formatNumber(locale, list.split('\n').length))) ??
      (suggested['yes-no'] ? t.yes : undefined)
    return value === undefined ? '' : reuse(value)
  }
}
