import { FieldsForm } from '#components/accounts/fields-form.tsx'
import { formTexts } from '#components/accounts/form-texts.ts'
import { colon, counted } from '#components/i18n/format.ts'
import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { pathTo } from '#components/i18n/paths.ts'
import type { FormAction } from '#components/ui/use-sent-form.ts'
import { type ShownEdit, type ShownOtherwise, whereWords } from './edit-fields.ts'
import { type FunctionNames, valueWords } from './value-words.ts'

/** What the repository or the reference data says otherwise, both beside each other, for a person to decide. */
export function DifferenceList({
  locale,
  entry,
  functions,
  action,
  address,
}: {
  locale: Locale
  entry: ShownEdit
  functions: FunctionNames
  action: FormAction<string>
  /** Of this very page. */
  address: string
}) {
  const t = messages(locale).entryEdit.differences
  const open = entry.differences.filter((difference) => difference.open)
  return (
    <section aria-labelledby="differences" className="mt-8">
      <h2 id="differences">{t.heading}</h2>
      <p className="mt-2 font-semibold">
        {open.length === 0 ? t.none : counted(locale, open.length, t.count.one, t.count.many)}
      </p>
      <ul className="mt-3 grid gap-6">
        {open.map((difference) => (
          <li key={`${difference.field} ${difference.of}`} className="panel">
            <Difference
              locale={locale}
              entry={entry}
              difference={difference}
              functions={functions}
              action={action}
              address={address}
            />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Difference({
  locale,
  entry,
  difference,
  functions,
  action,
  address,
}: {
  locale: Locale
  entry: ShownEdit
  difference: ShownOtherwise
  functions: FunctionNames
  action: FormAction<string>
  address: string
}) {
  const all = messages(locale)
  const t = all.entryEdit.differences
  const { field, of, at, value, url, kind } = difference
  const label = (all.provenance.fields as Readonly<Record<string, string>>)[field] ?? field
  const words = (one: unknown) => valueWords(locale, field, one, functions) || t.empty
  const where = kind === 'reference' ? '' : whereWords(locale, difference)
  const choices = [
    ['take', t.take[of]],
    ['keep', t.keep],
  ] as const
  return (
    <>
      <h3>{label}</h3>
      <dl className="mt-2 grid gap-x-8 gap-y-3 md:grid-cols-2">
        <div>
          <dt className="text-[0.95rem] text-muted">{t.ours + colon(locale)}</dt>
          <dd className="whitespace-pre-line [overflow-wrap:anywhere]">
            {words(entry.values[field])}
          </dd>
        </div>
        <div>
          <dt className="text-[0.95rem] text-muted">{t.theirs[of] + colon(locale)}</dt>
          <dd className="whitespace-pre-line [overflow-wrap:anywhere]">
            {words(value)}
            {where === '' ? null : (
              <span className="block text-[0.95rem]">
                {url === '' ? (
                  where
                ) : (
                  <a className="link" href={url} rel="noopener nofollow">
                    {where}
                  </a>
                )}
              </span>
            )}
            {String(value).endsWith('…') ? (
              <span className="block text-[0.95rem] text-muted">{t.shortened}</span>
            ) : null}
          </dd>
        </div>
      </dl>
      <div className="mt-4 flex flex-wrap gap-3">
        {choices.map(([decision, submit]) => (
          <FieldsForm
            key={decision}
            id={`${decision}-${field}-${of}`}
            action={action}
            address={address}
            hidden={{ locale, software: entry.slug, field, of, at, decision }}
            texts={formTexts(all, submit, t.wrong)}
            signIn={{ href: pathTo(locale, '/connexion'), label: all.accounts.form.signIn }}
            quiet={decision === 'keep'}
            buttonLabel={`${submit}${colon(locale)}${label}`}
          />
        ))}
      </div>
    </>
  )
}
