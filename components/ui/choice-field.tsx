/** A question with one answer of a few, each with what it means: label, hint and fault tied together. */
export function ChoiceField({
  id,
  name,
  legend,
  hint,
  fault,
  value,
  choices,
}: {
  /** Of its first answer: where a link of the summary leads. */
  id: string
  name: string
  legend: string
  hint: string
  fault: string | undefined
  value: string
  choices: ReadonlyArray<{ value: string; label: string; hint: string }>
}) {
  const described = fault ? `${id}-fault ${id}-hint` : `${id}-hint`
  return (
    <fieldset
      aria-describedby={described}
      className={fault ? 'border-danger border-l-4 pl-4' : undefined}
    >
      <legend className="font-semibold">{legend}</legend>
      <p id={`${id}-hint`} className="text-[0.95rem] text-muted">
        {hint}
      </p>
      {fault ? (
        <p id={`${id}-fault`} className="mt-1 font-semibold text-danger">
          {fault}
        </p>
      ) : null}
      <div className="mt-1.5 grid gap-1">
        {choices.map((choice, index) => (
          <label
            key={choice.value}
            className="flex min-h-8 cursor-pointer items-baseline gap-3 py-1"
          >
            <input
              id={index === 0 ? id : undefined}
              type="radio"
              name={name}
              value={choice.value}
              defaultChecked={choice.value === value}
              className="size-5 shrink-0 translate-y-1 accent-accent"
            />
            <span className="first-letter:uppercase">
              {choice.label}
              <span className="block text-[0.95rem] text-muted">{choice.hint}</span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
