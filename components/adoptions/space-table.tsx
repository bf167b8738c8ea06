import { formatDate } from '#components/i18n/format.ts'
import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { Link } from '#components/ui/link.tsx'
import { perimeterWords } from './adoption-use.tsx'
import type { ShownAdoption } from './shown-adoption.ts'

/** What an organisation says of its software, each line with the way to change it. */
export function SpaceTable({
  locale,
  caption,
  items,
  hrefOf,
}: {
  locale: Locale
  caption: string
  items: readonly ShownAdoption[]
  hrefOf(id: number): string
}) {
  const { space: s, common, adoptions: t } = messages(locale)
  return (
    <div className="table-scroll">
      <table className="table">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t.columns.software}</th>
            <th scope="col">{t.columns.use}</th>
            <th scope="col">{t.columns.trust}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => {
            const since = formatDate(locale, item.since)
            const state = common.states[item.state]
            return (
              <tr key={item.id}>
                <th scope="row" className="min-w-36">
                  <Link
                    className="link"
                    href={hrefOf(item.id)}
                    aria-label={s.openOne(item.software.name)}
                  >
                    {item.software.name}
                  </Link>
                </th>
                <td>
                  {[
                    since ? t.stateSince(state, since) : state,
                    item.perimeter ? perimeterWords(locale, item.perimeter) : '',
                  ]
                    .filter(Boolean)
                    .join(', ')}
                </td>
                <td>{common.trust[item.trust].one}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
