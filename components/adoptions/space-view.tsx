import type { ReactNode } from 'react'
import { FieldsForm } from '#components/accounts/fields-form.tsx'
import { formTexts } from '#components/accounts/form-texts.ts'
import { counted, formatNumber } from '#components/i18n/format.ts'
import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { organisationPath, pathTo } from '#components/i18n/paths.ts'
import { Breadcrumb } from '#components/ui/breadcrumb.tsx'
import { Link } from '#components/ui/link.tsx'
import { Pagination } from '#components/ui/pagination.tsx'
import type { TrustCount } from '#lib/adoptions/schema.ts'
import type { ShownAdoption } from './shown-adoption.ts'
import { SpaceTable } from './space-table.tsx'
import { trustWords } from './trust-bar.tsx'
import type { AdoptionFormAction } from './use-adoption-form.tsx'
import { type ShownWaiting, WaitingTable } from './waiting-table.tsx'

export interface ShownSpace {
  id: number
  key: string
  name: string
  member: boolean
  reports: boolean
  use: TrustCount
  waiting: readonly ShownWaiting[]
  waitingTotal: number
}

/** The space of an organisation: what waits for its word, what it uses, what to do next. */
export function SpaceView({
  locale,
  space,
  adoptions,
  action,
  said,
  references,
  confirmAll,
}: {
  locale: Locale
  space: ShownSpace
  adoptions: { page: number; pages: number; items: readonly ShownAdoption[] }
  /** Confirms what waits. */
  action: AdoptionFormAction
  /** What became of what was just confirmed, in sentences. */
  said: readonly string[]
  /** References of providers that wait for its answer. */
  references: number
  /** Every adoption that waits and is shown, as the form sends them. */
  confirmAll: string
}) {
  const t = messages(locale)
  const s = t.space
  const address = pathTo(locale, `/espace/collectivites/${space.key}`)
  const uses = counted(locale, space.use.total, s.uses.one, s.uses.many)
  return (
    <>
      <Breadcrumb
        locale={locale}
        trail={[{ label: s.breadcrumb, href: pathTo(locale, '/espace') }]}
      />
      <h1>{space.name}</h1>
      <p className="lead mt-2">
        {space.use.total === 0
          ? s.none(space.name)
          : s.sentence(space.name, uses, trustWords(locale, space.use))}{' '}
        <Link className="link" href={organisationPath(locale, space.key)}>
          {s.publicPage}
        </Link>
      </p>
      {space.member ? null : <p className="panel mt-4 bg-soft">{s.readOnly}</p>}
      {said.length === 0 ? null : (
        <div role="status" className="mt-6 border-accent border-l-4 bg-accent-soft px-4 py-3">
          {said.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </div>
      )}
      {space.member ? <Next locale={locale} space={space} references={references} /> : null}

      {space.waiting.length === 0 ? null : (
        <section aria-labelledby="waiting" className="mt-10">
          <h2 id="waiting">{s.waiting}</h2>
          <p className="mt-1 mb-4 max-w-prose">{s.waitingText}</p>
          {space.waitingTotal > space.waiting.length ? (
            <p className="mb-4 text-muted">
              {s.waitingSome(
                formatNumber(locale, space.waiting.length),
                formatNumber(locale, space.waitingTotal),
              )}
            </p>
          ) : null}
          {space.member && space.waiting.length > 1 ? (
            <div className="mb-4">
              <FieldsForm
                id="confirm-all"
                action={action}
                address={address}
                hidden={{
                  locale,
                  organisation: String(space.id),
                  key: space.key,
                  adoptions: confirmAll,
                }}
                texts={formTexts(
                  t,
                  s.confirmAll(formatNumber(locale, space.waiting.length)),
                  s.confirmFailed,
                )}
                signIn={{ href: pathTo(locale, '/connexion'), label: t.accounts.form.signIn }}
              />
            </div>
          ) : null}
          <WaitingTable locale={locale} space={space} action={action} address={address} />
        </section>
      )}

      {adoptions.items.length === 0 ? null : (
        <section aria-labelledby="list" className="mt-12">
          <h2 id="list" className="mb-4">
            {s.list}
          </h2>
          <SpaceTable
            locale={locale}
            caption={s.listCaption(space.name)}
            items={adoptions.items}
            hrefOf={(id) => pathTo(locale, `/espace/collectivites/${space.key}/utilisations/${id}`)}
          />
          <Pagination
            locale={locale}
            page={adoptions.page}
            pages={adoptions.pages}
            hrefOf={(page) => `${address}?page=${page}`}
          />
        </section>
      )}
    </>
  )
}

function Next({
  locale,
  space,
  references,
}: {
  locale: Locale
  space: ShownSpace
  references: number
}): ReactNode {
  const { answer } = messages(locale).providers
  const { space: s } = messages(locale)
  const path = `/espace/collectivites/${space.key}`
  const links = [
    { href: `${path}/importer`, label: s.import },
    ...(space.reports ? [{ href: `${path}/signaler`, label: s.report }] : []),
    { href: `${path}/label`, label: messages(locale).labelProgress.link },
    {
      href: `${path}/references`,
      label: references === 0 ? answer.link : answer.linkWaiting(formatNumber(locale, references)),
    },
    { href: `${path}/membres`, label: s.members },
  ]
  return (
    <ul className="no-print mt-6 flex flex-wrap gap-3">
      <li>
        <Link
          className="button"
          href={pathTo(locale, '/espace/declarer', { collectivite: space.key })}
        >
          {s.declare}
        </Link>
      </li>
      {links.map(({ href, label }) => (
        <li key={href}>
          <Link className="button button-quiet" href={pathTo(locale, href)}>
            {label}
          </Link>
        </li>
      ))}
    </ul>
  )
}
