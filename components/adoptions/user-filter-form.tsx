import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { usersPath } from '#components/i18n/paths.ts'
import { HiddenFields } from '#components/ui/hidden-fields.tsx'
import { SelectField } from '#components/ui/select-field.tsx'
import { NO_YEAR, type StopReason, type UNSAID } from '#lib/adoptions/schema.ts'

export interface ShownUserFilters {
  departement?: string | undefined
  region?: string | undefined
  type?: string | undefined
  taille?: string | undefined
  parole?: string | undefined
  etat?: string | undefined
  annee?: string | undefined
  raison?: StopReason | typeof UNSAID | undefined
  cout?: string | undefined
  semblables?: string | undefined
  tri: string
}

/** The filters of a list of users: a plain form whose result is an address. */
export function UserFilterForm({
  locale,
  slug,
  filters,
  departements,
  regions,
  years,
}: {
  locale: Locale
  slug: string
  filters: ShownUserFilters
  departements: ReadonlyArray<{ code: string; name: string }>
  regions: ReadonlyArray<{ code: string; name: string }>
  /** Years in which uses began, '' for those that do not say. */
  years: readonly string[]
}) {
  const t = messages(locale)
  const all = t.common.all
  const trusts = ['confirmed', 'reported', 'to-reconfirm'] as const
  const options = (words: Readonly<Record<string, string>>) =>
    Object.entries(words).map(([value, label]) => ({ value, label }))
  // What a figure of another page set stays set while others are chosen.
  const kept = (['raison', 'cout', 'semblables'] as const).flatMap((name) =>
    filters[name] ? [[name, filters[name]] as const] : [],
  )
  return (
    <form
      // Fields take their values when made: another address makes them anew.
      key={JSON.stringify(filters)}
      action={usersPath(locale, slug)}
      aria-label={t.users.filters}
      className="panel grid content-start gap-4 self-start sm:grid-cols-2 xl:grid-cols-3"
    >
      <SelectField
        id="f-departement"
        name="departement"
        label={t.users.departement}
        value={filters.departement}
        all={all}
        options={departements.map((d) => ({ value: d.code, label: `${d.code} ${d.name}` }))}
      />
      <SelectField
        id="f-region"
        name="region"
        label={t.users.region}
        value={filters.region}
        all={all}
        options={regions.map((r) => ({ value: r.code, label: r.name }))}
      />
      <SelectField
        id="f-type"
        name="type"
        label={t.users.type}
        value={filters.type}
        all={all}
        options={Object.entries(t.common.kinds).map(([value, noun]) => ({
          value,
          label: noun.many,
        }))}
      />
      <SelectField
        id="f-taille"
        name="taille"
        label={t.users.taille}
        value={filters.taille}
        all={all}
        options={options(t.common.sizes)}
      />
      <SelectField
        id="f-parole"
        name="parole"
        label={t.users.parole}
        value={filters.parole}
        all={all}
        options={trusts.map((value) => ({ value, label: t.common.trust[value].one }))}
      />
      <SelectField
        id="f-etat"
        name="etat"
        label={t.users.etat}
        value={filters.etat}
        all={t.reads.current}
        options={[...options(t.common.states), { value: 'toutes', label: t.reads.everyState }]}
      />
      <SelectField
        id="f-annee"
        name="annee"
        label={t.reads.year}
        value={filters.annee}
        all={all}
        options={years.map((year) => ({
          value: year || NO_YEAR,
          label: year || t.reads.noYear,
        }))}
      />
      <SelectField
        id="f-tri"
        name="tri"
        label={t.users.tri}
        value={filters.tri}
        options={options(t.users.sorts)}
      />
      <HiddenFields fields={kept} />
      <div className="flex flex-wrap gap-3 sm:col-span-2 xl:col-span-3">
        <button type="submit" className="button">
          {t.common.apply}
        </button>
        <a href={usersPath(locale, slug)} className="button button-quiet">
          {t.common.clear}
        </a>
      </div>
    </form>
  )
}
