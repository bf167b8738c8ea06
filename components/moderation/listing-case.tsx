import type { ReactNode } from 'react'
import { counted } from '#components/i18n/format.ts'
import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { publisherPath, softwarePath } from '#components/i18n/paths.ts'
import { markWords } from '#components/listings/field-groups.ts'
import { FindingsSection } from '#components/listings/findings-section.tsx'
import { ReadingPanel } from '#components/listings/reading-panel.tsx'
import { Link } from '#components/ui/link.tsx'
import { LISTING_FIELDS, type ListingField } from '#lib/listings/schema.ts'
import type { ClaimDetails, ListingDetails } from '#lib/moderation/rules/case-view.ts'
import { Terms } from './terms.tsx'

const OF_NEW_PUBLISHER = new Set<ListingField>(
  LISTING_FIELDS.filter((field) => /^publisher./.test(field)),
)

/** A project that was listed, with all that was read and who is said to publish it. */
export function ListingCase({ locale, details }: { locale: Locale; details: ListingDetails }) {
  const { listings } = messages(locale)
  const { moderation: t, form: texts } = listings
  const { publisher, reading, near, became } = details
  const shown = LISTING_FIELDS.filter(
    (field) =>
      details.form[field] && field !== 'publisher' && !(publisher && OF_NEW_PUBLISHER.has(field)),
  )
  return (
    <>
      <Terms
        rows={[
          [
            t.address,
            <a
              key="address"
              className="link [overflow-wrap:anywhere]"
              href={details.address}
              rel="noopener nofollow"
            >
              {details.address}
            </a>,
          ],
          [
            t.publisherKnown,
            publisher ? (
              <span key="publisher">
                <Link className="link" href={publisherPath(locale, publisher.slug)}>
                  {publisher.name}
                </Link>
                {`, ${publisher.verified ? t.verified : t.notVerified}. `}
                {details.isMember ? t.memberYes : t.memberNo}
              </span>
            ) : (
              t.publisherNew
            ),
          ],
          ...shown.map((field): readonly [string, ReactNode] => [
            texts.fields[field],
            <Said key={field} locale={locale} details={details} field={field} />,
          ]),
          [
            t.became,
            became ? (
              <Link key="became" className="link" href={softwarePath(locale, became.slug)}>
                {became.name}
              </Link>
            ) : null,
          ],
        ]}
      />
      {reading ? (
        <>
          <h3 className="mt-6">{listings.draft.read.heading}</h3>
          <ReadingPanel locale={locale} address={details.address} reading={reading} />
          <h3 className="mt-6">{t.findings}</h3>
          <FindingsSection
            locale={locale}
            publiccode={reading.publiccode && { ...reading.publiccode, corrected: false }}
            download=""
            level={4}
          />
        </>
      ) : null}
      <h3 className="mt-6">{t.near}</h3>
      {near.length === 0 ? (
        <p>{t.noNear}</p>
      ) : (
        <ul className="mt-2 list-disc pl-5">
          {near.map((item) => (
            <li key={item.slug}>
              <Link className="link" href={softwarePath(locale, item.slug)}>
                {item.name}
              </Link>
              {` (${item.slug})`}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

/** A value of the form, in words, with where the repository says it. */
function Said({
  locale,
  details,
  field,
}: {
  locale: Locale
  details: ListingDetails
  field: ListingField
}) {
  const kinds = messages(locale).common.publisherKinds as Readonly<Record<string, string>>
  const value = details.form[field] ?? ''
  const origin = markWords(locale, field, value, details.reading)
  const words =
    field === 'publisherKind'
      ? kinds[value]
      : field === 'functions'
        ? details.functions.map((name) => name[locale]).join(', ')
        : value
  return (
    <>
      {words || value}
      {origin === '' ? null : <span className="block text-[0.95rem] text-muted">{origin}</span>}
    </>
  )
}

/** An entry that somebody says to keep, and what speaks for it. */
export function ClaimCase({ locale, details }: { locale: Locale; details: ClaimDetails }) {
  const { moderation: t } = messages(locale).listings
  const { entry, publisher, repository, message, proof } = details
  return (
    <>
      <Terms
        rows={[
          [
            t.entry,
            <Link key="entry" className="link" href={softwarePath(locale, entry.slug)}>
              {entry.name}
            </Link>,
          ],
          [
            t.address,
            repository === '' ? null : (
              <a
                key="address"
                className="link [overflow-wrap:anywhere]"
                href={repository}
                rel="noopener nofollow"
              >
                {repository}
              </a>
            ),
          ],
          [
            t.publisherKnown,
            <span key="publisher">
              <Link className="link" href={publisherPath(locale, publisher.slug)}>
                {publisher.name}
              </Link>
              {`, ${publisher.verified ? t.verified : t.notVerified} (${t.publisherHas(
                counted(locale, publisher.software, t.software.one, t.software.many),
                counted(locale, publisher.managers, t.managers.one, t.managers.many),
              )})`}
            </span>,
          ],
          [t.message, message],
          [t.proof, proof ? t.proved(proof.path, proof.commit.slice(0, 10)) : t.noProof],
        ]}
      />
      <p className="mt-3">{publisher.managers === 0 ? t.becomesManager : t.becomesMember}</p>
    </>
  )
}
