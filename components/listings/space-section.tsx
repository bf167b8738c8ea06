import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { pathTo } from '#components/i18n/paths.ts'
import { Link } from '#components/ui/link.tsx'
import type { ClaimState } from '#lib/listings/schema.ts'
import { AddLink } from './add-link.tsx'

export interface ShownDraft {
  id: number
  name: string
  state: 'draft' | 'submitted'
}

export interface ShownClaim {
  software: string
  name: string
  state: ClaimState
}

/** What someone lists and claims, in their space. */
export function ListingsSection({
  locale,
  drafts,
  claims,
}: {
  locale: Locale
  drafts: readonly ShownDraft[]
  claims: readonly ShownClaim[]
}) {
  const t = messages(locale).listings.space
  return (
    <section aria-labelledby="listings" className="mt-8">
      <h2 id="listings" className="text-xl">
        {t.heading}
      </h2>
      {drafts.length === 0 ? null : (
        <>
          <h3 className="mt-3 text-lg">{t.drafts}</h3>
          <DraftLinks locale={locale} drafts={drafts} />
        </>
      )}
      {claims.length === 0 ? null : (
        <>
          <h3 className="mt-3 text-lg">{t.claims}</h3>
          <ul className="mt-2 list-disc space-y-1 pl-5">
            {claims.map(({ software, name, state }) => (
              <li key={software}>
                <Link
                  className="link"
                  href={pathTo(locale, `/espace/logiciels/${software}/revendiquer`)}
                >
                  {name}
                </Link>
                {`, ${t.claimStates[state]}`}
              </li>
            ))}
          </ul>
        </>
      )}
      <p className="mt-4">
        <AddLink locale={locale} className="button button-quiet" />
      </p>
    </section>
  )
}

export function DraftLinks({ locale, drafts }: { locale: Locale; drafts: readonly ShownDraft[] }) {
  const t = messages(locale).listings.space
  return (
    <ul className="mt-2 list-disc space-y-1 pl-5">
      {drafts.map(({ id, name, state }) => (
        <li key={id} className="[overflow-wrap:anywhere]">
          <Link className="link" href={pathTo(locale, `/espace/logiciels/ajouter/${id}`)}>
            {name}
          </Link>
          {`, ${t.states[state]}`}
        </li>
      ))}
    </ul>
  )
}
