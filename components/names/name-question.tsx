import type { ReactNode } from 'react'
import type { DecideTexts, NameOption, NameToDecide } from './decide-form.tsx'

/** One name of a list: why it is not sure, whom it may mean, and the way to look for somebody else. */
export function NameQuestion({
  item,
  found,
  fault,
  chosen,
  typed,
  texts,
}: {
  item: NameToDecide
  /** What a search for it found. */
  found: readonly NameOption[] | undefined
  fault: string | undefined
  /** The value chosen, or several with commas between. */
  chosen: string
  typed: string
  texts: DecideTexts
}) {
  const known = new Set(item.options.map(({ value }) => value))
  const options = [...item.options, ...(found ?? []).filter(({ value }) => !known.has(value))]
  const choices = (
    <>
      <div className="mt-2 grid gap-1">
        {options.map((option) => (
          <Option key={option.value} item={item} option={option} chosen={chosen.split(',')} />
        ))}
      </div>
      {item.searches ? <Search item={item} fault={fault} typed={typed} texts={texts} /> : null}
    </>
  )
  return (
    <fieldset
      aria-describedby={`pourquoi-${item.id}`}
      className={fault ? 'panel min-w-0 border-danger' : 'panel min-w-0'}
    >
      <legend className="float-left w-full font-semibold text-lg [overflow-wrap:anywhere]">
        {item.name}
      </legend>
      <div id={`pourquoi-${item.id}`} className="clear-both">
        {item.meaning === '' ? null : (
          <p>
            <strong className="font-semibold">{item.meaning}</strong>
            <span className="block text-[0.95rem] text-muted">{item.meaningHint}</span>
          </p>
        )}
        {item.sentences.map((sentence) => (
          <p key={sentence} className="text-[0.95rem]">
            {sentence}
          </p>
        ))}
      </div>
      {item.folded ? (
        <Folded label={texts.otherwise} name={item.name} open={fault !== undefined}>
          {choices}
        </Folded>
      ) : (
        choices
      )}
    </fieldset>
  )
}

function Folded({
  label,
  name,
  open,
  children,
}: {
  label: string
  name: string
  open: boolean
  children: ReactNode
}) {
  return (
    <details className="mt-2" open={open || undefined}>
      <summary className="link min-h-6 cursor-pointer">
        {label}
        <span className="sr-only"> ({name})</span>
      </summary>
      {children}
    </details>
  )
}

function Option({
  item,
  option,
  chosen,
}: {
  item: NameToDecide
  option: NameOption
  chosen: readonly string[]
}) {
  const isBody = /^\d+$/.test(option.value)
  return (
    <label className="flex min-h-8 cursor-pointer items-baseline gap-3 py-1">
      <input
        // Organisations may be meant together; "later" and "none" are meant alone.
        type={item.several && isBody ? 'checkbox' : 'radio'}
        name={item.several && isBody ? `choix-${item.id}-plus` : `choix-${item.id}`}
        value={option.value}
        defaultChecked={chosen.includes(option.value)}
        className="size-5 shrink-0 translate-y-1 accent-accent"
      />
      <span className="min-w-0 [overflow-wrap:anywhere]">
        {option.label}
        {option.hint === '' ? null : (
          <span className="block text-[0.95rem] text-muted">{option.hint}</span>
        )}
      </span>
    </label>
  )
}

function Search({
  item,
  fault,
  typed,
  texts,
}: {
  item: NameToDecide
  fault: string | undefined
  typed: string
  texts: DecideTexts
}) {
  const id = `autre-${item.id}`
  return (
    <div className="mt-3">
      <label htmlFor={id} className="block font-semibold text-[0.95rem]">
        {texts.search}
        <span className="sr-only"> ({item.name})</span>
      </label>
      <p id={`${id}-aide`} className="text-[0.95rem] text-muted">
        {texts.searchHint}
      </p>
      {fault ? (
        <p id={`${id}-faute`} className="font-semibold text-danger">
          {fault}
        </p>
      ) : null}
      <div className="mt-1 flex max-w-xl flex-wrap gap-2">
        <input
          id={id}
          name={id}
          type="text"
          maxLength={120}
          autoComplete="off"
          defaultValue={typed}
          aria-describedby={fault ? `${id}-faute ${id}-aide` : `${id}-aide`}
          aria-invalid={fault ? true : undefined}
          className="field min-w-0 flex-1"
        />
        {/* What was looked for already is not looked for again. */}
        <input type="hidden" name={`vu-${item.id}`} value={typed} />
        <button
          type="submit"
          name="chercher"
          value={item.id}
          className="button button-quiet"
          aria-label={item.searchFor}
        >
          {texts.searchButton}
        </button>
      </div>
    </div>
  )
}
