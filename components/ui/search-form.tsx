import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { pathTo } from '#components/i18n/paths.ts'

/** The front door: a plain form to the list of software, so it works with nothing but HTML. */
export function SearchForm({
  locale,
  id,
  value,
  large = false,
}: {
  locale: Locale
  id: string
  value?: string
  large?: boolean
}) {
  const t = messages(locale).common.search
  return (
    <search>
      <form action={pathTo(locale, '/logiciels')} className="flex gap-2">
        <label htmlFor={id} className="sr-only">
          {t.label}
        </label>
        <input
          id={id}
          name="q"
          type="search"
          className={`field min-w-0 flex-1 ${large ? 'text-lg' : ''}`}
          defaultValue={value}
          placeholder={large ? undefined : t.label}
          maxLength={200}
          autoComplete="off"
        />
        <button type="submit" className="button">
          {t.submit}
        </button>
      </form>
    </search>
  )
}
