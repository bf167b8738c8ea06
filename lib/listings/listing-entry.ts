import { z } from 'zod'
import { isSiren } from '#lib/organisations/rules/siren.ts'
import { type SoftwareInput, softwareInput } from '#lib/software/entry.ts'
import type { NewPublisher } from '#lib/software/new-entry.ts'
import { judgeLicence } from '#lib/software/rules/licence.ts'
import { slugOf } from '#lib/software/rules/slug-of.ts'
import { PUBLISHER_KINDS } from '#lib/software/schema.ts'
import { webAddress } from '#lib/sources.ts'
import { lines, oneLine } from '#lib/typed-text.ts'
import type { ListingFault, ListingField } from './schema.ts'

/** Stands in for the repository while the rest is judged. */
const ANY_ADDRESS = 'https://example.org/depot'

/**
 * The form of a listing as an entry, judged by the very schema of the files of the reference data. The
 * repository itself, as read that day, is the document that backs it.
 * @param source its address has been judged by lib/forge: the settings may let in a host that the schema
 * of files does not.
 * @param read what the repository says and no field of the form asks for.
 * @throws z.ZodError with issues at the fields of the form, whose messages are ListingFault.
 */
export function listingEntry(
  form: Readonly<Record<string, string>>,
  source: { page: string; title: string; date: string },
  read: { firstRelease?: number | undefined; status?: string | undefined } = {},
): { entry: SoftwareInput; newPublisher: NewPublisher | undefined } {
  const issues: Array<{ field: ListingField; message: ListingFault }> = []
  const fault = (field: ListingField, message: ListingFault = `${field}-wrong`) => {
    issues.push({ field, message })
  }
  const text = (field: ListingField) => oneLine(form[field] ?? '')
  const publisherName = text('publisherName')
  const website = text('website')
  const parsed = softwareInput.safeParse({
    slug: slugOf(text('name')),
    name: text('name'),
    publisher: text('publisher') || slugOf(publisherName),
    licence: text('licence'),
    repository: ANY_ADDRESS,
    website: website || undefined,
    first_release: read.firstRelease,
    status: read.status,
    functions: listed(form.functions),
    platforms: listed(form.platforms),
    languages: listed(form.languages),
    summary: { fr: text('summaryFr'), en: text('summaryEn') },
    description: { fr: lines(form.descriptionFr ?? ''), en: lines(form.descriptionEn ?? '') },
    sources: [
      {
        id: 's1',
        title: source.title,
        url: ANY_ADDRESS,
        date: source.date,
        covers: [
          'name',
          'publisher',
          'licence',
          'repository',
          'functions',
          ...(website === '' ? [] : ['website']),
          ...(read.firstRelease === undefined ? [] : ['first_release']),
          ...(read.status === undefined ? [] : ['status']),
          ...(listed(form.languages).length === 0 ? [] : ['languages']),
        ],
      },
    ],
  })
  if (!parsed.success) {
    for (const { path } of parsed.error.issues) {
      const field = fieldOf(path)
      const verdict = field === 'licence' ? judgeLicence(text('licence')) : undefined
      if (verdict?.free === false) fault('licence', `licence-${verdict.reason}`)
      else fault(field)
    }
  }
  const isNew = text('publisher') === ''
  if (isNew) {
    const siren = text('publisherSiren').replace(/\s/g, '')
    const site = text('publisherWebsite')
    if (publisherName === '' || publisherName.length > 120) fault('publisherName')
    if (!(PUBLISHER_KINDS as readonly string[]).includes(text('publisherKind'))) {
      fault('publisherKind')
    }
    if (site !== '' && !webAddress.safeParse(site).success) fault('publisherWebsite')
    if (siren !== '' && !isSiren(siren)) fault('publisherSiren')
  }
  if (!parsed.success || issues.length > 0) {
    throw new z.ZodError(
      issues.map(({ field, message }) => ({
        code: 'custom',
        path: [field],
        message,
        input: form[field],
      })),
    )
  }
  const document = { title: source.title, url: source.page, date: source.date }
  const { sources, ...rest } = parsed.data
  return {
    entry: {
      ...rest,
      repository: source.page,
      sources: sources.map((item) => ({ ...item, url: source.page })),
    },
    newPublisher: isNew
      ? {
          name: publisherName,
          kind: text('publisherKind') as NewPublisher['kind'],
          website: text('publisherWebsite'),
          siren: text('publisherSiren').replace(/\s/g, '') || undefined,
          source: document,
        }
      : undefined,
  }
}

export const listed = (text: string | undefined): string[] => [
  ...new Set(
    (text ?? '')
      .split(',')
      .map((item) => item.trim())
      .filter((item) => item !== ''),
  ),
]

/** The field of the form that shows what is wrong at a place of an entry. */
function fieldOf(path: readonly PropertyKey[]): ListingField {
  const [first, second] = path.map(String)
  if (first === 'summary') return second === 'en' ? 'summaryEn' : 'summaryFr'
  if (first === 'description') return second === 'en' ? 'descriptionEn' : 'descriptionFr'
  if (first === 'slug') return 'name'
  if (first === 'publisher') return 'publisherName'
  return first as ListingField
}
