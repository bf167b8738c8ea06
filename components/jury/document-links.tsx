import { formatNumber } from '#components/i18n/format.ts'
import type { Locale } from '#components/i18n/locale.ts'
import type { ShownDocument } from './shown-file.ts'

/** Documents of a dossier, each to be downloaded; none is ever opened in the page. */
export function DocumentLinks({
  locale,
  documents,
}: {
  locale: Locale
  documents: readonly ShownDocument[]
}) {
  if (documents.length === 0) return null
  const unit = locale === 'fr' ? 'ko' : 'kB'
  return (
    <ul className="mt-2 list-disc pl-5">
      {documents.map(({ id, fileName, bytes }) => (
        <li key={id} className="[overflow-wrap:anywhere]">
          <a className="link" href={`/api/espace/documents/${id}`} download>
            {fileName}
          </a>{' '}
          <span className="text-[0.95rem] text-muted">
            {`(${formatNumber(locale, Math.max(1, Math.round(bytes / 1_000)))}\u00a0${unit})`}
          </span>
        </li>
      ))}
    </ul>
  )
}
