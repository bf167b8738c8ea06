import type { ReactNode } from 'react'
import { TrustBar } from '#components/adoptions/trust-bar.tsx'
import {
  counted,
  formatDate,
  formatEuros,
  formatList,
  formatNumber,
} from '#components/i18n/format.ts'
import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { organisationPath, pathTo } from '#components/i18n/paths.ts'
import { Link } from '#components/ui/link.tsx'
import type { ComparedField, Value, Way } from '#lib/compare/rules/value.ts'
import { codeWord, noCodes } from './cell-words.ts'

/** One cell of a comparison in words; each figure leads to its rows. */
export function CellView({
  locale,
  field,
  value,
}: {
  locale: Locale
  field: ComparedField
  value: Value
}) {
  const t = messages(locale).compare
  switch (value.kind) {
    case 'unknown':
      return <span className="text-muted">{t.unsaid}</span>
    case 'use':
      return <TrustBar locale={locale} use={value.use} href={hrefOf(locale, value.to)} />
    case 'like':
      return <LikeCell locale={locale} value={value} />
    case 'links':
      return value.items.length === 0 ? (
        t.none
      ) : (
        <LinksCell locale={locale} field={field} items={value.items} />
      )
    case 'codes':
      return led(
        locale,
        value.to,
        value.codes.length === 0
          ? noCodes(locale, field)
          : formatList(
              locale,
              value.codes.map((code) => codeWord(locale, field, code)),
            ),
      )
    case 'licence':
      return (
        <>
          <strong>{value.spdx}</strong>{' '}
          <span className="text-muted">
            {(messages(locale).common.licences as Readonly<Record<string, string>>)[value.family]}
          </span>
        </>
      )
    case 'year':
      return value.year
    case 'number':
      return led(locale, value.to, formatNumber(locale, value.n))
    case 'euros': {
      const { sum, given, of } = value
      return (
        <>
          {led(locale, value.to, formatEuros(locale, sum))}{' '}
          <span className="text-muted">
            {t.costsBasis(formatNumber(locale, given), formatNumber(locale, of))}
          </span>
        </>
      )
    }
    case 'date':
      return led(locale, value.to, formatDate(locale, value.date))
    case 'release':
      return led(locale, value.to, t.released(value.version, formatDate(locale, value.date)))
  }
}

const hrefOf = (locale: Locale, { path, query, part }: Way) =>
  pathTo(locale, path, query) + (part ? `#${part}` : '')

function led(locale: Locale, to: Way | undefined, words: ReactNode): ReactNode {
  return to ? (
    <Link className="link" href={hrefOf(locale, to)}>
      {words}
    </Link>
  ) : (
    words
  )
}

function LinksCell({
  locale,
  field,
  items,
}: {
  locale: Locale
  field: ComparedField
  items: Extract<Value, { kind: 'links' }>['items']
}) {
  const list = (
    <ul className="grid gap-1">
      {items.map(({ key, label, to }) => (
        <li key={key}>{led(locale, to, typeof label === 'string' ? label : label[locale])}</li>
      ))}
    </ul>
  )
  // Criteria are sentences: how many, then which.
  if (field !== 'criteria') return list
  const { one, many } = messages(locale).compare.criteriaCount
  return (
    <details>
      <summary className="min-h-6">{counted(locale, items.length, one, many)}</summary>
      <div className="mt-1 text-[0.9rem]">{list}</div>
    </details>
  )
}

function LikeCell({
  locale,
  value: { n, names, to },
}: {
  locale: Locale
  value: Extract<Value, { kind: 'like' }>
}) {
  const t = messages(locale).compare
  if (n === 0) return t.none
  const { one, many } = messages(locale).software.adopters
  return (
    <>
      {led(locale, to, counted(locale, n, one, many))}
      <ul className="text-[0.9rem]">
        {names.map(({ key, name }) => (
          <li key={key}>
            <Link className="link" href={organisationPath(locale, key)}>
              {name}
            </Link>
          </li>
        ))}
        {n > names.length ? (
          <li className="text-muted">{t.like.more(formatNumber(locale, n - names.length))}</li>
        ) : null}
      </ul>
    </>
  )
}
