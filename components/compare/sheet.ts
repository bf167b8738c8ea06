import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { softwarePath, usersPath } from '#components/i18n/paths.ts'
import { sortRows } from '#lib/compare/rules/differences.ts'
import type { Sheet, SheetCell } from '#lib/compare/rules/sheet.ts'
import type { ComparedRow, Value } from '#lib/compare/rules/value.ts'
import { codeWord, noCodes } from './cell-words.ts'
import type { ShownComparison } from './compare-view.tsx'

/**
 * A comparison as the sheets of a spreadsheet: one figure a cell, so that it can be counted with; then
 * the pages that each software's figures lead to.
 */
export function comparisonSheets(
  locale: Locale,
  { software, rows, like }: ShownComparison,
  { siteUrl, address, day }: { siteUrl: string; address: string; day: string },
): Sheet[] {
  const t = messages(locale).compare.sheet
  const c = messages(locale).compare
  const { differ, same, unknown } = sortRows(rows)
  const lines = (list: readonly ComparedRow[], differs: string) =>
    list.flatMap((row) =>
      linesOf(locale, row, like?.name ?? '').map(([label = null, ...cells]) => [
        label,
        differs,
        ...cells,
      ]),
    )
  return [
    {
      name: t.name,
      rows: [
        [c.field, t.differs, ...software.map(({ name }) => name)],
        ...lines(differ, t.yes),
        ...lines(same, t.no),
        ...lines(unknown, t.no),
      ],
    },
    {
      name: t.pages,
      rows: [
        [t.software, t.page, t.users],
        ...software.map(({ slug, name }): SheetCell[] => [
          name,
          linked(siteUrl + softwarePath(locale, slug)),
          linked(siteUrl + usersPath(locale, slug)),
        ]),
        [],
        [t.made, { date: day }],
        [t.from, linked(siteUrl + address)],
        [t.licence],
      ],
    },
  ]
}

const linked = (href: string): SheetCell => ({ text: href, href })

/** One line a point, or several where a point is several figures; each begins with what it is. */
function linesOf(locale: Locale, { field, cells }: ComparedRow, like: string): SheetCell[][] {
  const { compare } = messages(locale)
  const t = compare.sheet
  const each = (label: string, cell: (value: Value) => SheetCell): SheetCell[] => [
    label,
    ...cells.map((value) => (value.kind === 'unknown' ? null : cell(value))),
  ]
  switch (field) {
    case 'users': {
      const part = (name: 'total' | 'confirmed' | 'reported' | 'toReconfirm') => (value: Value) =>
        value.kind === 'use' ? value.use[name] : null
      return [
        each(t.usersTotal, part('total')),
        each(t.usersConfirmed, part('confirmed')),
        each(t.usersReported, part('reported')),
        each(t.usersToReconfirm, part('toReconfirm')),
      ]
    }
    case 'like':
      return [each(t.like(like), plain(locale, field))]
    case 'lastRelease':
      return [
        each(t.lastReleaseVersion, (value) => (value.kind === 'release' ? value.version : null)),
        each(t.lastReleaseDate, (value) =>
          value.kind === 'release' && value.date ? { date: value.date } : null,
        ),
      ]
    case 'criteria':
      return [
        each(t.criteria, (value) => (value.kind === 'links' ? value.items.length : null)),
        each(t.criteriaNames, plain(locale, field)),
      ]
    default:
      return [each(compare.fields[field], plain(locale, field))]
  }
}

const plain =
  (locale: Locale, field: ComparedRow['field']) =>
  (value: Value): SheetCell => {
    switch (value.kind) {
      case 'unknown':
        return null
      case 'links':
        return value.items
          .map(({ label }) => (typeof label === 'string' ? label : label[locale]))
          .join(' ; ')
      case 'codes':
        return value.codes.length === 0
          ? noCodes(locale, field)
          : value.codes.map((code) => codeWord(locale, field, code)).join(', ')
      case 'licence':
        return value.spdx
      case 'year':
        return value.year
      case 'number':
      case 'like':
        return value.n
      case 'euros':
        return { euros: value.sum }
      case 'date':
        return { date: value.date }
      case 'release':
        return value.version
      case 'use':
        return value.use.total
    }
  }
