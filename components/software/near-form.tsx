import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { pathTo } from '#components/i18n/paths.ts'
import { HiddenFields } from '#components/ui/hidden-fields.tsx'
import { Link } from '#components/ui/link.tsx'
import { type Filters, fieldsOf, withoutPlace } from './list-address.ts'

/** Where "used near" is; null when not asked for, undefined when nobody has the name that was typed. */
export type ShownPlace = { key: string; name: string; departement: string } | null | undefined

/** A place as the page says it and as its field takes it: two communes of one name stay two. */
export const placeLabel = ({ name, departement }: NonNullable<ShownPlace>): string =>
  departement === '' ? name : `${name} (${departement})`

/** Narrows the list to what is used near an organisation. The other filters go along. */
export function NearForm({
  locale,
  id,
  filters,
  near,
}: {
  locale: Locale
  id: string
  filters: Filters & { proche: string }
  near: ShownPlace
}) {
  const t = messages(locale)
  const { label, placeholder, leave, unknown } = t.software.near
  const elsewhere = withoutPlace(filters)
  const value = near ? placeLabel(near) : filters.proche
  const wrong = near === undefined
  return (
    <form
      // Fields take their values when made: another address makes them anew.
      key={JSON.stringify(filters)}
      action={pathTo(locale, '/logiciels')}
      className="border-line border-t py-3"
    >
      <HiddenFields fields={fieldsOf(elsewhere)} />
      <label htmlFor={id} className="mb-1 block font-semibold">
        {label}
      </label>
      <input
        id={id}
        name="proche"
        type="text"
        defaultValue={value}
        placeholder={placeholder}
        maxLength={120}
        autoComplete="off"
        aria-invalid={wrong ? 'true' : undefined}
        aria-describedby={wrong ? `${id}-wrong` : undefined}
        className="field placeholder:text-[0.95rem]"
      />
      {wrong ? (
        <p id={`${id}-wrong`} className="mt-2 text-[0.95rem] text-warn">
          {unknown(filters.proche)}
        </p>
      ) : null}
      <div className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-2">
        <button type="submit" className="button button-quiet">
          {t.common.apply}
        </button>
        {near === null ? null : (
          <Link
            rel="nofollow"
            className="link inline-flex min-h-6 items-center"
            href={pathTo(locale, '/logiciels', elsewhere)}
          >
            {leave}
          </Link>
        )}
      </div>
    </form>
  )
}
