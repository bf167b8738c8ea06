import { trustWords } from '#components/adoptions/trust-bar.tsx'
import { counted, formatNumber } from '#components/i18n/format.ts'
import type { Bilingual, Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { organisationPath, pathTo, softwarePath, usersPath } from '#components/i18n/paths.ts'
import { Breadcrumb } from '#components/ui/breadcrumb.tsx'
import { Link } from '#components/ui/link.tsx'
import type { AdoptionState, TrustCount } from '#lib/adoptions/schema.ts'
import type { OrganisationKind } from '#lib/organisations/schema.ts'

interface UsedByOthers {
  software: { slug: string; name: string; summary: Bilingual }
  use: TrustCount
  here: AdoptionState | null
}

interface ShownLikeMine {
  compared: number
  known: number
  missing: readonly UsedByOthers[]
  missingTotal: number
  shared: readonly UsedByOthers[]
}

interface ShownItem {
  key: string
  name: string
  kind: OrganisationKind
  departement: string
}

/** What the organisations most like one use: what it lacks, then what they share. */
export function LikeMineView({
  locale,
  item,
  like,
  declares,
}: {
  locale: Locale
  item: ShownItem
  like: ShownLikeMine
  /** Whether the visitor may declare for this organisation. */
  declares: boolean
}) {
  const { reads, organisations, common } = messages(locale)
  const t = reads.like
  const number = (n: number) => formatNumber(locale, n)
  return (
    <>
      <Breadcrumb
        locale={locale}
        trail={[
          { label: organisations.heading, href: pathTo(locale, '/collectivites') },
          { label: item.name, href: organisationPath(locale, item.key) },
        ]}
      />
      <h1>{t.heading(item.name)}</h1>
      {like.compared === 0 ? (
        <p className="mt-4 max-w-prose">{t.noPopulation}</p>
      ) : (
        <>
          <p className="lead mt-2">{t.lead(number(like.compared), common.kinds[item.kind].many)}</p>
          {like.known === 0 ? (
            <p className="mt-3 max-w-prose font-semibold">{t.none}</p>
          ) : (
            <p className="mt-3 max-w-prose">
              <strong>{t.known(number(like.known), number(like.compared))}</strong>{' '}
              {like.known < like.compared ? t.unknown(number(like.compared - like.known)) : null}
            </p>
          )}
        </>
      )}
      {like.known === 0 ? null : (
        <>
          <section aria-labelledby="missing" className="mt-10">
            <h2 id="missing">{t.missing(item.name)}</h2>
            {like.missing.length === 0 ? (
              <p className="mt-2 max-w-prose">{t.missingNone}</p>
            ) : (
              <>
                <p className="mt-1 mb-4 max-w-prose text-muted">{t.missingLead}</p>
                <UsedTable
                  locale={locale}
                  caption={t.missing(item.name)}
                  of={item}
                  items={like.missing}
                  declares={declares}
                />
                {like.missingTotal > like.missing.length ? (
                  <p className="mt-2 text-muted">
                    {t.missingMore(number(like.missing.length), number(like.missingTotal))}
                  </p>
                ) : null}
              </>
            )}
          </section>
          <section aria-labelledby="shared" className="mt-12">
            <h2 id="shared">{t.shared}</h2>
            {like.shared.length === 0 ? (
              <p className="mt-2 max-w-prose text-muted">{t.sharedNone}</p>
            ) : (
              <>
                <p className="mt-1 mb-4 max-w-prose text-muted">{t.sharedLead(item.name)}</p>
                <UsedTable
                  locale={locale}
                  caption={t.shared}
                  of={item}
                  items={like.shared}
                  declares={false}
                />
              </>
            )}
          </section>
        </>
      )}
      <section aria-labelledby="next" className="panel no-print mt-12 bg-soft">
        <h2 id="next" className="text-xl">
          {organisations.next}
        </h2>
        <ul className="mt-3 flex flex-wrap gap-3">
          {item.departement ? (
            <li>
              <Link className="button" href={pathTo(locale, '/logiciels', { proche: item.key })}>
                {t.near}
              </Link>
            </li>
          ) : null}
          <li>
            <Link className="button button-quiet" href={organisationPath(locale, item.key)}>
              {t.organisations}
            </Link>
          </li>
        </ul>
      </section>
    </>
  )
}

function UsedTable({
  locale,
  caption,
  of,
  items,
  declares,
}: {
  locale: Locale
  caption: string
  of: ShownItem
  items: readonly UsedByOthers[]
  declares: boolean
}) {
  const t = messages(locale).reads.like
  return (
    <div className="table-scroll">
      <table className="table">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t.columns.software}</th>
            <th scope="col">{t.columns.who}</th>
            {declares ? <th scope="col">{t.columns.act}</th> : null}
          </tr>
        </thead>
        <tbody>
          {items.map(({ software, use, here }) => (
            <tr key={software.slug}>
              <th scope="row" className="min-w-40">
                <Link className="link" href={softwarePath(locale, software.slug)}>
                  {software.name}
                </Link>
                <span className="block max-w-prose font-normal text-[0.95rem] text-muted">
                  {software.summary[locale]}
                  {here ? <strong className="font-semibold"> ({t.here[here]})</strong> : null}
                </span>
              </th>
              <td className="min-w-32">
                <Link
                  className="link"
                  href={usersPath(locale, software.slug, { semblables: of.key })}
                >
                  {counted(locale, use.total, t.who.one, t.who.many)}
                </Link>
                <span className="block text-[0.95rem] text-muted">{trustWords(locale, use)}</span>
              </td>
              {declares ? (
                <td>
                  <Link
                    className="link inline-block min-h-6"
                    href={pathTo(locale, '/espace/declarer', {
                      collectivite: of.key,
                      logiciel: software.slug,
                    })}
                  >
                    {t.declare}
                    <span className="sr-only">{t.declareFor(software.name)}</span>
                  </Link>
                </td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
