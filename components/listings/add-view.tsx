import { DoneNote } from '#components/accounts/done-note.tsx'
import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { pathTo } from '#components/i18n/paths.ts'
import { Breadcrumb } from '#components/ui/breadcrumb.tsx'
import type { FormAction } from '#components/ui/use-sent-form.ts'
import { AddressForm, type RefusedAddress } from './address-form.tsx'
import { DraftLinks, type ShownDraft } from './space-section.tsx'

/** Where a project begins: one field, the address of its repository. */
export function AddView({
  locale,
  action,
  address,
  drafts,
  dropped,
}: {
  locale: Locale
  action: FormAction<'address', RefusedAddress>
  /** What the address of the page fills in; empty for nothing. */
  address: string
  drafts: readonly ShownDraft[]
  /** Whether a draft was just given up. */
  dropped: boolean
}) {
  const { listings, space, accounts } = messages(locale)
  const t = listings.add
  return (
    <>
      <Breadcrumb
        locale={locale}
        trail={[{ label: space.breadcrumb, href: pathTo(locale, '/espace') }]}
      />
      <h1>{t.heading}</h1>
      <p className="lead mt-2">{t.lead}</p>
      <DoneNote text={dropped ? listings.draft.dropped : undefined} />
      <div className="mt-8 grid items-start gap-8 lg:grid-cols-[minmax(0,40rem)_minmax(0,1fr)]">
        <AddressForm
          locale={locale}
          action={action}
          address={pathTo(locale, '/espace/logiciels/ajouter', { adresse: address })}
          value={address}
          texts={{
            label: t.address,
            hint: t.addressHint,
            submit: t.submit,
            sending: t.reading,
            failed: accounts.form.failed,
            wrong: accounts.form.wrong,
          }}
          signIn={{ href: pathTo(locale, '/connexion'), label: accounts.form.signIn }}
        />
        <section aria-labelledby="what" className="panel bg-soft">
          <h2 id="what" className="text-lg">
            {t.what}
          </h2>
          <ul className="mt-2 list-disc space-y-2 pl-5">
            {t.whats.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ul>
          <p className="mt-3 text-muted">{t.never}</p>
        </section>
      </div>
      {drafts.length === 0 ? null : (
        <section aria-labelledby="drafts" className="mt-10">
          <h2 id="drafts" className="text-xl">
            {t.drafts}
          </h2>
          <DraftLinks locale={locale} drafts={drafts} />
        </section>
      )}
    </>
  )
}
