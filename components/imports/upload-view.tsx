import { formatDate } from '#components/i18n/format.ts'
import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { pathTo } from '#components/i18n/paths.ts'
import { Breadcrumb } from '#components/ui/breadcrumb.tsx'
import { Link } from '#components/ui/link.tsx'
import { type UploadAction, UploadForm } from './upload-form.tsx'

export interface ShownImport {
  id: number
  kind: 'own' | 'report'
  fileName: string
  state: 'uploaded' | 'ready' | 'refused' | 'applying' | 'applied' | 'failed' | 'dropped'
  createdAt: string
}

/** The page that takes a list: of one's own software, or of organisations that use one. */
export function UploadView({
  locale,
  kind,
  organisation,
  allowed,
  recent,
  action,
}: {
  locale: Locale
  kind: 'own' | 'report'
  organisation: { key: string; name: string }
  /** Whether the organisation may report at all. */
  allowed: boolean
  recent: readonly ShownImport[]
  action: UploadAction
}) {
  const all = messages(locale)
  const { imports: t, space } = all
  const words = t[kind]
  const path = `/espace/collectivites/${organisation.key}`
  return (
    <>
      <Breadcrumb
        locale={locale}
        trail={[
          { label: space.breadcrumb, href: pathTo(locale, '/espace') },
          { label: organisation.name, href: pathTo(locale, path) },
        ]}
      />
      <h1>{words.heading}</h1>
      <p className="lead mt-2">{words.lead}</p>
      {allowed ? (
        <div className="mt-8 grid items-start gap-8 lg:grid-cols-[minmax(0,40rem)_minmax(0,1fr)]">
          <UploadForm
            locale={locale}
            action={action}
            address={pathTo(locale, `${path}/${kind === 'own' ? 'importer' : 'signaler'}`)}
            organisation={organisation.key}
            submit={words.submit}
            t={t.form}
            {...(kind === 'report'
              ? {
                  report: {
                    software: t.report.software,
                    softwareHint: t.report.softwareHint,
                    runs: t.report.runs,
                  },
                }
              : {})}
            signIn={{ href: pathTo(locale, '/connexion'), label: t.form.signIn }}
          />
          <section aria-labelledby="how" className="panel bg-soft">
            <h2 id="how" className="text-lg">
              {words.how}
            </h2>
            <ul className="mt-2 list-disc space-y-2 pl-5">
              {words.howText.map((text) => (
                <li key={text}>{text}</li>
              ))}
            </ul>
          </section>
        </div>
      ) : (
        <div className="panel mt-8 max-w-prose">
          <p>{t.report.notAllowed}</p>
          <p className="mt-3">
            <Link className="link" href={pathTo(locale, `${path}/importer`)}>
              {t.report.notAllowedNext}
            </Link>
          </p>
        </div>
      )}
      {recent.length === 0 ? null : (
        <section aria-labelledby="recent" className="mt-12">
          <h2 id="recent">{t.recent}</h2>
          <ul className="mt-3 space-y-2">
            {recent.map((item) => (
              <li key={item.id} className="flex flex-wrap items-baseline gap-x-3">
                <Link className="link" href={pathTo(locale, `/espace/imports/${item.id}`)}>
                  {item.fileName || t.pasted}
                </Link>
                <span>{formatDate(locale, item.createdAt.slice(0, 10))}</span>
                <span className="tag">{t.states[item.state]}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
