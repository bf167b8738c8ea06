import { FieldsForm } from '#components/accounts/fields-form.tsx'
import { formTexts } from '#components/accounts/form-texts.ts'
import { colon, counted } from '#components/i18n/format.ts'
import type { Bilingual, Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { formatParis } from '#components/i18n/paris.ts'
import { pathTo } from '#components/i18n/paths.ts'
import type { FormAction } from '#components/ui/use-sent-form.ts'
import { StateNote } from './state-note.tsx'

export interface ShownRepository {
  address: string
  state: string
  stateSince: string
  movedTo: string
  visitedAt: string
  /** Why the last visit did not succeed; null when it did. */
  fault: Bilingual | null
}

export interface ShownFindings {
  path: string
  version: string
  valid: boolean
  url: string
  findings: ReadonlyArray<{
    path: string
    line: number
    severity: 'error' | 'warning' | 'info'
    code: string
    message: Bilingual
    mended: boolean
  }>
  corrected: boolean
}

/** The repository of an entry as it was last visited, and the button that has it read again. */
export function RepositoryPanel({
  locale,
  slug,
  repository,
  action,
  address,
}: {
  locale: Locale
  slug: string
  repository: ShownRepository | null
  action: FormAction<string>
  address: string
}) {
  const all = messages(locale)
  const t = all.entryEdit.repository
  return (
    <section aria-labelledby="repository" className="mt-10">
      <h2 id="repository">{t.heading}</h2>
      {repository === null ? (
        <p className="mt-2">{t.none}</p>
      ) : (
        <>
          <StateNote locale={locale} vitality={repository} />
          <p className="mt-2 [overflow-wrap:anywhere]">
            {t.address}
            {colon(locale)}
            <a className="link" href={repository.address} rel="noopener nofollow">
              {repository.address}
            </a>
          </p>
          <p>
            {repository.visitedAt === ''
              ? t.never
              : t.visited(formatParis(locale, repository.visitedAt))}
          </p>
          {repository.fault ? (
            <p className="mt-2 border-danger border-l-4 pl-4">
              {t.fault} {repository.fault[locale]}
            </p>
          ) : null}
        </>
      )}
      <div className="mt-4">
        <FieldsForm
          id="relire"
          action={action}
          address={address}
          hidden={{ locale, software: slug }}
          texts={{ ...formTexts(all, t.readAgain, t.wrong), sending: t.reading }}
          signIn={{ href: pathTo(locale, '/connexion'), label: all.accounts.form.signIn }}
          quiet
        />
      </div>
    </section>
  )
}

/** What there is to say of the publiccode.yml, and the file with all mended that can be. */
export function FindingsPanel({
  locale,
  slug,
  publiccode,
}: {
  locale: Locale
  slug: string
  publiccode: ShownFindings | null
}) {
  const t = messages(locale).entryEdit.findings
  if (publiccode === null) {
    return (
      <section aria-labelledby="findings" className="mt-10">
        <h2 id="findings">{t.heading}</h2>
        <p className="mt-2 max-w-prose">{t.none}</p>
      </section>
    )
  }
  const { findings, path, version, valid } = publiccode
  return (
    <section aria-labelledby="findings" className="mt-10">
      <h2 id="findings">{t.heading}</h2>
      <p className="mt-2 max-w-prose font-semibold">
        {valid
          ? t.valid(path, version || t.unknownVersion)
          : t.invalid(path, counted(locale, findings.length, t.count.one, t.count.many))}
      </p>
      {publiccode.corrected ? (
        <p className="mt-3 max-w-prose">
          <a
            className="button button-quiet"
            href={pathTo(locale, `/espace/logiciels/${slug}/publiccode.yml`)}
            download
          >
            {t.download}
          </a>
          <span className="mt-1 block text-[0.95rem] text-muted">{t.downloadHelp}</span>
        </p>
      ) : null}
      {findings.length === 0 ? null : (
        <div className="table-scroll mt-4">
          <table className="table">
            <caption className="sr-only">{t.heading}</caption>
            <thead>
              <tr>
                <th scope="col">{t.columns.severity}</th>
                <th scope="col">{t.columns.place}</th>
                <th scope="col">{t.columns.message}</th>
              </tr>
            </thead>
            <tbody>
              {findings.map((finding) => (
                <tr key={`${finding.path} ${finding.line} ${finding.code}`}>
                  <td>{t.severities[finding.severity]}</td>
                  <td>
                    <code className="[overflow-wrap:anywhere]">{finding.path}</code>
                    {finding.line > 0 ? (
                      <span className="block text-[0.95rem] text-muted">
                        {t.line(String(finding.line))}
                      </span>
                    ) : null}
                  </td>
                  <td>
                    {finding.message[locale]}
                    {finding.mended ? (
                      <span className="block text-[0.95rem] text-muted">{t.mended}</span>
                    ) : null}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}
