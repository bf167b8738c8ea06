import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { SearchBox } from '#components/search/search-box.tsx'
import { ORGANISATION_KINDS, type OrganisationKind } from '#lib/organisations/schema.ts'

/** The search of the catalogue, with its texts in the language of the page. */
export function SearchForm({
  locale,
  id,
  value = '',
  large = false,
  kept = [],
}: {
  locale: Locale
  id: string
  value?: string
  large?: boolean
  /** What the page is narrowed to, which another search keeps. */
  kept?: ReadonlyArray<readonly [name: string, value: string]>
}) {
  const t = messages(locale).common
  const kinds = Object.fromEntries(
    ORGANISATION_KINDS.map((kind) => [kind, t.kinds[kind].one]),
  ) as Record<OrganisationKind, string>
  return (
    <search>
      <SearchBox
        locale={locale}
        id={id}
        value={value}
        large={large}
        kept={kept}
        label={t.search.label}
        submit={t.search.submit}
        kinds={kinds}
      />
    </search>
  )
}
