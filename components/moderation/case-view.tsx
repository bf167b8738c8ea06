import type { ReactNode } from 'react'
import { formatDate } from '#components/i18n/format.ts'
import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { pathTo } from '#components/i18n/paths.ts'
import { Breadcrumb } from '#components/ui/breadcrumb.tsx'
import type { CaseView as ShownCase } from '#lib/moderation/rules/case-view.ts'
import { CaseDetails } from './case-details.tsx'
import { Terms } from './terms.tsx'

/** One case, with all that is needed to decide it. */
export function CaseView({
  locale,
  item,
  decide,
}: {
  locale: Locale
  item: ShownCase
  /** The forms, while it waits. */
  decide: ReactNode
}) {
  const { moderation: t } = messages(locale)
  const { person, state } = item
  return (
    <>
      <Breadcrumb
        locale={locale}
        trail={[{ label: t.queue.title, href: pathTo(locale, '/espace/moderation') }]}
      />
      <h1>{item.about || t.case.title(String(item.id))}</h1>
      <p className="lead mt-2">{t.kinds[item.kind]}</p>
      <section aria-labelledby="what" className="mt-8">
        <h2 id="what" className="text-xl">
          {t.case.what}
        </h2>
        <Terms
          rows={[
            [t.case.opened, formatDate(locale, item.createdAt.slice(0, 10))],
            [
              t.case.by,
              person ? [person.name, person.email].filter(Boolean).join(', ') : t.case.gonePerson,
            ],
          ]}
        />
        {item.details ? (
          <CaseDetails locale={locale} details={item.details} />
        ) : (
          <p className="panel mt-4">
            {t.case.gone} {state === 'waiting' ? t.case.goneNow : null}
          </p>
        )}
      </section>
      {state === 'waiting' ? (
        <section aria-labelledby="decide" className="mt-10">
          <h2 id="decide" className="text-xl">
            {t.case.decide}
          </h2>
          <div className="mt-4 grid max-w-2xl gap-10">{decide}</div>
        </section>
      ) : (
        <section aria-labelledby="settled" className="panel mt-10">
          <h2 id="settled" className="text-xl">
            {t.case.settled(state, item.settledByMe)}
          </h2>
          <Terms
            rows={[
              [t.case.settledOn, formatDate(locale, item.settledAt.slice(0, 10))],
              [t.case.reason, item.reason],
            ]}
          />
        </section>
      )}
    </>
  )
}
