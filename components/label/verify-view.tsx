import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { pathTo } from '#components/i18n/paths.ts'
import { Breadcrumb } from '#components/ui/breadcrumb.tsx'
import { type VerifyAction, VerifyForm } from './verify-form.tsx'

/** The page that says what a credential is worth. */
export function VerifyView({
  locale,
  address,
  action,
}: {
  locale: Locale
  /** Filled in beforehand, for whoever comes from an award. */
  address: string
  action: VerifyAction
}) {
  const { badges, label } = messages(locale)
  const t = badges.verify
  const { fields, submit, sending, wrong, mend, failed, checksCaption, columns } = t
  return (
    <>
      <Breadcrumb
        locale={locale}
        trail={[{ label: label.heading, href: pathTo(locale, '/label') }]}
      />
      <h1>{t.heading}</h1>
      <p className="lead mt-2">{t.lead}</p>
      <div className="mt-8 grid items-start gap-8 lg:grid-cols-[minmax(0,40rem)_minmax(0,1fr)]">
        <VerifyForm
          locale={locale}
          page={pathTo(locale, '/label/verifier')}
          address={address}
          action={action}
          t={{ fields, submit, sending, wrong, mend, failed, checksCaption, columns }}
        />
        <section aria-labelledby="what" className="panel bg-soft">
          <h2 id="what" className="text-lg">
            {t.what}
          </h2>
          <ul className="mt-2 list-disc space-y-2 pl-5">
            {t.whatList.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
          <p className="mt-4">{t.never}</p>
          <p className="mt-4">{badges.notAdullact}</p>
        </section>
      </div>
    </>
  )
}
