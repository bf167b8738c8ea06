'use client'

import { type FormEvent, useActionState } from 'react'
import type { Locale } from '#components/i18n/locale.ts'
import type { FormState } from '#components/ui/form-state.ts'
import { HiddenFields } from '#components/ui/hidden-fields.tsx'
import { TakesFocus } from '#components/ui/takes-focus.tsx'
import type { FormAction } from '#components/ui/use-sent-form.ts'
import type { AnswerPart, CriterionView } from '#lib/applications/schema.ts'
import { AnswerFields } from './answer-fields.tsx'
import { AnswerMeanwhile } from './answer-meanwhile.tsx'
import type { AnswerToSave, SaveOutcome } from './saved-answer.ts'
import { useAnswer } from './use-answer.ts'

interface AnswerFormProps {
  locale: Locale
  id: string
  /** Of this very page. */
  address: string
  application: number
  place: { key: string; grid: string; axis: string }
  criterion: Pick<CriterionView, 'slug' | 'parts' | 'choices' | 'unit'>
  values: Partial<Record<string, string>>
  revision: number
  suggested: Partial<Record<AnswerPart, string>>
  /** How the answer on record differs from what adoptions show, in sentences. */
  differences: readonly string[]
  action: FormAction<string>
  save: (answer: AnswerToSave) => Promise<SaveOutcome>
  /** Whether this answer was saved a moment ago, without scripts. */
  justSaved: boolean
  t: AnswerFormTexts
}

export interface AnswerFormTexts {
  parts: Record<AnswerPart, string>
  faults: Record<string, string>
  saveOf: string
  reuse: string
  wrong: string
  yes: string
  no: string
  unsaid: string
  save: string
  saving: string
  savedAt: string
  saved: string
  failed: string
  unvalidated: string
  local: string
  localTake: string
  localDrop: string
  theirs: string
  keepMine: string
  takeTheirs: string
}

/** The answer to one criterion: saved as it is typed, or by its button. */
export function AnswerForm(props: AnswerFormProps) {
  const { locale, id, address, application, place, criterion, suggested, t } = props
  const { slug, parts } = criterion
  const [posted, post] = useActionState<FormState<string>, FormData>(
    props.action,
    { values: {}, faults: {}, refusals: 0 },
    address,
  )
  const values = posted.refusals > 0 ? posted.values : props.values
  const answer = useAnswer({
    ...{ locale, application, criterion: slug, parts },
    values: props.values,
    revision: props.revision,
    save: props.save,
  })
  const { outcome, status } = answer
  const keys = outcome.time === undefined ? posted.faults : (outcome.faults ?? {})
  const faults = Object.fromEntries(
    Object.entries(keys).map(([part, key]) => [part, t.faults[key ?? ''] ?? t.wrong]),
  )
  const refusal = outcome.time === undefined ? posted.refusal : outcome.refusal
  const meanwhile =
    outcome.meanwhile ??
    (posted.meanwhile && outcome.time === undefined
      ? { revision: Number(posted.values.revision), answer: posted.meanwhile }
      : undefined)

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const submitter = (event.nativeEvent as SubmitEvent).submitter
    if (submitter instanceof HTMLButtonElement && submitter.name === 'reprendre') {
      answer.reuse(suggested)
    } else void answer.send()
  }

  const said =
    status === 'saving'
      ? t.saving
      : status === 'failed'
        ? t.failed
        : status === 'saved'
          ? t.savedAt.replace('{time}', outcome.time ?? '')
          : props.justSaved
            ? t.saved
            : ''
  return (
    <form
      ref={answer.form}
      action={post}
      onSubmit={submit}
      onInput={answer.typing}
      noValidate
      className="mt-3 grid gap-4"
    >
      <HiddenFields
        fields={[
          ['locale', locale],
          ['dossier', String(application)],
          ['critere', slug],
          ['key', place.key],
          ['grille', place.grid],
          ['axe', place.axis],
          ['revision', String(meanwhile?.revision ?? props.revision)],
        ]}
      />
      {refusal !== undefined || Object.keys(faults).length > 0 ? (
        <TakesFocusOnce focus={outcome.time === undefined} id={`${id}-wrong`}>
          {refusal ?? Object.values(faults).join(' ')}
        </TakesFocusOnce>
      ) : null}
      {meanwhile ? (
        <AnswerMeanwhile
          parts={parts}
          answer={meanwhile.answer}
          address={address}
          t={t}
          scripted={outcome.meanwhile !== undefined}
          keepMine={answer.keepMine}
          takeTheirs={answer.takeTheirs}
        />
      ) : null}
      {answer.found ? (
        <div className="border-warn border-l-4 bg-warn-soft px-3 py-2">
          <p className="font-semibold">{t.local}</p>
          <p className="max-h-40 overflow-auto whitespace-pre-wrap">
            {Object.values(answer.found).filter(Boolean).join('\n')}
          </p>
          <p className="mt-2 flex flex-wrap gap-2">
            <button
              type="button"
              className="button"
              onClick={() => answer.take(answer.found ?? {})}
            >
              {t.localTake}
            </button>
            <button type="button" className="button button-quiet" onClick={answer.dropFound}>
              {t.localDrop}
            </button>
          </p>
        </div>
      ) : null}
      <AnswerFields
        locale={locale}
        id={id}
        criterion={criterion}
        values={values}
        faults={faults}
        t={t}
      />
      {(outcome.saved?.differences ?? props.differences).map((sentence) => (
        <p key={sentence} className="text-[0.97rem]">
          {sentence}
        </p>
      ))}
      <div className="flex flex-wrap items-center gap-3">
        <button type="submit" className="button button-quiet" aria-label={t.saveOf}>
          {t.save}
        </button>
        {t.reuse ? (
          <button
            type="submit"
            name="reprendre"
            value={JSON.stringify(suggested)}
            className="button button-quiet"
          >
            {t.reuse}
          </button>
        ) : null}
        <p role="status" className="text-[0.95rem] text-muted">
          {said}
        </p>
      </div>
      {outcome.saved?.unvalidated ? <p className="text-warn">{t.unvalidated}</p> : null}
    </form>
  )
}

function TakesFocusOnce({
  focus,
  id,
  children,
}: {
  /** A page that came back says first what is wrong; one that is being typed in does not jump. */
  focus: boolean
  id: string
  children: string
}) {
  const className = 'rounded-lg border-2 border-danger p-3'
  const said = <p id={id}>{children}</p>
  if (!focus) {
    return (
      <div role="alert" className={className}>
        {said}
      </div>
    )
  }
  return (
    <TakesFocus labelledBy={id} className={className}>
      {said}
    </TakesFocus>
  )
}
