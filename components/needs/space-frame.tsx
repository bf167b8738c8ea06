import type { ReactNode } from 'react'
import { DoneNote } from '#components/accounts/done-note.tsx'
import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { pathTo } from '#components/i18n/paths.ts'
import { Breadcrumb } from '#components/ui/breadcrumb.tsx'
import { Link } from '#components/ui/link.tsx'

/** What the pages of the space on needs have in common: the way back, what was done, who may act. */
export function SpaceFrame({
  locale,
  trail = [],
  title,
  lead,
  done,
  organisations,
  children,
}: {
  locale: Locale
  trail?: ReadonlyArray<{ label: string; href: string }>
  title: string
  lead?: string
  done?: string | undefined
  /** How many one is a member of: without any, one speaks for nobody. */
  organisations: number
  children: ReactNode
}) {
  const { needs } = messages(locale)
  const t = needs.form
  const said = Object.entries(needs.done).find(([key]) => key === done)?.[1]
  return (
    <>
      <Breadcrumb
        locale={locale}
        trail={[
          { label: t.space, href: pathTo(locale, '/espace') },
          { label: needs.title, href: pathTo(locale, '/besoins') },
          ...trail,
        ]}
      />
      <h1>{title}</h1>
      {lead ? <p className="lead mt-2">{lead}</p> : null}
      <DoneNote text={said} />
      {organisations === 0 ? (
        <div className="panel mt-6 max-w-2xl">
          <p>{t.noOrganisation}</p>
          <p className="mt-3">
            <Link className="button" href={pathTo(locale, '/espace/rejoindre')}>
              {t.joinOrganisation}
            </Link>
          </p>
        </div>
      ) : (
        children
      )}
    </>
  )
}
