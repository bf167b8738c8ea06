import { counted, formatNumber } from '#components/i18n/format.ts'
import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { pathTo } from '#components/i18n/paths.ts'
import { Link } from '#components/ui/link.tsx'
import { Pagination } from '#components/ui/pagination.tsx'
import {
  type NeedCard as Card,
  NEED_KINDS,
  NEED_STATES,
  NEEDS_A_PAGE,
  type NeedFilters,
} from '#lib/needs/schema.ts'
import { NeedCard } from './need-card.tsx'

const SAID = { gap: 'fonction', wish: 'logiciel' } as const

/** What organisations lack, most shared first, and the way to say what one lacks oneself. */
export function NeedsView({
  locale,
  filters,
  counts,
  list,
  gaps,
  ask,
}: {
  locale: Locale
  filters: NeedFilters
  counts: { open: number; calls: number }
  list: { total: number; items: readonly Card[] }
  /** Functions without software, of how many. */
  gaps: { gaps: number; all: number }
  /** Whether this service lets people ask. */
  ask: boolean
}) {
  const t = messages(locale).needs
  const { kind, state, page } = filters
  const hrefOf = (change: { kind?: typeof kind; state?: typeof state; page?: number }) => {
    const next = { kind, state, ...change }
    return pathTo(locale, '/besoins', {
      type: next.kind ? SAID[next.kind] : undefined,
      etat: next.state === 'open' ? undefined : next.state,
      page: change.page === undefined || change.page === 1 ? undefined : change.page,
    })
  }
  const choice = (label: string, href: string, current: boolean) => (
    <li key={href + label}>
      <Link
        className={current ? 'tag font-bold' : 'tag'}
        href={href}
        aria-current={current ? 'true' : undefined}
      >
        {label}
      </Link>
    </li>
  )
  return (
    <>
      <h1>{t.title}</h1>
      <p className="lead mt-2">
        {t.lead(
          counted(locale, counts.open, t.open.one, t.open.many),
          counted(locale, counts.calls, t.calls.one, t.calls.many),
        )}
      </p>
      {ask ? (
        <p className="no-print mt-4">
          <Link className="button" href={pathTo(locale, '/espace/besoins/ajouter')}>
            {t.ask}
          </Link>
        </p>
      ) : null}
      <nav aria-label={t.filters} className="no-print mt-8 grid gap-2">
        <ul className="flex flex-wrap gap-2">
          {choice(
            t.all,
            pathTo(locale, '/besoins', { etat: state === 'open' ? undefined : state }),
            kind === undefined,
          )}
          {NEED_KINDS.map((item) => choice(t.kinds[item], hrefOf({ kind: item }), kind === item))}
        </ul>
        <ul className="flex flex-wrap gap-2">
          {NEED_STATES.map((item) =>
            choice(t.statesMany[item], hrefOf({ state: item }), state === item),
          )}
        </ul>
      </nav>
      <div className="mt-6 max-w-3xl">
        {list.total === 0 ? (
          <p className="panel">{t.none}</p>
        ) : (
          <p className="mb-2 text-muted">{t.order}</p>
        )}
        {list.items.map((item) => (
          <NeedCard key={item.id} locale={locale} item={item} level={2} />
        ))}
      </div>
      <Pagination
        locale={locale}
        page={page}
        pages={Math.ceil(list.total / NEEDS_A_PAGE)}
        hrefOf={(next) => hrefOf({ page: next })}
      />
      <p className="mt-10 max-w-prose border-line border-t pt-6">
        {t.gaps(formatNumber(locale, gaps.gaps), formatNumber(locale, gaps.all))}{' '}
        <Link className="link" href={pathTo(locale, '/metiers')}>
          {t.gapsLink}
        </Link>
      </p>
    </>
  )
}
