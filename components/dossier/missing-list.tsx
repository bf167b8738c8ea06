import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import type { Missing } from '#lib/applications/rules/missing.ts'
import { anchorOf, dossierPath, type ShownPlace } from './shown-dossier.ts'

/** What keeps a dossier from being submitted, each leading to where it is mended. */
export function MissingList({
  locale,
  place,
  missing,
}: {
  locale: Locale
  place: ShownPlace
  missing: readonly Missing[]
}) {
  const t = messages(locale).dossier.missing
  const labels = new Map(
    place.grid.axes.flatMap(({ criteria }) =>
      criteria.map((item) => [item.slug, item.label[locale]]),
    ),
  )
  return (
    <section aria-labelledby="missing">
      <h2 id="missing">{t.title}</h2>
      {missing.length === 0 ? <p className="mt-2">{t.none}</p> : null}
      <ul className="mt-2 list-disc pl-5">
        {missing.map((item) =>
          item.what === 'criterion' ? (
            <li key={item.criterion}>
              <a
                className="link"
                href={`${dossierPath(locale, place, { axe: item.axis })}#${anchorOf(item.criterion)}`}
              >
                {t.criterion(labels.get(item.criterion) ?? item.criterion)}
              </a>
            </li>
          ) : (
            <li key={item.what}>
              <a
                className="link"
                href={
                  item.what === 'validation'
                    ? '#validation'
                    : `#people-${item.what === 'elected' ? 'electedName' : 'responsibleName'}`
                }
              >
                {t[item.what]}
              </a>
            </li>
          ),
        )}
      </ul>
    </section>
  )
}
