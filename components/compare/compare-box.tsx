import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { pathTo } from '#components/i18n/paths.ts'

/** Ticks a software of a list for the comparison; it belongs to the form of the page, wherever that stands. */
export function CompareBox({
  locale,
  form,
  item,
}: {
  locale: Locale
  form: string
  item: { slug: string; name: string }
}) {
  const t = messages(locale).compare.form
  return (
    <label className="no-print ml-auto inline-flex min-h-6 cursor-pointer items-center gap-2 text-[0.95rem]">
      <input
        type="checkbox"
        name="logiciels"
        value={item.slug}
        form={form}
        autoComplete="off"
        aria-label={t.boxOf(item.name)}
        className="size-5"
      />
      {t.box}
    </label>
  )
}

/** What the boxes of a list are sent by: a plain form, whose address is the comparison. */
export function CompareBoxes({
  locale,
  id,
  chosen,
}: {
  locale: Locale
  id: string
  /** A software that is compared whatever is ticked: that of the page. */
  chosen?: { slug: string; name: string }
}) {
  const t = messages(locale).compare.form
  return (
    <form
      id={id}
      method="get"
      action={pathTo(locale, '/comparer')}
      className="mt-4 flex flex-wrap items-center gap-3"
    >
      {chosen ? <input type="hidden" name="logiciels" value={chosen.slug} /> : null}
      <p className="text-[0.95rem] text-muted">{chosen ? t.hintWith : t.hint}</p>
      <button type="submit" className="button button-quiet">
        {chosen ? t.with(chosen.name) : t.submit}
      </button>
    </form>
  )
}
