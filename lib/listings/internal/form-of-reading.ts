import type { SaidField } from '#lib/provenance/fields.ts'
import { EMPTY_LISTING, LISTING_FIELDS, type ListingField, type ListingForm } from '../schema.ts'

const isListingField = (field: string): field is ListingField =>
  (LISTING_FIELDS as readonly string[]).includes(field)

const asText = ({ value }: SaidField): string =>
  Array.isArray(value) ? value.join(',') : String(value)

/** What a reading says, as the form takes it. */
export function formOfReading(said: readonly SaidField[]): ListingForm {
  const form = { ...EMPTY_LISTING }
  for (const item of said) if (isListingField(item.field)) form[item.field] = asText(item)
  return form
}

/**
 * The form after the repository was read again: what the person left as it was read follows it, what
 * they wrote stays.
 */
export function formAfterReading(
  typed: Readonly<Record<string, string>>,
  before: ListingForm,
  after: ListingForm,
): ListingForm {
  return Object.fromEntries(
    LISTING_FIELDS.map((field) => {
      const value = typed[field] ?? ''
      return [field, value === '' || value === before[field] ? after[field] : value]
    }),
  ) as ListingForm
}
