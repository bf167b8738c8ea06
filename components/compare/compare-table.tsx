import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { softwarePath } from '#components/i18n/paths.ts'
import { Link } from '#components/ui/link.tsx'
import type { ComparedRow } from '#lib/compare/rules/value.ts'
import { CellView } from './cell-view.tsx'

/** Points down, software across: a region of its own, that scrolls by the keyboard where it is wide. */
export function CompareTable({
  locale,
  caption,
  software,
  rows,
}: {
  locale: Locale
  caption: string
  software: ReadonlyArray<{ slug: string; name: string; summary: { fr: string; en: string } }>
  rows: readonly ComparedRow[]
}) {
  const t = messages(locale).compare
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard.
    <section className="table-scroll mt-3" aria-label={caption} tabIndex={0}>
      <table className="table compare-table">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t.field}</th>
            {software.map(({ slug, name, summary }) => (
              <th key={slug} scope="col">
                <Link className="link" href={softwarePath(locale, slug)}>
                  {name}
                </Link>
                <span className="block whitespace-normal font-normal text-[0.9rem] text-muted">
                  {summary[locale]}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ field, cells }) => (
            <tr key={field}>
              <th scope="row">{t.fields[field]}</th>
              {software.map(({ slug }, at) => {
                const value = cells[at]
                return (
                  <td key={slug}>
                    {value ? <CellView locale={locale} field={field} value={value} /> : null}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
