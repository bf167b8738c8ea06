import { formatDate } from '#components/i18n/format.ts'
import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { pathTo, softwarePath } from '#components/i18n/paths.ts'
import { Breadcrumb } from '#components/ui/breadcrumb.tsx'
import { Link } from '#components/ui/link.tsx'
import type { AdoptionState, AdoptionTrust } from '#lib/adoptions/schema.ts'
import { AdoptionActions, type AdoptionDeeds, type Doing } from './adoption-actions.tsx'
import { ADOPTION_FIELDS } from './form-words.ts'
import { HistoryList, type ShownEvent, valueWords } from './history-list.tsx'

export interface ShownLife {
  id: number
  revision: number
  software: { slug: string; name: string }
  organisation: { id: number; key: string; name: string }
  operator: { key: string; name: string } | null
  state: AdoptionState
  trust: AdoptionTrust
  confirmedAt: string
  mayChange: boolean
  values: Record<string, string>
  history: readonly ShownEvent[]
}

/** One use as its organisation sees it: what is recorded, what can be done with it, its history. */
export function AdoptionView({
  locale,
  item,
  actions,
  operators,
  saved,
  doing,
}: {
  locale: Locale
  item: ShownLife
  actions: AdoptionDeeds
  operators: ReadonlyArray<{ value: string; label: string }>
  /** Whether something was just recorded. */
  saved: boolean
  /** The form that the address asks for. */
  doing: Doing | null
}) {
  const { adoption: t, space, common } = messages(locale)
  const spacePath = `/espace/collectivites/${item.organisation.key}`
  return (
    <>
      <Breadcrumb
        locale={locale}
        trail={[
          { label: space.breadcrumb, href: pathTo(locale, '/espace') },
          { label: item.organisation.name, href: pathTo(locale, spacePath) },
        ]}
      />
      <h1>{t.title(item.software.name, item.organisation.name)}</h1>
      <p className="lead mt-2">
        {common.states[item.state]}, {common.trust[item.trust].one}.{' '}
        <Link className="link" href={softwarePath(locale, item.software.slug)}>
          {item.software.name}
        </Link>
      </p>
      <Standing locale={locale} item={item} />
      {saved ? (
        <p role="status" className="mt-6 border-accent border-l-4 bg-accent-soft px-4 py-3">
          {t.saved}
        </p>
      ) : null}
      <Recorded locale={locale} item={item} />
      {item.mayChange ? (
        <AdoptionActions
          locale={locale}
          item={item}
          actions={actions}
          operators={operators}
          doing={doing}
        />
      ) : null}
      {item.history.length === 0 ? null : (
        <section aria-labelledby="history" className="mt-12">
          <h2 id="history">{t.history}</h2>
          <HistoryList locale={locale} events={item.history} />
        </section>
      )}
    </>
  )
}

function Standing({ locale, item }: { locale: Locale; item: ShownLife }) {
  const { adoption: t } = messages(locale)
  if (item.trust === 'reported') return <p className="mt-2 max-w-prose">{t.reported}</p>
  if (item.trust === 'to-reconfirm') return <p className="mt-2 max-w-prose">{t.aged}</p>
  if (item.trust === 'contested') return <p className="mt-2 max-w-prose">{t.contested}</p>
  if (item.confirmedAt === '') return null
  return (
    <p className="mt-2 max-w-prose text-muted">
      {t.confirmedOn(formatDate(locale, item.confirmedAt.slice(0, 10)))}
    </p>
  )
}

function Recorded({ locale, item }: { locale: Locale; item: ShownLife }) {
  const { adoption: t } = messages(locale)
  const shown = ADOPTION_FIELDS.filter(
    (name) => name !== 'state' && !['', 'none'].includes(item.values[name] ?? ''),
  )
  return (
    <section aria-labelledby="said" className="mt-8">
      <h2 id="said">{t.said}</h2>
      {shown.length === 0 ? (
        <p className="mt-2 text-muted">{t.nothingMore}</p>
      ) : (
        <dl className="mt-3 grid gap-x-6 gap-y-2 sm:grid-cols-[max-content_minmax(0,1fr)]">
          {shown.map((name) => (
            <div key={name} className="contents">
              <dt className="text-muted">{t.fields[name === 'operator' ? 'operatorId' : name]}</dt>
              <dd className="whitespace-pre-line">
                {name === 'operator'
                  ? item.operator?.name
                  : valueWords(locale, name, item.values[name] ?? '')}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  )
}
