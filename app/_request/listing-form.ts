import { LISTING_FIELDS } from '#lib/listings/schema.ts'

/** The fields of a listing that a form sent; several of a name are one text, their commas apart. */
export function listingForm(form: FormData): Record<string, string> {
  return Object.fromEntries(
    LISTING_FIELDS.map((field) => [
      field,
      form
        .getAll(field)
        .filter((item) => typeof item === 'string' && item !== '')
        .join(','),
    ]),
  )
}
