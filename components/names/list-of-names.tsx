import { FieldsForm } from '#components/accounts/fields-form.tsx'
import { formTexts } from '#components/accounts/form-texts.ts'
import { formatNumber } from '#components/i18n/format.ts'
import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { pathTo } from '#components/i18n/paths.ts'
import { Link } from '#components/ui/link.tsx'
import { Pagination } from '#components/ui/pagination.tsx'
import type { FormAction } from '#components/ui/use-sent-form.ts'
import { NAME_VIEWS, type NameView } from '#lib/names/schema.ts'
import { type DecideAction, DecideForm } from './decide-form.tsx'
import { type ShownList, type ShownName, toDecide } from './shown-names.ts'

export interface ShownPage {
  items: readonly ShownName[]
  total: number
  page: number
  pages: number
}

/** The names of one list, of one view: what can be accepted as a whole, then one by one. */
export function ListOfNames({
  locale,
  software,
  path,
  list,
  view,
  names,
  decide,
  accept,
}: {
  locale: Locale
  /** Its slug. */
  software: string
  path: string
  list: ShownList
  view: NameView
  names: ShownPage
  decide: DecideAction
  accept: FormAction<string>
}) {
  const all = messages(locale)
  const { names: t } = all
  const hrefOf = (change: { voir?: NameView; page?: number }) =>
    pathTo(locale, path, { liste: list.id, voir: view, ...change })
  const signIn = { href: pathTo(locale, '/connexion'), label: t.form.signIn }
  const hidden = { software, list: String(list.id), voir: view, page: String(names.page) }
  return (
    <>
      <nav aria-label={t.viewsLabel} className="mt-4">
        <ul className="flex flex-wrap gap-2">
          {NAME_VIEWS.filter((item) => item !== 'disparus' || list.counts.disparus > 0).map(
            (item) => (
              <li key={item}>
                <Link
                  className="facet"
                  href={hrefOf({ voir: item })}
                  aria-current={item === view ? 'page' : undefined}
                >
                  {t.views[item]} <span>{formatNumber(locale, list.counts[item])}</span>
                </Link>
              </li>
            ),
          )}
        </ul>
      </nav>
      <p className="mt-4 max-w-prose">{names.total === 0 ? t.empty[view] : t.viewLead[view]}</p>
      {names.total > 0 && (view === 'surs' || view === 'sans') ? (
        <AcceptAll
          locale={locale}
          view={view}
          total={names.total}
          pages={names.pages}
          action={accept}
          address={hrefOf({})}
          hidden={{ ...hidden, locale, shown: String(names.total) }}
        />
      ) : null}
      {names.items.length === 0 ? null : (
        <DecideForm
          // Made anew with each answer: what is chosen is in it.
          key={`${list.id}/${view}/${names.page}/${names.items.map(({ id, state }) => `${id}${state}`).join()}`}
          locale={locale}
          action={decide}
          address={hrefOf({ page: names.page })}
          hidden={hidden}
          items={names.items.map((name) => toDecide(locale, name, view))}
          texts={{
            wrong: t.form.wrong,
            mend: t.form.mend,
            failed: t.form.failed,
            sending: t.form.sending,
            save: t.save,
            search: t.search,
            searchHint: t.searchHint,
            searchButton: t.searchButton,
            found: t.found,
            notFound: t.notFound,
            otherwise: t.otherwise,
          }}
          signIn={signIn}
        />
      )}
      <Pagination
        locale={locale}
        page={names.page}
        pages={names.pages}
        hrefOf={(page) => hrefOf({ page })}
      />
    </>
  )
}

function AcceptAll({
  locale,
  view,
  total,
  pages,
  action,
  address,
  hidden,
}: {
  locale: Locale
  view: 'surs' | 'sans'
  total: number
  pages: number
  action: FormAction<string>
  address: string
  hidden: Record<string, string>
}) {
  const all = messages(locale)
  const { names: t } = all
  const n = formatNumber(locale, total)
  const [label, what] =
    view === 'surs'
      ? [total === 1 ? t.acceptOne : t.accept(n), t.acceptWhat]
      : [total === 1 ? t.refuseOne : t.refuseAll(n), t.refuseWhat]
  return (
    <div className="mt-4">
      <p className="mb-2 max-w-prose text-[0.95rem] text-muted">
        {pages > 1 ? `${t.onPages(formatNumber(locale, pages))} ${what}` : what}
      </p>
      <FieldsForm
        id="accept"
        action={action}
        address={address}
        hidden={hidden}
        texts={formTexts(all, label)}
        signIn={{ href: pathTo(locale, '/connexion'), label: t.form.signIn }}
        quiet={view === 'sans'}
      />
    </div>
  )
}
