import { FieldsForm } from '#components/accounts/fields-form.tsx'
import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { pathTo } from '#components/i18n/paths.ts'
import type { FormAction } from '#components/ui/use-sent-form.ts'

/** The form of a testimonial, on a page of its own or on that of the use. */
export function TestimonialForm({
  locale,
  action,
  adoptionId,
  address,
}: {
  locale: Locale
  action: FormAction<string>
  adoptionId: number
  /** Of the page that it stands on. */
  address: string
}) {
  const { reads, accounts } = messages(locale)
  const { form } = reads.testimonials
  return (
    <FieldsForm
      id="testimonial"
      action={action}
      address={address}
      hidden={{ locale, utilisation: String(adoptionId) }}
      fields={[
        {
          name: 'body',
          label: form.body,
          hint: form.bodyHint,
          kind: 'lines',
          required: true,
        },
      ]}
      texts={form}
      faults={reads.faults}
      signIn={{ href: pathTo(locale, '/connexion'), label: accounts.header.signIn }}
    />
  )
}
