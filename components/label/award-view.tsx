import { colon, formatDate } from '#components/i18n/format.ts'
import type { Bilingual, Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { awardPath, editionPath, organisationPath, pathTo } from '#components/i18n/paths.ts'
import { Breadcrumb } from '#components/ui/breadcrumb.tsx'
import { Link } from '#components/ui/link.tsx'
import { type Source, SourceMark } from '#components/ui/source-mark.tsx'
import { AwardMark } from './award-mark.tsx'
import { EmbedCode } from './embed-code.tsx'

interface Person {
  name: string
  office: string
}

interface People {
  responsible: Person
  elected: Person
}

export interface ShownOneAward {
  edition: number
  scheme: { slug: string; name: Bilingual }
  level: number | null
  distinction: string
  mentions: readonly Bilingual[]
  note: Bilingual
  organisation: { key: string; name: string }
  name: string
  source: Source
  given: boolean
  visibleFrom: string
  words: Bilingual | null
  credential: { uuid: string; issuedAt: string } | null
}

/** One award: the result in its scale, whose word it is, its badge, and its credential if it has one. */
export function AwardView({
  locale,
  award,
  people,
  alt,
  codes,
}: {
  locale: Locale
  award: ShownOneAward
  /** The two who carried the application, where both agreed to be named. */
  people: People | null
  /** What the badge says, for whoever does not see it. */
  alt: string
  /** What other sites paste, by language. */
  codes: Bilingual
}) {
  const { badges: t, label } = messages(locale)
  const { organisation, edition } = award
  const copying = { copy: t.copy, copied: t.copied, copyFailed: t.copyFailed }
  const image = `${awardPath(locale, award.edition, award.organisation.key)}/badge.svg`
  return (
    <>
      <Breadcrumb
        locale={locale}
        trail={[
          { label: label.heading, href: pathTo(locale, '/label') },
          { label: String(edition), href: editionPath(locale, edition) },
        ]}
      />
      <h1>{t.heading(organisation.name, edition)}</h1>
      <Facts locale={locale} award={award} people={people} />
      <section aria-labelledby="badge" className="mt-10">
        <h2 id="badge">{t.badge}</h2>
        <p className="mt-2 max-w-prose">{t.badgeLead}</p>
        {/* biome-ignore lint/performance/noImgElement: an SVG of ours, which needs no optimising. */}
        <img src={image} width={440} height={160} alt={alt} className="mt-4 h-auto max-w-full" />
        <p className="no-print mt-2">
          <a className="link" href={image}>
            {t.badgeOpen}
          </a>
        </p>
        <div className="no-print mt-6 grid gap-6 lg:grid-cols-2">
          <EmbedCode
            id="embed-fr"
            code={codes.fr}
            label={t.embedFr}
            hint={t.embedHint}
            texts={copying}
          />
          <EmbedCode
            id="embed-en"
            code={codes.en}
            label={t.embedEn}
            hint={t.embedHint}
            texts={copying}
          />
        </div>
      </section>
      {award.given ? <Credential locale={locale} award={award} /> : null}
      <p className="no-print mt-10 flex flex-wrap gap-x-6 gap-y-2">
        <Link className="link" href={organisationPath(locale, organisation.key)}>
          {t.organisation}
        </Link>
        <Link className="link" href={editionPath(locale, edition)}>
          {t.allOf(edition)}
        </Link>
      </p>
    </>
  )
}

function Facts({
  locale,
  award,
  people,
}: {
  locale: Locale
  award: ShownOneAward
  people: People | null
}) {
  const { badges: t, label } = messages(locale)
  const { scheme, source, given, organisation } = award
  const on = formatDate(locale, award.visibleFrom.slice(0, 10))
  return (
    <dl className="mt-6 grid max-w-3xl gap-x-6 gap-y-3 sm:grid-cols-[12rem_minmax(0,1fr)]">
      <dt className="text-muted">{t.result}</dt>
      <dd>
        <AwardMark locale={locale} award={{ ...award, scheme: scheme.slug, result: award.words }} />
        {award.note[locale] ? <p className="text-muted">{award.note[locale]}</p> : null}
      </dd>
      <dt className="text-muted">{t.scale}</dt>
      <dd>{scheme.name[locale]}</dd>
      {award.mentions.length === 0 ? null : (
        <>
          <dt className="text-muted">{t.mentions}</dt>
          <dd>{award.mentions.map((mention) => mention[locale]).join(' ; ')}</dd>
        </>
      )}
      <dt className="text-muted">{t.whose}</dt>
      <dd>
        {given ? (
          `${t.givenHere}, ${t.givenOn(on)}.`
        ) : (
          <>
            <strong>{t.documented}.</strong> {t.documentedBy(source.title)}
            <SourceMark locale={locale} sources={[source]} />
            {award.name === organisation.name ? null : (
              <span className="block text-muted">{label.printed(award.name)}</span>
            )}
          </>
        )}
      </dd>
      {people ? (
        <>
          <dt className="text-muted">{t.carried}</dt>
          <dd>
            <Named locale={locale} person={people.responsible} as={t.responsible} />
            <Named locale={locale} person={people.elected} as={t.elected} />
          </dd>
        </>
      ) : null}
    </dl>
  )
}

function Named({ locale, person, as }: { locale: Locale; person: Person; as: string }) {
  if (person.name === '') return null
  return (
    <span className="block">
      {person.name}
      <span className="text-muted">{`, ${[person.office, as].filter(Boolean).join(colon(locale))}`}</span>
    </span>
  )
}

function Credential({ locale, award }: { locale: Locale; award: ShownOneAward }) {
  const t = messages(locale).badges
  const { credential } = award
  const address = credential && `/api/v1/label/credentials/${credential.uuid}`
  return (
    <section aria-labelledby="credential" className="mt-10">
      <h2 id="credential">{t.credential}</h2>
      <p className="mt-2 max-w-prose">{t.credentialLead}</p>
      {credential === null ? (
        <p className="panel mt-4 max-w-prose bg-soft">{t.credentialWaits}</p>
      ) : (
        <>
          <p className="mt-2">
            {t.credentialSigned(formatDate(locale, credential.issuedAt.slice(0, 10)))}
          </p>
          <ul className="no-print mt-3 grid gap-2">
            <li>
              <a className="link" href={address ?? ''}>
                {t.credentialOpen}
              </a>
            </li>
            <li>
              <a
                className="link"
                href={`${awardPath(locale, award.edition, award.organisation.key)}/badge-signe.svg`}
              >
                {t.credentialBaked}
              </a>
            </li>
            <li>
              <Link
                className="link"
                href={pathTo(locale, '/label/verifier', { adresse: address ?? '' })}
              >
                {t.credentialVerify}
              </Link>
            </li>
          </ul>
        </>
      )}
      <p className="mt-4 max-w-prose text-[0.95rem] text-muted">{t.notAdullact}</p>
    </section>
  )
}
