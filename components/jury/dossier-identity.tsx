import type { ReactNode } from 'react'
import { colon, formatNumber } from '#components/i18n/format.ts'
import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { organisationPath } from '#components/i18n/paths.ts'
import { Link } from '#components/ui/link.tsx'
import { DocumentLinks } from './document-links.tsx'
import type { ShownJuryFile } from './shown-file.ts'

/** Who applies, with what figures and which documents of the whole dossier, as frozen. */
export function DossierIdentity({ locale, file }: { locale: Locale; file: ShownJuryFile }) {
  const t = messages(locale).jury.file
  const { organisation, responsible, elected, figures, documents } = file.snapshot
  const whole = documents.filter(({ criterion }) => criterion === '')
  const person = ({ name, office }: { name: string; office: string }) =>
    [name, office].filter(Boolean).join(', ')
  const numbers = (['workstations', 'servers', 'schoolWorkstations'] as const).flatMap((name) => {
    const value = figures?.[name] ?? null
    return value === null ? [] : [`${t[name]}${colon(locale)}${formatNumber(locale, value)}`]
  })
  return (
    <details className="panel mt-6" open>
      <summary className="min-h-6 font-semibold">{t.identity}</summary>
      <dl className="mt-3 grid gap-x-8 gap-y-2 sm:grid-cols-2">
        <Row label={t.organisation}>
          <Link className="link" href={organisationPath(locale, organisation.key)}>
            {organisation.name}
          </Link>
          {organisation.departement === '' ? null : ` (${organisation.departement})`}
        </Row>
        {organisation.population === null ? null : (
          <Row label={t.population}>{formatNumber(locale, organisation.population)}</Row>
        )}
        <Row label={t.responsible}>{person(responsible)}</Row>
        <Row label={t.elected}>{person(elected)}</Row>
        {figures && numbers.length > 0 ? (
          <Row label={t.figures(figures.year)}>{numbers.join(' ; ')}</Row>
        ) : null}
        <Row label={t.documents}>
          {whole.length === 0 ? t.noDocument : <DocumentLinks locale={locale} documents={whole} />}
        </Row>
      </dl>
      <p className="mt-3 text-[0.95rem] text-muted">
        {t.frozen} {t.hash + colon(locale)}
        <code className="[overflow-wrap:anywhere]">{file.sha256}</code>
      </p>
    </details>
  )
}

function Row({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-[0.95rem] text-muted">{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}
