import { colon, counted, formatDate } from '#components/i18n/format.ts'
import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { pathTo, softwarePath } from '#components/i18n/paths.ts'
import { Breadcrumb } from '#components/ui/breadcrumb.tsx'
import { Link } from '#components/ui/link.tsx'
import { Pagination } from '#components/ui/pagination.tsx'
import { ChangeList, type ShownChange } from './change-list.tsx'
import type { FunctionNames } from './value-words.ts'

type Texts = ReturnType<typeof messages>['provenance']['history']

export interface ShownHistory {
  slug: string
  name: string
  createdAt: string
  total: number
  pages: number
  events: ReadonlyArray<
    | {
        kind: 'change'
        id: number
        at: string
        by: keyof Texts['by']
        commit: string
        commitUrl: string
        changes: readonly ShownChange[]
        mergedFrom: string
        note: string
      }
    | { kind: 'release'; at: string; version: string; tag: string; commitUrl: string }
  >
}

/** What changed on an entry and what its project released, latest first; nobody is named. */
export function HistoryView({
  locale,
  history,
  page,
  functions,
}: {
  locale: Locale
  history: ShownHistory
  page: number
  functions: FunctionNames
}) {
  const { provenance, software } = messages(locale)
  const t = provenance.history
  const { slug, name, events, total, pages } = history
  const address = `/logiciels/${slug}/historique`
  return (
    <>
      <Breadcrumb
        locale={locale}
        trail={[
          { label: software.heading, href: pathTo(locale, '/logiciels') },
          { label: name, href: softwarePath(locale, slug) },
        ]}
      />
      <h1>{t.title(name)}</h1>
      <p className="lead mt-2">{t.lead}</p>
      <p className="mt-3 font-semibold">
        {total === 0 ? t.nothing : counted(locale, total, t.total.one, t.total.many)}
      </p>
      <ol className="mt-6 grid gap-6">
        {events.map((event) => (
          <li
            key={event.kind === 'change' ? event.id : event.tag}
            className="border-line border-l-4 pl-4"
          >
            <Event locale={locale} event={event} functions={functions} />
          </li>
        ))}
      </ol>
      <Pagination
        locale={locale}
        page={page}
        pages={pages}
        hrefOf={(to) => pathTo(locale, address, { page: to > 1 ? to : undefined })}
      />
      {page < pages ? null : (
        <p className="mt-6 text-muted">
          {t.created(formatDate(locale, history.createdAt.slice(0, 10)))}
        </p>
      )}
      <p className="mt-8">
        <Link className="button button-quiet" href={softwarePath(locale, slug)}>
          {t.back(name)}
        </Link>
      </p>
    </>
  )
}

function Event({
  locale,
  event,
  functions,
}: {
  locale: Locale
  event: ShownHistory['events'][number]
  functions: FunctionNames
}) {
  const t = messages(locale).provenance.history
  const merge = event.kind === 'change' && event.mergedFrom !== '' && event.by === 'moderator'
  const words =
    event.kind === 'release'
      ? t.release(event.version)
      : merge
        ? t.merged(event.mergedFrom)
        : t.changed(t.by[event.by])
  return (
    <>
      <p>
        <time dateTime={event.at} className="text-muted">
          {formatDate(locale, event.at.slice(0, 10))}
        </time>
        {colon(locale)}
        {words}
        {event.kind === 'change' && event.mergedFrom !== '' && !merge
          ? `, ${t.onMerged(event.mergedFrom)}`
          : ''}
        {event.commitUrl === '' ? null : (
          <>
            {' '}
            (
            <a className="link" href={event.commitUrl} rel="noopener nofollow">
              {event.kind === 'change' ? t.commit(event.commit.slice(0, 10)) : event.tag}
            </a>
            )
          </>
        )}
      </p>
      {event.kind === 'change' ? (
        <>
          {event.note === '' ? null : <p className="text-muted">{event.note}</p>}
          <ChangeList locale={locale} changes={event.changes} functions={functions} />
        </>
      ) : null}
    </>
  )
}
