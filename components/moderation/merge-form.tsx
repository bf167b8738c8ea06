'use client'

import type { Locale } from '#components/i18n/locale.ts'
import type { Messages } from '#components/i18n/messages.ts'
import { FormField } from '#components/ui/form-field.tsx'
import { FormSummary } from '#components/ui/form-summary.tsx'
import { type FormAction, useSentForm } from '#components/ui/use-sent-form.ts'

/** The last step of a merge: why, and whether it is made at once or left to another moderator. */
export function MergeForm({
  locale,
  action,
  address,
  fromSlug,
  intoSlug,
  t,
  signIn,
}: {
  locale: Locale
  action: FormAction<string>
  /** Of this very page. */
  address: string
  fromSlug: string
  intoSlug: string
  t: Messages['moderation']['settle'] & { why: string; confirm: string; propose: string }
  signIn: { href: string; label: string }
}) {
  const { state, failed, sending, formProps } = useSentForm<string>(action, { why: '' }, address)
  const key = state.faults.why
  const texts: Record<string, string> = t.faults
  const fault = key === undefined ? undefined : (texts[key] ?? t.mend)
  return (
    <form {...formProps} className="mt-6 grid max-w-2xl gap-5">
      <FormSummary
        id="merge-wrong"
        state={state}
        failed={failed}
        texts={t}
        signIn={signIn}
        fields={[{ id: 'merge-why', label: t.why, fault }]}
      />
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="fromSlug" value={fromSlug} />
      <input type="hidden" name="intoSlug" value={intoSlug} />
      <FormField id="merge-why" label={t.why} hint={t.reasonHint} fault={fault}>
        {(tied) => (
          <textarea
            {...tied}
            name="why"
            rows={4}
            required
            defaultValue={state.values.why}
            className="field block"
          />
        )}
      </FormField>
      <div className="flex flex-wrap gap-3">
        <button
          type="submit"
          name="decision"
          value="merge"
          className="button"
          aria-disabled={sending}
        >
          {sending ? t.sending : t.confirm}
        </button>
        <button
          type="submit"
          name="decision"
          value="propose"
          className="button button-quiet"
          aria-disabled={sending}
        >
          {t.propose}
        </button>
      </div>
    </form>
  )
}
