import { z } from 'zod'
import { slugOf } from '#lib/software/rules/slug-of.ts'
import { webAddress } from '#lib/sources.ts'
import { oneLine } from '#lib/typed-text.ts'
import { type SoftwareInput, softwareInput } from './entry.ts'
import type { EntryField } from './rules/entry-form.ts'
import { judgeLicence } from './rules/licence.ts'
import { PUBLISHER_KINDS } from './schema.ts'

export interface NewPublisher {
  name: string
  kind: (typeof PUBLISHER_KINDS)[number]
  website: string
  /** Nine digits; ties it to the organisation of the register that has them. */
  siren?: string | undefined
  source: { title: string; url: string; date?: string | undefined }
}

/**
 * An entry as the form of a moderator sends it, every field a text, judged by the very schema of the
 * files of the reference data. One document backs all that the form asks for. Issues are at the fields of
 * the form, and carry keys of ENTRY_FAULTS.
 */
export const newEntryInput = z
  .record(z.string(), z.string())
  .catch({})
  .transform((typed, check): { entry: SoftwareInput; newPublisher: NewPublisher | undefined } => {
    const text = (field: EntryField) => oneLine(typed[field] ?? '')
    const optional = (field: EntryField) => text(field) || undefined
    const fault = (field: EntryField, message = `${field}-wrong`) =>
      check.issues.push({ code: 'custom', path: [field], message, input: typed[field] })
    const source = {
      url: text('sourceUrl'),
      title: text('sourceTitle'),
      date: optional('sourceDate'),
    }
    const publisherName = text('publisherName')
    const parsed = softwareInput.safeParse({
      slug: text('slug') || slugOf(text('name')),
      name: text('name'),
      publisher: text('publisher') || slugOf(publisherName),
      licence: text('licence'),
      repository: optional('repository'),
      website: optional('website'),
      functions: listed(typed.functions),
      platforms: listed(typed.platforms),
      summary: { fr: text('summaryFr'), en: text('summaryEn') },
      description: {
        fr: (typed.descriptionFr ?? '').trim(),
        en: (typed.descriptionEn ?? '').trim(),
      },
      sources: [
        {
          id: 's1',
          ...source,
          covers: [
            'name',
            'publisher',
            'licence',
            'functions',
            ...(text('repository') ? ['repository'] : []),
            ...(text('website') ? ['website'] : []),
          ],
        },
      ],
    })
    const newPublisher = text('publisher') === '' && publisherName !== ''
    if (newPublisher) {
      if (publisherName.length > 120) fault('publisherName')
      if (!isKind(text('publisherKind'))) fault('publisherKind')
      if (text('publisherWebsite') && !webAddress.safeParse(text('publisherWebsite')).success) {
        fault('publisherWebsite')
      }
    }
    if (!parsed.success) {
      for (const { path } of parsed.error.issues) {
        const field = fieldOf(path)
        const verdict = field === 'licence' ? judgeLicence(text('licence')) : undefined
        if (verdict?.free === false) fault('licence', `licence-${verdict.reason}`)
        else fault(field)
      }
    }
    if (!parsed.success || check.issues.length > 0) return z.NEVER
    return {
      entry: parsed.data,
      newPublisher: newPublisher
        ? {
            name: publisherName,
            kind: text('publisherKind') as NewPublisher['kind'],
            website: text('publisherWebsite'),
            source,
          }
        : undefined,
    }
  })

const listed = (text: string | undefined) => [
  ...new Set((text ?? '').split(',').filter((item) => item !== '')),
]

const isKind = (text: string) => (PUBLISHER_KINDS as readonly string[]).includes(text)

/** The field of the form that shows what is wrong at a place of an entry. */
function fieldOf(path: readonly PropertyKey[]): EntryField {
  const [first, second, third] = path.map(String)
  if (first === 'summary') return second === 'en' ? 'summaryEn' : 'summaryFr'
  if (first === 'description') return second === 'en' ? 'descriptionEn' : 'descriptionFr'
  if (first === 'sources') {
    if (third === 'title') return 'sourceTitle'
    return third === 'date' ? 'sourceDate' : 'sourceUrl'
  }
  return first as EntryField
}
