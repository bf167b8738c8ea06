import { counted, formatDate, formatNumber } from '#components/i18n/format.ts'
import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { pathTo } from '#components/i18n/paths.ts'
import { HiddenFields } from '#components/ui/hidden-fields.tsx'
import { Link } from '#components/ui/link.tsx'
import { Pagination } from '#components/ui/pagination.tsx'
import { QUEUE_KINDS, type QueueFilters, type QueueKind } from '#lib/moderation/schema.ts'

export interface ShownQueue {
  items: ReadonlyArray<{
    kind: QueueKind
    id: number
    about: string
    need: string
    createdAt: string
    state: 'waiting' | 'accepted' | 'refused'
    settledAt: string
  }>
  page: number
  pages: number
  waiting: Readonly<Record<QueueKind, number>>
}

/** What waits for a moderator, the oldest first. */
export function QueueView({
  locale,
  filters,
  queue,
  note,
  settleRequest,
}: {
  locale: Locale
  filters: QueueFilters
  queue: ShownQueue
  /** What has just been done. */
  note: 'done' | 'proposed' | undefined
  settleRequest: (form: FormData) => Promise<void>
}) {
  const { moderation } = messages(locale)
  const t = moderation.queue
  const all = Object.values(queue.waiting).reduce((sum, n) => sum + n, 0)
  const hrefOf = (change: Partial<QueueFilters>) =>
    pathTo(locale, '/espace/moderation', { ...filters, page: undefined, ...change })
  const kinds = [
    { value: undefined, label: t.all, n: all },
    ...QUEUE_KINDS.map((kind) => ({
      value: kind,
      label: moderation.kinds[kind],
      n: queue.waiting[kind],
    })),
  ]
  return (
    <>
      <h1>{t.heading}</h1>
      {note ? (
        <p role="status" className="panel mt-4 bg-accent-soft">
          {moderation[note]}
        </p>
      ) : null}
      <p className="lead mt-2">
        {`${counted(locale, all, t.waiting.one, t.waiting.many)}. ${t.lead}`}
      </p>
      <nav aria-label={t.filterLabel} className="mt-6">
        <ul className="flex flex-wrap gap-2">
          {kinds.map(({ value, label, n }) => (
            <li key={label}>
              <Link
                className="facet"
                href={hrefOf({ type: value })}
                aria-current={filters.type === value ? 'page' : undefined}
              >
                {label} <span>{formatNumber(locale, n)}</span>
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <p className="mt-4 flex flex-wrap gap-x-6 gap-y-2">
        <Link
          className="link"
          href={hrefOf({ etat: filters.etat === 'attente' ? undefined : 'attente' })}
        >
          {filters.etat === 'attente' ? t.settledToo : t.waitingOnly}
        </Link>
        <Link className="link" href={pathTo(locale, '/espace/moderation/fusionner')}>
          {t.merge}
        </Link>
      </p>
      {queue.items.length === 0 ? (
        <p className="panel mt-6">{t.empty}</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard.
        <section className="table-scroll mt-6" aria-label={t.caption} tabIndex={0}>
          <table className="table">
            <caption>{t.caption}</caption>
            <thead>
              <tr>
                <th scope="col">{t.columns.about}</th>
                <th scope="col">{t.columns.kind}</th>
                <th scope="col">{t.columns.since}</th>
                <th scope="col">{t.columns.state}</th>
              </tr>
            </thead>
            <tbody>
              {queue.items.map((item) => (
                <tr key={`${item.kind} ${item.id}`}>
                  <th scope="row" className="font-normal">
                    {item.kind === 'software-request' ? (
                      <>
                        {item.about || t.requestErased}
                        {item.need ? (
                          <span className="block whitespace-pre-line text-muted">{item.need}</span>
                        ) : null}
                      </>
                    ) : (
                      <Link className="link" href={pathTo(locale, `/espace/moderation/${item.id}`)}>
                        {item.about || `${moderation.case.title(String(item.id))} ${t.gone}`}
                      </Link>
                    )}
                  </th>
                  <td>{moderation.kinds[item.kind]}</td>
                  <td>{formatDate(locale, item.createdAt.slice(0, 10))}</td>
                  <td>
                    {item.kind === 'software-request' && item.state === 'waiting' ? (
                      <form action={settleRequest}>
                        <HiddenFields
                          fields={[
                            ['reference', String(item.id)],
                            ['locale', locale],
                          ]}
                        />
                        <button
                          type="submit"
                          className="button button-quiet"
                          aria-label={t.settleRequestOf(String(item.id))}
                        >
                          {t.settleRequest}
                        </button>
                      </form>
                    ) : (
                      t.states[item.state]
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      <Pagination
        locale={locale}
        page={queue.page}
        pages={queue.pages}
        hrefOf={(page) => hrefOf({ page })}
      />
    </>
  )
}
