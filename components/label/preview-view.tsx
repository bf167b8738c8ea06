import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { organiserPath } from '#components/i18n/paths.ts'
import { Breadcrumb } from '#components/ui/breadcrumb.tsx'
import type { EditionCalendar, EditionPhase, GridView } from '#lib/label/schema.ts'
import { CriteriaList, type FunctionNames } from './criteria-list.tsx'
import { datesInWords } from './edition-dates.ts'

/** An edition as a candidate reads it, for its organisers before it opens. */
export function PreviewView({
  locale,
  edition,
  phase,
  grid,
  names,
}: {
  locale: Locale
  edition: EditionCalendar
  phase: EditionPhase
  grid: GridView
  names: FunctionNames
}) {
  const t = messages(locale).labelEditions
  const dates = datesInWords(locale, edition, phase === 'draft' ? 'announced-opening' : phase)
  const { opensAt, closesAt, announcesAt } = edition
  const set = opensAt !== '' && closesAt !== '' && announcesAt !== ''
  return (
    <>
      <Breadcrumb
        locale={locale}
        trail={[
          { label: t.edit.crumb, href: organiserPath(locale) },
          { label: String(edition.year), href: organiserPath(locale, edition.year) },
        ]}
      />
      <h1>{t.preview.title(edition.year)}</h1>
      <p className="panel mt-4 max-w-3xl bg-warn-soft">{t.preview.lead}</p>
      <p className="mt-6 text-xl font-semibold">{grid.title[locale]}</p>
      {set ? dates.map((sentence) => <p key={sentence}>{sentence}</p>) : null}
      {grid.note[locale] === '' ? null : (
        <p className="panel mt-4 max-w-3xl bg-soft font-semibold">{grid.note[locale]}</p>
      )}
      <CriteriaList locale={locale} grid={grid} names={names} linked={false} />
    </>
  )
}
