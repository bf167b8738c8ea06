import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { pathTo } from '#components/i18n/paths.ts'
import { Breadcrumb } from '#components/ui/breadcrumb.tsx'
import { Link } from '#components/ui/link.tsx'
import type { AuditFilters, AuditRow } from '#lib/audit-log/schema.ts'

const PATH = '/espace/administration/journal'
const FIELDS = ['acteur', 'action', 'sujet', 'du', 'au'] as const

/** The log of changes: searched, read page by page, and taken away. */
export function JournalView({
  locale,
  filters,
  items,
  older,
}: {
  locale: Locale
  filters: AuditFilters
  items: ReadonlyArray<AuditRow & { email: string | null }>
  /** What the next page is older than. */
  older: number | undefined
}) {
  const { administration: t } = messages(locale)
  const { avant, ...asked } = filters
  const who = (row: (typeof items)[number]) => {
    if (row.email !== null) return row.email
    return [t.actors[row.actorKind], row.actor].filter(Boolean).join(', ')
  }
  return (
    <>
      <Breadcrumb
        locale={locale}
        trail={[{ label: t.title, href: pathTo(locale, '/espace/administration') }]}
      />
      <h1>{t.journalTitle}</h1>
      <p className="lead mt-2">{t.journalLead}</p>
      <search>
        <form
          // Fields take their values when made: another address makes them anew.
          key={JSON.stringify(asked)}
          action={pathTo(locale, PATH)}
          className="panel mt-6 grid gap-4 sm:grid-cols-2 lg:grid-cols-3"
        >
          {FIELDS.map((field) => (
            <div key={field}>
              <label htmlFor={`log-${field}`} className="mb-1 block font-semibold">
                {t.filters[field]}
              </label>
              <input
                id={`log-${field}`}
                name={field}
                type={field === 'du' || field === 'au' ? 'date' : 'text'}
                defaultValue={asked[field]}
                autoComplete="off"
                className="field"
              />
            </div>
          ))}
          <div className="flex flex-wrap items-end gap-3">
            <button type="submit" className="button">
              {t.filters.submit}
            </button>
            <Link className="link" href={pathTo(locale, PATH)}>
              {t.filters.reset}
            </Link>
          </div>
        </form>
      </search>
      <p className="mt-4 flex flex-wrap gap-x-5 gap-y-2">
        <span>{t.exportHeading}</span>
        {(['csv', 'jsonl'] as const).map((format) => (
          // A file, not a page: the browser asks for it whole.
          <a
            key={format}
            className="link"
            href={pathTo(locale, `${PATH}/export`, { ...asked, format })}
            download
          >
            {t[format]}
          </a>
        ))}
      </p>
      {items.length === 0 ? (
        <p className="panel mt-6" role="status">
          {t.nothing}
        </p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard.
        <section className="table-scroll mt-6" aria-label={t.journalCaption} tabIndex={0}>
          <table className="table">
            <caption>{t.journalCaption}</caption>
            <thead>
              <tr>
                <th scope="col">{t.entries.when}</th>
                <th scope="col">{t.entries.who}</th>
                <th scope="col">{t.entries.what}</th>
                <th scope="col">{t.entries.subject}</th>
                <th scope="col">{t.entries.detail}</th>
              </tr>
            </thead>
            <tbody>
              {items.map((row) => (
                <tr key={row.id}>
                  <td className="whitespace-nowrap tabular-nums">
                    <time dateTime={row.at}>{row.at.slice(0, 19).replace('T', ' ')}</time>
                  </td>
                  <td>{who(row)}</td>
                  <td>
                    <code>{row.action}</code>
                  </td>
                  <td>
                    {row.subjectKind} {row.subject}
                  </td>
                  <td className="max-w-md break-words text-[0.9rem]">
                    {row.detail === null ? null : <code>{JSON.stringify(row.detail)}</code>}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      <p className="mt-6 flex flex-wrap gap-3">
        {avant === undefined ? null : (
          <Link className="button button-quiet" href={pathTo(locale, PATH, asked)}>
            {t.newest}
          </Link>
        )}
        {older === undefined ? null : (
          <Link
            className="button button-quiet"
            rel="next"
            href={pathTo(locale, PATH, { ...asked, avant: older })}
          >
            {t.older}
          </Link>
        )}
      </p>
    </>
  )
}
