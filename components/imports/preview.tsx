import { FieldsForm } from '#components/accounts/fields-form.tsx'
import { formTexts } from '#components/accounts/form-texts.ts'
import { formatNumber } from '#components/i18n/format.ts'
import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { pathTo } from '#components/i18n/paths.ts'
import { Pagination } from '#components/ui/pagination.tsx'
import type { FormAction } from '#components/ui/use-sent-form.ts'
import type { LineStatus } from '#lib/importers/schema.ts'
import { choiceOf, type ShownLine } from './choice-of.ts'
import { ChoicesForm } from './choices-form.tsx'
import { FoundCounts } from './found-counts.tsx'
import type { ImportOnPage } from './import-view.tsx'
import { LineTable } from './line-table.tsx'

export interface ShownLines {
  items: readonly ShownLine[]
  page: number
  pages: number
}

/** What a list would record, to be looked through before it does. */
export function Preview({
  locale,
  item,
  lines,
  status,
  settle,
  unknownNames,
  saved,
}: {
  locale: Locale
  item: ImportOnPage
  lines: ShownLines
  /** The status whose lines are shown; empty for those the page begins with. */
  status: LineStatus | ''
  /** Keeps choices, and applies the list. */
  settle: FormAction<string>
  /** Names that were typed and mean nothing. */
  unknownNames: readonly string[]
  saved: boolean
}) {
  const all = messages(locale)
  const { imports: t } = all
  const path = `/espace/imports/${item.id}`
  const own = item.kind === 'own'
  const n = formatNumber(locale, item.accepted)
  const chosen = lines.items.filter(
    (line) => line.status === 'matched' || line.status === 'ambiguous',
  )
  const choosing = own ? chosen : chosen.filter((line) => line.candidates.length > 1)
  const rest = lines.items.filter((line) => !choosing.includes(line))
  const query = status === '' ? {} : { statut: status }
  const wrong = item.counts.ambiguous + item.counts.unknown + item.counts.wrong
  const applicable = item.accepted > 0
  return (
    <>
      {item.fault === 'interrupted' ? (
        <p role="status" className="mt-6 border-warn border-l-4 bg-warn-soft px-4 py-3">
          {t.interrupted}
        </p>
      ) : null}
      {saved || unknownNames.length > 0 ? (
        <div role="status" className="mt-6 border-accent border-l-4 bg-accent-soft px-4 py-3">
          {saved ? <p>{t.ready.saved}</p> : null}
          {unknownNames.length > 0 ? <p>{t.ready.unknownNames(unknownNames.join(', '))}</p> : null}
        </div>
      ) : null}
      <FoundCounts locale={locale} item={item} shown={status} />
      {applicable || item.undecided > 0 ? null : (
        <p className="mt-4 max-w-prose">{t.ready.nothing}</p>
      )}
      {item.undecided > 0 ? (
        <p className="mt-4">{t.ready.undecided(formatNumber(locale, item.undecided))}</p>
      ) : null}
      {own || !applicable ? null : (
        <div className="mt-6">
          <FieldsForm
            id="apply"
            action={settle}
            address={pathTo(locale, path)}
            hidden={{ locale, id: String(item.id), faire: 'appliquer' }}
            texts={formTexts(all, t.ready.applyReport(n))}
            signIn={{ href: pathTo(locale, '/connexion'), label: t.form.signIn }}
          />
        </div>
      )}
      {wrong > 0 && !own ? (
        <p className="mt-4">
          {/* A file, not a page: no router in between. */}
          <a className="link" href={pathTo(locale, `${path}/erreurs.csv`)} download>
            {t.ready.errors}
          </a>
        </p>
      ) : null}
      {choosing.length > 0 || (own && applicable) ? (
        <section aria-labelledby="choices" className="mt-10">
          <h2 id="choices" className="mb-3">
            {own ? t.ready.matchedHeading : t.ready.toCheck}
          </h2>
          <ChoicesForm
            // Made anew with each answer: what is chosen is in it.
            key={`${status}/${lines.page}/${item.accepted}/${item.undecided}`}
            locale={locale}
            id={String(item.id)}
            action={settle}
            address={pathTo(locale, path, { ...query, page: lines.page })}
            items={choosing.map((line) => choiceOf(locale, line))}
            texts={{
              ...t.form,
              save: t.ready.save,
              line: t.ready.line,
              inList: t.ready.inList,
              means: own ? t.ready.means : t.ready.organisation,
              certainty: t.ready.status,
              otherShort: t.ready.otherShort,
              caption: t.ready.linesCaption(`${lines.page} / ${lines.pages}`),
            }}
            {...(own && item.accepted + item.undecided > 0
              ? {
                  apply: {
                    label: t.ready.applyOwn,
                    state: {
                      label: t.ready.state,
                      chosen: 'production',
                      options: (['production', 'pilot', 'evaluating'] as const).map((value) => ({
                        value,
                        label: all.common.states[value],
                      })),
                    },
                  },
                }
              : {})}
            names={own}
            shown={{ statut: status, page: String(lines.page) }}
            signIn={{ href: pathTo(locale, '/connexion'), label: t.form.signIn }}
          />
        </section>
      ) : null}
      {rest.length > 0 ? <LineTable locale={locale} kind={item.kind} lines={rest} /> : null}
      <Pagination
        locale={locale}
        page={lines.page}
        pages={lines.pages}
        hrefOf={(page) => pathTo(locale, path, { ...query, page })}
      />
    </>
  )
}
