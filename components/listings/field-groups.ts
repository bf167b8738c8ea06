import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import type { FieldMark, ReadingView } from '#lib/listings/rules/listing-view.ts'
import type { ListingField } from '#lib/listings/schema.ts'
import { MOST_FUNCTIONS } from '#lib/software/rules/entry-form.ts'
import { PLATFORMS, PUBLISHER_KINDS } from '#lib/software/schema.ts'
import type { ListingFieldGroup, ListingFieldSpec } from './listing-fields.tsx'

export interface ListingChoices {
  publishers: {
    own: ReadonlyArray<{ slug: string; name: string }>
    others: ReadonlyArray<{ slug: string; name: string }>
  }
  functions: ReadonlyArray<{
    name: { fr: string; en: string }
    functions: ReadonlyArray<{ slug: string; name: { fr: string; en: string } }>
  }>
}

/** Characters of a value that a mark repeats; a longer one is only said to be other. */
const LONGEST_REPEATED = 60

/** Fields that a repository may say. */
const READABLE: readonly ListingField[] = [
  'name',
  'licence',
  'platforms',
  'languages',
  'summaryFr',
  'summaryEn',
  'descriptionFr',
  'descriptionEn',
  'website',
]

/** The fields of a listing by group, each with where the repository says it. */
export function listingFieldGroups(
  locale: Locale,
  values: Readonly<Record<string, string>>,
  reading: ReadingView | null,
  choices: ListingChoices,
): ListingFieldGroup[] {
  const { listings, common } = messages(locale)
  const { form, draft: t } = listings
  const field = (
    name: ListingField,
    kind: ListingFieldSpec['kind'],
    more: Partial<ListingFieldSpec> = {},
  ): ListingFieldSpec => ({
    name,
    kind,
    label: form.fields[name],
    hint: [markWords(locale, name, values[name] ?? '', reading), form.hints[name]]
      .filter(Boolean)
      .join(' '),
    ...more,
  })
  const ofPublisher = (list: ListingChoices['publishers']['own']) =>
    list.map(({ slug, name }) => ({ value: slug, label: name }))
  return [
    {
      legend: t.groups.software,
      fields: [
        field('name', 'line'),
        field('licence', 'line'),
        field('functions', 'several', {
          none: t.functionNone,
          labels: Array.from({ length: MOST_FUNCTIONS }, (_, at) => t.functionNth(at + 1)),
          choices: choices.functions.map((group) => ({
            label: group.name[locale],
            choices: group.functions.map((one) => ({ value: one.slug, label: one.name[locale] })),
          })),
        }),
        field('platforms', 'boxes', {
          choices: [
            {
              label: '',
              choices: PLATFORMS.map((one) => ({ value: one, label: common.platforms[one] })),
            },
          ],
        }),
        field('languages', 'line'),
        field('website', 'address'),
      ],
    },
    {
      legend: t.groups.texts,
      fields: [
        field('summaryFr', 'line'),
        field('descriptionFr', 'lines'),
        field('summaryEn', 'line'),
        field('descriptionEn', 'lines'),
      ],
    },
    {
      legend: t.groups.publisher,
      fields: [
        field('publisher', 'choice', {
          none: t.publisherNew,
          choices: [
            { label: t.publisherOwn, choices: ofPublisher(choices.publishers.own) },
            { label: t.publisherOthers, choices: ofPublisher(choices.publishers.others) },
          ].filter((group) => group.choices.length > 0),
        }),
        field('publisherName', 'line'),
        field('publisherKind', 'choice', {
          none: t.kindNone,
          choices: [
            {
              label: '',
              choices: PUBLISHER_KINDS.map((kind) => ({
                value: kind,
                label: common.publisherKinds[kind],
              })),
            },
          ],
        }),
        field('publisherWebsite', 'address'),
        field('publisherSiren', 'line'),
      ],
    },
  ]
}

/** Where the repository says the value of a field, or what else it says. */
export function markWords(
  locale: Locale,
  name: ListingField,
  value: string,
  reading: ReadingView | null,
): string {
  const { marks: t } = messages(locale).listings.draft
  if (reading === null) return ''
  const mark = reading.marks[name]
  if (!mark) return READABLE.includes(name) ? t.none : ''
  const where = placeWords(locale, mark)
  const note = mark.note ? t.notes[mark.note] : ''
  if (value === mark.value || value === '') return [where, note].filter(Boolean).join(' ')
  const says = mark.value.length > LONGEST_REPEATED ? t.saysOtherwise : t.says(mark.value)
  return `${says} ${where}`
}

function placeWords(locale: Locale, { kind, path, line }: FieldMark): string {
  const { marks: t } = messages(locale).listings.draft
  if (kind === 'forge') return t.forge
  if (kind === 'git') return path === '' ? t.git : t.licence(path)
  return line > 0 ? t.line(path, line) : t.file(path)
}
