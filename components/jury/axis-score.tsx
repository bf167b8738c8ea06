import { FormField } from '#components/ui/form-field.tsx'
import { TakesFocus } from '#components/ui/takes-focus.tsx'

export interface AxisTexts {
  sending: string
  scoreHint: string
  noScore: string
  commentHint: string
  save: string
}

/** The score of one axis and its comment, where its reading ends. */
export function AxisScore(props: {
  axis: {
    slug: string
    heading: string
    scoreLabel: string
    commentLabel: string
    saveLabel: string
  }
  score: string
  comment: string
  scoreFault: string | undefined
  commentFault: string | undefined
  scoreMax: number
  saved: string | undefined
  sending: boolean
  texts: AxisTexts
}) {
  const { axis, texts, sending } = props
  const scores = Array.from({ length: props.scoreMax + 1 }, (_, value) => String(value))
  return (
    <section aria-labelledby={`scoring-${axis.slug}`} className="panel mt-2 grid gap-4 bg-soft">
      <h3 id={`scoring-${axis.slug}`} className="text-lg">
        {axis.heading}
      </h3>
      {props.saved === undefined ? null : (
        <TakesFocus key={props.saved} labelledBy={`saved-${axis.slug}`}>
          <p id={`saved-${axis.slug}`} className="font-semibold">
            {props.saved}
          </p>
        </TakesFocus>
      )}
      <FormField
        id={`score-${axis.slug}`}
        label={axis.scoreLabel}
        hint={texts.scoreHint}
        fault={props.scoreFault}
      >
        {(tied) => (
          <select
            {...tied}
            name={`score-${axis.slug}`}
            defaultValue={props.score}
            className="field"
          >
            <option value="">{texts.noScore}</option>
            {scores.map((value) => (
              <option key={value} value={value}>
                {value}
              </option>
            ))}
          </select>
        )}
      </FormField>
      <FormField
        id={`comment-${axis.slug}`}
        label={axis.commentLabel}
        hint={texts.commentHint}
        fault={props.commentFault}
      >
        {(tied) => (
          <textarea
            {...tied}
            name={`comment-${axis.slug}`}
            rows={4}
            defaultValue={props.comment}
            className="field block"
          />
        )}
      </FormField>
      <div>
        <button
          type="submit"
          name="save"
          value={axis.slug}
          className="button button-quiet"
          aria-disabled={sending}
          aria-label={axis.saveLabel}
        >
          {sending ? texts.sending : texts.save}
        </button>
      </div>
    </section>
  )
}
