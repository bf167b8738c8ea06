import { formatDate, formatList, formatNumber } from '#components/i18n/format.ts'
import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { formatMoment } from '#components/i18n/moment.ts'
import { Terms } from '#components/moderation/terms.tsx'
import type { ReadingView } from '#lib/listings/rules/listing-view.ts'

/** What a repository says besides the fields of the form. */
export function ReadingPanel({
  locale,
  address,
  reading,
}: {
  locale: Locale
  address: string
  reading: ReadingView
}) {
  const { read: t } = messages(locale).listings.draft
  const signs = Object.entries(reading.signs).flatMap(([name, path]) =>
    path === null ? [] : [t.signNames[name] ?? name],
  )
  const { lastRelease, licenceDeclared, licenceDetected } = reading
  return (
    <>
      <Terms
        rows={[
          [
            t.repository,
            <a
              key="page"
              className="link [overflow-wrap:anywhere]"
              href={address}
              rel="noopener nofollow"
            >
              {address}
            </a>,
          ],
          [t.readAt, formatMoment(locale, reading.readAt)],
          [t.branch, reading.branch],
          [t.declared, licenceDeclared],
          [t.detected, licenceDetected],
          [t.files, reading.licenceFiles.join(', ')],
          [t.releases, formatNumber(locale, reading.releases)],
          [
            t.lastRelease,
            lastRelease
              ? `${lastRelease.version}, ${formatDate(locale, lastRelease.date.slice(0, 10))}`
              : '',
          ],
          [t.lastCommit, formatDate(locale, reading.lastCommitAt.slice(0, 10))],
          [t.firstRelease, reading.firstRelease === null ? '' : String(reading.firstRelease)],
          [t.status, t.statuses[reading.status] ?? ''],
          [t.signs, signs.length === 0 ? t.noSign : formatList(locale, signs)],
          [
            t.usedBy,
            reading.usedBy === 0 ? '' : `${formatNumber(locale, reading.usedBy)}, ${t.usedByNext}`,
          ],
          [t.basedOn, reading.basedOn.join(', ')],
        ]}
      />
      {reading.licenceFiles.length === 0 ? <Warning text={t.noFile} /> : null}
      {differ(licenceDeclared, licenceDetected) ? <Warning text={t.mismatch} /> : null}
      {reading.archived ? <Warning text={t.archived} /> : null}
      {reading.movedTo === '' ? null : <Warning text={`${t.moved} ${reading.movedTo}`} />}
    </>
  )
}

function Warning({ text }: { text: string }) {
  return (
    <p className="mt-3 border-warn border-l-4 bg-warn-soft px-3 py-2 [overflow-wrap:anywhere]">
      {text}
    </p>
  )
}

/** The text of a GNU licence does not say whether later versions will do. */
const family = (licence: string) => licence.replace(/-(only|or-later)$/, '')
const differ = (declared: string, detected: string) =>
  declared !== '' && detected !== '' && family(declared) !== family(detected)
