'use client'

import type { ReactNode } from 'react'
import { FormSummary } from '#components/ui/form-summary.tsx'
import { type FormAction, useSentForm } from '#components/ui/use-sent-form.ts'
import { AxisScore, type AxisTexts } from './axis-score.tsx'

export interface ScoredAxis {
  slug: string
  heading: string
  scoreLabel: string
  commentLabel: string
  saveLabel: string
  score: string
  comment: string
  /** What is read before it is scored. */
  reading: ReactNode
}

export interface ScoresTexts extends AxisTexts {
  wrong: string
  mend: string
  failed: string
  finish: string
  finishHeading: string
  finishHint: string
}

/**
 * The reading of a file with a score and a comment after each axis. It is one form: whichever of its
 * buttons is pressed, nothing that stands in another axis is lost.
 */
export function ScoresForm(props: {
  action: FormAction<string>
  address: string
  hidden: Record<string, string>
  axes: readonly ScoredAxis[]
  scoreMax: number
  texts: ScoresTexts
  faults: Record<string, string>
  /** The axis whose draft was saved, and what to say of it. */
  saved: { axis: string; text: string } | undefined
  signIn: { href: string; label: string }
  /** Whether the scores can be finished now. */
  canFinish: boolean
}) {
  const { axes, texts, saved } = props
  const typed = Object.fromEntries(
    axes.flatMap(({ slug, score, comment }) => [
      [`score-${slug}`, score],
      [`comment-${slug}`, comment],
    ]),
  )
  const { state, failed, sending, formProps } = useSentForm<string>(
    props.action,
    typed,
    props.address,
  )
  const fault = (name: string) => {
    const key = state.faults[name]
    return key === undefined ? undefined : (props.faults[key] ?? texts.mend)
  }
  return (
    <form {...formProps}>
      {Object.entries(props.hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <FormSummary
        id="scores-wrong"
        state={state}
        failed={failed}
        texts={texts}
        signIn={props.signIn}
        fields={axes.flatMap(({ slug, scoreLabel, commentLabel }) => [
          { id: `score-${slug}`, label: scoreLabel, fault: fault(`score-${slug}`) },
          { id: `comment-${slug}`, label: commentLabel, fault: fault(`comment-${slug}`) },
        ])}
      />
      {axes.map((axis) => (
        <div key={axis.slug}>
          {axis.reading}
          <AxisScore
            axis={axis}
            score={state.values[`score-${axis.slug}`] ?? ''}
            comment={state.values[`comment-${axis.slug}`] ?? ''}
            scoreFault={fault(`score-${axis.slug}`)}
            commentFault={fault(`comment-${axis.slug}`)}
            scoreMax={props.scoreMax}
            saved={saved?.axis === axis.slug ? saved.text : undefined}
            sending={sending}
            texts={texts}
          />
        </div>
      ))}
      {props.canFinish ? (
        <section aria-labelledby="finish" className="mt-10">
          <h2 id="finish" className="text-xl">
            {texts.finishHeading}
          </h2>
          <p className="mt-2 max-w-prose">{texts.finishHint}</p>
          <button
            type="submit"
            name="finish"
            value="oui"
            className="button mt-4"
            aria-disabled={sending}
          >
            {sending ? texts.sending : texts.finish}
          </button>
        </section>
      ) : null}
    </form>
  )
}
