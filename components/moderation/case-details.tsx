import { colon, counted, formatDate, formatList } from '#components/i18n/format.ts'
import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { organisationPath, pathTo, softwarePath } from '#components/i18n/paths.ts'
import { Link } from '#components/ui/link.tsx'
import type {
  AdoptionDetails,
  CaseView,
  ContestationDetails,
  JoinDetails,
  ProposalDetails,
  ProviderDetails,
} from '#lib/moderation/rules/case-view.ts'
import { ClaimCase, ListingCase } from './listing-case.tsx'
import { MergePreviewView } from './merge-preview-view.tsx'
import { Terms } from './terms.tsx'

/** What a case is about, by its kind. */
export function CaseDetails({
  locale,
  details,
}: {
  locale: Locale
  details: NonNullable<CaseView['details']>
}) {
  const { moderation: t } = messages(locale)
  switch (details.kind) {
    case 'join-request':
      return <Join locale={locale} details={details} />
    case 'software-proposal':
      return <Proposal locale={locale} details={details} />
    case 'contestation':
      return <Contestation locale={locale} details={details} />
    case 'testimonial':
      return (
        <>
          <Use locale={locale} use={details.adoption} />
          <h3 className="mt-6">{t.adoption.testimonial}</h3>
          <p className="text-muted">{t.adoption.language(details.locale === 'fr')}</p>
          <blockquote lang={details.locale} className="panel mt-2 whitespace-pre-line">
            {details.body}
          </blockquote>
        </>
      )
    case 'provider':
      return <Provider locale={locale} details={details} />
    case 'listing':
      return <ListingCase locale={locale} details={details} />
    case 'claim':
      return <ClaimCase locale={locale} details={details} />
    case 'merge':
      return (
        <>
          <Terms
            rows={[
              [t.merge.from, details.fromSlug],
              [
                t.merge.into,
                <Link key="into" className="link" href={softwarePath(locale, details.into.slug)}>
                  {details.into.name}
                </Link>,
              ],
              [t.merge.why, details.why],
            ]}
          />
          {details.preview ? (
            <MergePreviewView locale={locale} preview={details.preview} level="h3" />
          ) : null}
        </>
      )
  }
}

function Provider({ locale, details }: { locale: Locale; details: ProviderDetails }) {
  const { providers } = messages(locale)
  const t = providers.moderation
  const kinds = providers.kinds as Readonly<Record<string, { one: string }>>
  const services = providers.services as Readonly<Record<string, string>>
  return (
    <>
      <Terms
        rows={[
          [t.kind, kinds[details.providerKind]?.one],
          [
            t.siren,
            <span key="siren">
              {details.siren}
              {' · '}
              <a
                className="link"
                href={`https://annuaire-entreprises.data.gouv.fr/entreprise/${details.siren}`}
                rel="noopener"
              >
                {t.register}
              </a>
            </span>,
          ],
          [
            t.organisation,
            details.organisation ? (
              <Link
                key="organisation"
                className="link"
                href={organisationPath(locale, details.organisation.key)}
              >
                {details.organisation.name}
              </Link>
            ) : null,
          ],
          [
            t.website,
            details.website ? (
              <a key="site" className="link" href={details.website} rel="noopener nofollow">
                {details.website}
              </a>
            ) : null,
          ],
          [t.summary, [details.summary.fr, details.summary.en].filter(Boolean).join('\n\n')],
          [
            t.services,
            details.services
              .map(
                ({ name, kinds: given }) =>
                  name +
                  colon(locale) +
                  formatList(
                    locale,
                    given.map((kind) => services[kind] ?? kind),
                  ),
              )
              .join('\n'),
          ],
        ]}
      />
      <p className="mt-3">
        <Link className="link" href={pathTo(locale, `/espace/prestataires/${details.slug}`)}>
          {t.space}
        </Link>
      </p>
    </>
  )
}

function Join({ locale, details }: { locale: Locale; details: JoinDetails }) {
  const { moderation, accounts } = messages(locale)
  const t = moderation.join
  const { organisation, domain, knownDomains, proves, colleagues } = details
  const known = knownDomains.includes(domain)
  const says = !proves
    ? t.public
    : known
      ? t.known
      : knownDomains.length > 0
        ? t.other(formatList(locale, knownDomains))
        : t.none
  return (
    <>
      <p className="mt-3">
        <Link className="link" href={organisationPath(locale, organisation.key)}>
          {t.wants(accounts.roles[details.role], organisation.name)}
        </Link>
        {organisation.departement ? ` (${organisation.departement})` : null}
      </p>
      <Terms
        rows={[
          [t.domain, `${domain}\n${says}`],
          [t.message, details.message],
        ]}
      />
      {colleagues > 0 ? (
        <p className="mt-2">
          {counted(locale, colleagues, t.colleagues.one, t.colleagues.many)} {t.colleaguesSame}
        </p>
      ) : null}
    </>
  )
}

function Use({ locale, use }: { locale: Locale; use: AdoptionDetails }) {
  const { moderation, common } = messages(locale)
  const t = moderation.adoption
  const { software, organisation, source } = use
  return (
    <Terms
      rows={[
        [
          t.use,
          <span key="use">
            <Link className="link" href={softwarePath(locale, software.slug)}>
              {software.name}
            </Link>
            {', '}
            <Link className="link" href={organisationPath(locale, organisation.key)}>
              {organisation.name}
            </Link>
          </span>,
        ],
        [t.state, `${common.states[use.state]}, ${common.trust[use.trust].one}`],
        [t.since, formatDate(locale, use.since)],
        [
          t.source,
          source ? (
            <a key="source" className="link" href={source.url} rel="noopener">
              {source.title}
            </a>
          ) : null,
        ],
      ]}
    />
  )
}

function Contestation({ locale, details }: { locale: Locale; details: ContestationDetails }) {
  const { moderation, common } = messages(locale)
  const t = moderation.adoption
  return (
    <>
      <Use locale={locale} use={details.adoption} />
      <Terms
        rows={[
          [t.contestReason, details.reason],
          [t.before, common.trust[details.trustBefore].one],
        ]}
      />
      <p className="mt-3">{t.accepting}</p>
      <h3 className="mt-6">{t.history}</h3>
      {details.history.length === 0 ? (
        <p>{t.noHistory}</p>
      ) : (
        <ol className="mt-2 list-disc pl-5">
          {details.history.map((event) => (
            <li key={`${event.at} ${event.kind}`}>
              {formatDate(locale, event.at.slice(0, 10))}
              {', '}
              {t.events[event.kind] ?? event.kind}
              {event.kind !== 'contest-settled' && event.reason ? ` : ${event.reason}` : null}
            </li>
          ))}
        </ol>
      )}
    </>
  )
}

function Proposal({ locale, details }: { locale: Locale; details: ProposalDetails }) {
  const { moderation, common } = messages(locale)
  const t = moderation.proposal
  const states = common.states as Readonly<Record<string, string>>
  return (
    <>
      <Terms
        rows={[
          [
            t.website,
            details.website ? (
              <a key="site" className="link" href={details.website} rel="noopener nofollow">
                {details.website}
              </a>
            ) : null,
          ],
          [t.what, details.what],
          [
            t.became,
            details.became ? (
              <Link key="became" className="link" href={softwarePath(locale, details.became.slug)}>
                {details.became.name}
              </Link>
            ) : null,
          ],
        ]}
      />
      {details.waiting.length === 0 ? null : (
        <>
          <h3 className="mt-6">{t.waiting}</h3>
          <ul className="mt-2 list-disc pl-5">
            {details.waiting.map((item) => (
              <li key={item.key}>
                <Link className="link" href={organisationPath(locale, item.key)}>
                  {item.name}
                </Link>
                {`, ${states[item.state] ?? item.state}`}
              </li>
            ))}
          </ul>
        </>
      )}
      <h3 className="mt-6">{t.near}</h3>
      {details.near.length === 0 ? (
        <p>{t.noNear}</p>
      ) : (
        <ul className="mt-2 list-disc pl-5">
          {details.near.map((item) => (
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
