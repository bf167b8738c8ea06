'use client'

import type { Locale } from '#components/i18n/locale.ts'
import { FormSummary } from '#components/ui/form-summary.tsx'
import { type FormAction, useSentForm } from '#components/ui/use-sent-form.ts'

export interface Choice {
  line: number
  /** What the file says. */
  label: string
  /** Beside it: version, number, what is known. */
  says: string
  /** How sure the match is, in words. */
  certainty: string
  sure: boolean
  options: ReadonlyArray<{ value: string; label: string }>
  chosen: string
  /** Read out for the fields of this line. */
  choiceLabel: string
  otherLabel: string
}

interface ChoicesFormProps {
  locale: Locale
  id: string
  action: FormAction<string>
  address: string
  items: readonly Choice[]
  texts: {
    wrong: string
    mend: string
    failed: string
    sending: string
    save: string
    line: string
    inList: string
    means: string
    certainty: string
    otherShort: string
    caption: string
  }
  /** What applying all of it needs and says; absent where the choices are only kept. */
  apply?: {
    label: string
    state: {
      label: string
      chosen: string
      options: ReadonlyArray<{ value: string; label: string }>
    }
  }
  /** Whether another name can be typed. */
  names: boolean
  /** Carried along, so that the answer shows the same lines. */
  shown: { statut: string; page: string }
  signIn: { href: string; label: string }
}

/** Lines that a person looks through: each with what it may mean. */
export function ChoicesForm(props: ChoicesFormProps) {
  const { locale, id, action, address, items, texts, apply, names, shown, signIn } = props
  const values: Record<string, string> = {}
  for (const { line, chosen } of items) {
    values[`choix-${line}`] = chosen
    values[`nom-${line}`] = ''
  }
  values.etat = apply?.state.chosen ?? ''
  const { state, failed, sending, formProps } = useSentForm<string>(action, values, address)
  const typed = (name: string) => state.values[name] ?? values[name] ?? ''
  return (
    <form {...formProps} className="grid gap-5">
      <FormSummary
        id="choices-wrong"
        state={state}
        failed={failed}
        texts={texts}
        fields={[]}
        signIn={signIn}
      />
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="statut" value={shown.statut} />
      <input type="hidden" name="page" value={shown.page} />
      {items.length === 0 ? null : (
        <div className="table-scroll">
          <table className="table">
            <caption>{texts.caption}</caption>
            <thead>
              <tr>
                <th scope="col">{texts.line}</th>
                <th scope="col">{texts.inList}</th>
                <th scope="col">{texts.means}</th>
                <th scope="col">{texts.certainty}</th>
              </tr>
            </thead>
            <tbody>
              {items.map((item) => (
                <Line key={item.line} item={item} names={names} texts={texts} typed={typed} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {apply ? (
        <label className="grid max-w-sm gap-1 font-semibold">
          {apply.state.label}
          <select name="etat" defaultValue={typed('etat')} className="field font-normal">
            {apply.state.options.map(option)}
          </select>
        </label>
      ) : null}
      <div className="flex flex-wrap gap-3">
        {apply ? (
          <button
            type="submit"
            name="faire"
            value="appliquer"
            className="button"
            aria-disabled={sending}
          >
            {sending ? texts.sending : apply.label}
          </button>
        ) : null}
        {items.length === 0 ? null : (
          <button
            type="submit"
            name="faire"
            value="garder"
            className={apply ? 'button button-quiet' : 'button'}
            aria-disabled={sending}
          >
            {texts.save}
          </button>
        )}
      </div>
    </form>
  )
}

function Line({
  item,
  names,
  texts,
  typed,
}: {
  item: Choice
  names: boolean
  texts: ChoicesFormProps['texts']
  typed: (name: string) => string
}) {
  return (
    <tr>
      <td className="number">{item.line}</td>
      <th scope="row" className="font-normal">
        {item.label}
        {item.says === '' ? null : <span className="block text-muted">{item.says}</span>}
      </th>
      <td>
        <div className="grid min-w-40 gap-2">
          <select
            name={`choix-${item.line}`}
            aria-label={item.choiceLabel}
            defaultValue={typed(`choix-${item.line}`)}
            className="field"
          >
            {item.options.map(option)}
          </select>
          {names ? (
            <input
              type="text"
              name={`nom-${item.line}`}
              aria-label={item.otherLabel}
              placeholder={texts.otherShort}
              maxLength={200}
              autoComplete="off"
              defaultValue={typed(`nom-${item.line}`)}
              className="field"
            />
          ) : null}
        </div>
      </td>
      <td>
        <span className={item.sure ? 'tag' : 'tag bg-warn-soft text-warn'}>{item.certainty}</span>
      </td>
    </tr>
  )
}

const option = ({ value, label }: { value: string; label: string }) => (
  <option key={value} value={value}>
    {label}
  </option>
)
