import type { ReactNode } from 'react'
import { FieldsForm } from '#components/accounts/fields-form.tsx'
import { formTexts } from '#components/accounts/form-texts.ts'
import { formatNumber } from '#components/i18n/format.ts'
import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { pathTo, usersPath } from '#components/i18n/paths.ts'
import { Breadcrumb } from '#components/ui/breadcrumb.tsx'
import { Link } from '#components/ui/link.tsx'
import type { FormAction } from '#components/ui/use-sent-form.ts'
import type { LineStatus, ListFault, ListSummary } from '#lib/importers/schema.ts'
import { ImportProgress } from './import-progress.tsx'
import type { ShownImport } from './upload-view.tsx'

export interface ImportOnPage extends ShownImport {
  fault: string
  summary: ListSummary
  organisation: { key: string; name: string }
  software: { slug: string; name: string } | null
  counts: Record<LineStatus, number>
  accepted: number
  undecided: number
}

/** A list and where it stands. */
export function ImportView({
  locale,
  item,
  drop,
  children,
}: {
  locale: Locale
  item: ImportOnPage
  /** Gives the list up. */
  drop: FormAction<string>
  /** What is to be checked, of a list that is ready. */
  children: ReactNode
}) {
  const all = messages(locale)
  const { imports: t } = all
  const path = `/espace/collectivites/${item.organisation.key}`
  const words = t[item.kind]
  const name = item.fileName || t.pasted
  return (
    <>
      <Breadcrumb
        locale={locale}
        trail={[
          { label: all.space.breadcrumb, href: pathTo(locale, '/espace') },
          { label: item.organisation.name, href: pathTo(locale, path) },
          { label: words.title, href: pathTo(locale, `${path}/${again(item)}`) },
        ]}
      />
      <h1>{headingOf(t, item.state)}</h1>
      <p className="mt-1 text-muted">
        {name} · {item.organisation.name}
        {item.software ? ` · ${item.software.name}` : ''}
      </p>
      {item.state === 'uploaded' || item.state === 'applying' ? (
        <div className="mt-6" role="status">
          <ImportProgress
            key={item.state}
            locale={locale}
            id={item.id}
            state={item.state}
            t={t.progress}
          />
          <noscript>
            <meta httpEquiv="refresh" content="2" />
            <p>{t.progress.refresh}</p>
          </noscript>
        </div>
      ) : null}
      {item.state === 'refused' ? (
        <Ended
          locale={locale}
          item={item}
          text={`${t.faults[item.fault as ListFault] ?? t.faults.unexpected} ${t.refused.nothing}`}
        />
      ) : null}
      {item.state === 'failed' ? (
        <Ended locale={locale} item={item} text={t.failed['no-right']} />
      ) : null}
      {item.state === 'dropped' ? (
        <Ended locale={locale} item={item} text={t.dropped.text} />
      ) : null}
      {item.state === 'applied' ? <Applied locale={locale} item={item} /> : null}
      {item.state === 'ready' ? children : null}
      {item.state === 'ready' || item.state === 'uploaded' ? (
        <div className="mt-10">
          <FieldsForm
            id="drop"
            quiet
            action={drop}
            address={pathTo(locale, `/espace/imports/${item.id}`)}
            hidden={{ locale, id: String(item.id) }}
            texts={formTexts(all, t.ready.drop)}
          />
        </div>
      ) : null}
    </>
  )
}

const again = (item: ImportOnPage) => (item.kind === 'own' ? 'importer' : 'signaler')

type Texts = ReturnType<typeof messages>['imports']

function headingOf(t: Texts, state: ImportOnPage['state']): string {
  return {
    uploaded: t.progress.reading,
    applying: t.progress.applying,
    ready: t.ready.heading,
    refused: t.refused.heading,
    failed: t.failed.heading,
    dropped: t.dropped.heading,
    applied: t.applied.heading,
  }[state]
}

function Ended({ locale, item, text }: { locale: Locale; item: ImportOnPage; text: string }) {
  const { imports: t } = messages(locale)
  const path = `/espace/collectivites/${item.organisation.key}/${again(item)}`
  return (
    <div className="mt-6 max-w-prose">
      <p role="status">{text}</p>
      <p className="mt-4">
        <Link className="button" href={pathTo(locale, path)}>
          {t.refused.again}
        </Link>
      </p>
    </div>
  )
}

function Applied({ locale, item }: { locale: Locale; item: ImportOnPage }) {
  const { imports: t } = messages(locale)
  const { created = 0, changed = 0, unchanged = 0, asked } = item.summary.done ?? {}
  const n = (value: number) => formatNumber(locale, value)
  return (
    <div className="mt-6 max-w-prose">
      <div role="status" className="border-accent border-l-4 bg-accent-soft px-4 py-3">
        <p>{t.applied[item.kind](n(created), n(changed))}</p>
        {unchanged > 0 ? <p>{t.applied.unchanged(n(unchanged))}</p> : null}
        {asked === undefined ? null : <p>{t.applied.asked(n(asked))}</p>}
      </div>
      <ul className="mt-6 flex flex-wrap gap-3">
        {item.software ? (
          <li>
            <Link className="button" href={usersPath(locale, item.software.slug)}>
              {t.applied.software}
            </Link>
          </li>
        ) : null}
        <li>
          <Link
            className={item.software ? 'button button-quiet' : 'button'}
            href={pathTo(locale, `/espace/collectivites/${item.organisation.key}`)}
          >
            {t.applied.space}
          </Link>
        </li>
      </ul>
    </div>
  )
}
