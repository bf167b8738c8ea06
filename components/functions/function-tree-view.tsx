import { formatNumber } from '#components/i18n/format.ts'
import type { Bilingual, Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { functionPath } from '#components/i18n/paths.ts'
import { Link } from '#components/ui/link.tsx'

export interface ShownFunction {
  slug: string
  name: Bilingual
  software: number
  adopters: number
}

export interface ShownGroup {
  slug: string
  name: Bilingual
  functions: readonly ShownFunction[]
}

/** The whole tree: what free software covers, how much it is used, and the gaps. */
export function FunctionTreeView({
  locale,
  groups,
}: {
  locale: Locale
  groups: readonly ShownGroup[]
}) {
  const t = messages(locale).functions
  const all = groups.flatMap((group) => group.functions)
  const gaps = all.filter((item) => item.software === 0).length
  const n = (value: number) => formatNumber(locale, value)
  return (
    <>
      <h1>{t.heading}</h1>
      <p className="lead mt-2">{t.lead(n(all.length - gaps), n(all.length), n(gaps))}</p>
      <nav aria-label={t.contents} className="no-print mt-6">
        <ul className="flex flex-wrap gap-2">
          {groups.map((group) => (
            <li key={group.slug}>
              <a className="tag" href={`#${group.slug}`}>
                {group.name[locale]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <div className="mt-8 grid gap-x-10 gap-y-10 lg:grid-cols-2">
        {groups.map((group) => (
          <section key={group.slug} aria-labelledby={group.slug} className="min-w-0">
            <h2 id={group.slug} className="scroll-mt-4 text-xl">
              {group.name[locale]}
            </h2>
            <table className="mt-2 w-full">
              <caption className="sr-only">{t.caption(group.name[locale])}</caption>
              <thead>
                <tr className="text-[0.95rem] text-muted">
                  <th scope="col" className="py-1 font-normal">
                    {t.columns.function}
                  </th>
                  <th scope="col" className="w-20 py-1 text-right font-normal">
                    {t.columns.software}
                  </th>
                  <th scope="col" className="w-28 py-1 text-right font-normal">
                    {t.columns.adopters}
                  </th>
                </tr>
              </thead>
              <tbody>
                {group.functions.map((item) => (
                  <tr key={item.slug} className="border-line border-t">
                    <th scope="row" className="py-1.5 pr-3 font-normal">
                      <Link className="link" href={functionPath(locale, item.slug)}>
                        {item.name[locale]}
                      </Link>
                    </th>
                    {item.software === 0 ? (
                      <td colSpan={2} className="py-1.5 text-right text-[0.95rem] text-warn">
                        {t.gap}
                      </td>
                    ) : (
                      <>
                        <td className="py-1.5 text-right">{n(item.software)}</td>
                        <td className="py-1.5 text-right">{n(item.adopters)}</td>
                      </>
                    )}
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        ))}
      </div>
    </>
  )
}
