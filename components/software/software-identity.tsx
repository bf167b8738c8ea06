import type { ReactNode } from 'react'
import { formatList, languageName } from '#components/i18n/format.ts'
import type { Bilingual, Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { functionPath, publisherPath } from '#components/i18n/paths.ts'
import { OriginMark, type ShownOrigin } from '#components/provenance/origin-mark.tsx'
import { Link } from '#components/ui/link.tsx'
import { type Source, SourceMark } from '#components/ui/source-mark.tsx'

export interface SoftwareIdentity {
  publisher: { slug: string; name: string; kind: string }
  functions: ReadonlyArray<{ slug: string; name: Bilingual }>
  audience: readonly string[]
  licence: string
  licenceFamily: string
  licenceNote: Bilingual
  repository: string
  website: string
  platforms: readonly string[]
  languages: readonly string[]
  firstRelease: number | null
  status: string
  aliases: readonly string[]
  identifiers: Readonly<Record<string, string | number>>
  sources: Readonly<Record<string, readonly Source[]>>
}

/** The facts of an entry, each followed by the mark that opens its source. */
export function SoftwareIdentityList({
  locale,
  item,
  origins,
}: {
  locale: Locale
  item: SoftwareIdentity
  /** By field, who says it, where it is not the reference data. */
  origins: Readonly<Partial<Record<string, ShownOrigin>>>
}) {
  const t = messages(locale)
  const f = t.software.fields
  const kinds = t.common.kinds as Readonly<Record<string, { many: string }>>
  const platforms = t.common.platforms as Readonly<Record<string, string>>
  const families = t.common.licences as Readonly<Record<string, string>>
  const row = (field: keyof typeof f, content: ReactNode) => {
    const origin = origins[field === 'first_release' ? 'firstRelease' : field]
    return (
      <div className="border-line border-t py-2">
        <dt className="text-[0.95rem] text-muted">{f[field]}</dt>
        <dd>
          {content}
          {origin ? (
            <OriginMark locale={locale} origin={origin} />
          ) : (
            <SourceMark locale={locale} sources={item.sources[field] ?? []} />
          )}
        </dd>
      </div>
    )
  }
  return (
    <dl className="mt-3">
      {row(
        'functions',
        item.functions.map((entry, index) => (
          <span key={entry.slug}>
            {index > 0 ? ', ' : null}
            <Link className="link" href={functionPath(locale, entry.slug)}>
              {entry.name[locale]}
            </Link>
          </span>
        )),
      )}
      {row(
        'audience',
        item.audience.length === 0
          ? t.software.everyone
          : formatList(
              locale,
              item.audience.map((kind) => kinds[kind]?.many ?? kind),
            ),
      )}
      {row(
        'licence',
        <>
          <strong>{item.licence}</strong>{' '}
          <span className="text-muted">{families[item.licenceFamily]}</span>
          {item.licenceNote[locale] ? (
            <span className="block text-[0.95rem] text-muted">{item.licenceNote[locale]}</span>
          ) : null}
        </>,
      )}
      {row(
        'publisher',
        <>
          <Link className="link" href={publisherPath(locale, item.publisher.slug)}>
            {item.publisher.name}
          </Link>{' '}
          <span className="text-muted">
            {(t.common.publisherKinds as Readonly<Record<string, string>>)[item.publisher.kind]}
          </span>
        </>,
      )}
      {item.repository ? row('repository', <External href={item.repository} />) : null}
      {item.website ? row('website', <External href={item.website} />) : null}
      {row(
        'platforms',
        formatList(
          locale,
          item.platforms.map((name) => platforms[name] ?? name),
        ),
      )}
      {item.languages.length > 0
        ? row(
            'languages',
            formatList(
              locale,
              item.languages.map((code) => languageName(locale, code)),
            ),
          )
        : null}
      {item.firstRelease ? row('first_release', item.firstRelease) : null}
      {item.status
        ? row('status', t.software.status[item.status as keyof typeof t.software.status])
        : null}
      {item.aliases.length > 0 ? row('aliases', item.aliases.join(', ')) : null}
      {Object.keys(item.identifiers).length > 0
        ? row('identifiers', <Identifiers locale={locale} identifiers={item.identifiers} />)
        : null}
    </dl>
  )
}

function External({ href }: { href: string }) {
  return (
    <a className="link [overflow-wrap:anywhere]" href={href} rel="noopener">
      {href.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '')}
    </a>
  )
}

/** Addresses of the other catalogues' entries, by their own identifiers. */
const ELSEWHERE: Record<string, (id: string) => string> = {
  wikidata: (id) => `https://www.wikidata.org/wiki/${id}`,
  sill: (id) => `https://code.gouv.fr/sill/detail?id=${id}`,
  comptoir: (id) => `https://comptoir-du-libre.org/fr/softwares/${id}`,
}

function Identifiers({
  locale,
  identifiers,
}: {
  locale: Locale
  identifiers: Readonly<Record<string, string | number>>
}) {
  const t = messages(locale).software.identifiers as Readonly<
    Record<string, (id: string) => string>
  >
  return Object.entries(identifiers).map(([scheme, id], index) => (
    <span key={scheme}>
      {index > 0 ? ', ' : null}
      <a className="link" href={ELSEWHERE[scheme]?.(String(id)) ?? '#'} rel="noopener">
        {t[scheme]?.(String(id)) ?? `${scheme} ${id}`}
      </a>
    </span>
  ))
}
