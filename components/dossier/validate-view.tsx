import { FieldsForm } from '#components/accounts/fields-form.tsx'
import { formTexts } from '#components/accounts/form-texts.ts'
import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { pathTo } from '#components/i18n/paths.ts'
import type { FormAction } from '#components/ui/use-sent-form.ts'
import type { SnapshotContent } from '#lib/applications/schema.ts'
import { DossierReading } from './dossier-reading.tsx'

type Useless = 'expired' | 'forged' | 'validated' | 'sent-back' | 'changed' | 'closed'

/** The page that the link of the élu référent opens: the whole dossier, and two buttons. */
export function ValidateView({
  locale,
  asked,
  token,
  done,
  actions,
}: {
  locale: Locale
  asked: { content: SnapshotContent; elected: string } | Useless
  token: string
  /** What its reader did a moment ago. */
  done: 'valide' | 'renvoye' | ''
  actions: { validate: FormAction<string>; sendBack: FormAction<string> }
}) {
  const all = messages(locale)
  const t = all.dossier.validate
  if (typeof asked === 'string') {
    const mine =
      (done === 'valide' && asked === 'validated') || (done === 'renvoye' && asked === 'sent-back')
    const title = done === 'valide' ? t.doneTitle : t.sentBackTitle
    const text = done === 'valide' ? t.doneText : t.sentBackText
    return (
      <div className="grid max-w-3xl gap-6">
        <h1>{mine ? title : t.useless[asked]}</h1>
        <p className="max-w-prose">{mine ? text : t.uselessText[asked]}</p>
      </div>
    )
  }
  const { content, elected } = asked
  const address = pathTo(locale, '/label/valider', { lien: token })
  const hidden = { locale, lien: token }
  return (
    <div className="grid max-w-3xl gap-6">
      <h1>{t.heading(content.organisation.name, String(content.edition))}</h1>
      <p className="lead">{t.lead(elected)}</p>
      <p className="text-muted">{all.dossier.ours}</p>
      <DossierReading locale={locale} content={content} link={false} />
      <FieldsForm
        id="validate"
        action={actions.validate}
        address={address}
        hidden={hidden}
        texts={formTexts(all, t.validate)}
      />
      <section aria-labelledby="send-back" className="rounded-lg border border-line p-4">
        <h2 id="send-back">{t.sendBack}</h2>
        <FieldsForm
          id="back"
          action={actions.sendBack}
          address={address}
          hidden={hidden}
          fields={[{ name: 'comment', label: t.comment, hint: t.commentHint, kind: 'lines' }]}
          faults={all.dossier.faults}
          texts={formTexts(all, t.sendBackSubmit)}
          quiet
        />
      </section>
    </div>
  )
}
