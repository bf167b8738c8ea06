import { FieldsForm } from '#components/accounts/fields-form.tsx'
import { formTexts } from '#components/accounts/form-texts.ts'
import { counted, formatDate, formatNumber } from '#components/i18n/format.ts'
import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { pathTo, softwarePath, usersPath } from '#components/i18n/paths.ts'
import { Breadcrumb } from '#components/ui/breadcrumb.tsx'
import { Link } from '#components/ui/link.tsx'
import type { FormAction } from '#components/ui/use-sent-form.ts'
import type { NameView } from '#lib/names/schema.ts'
import type { DecideAction } from './decide-form.tsx'
import { DoneNote } from './done-note.tsx'
import { ListOfNames, type ShownPage } from './list-of-names.tsx'
import type { ShownList, ShownOverview } from './shown-names.ts'

interface NamesViewProps {
  locale: Locale
  overview: ShownOverview
  /** The list that is shown, of what view; undefined where there is none. */
  list: ShownList | undefined
  view: NameView
  names: ShownPage
  /** Counts of what was just done; undefined for nothing. */
  done: string | undefined
  tooLong: number
  decide: DecideAction
  accept: FormAction<string>
  remove: FormAction<string>
}

/** What the sentence counts, in its order. */
const FIGURES = ['surs', 'douteux', 'sans', 'decides'] as const

/** The lists of users that a publisher keeps, and what each of their names means. */
export function NamesView(props: NamesViewProps) {
  const { locale, overview, list, view, names, done, tooLong } = props
  const all = messages(locale)
  const { names: t } = all
  const { software, lists, counts } = overview
  const path = `/espace/logiciels/${software.slug}/noms`
  const n = (value: number) => formatNumber(locale, value)
  return (
    <>
      <Breadcrumb
        locale={locale}
        trail={[
          { label: all.space.breadcrumb, href: pathTo(locale, '/espace') },
          { label: software.name, href: softwarePath(locale, software.slug) },
        ]}
      />
      <h1>{t.heading(software.name)}</h1>
      {done === undefined && tooLong === 0 ? null : (
        <DoneNote locale={locale} done={done} tooLong={tooLong} />
      )}
      <p className="lead mt-2">
        {lists.length === 0
          ? t.nothing
          : t.sentence(
              counted(locale, overview.names, t.name.one, t.name.many),
              counted(locale, lists.length, t.list.one, t.list.many),
              FIGURES.map((name) =>
                counted(locale, counts[name], t.figures[name].one, t.figures[name].many),
              ).join(', '),
            )}
      </p>
      <p className="mt-3 max-w-prose">{t.lead}</p>
      <p className="mt-4 flex flex-wrap gap-x-6 gap-y-3">
        <Link className="button" href={pathTo(locale, `${path}/ajouter`)}>
          {t.add}
        </Link>
      </p>
      {lists.length > 1 ? <Lists {...props} path={path} /> : null}
      {list ? (
        <section aria-labelledby="liste" className="mt-10">
          <h2 id="liste">{list.source.title}</h2>
          <p className="mt-1 text-muted">
            {[
              t.kinds[list.kind],
              list.source.date === '' ? '' : t.dated(formatDate(locale, list.source.date)),
              counted(locale, list.names, t.name.one, t.name.many),
            ]
              .filter((part) => part !== '')
              .join(' · ')}
            {list.source.url === '' ? null : (
              <>
                {' · '}
                <a className="link" href={list.source.url} rel="noopener nofollow">
                  {all.common.source.visit}{' '}
                  <span className="text-muted">{all.common.source.external}</span>
                </a>
              </>
            )}
          </p>
          {list.full ? <p className="mt-2">{t.full(n(list.names))}</p> : null}
          <ListOfNames
            locale={locale}
            software={software.slug}
            path={path}
            list={list}
            view={view}
            names={names}
            decide={props.decide}
            accept={props.accept}
          />
          {list.removable ? (
            <div className="mt-10">
              <FieldsForm
                id="remove"
                action={props.remove}
                address={pathTo(locale, path, { liste: list.id })}
                hidden={{ locale, software: software.slug, list: String(list.id) }}
                texts={formTexts(all, t.remove)}
                signIn={{ href: pathTo(locale, '/connexion'), label: t.form.signIn }}
                quiet
              />
            </div>
          ) : null}
        </section>
      ) : null}
      <p className="mt-12">
        <Link className="link" href={usersPath(locale, software.slug)}>
          {t.users}
        </Link>
      </p>
    </>
  )
}

function Lists({ locale, overview, list, path }: NamesViewProps & { path: string }) {
  const { names: t } = messages(locale)
  const n = (value: number) => formatNumber(locale, value)
  return (
    <section aria-labelledby="listes" className="mt-10">
      <h2 id="listes" className="mb-3">
        {t.listsHeading}
      </h2>
      <div className="table-scroll">
        <table className="table">
          <caption>{t.listsCaption}</caption>
          <thead>
            <tr>
              <th scope="col">{t.columns.list}</th>
              <th scope="col" className="number">
                {t.columns.names}
              </th>
              <th scope="col" className="number">
                {t.columns.waiting}
              </th>
              <th scope="col" className="number">
                {t.columns.decided}
              </th>
            </tr>
          </thead>
          <tbody>
            {overview.lists.map((item) => (
              <tr key={item.id}>
                <th scope="row" className="font-normal">
                  <Link
                    className="link"
                    href={pathTo(locale, path, { liste: item.id })}
                    aria-current={item.id === list?.id ? 'page' : undefined}
                  >
                    {item.source.title}
                  </Link>
                  <span className="block text-muted">
                    {t.kinds[item.kind]} {formatDate(locale, item.source.date)}
                  </span>
                </th>
                <td className="number">{n(item.names)}</td>
                <td className="number">
                  {n(
                    item.counts.surs +
                      item.counts.douteux +
                      item.counts.sans +
                      item.counts.disparus,
                  )}
                </td>
                <td className="number">{n(item.counts.decides)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
