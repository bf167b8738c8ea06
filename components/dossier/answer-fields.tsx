import type { Locale } from '#components/i18n/locale.ts'
import type { Messages } from '#components/i18n/messages.ts'
import type { AnswerPart, CriterionView } from '#lib/applications/schema.ts'

export type AnswerTexts = Messages['dossier']['answer']

/** The fields of one answer, one a part. */
export function AnswerFields({
  locale,
  id,
  criterion,
  values,
  faults,
  t,
}: {
  locale: Locale
  id: string
  criterion: Pick<CriterionView, 'parts' | 'choices' | 'unit'>
  values: Partial<Record<string, string>>
  /** Sentences, by part. */
  faults: Partial<Record<string, string>>
  /** Texts that are sent to the browser: no functions. */
  t: Pick<AnswerTexts, 'parts' | 'yes' | 'no' | 'unsaid'>
}) {
  return criterion.parts.map((part) => {
    const fault = faults[part]
    const tied = {
      id: `${id}-${part}`,
      name: part,
      'aria-describedby': fault ? `${id}-${part}-fault` : undefined,
      'aria-invalid': fault ? (true as const) : undefined,
    }
    const label =
      part === 'number' && criterion.unit ? `${t.parts.number} (${criterion.unit})` : t.parts[part]
    return (
      <div key={part} className={fault ? 'border-danger border-l-4 pl-4' : undefined}>
        <label htmlFor={tied.id} className="block font-semibold">
          {label}
        </label>
        {fault ? (
          <p id={`${id}-${part}-fault`} className="font-semibold text-danger">
            {fault}
          </p>
        ) : null}
        <div className="mt-1">
          <Field
            part={part}
            tied={tied}
            value={values[part] ?? ''}
            options={
              part === 'choice'
                ? criterion.choices.map((choice) => ({
                    value: choice.value,
                    label: choice[locale],
                  }))
                : [
                    { value: 'yes', label: t.yes },
                    { value: 'no', label: t.no },
                  ]
            }
            unsaid={t.unsaid}
          />
        </div>
      </div>
    )
  })
}

function Field({
  part,
  tied,
  value,
  options,
  unsaid,
}: {
  part: AnswerPart
  tied: { id: string; name: string }
  value: string
  options: ReadonlyArray<{ value: string; label: string }>
  unsaid: string
}) {
  // No maxLength anywhere: it would cut what is pasted without a word.
  if (part === 'text' || part === 'list') {
    return (
      <textarea
        {...tied}
        rows={part === 'text' ? 6 : 4}
        defaultValue={value}
        className="field block"
      />
    )
  }
  if (part === 'yes-no' || part === 'choice') {
    return (
      <select {...tied} defaultValue={value} className="field">
        <option value="">{unsaid}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    )
  }
  const kinds = { url: 'url', date: 'date', number: 'text', amount: 'text', share: 'text' } as const
  return (
    <input
      {...tied}
      type={kinds[part]}
      inputMode={kinds[part] === 'text' ? 'decimal' : undefined}
      autoComplete="off"
      defaultValue={value}
      className="field"
    />
  )
}
