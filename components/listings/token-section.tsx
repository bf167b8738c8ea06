import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { formatMoment } from '#components/i18n/moment.ts'
import type { FormAction } from '#components/ui/use-sent-form.ts'
import type { ClaimView } from '#lib/listings/rules/claim-view.ts'
import { ClaimButton } from './claim-form.tsx'

/** The token, where to put it, and the button that goes and looks. */
export function TokenSection({
  locale,
  slug,
  claim,
  check,
  faultSentence,
}: {
  locale: Locale
  slug: string
  claim: NonNullable<ClaimView['claim']>
  check: FormAction<string>
  faultSentence: string
}) {
  const { claim: t } = messages(locale).listings
  const fault = claim.fault === 'token-missing' ? t.missing : faultSentence
  return (
    <>
      <p id="token-label" className="mt-5 font-semibold">
        {t.token}
      </p>
      <p className="mt-1">
        <code className="select-all bg-soft px-2 py-1 [overflow-wrap:anywhere]">{claim.token}</code>
      </p>
      <p className="mt-4">{t.put}</p>
      <ul className="mt-2 list-disc space-y-1 pl-5">
        {t.places.map((place) => (
          <li key={place}>{place}</li>
        ))}
      </ul>
      <p className="mt-4">{t.shell}</p>
      <pre className="mt-1 whitespace-pre-wrap bg-soft p-3 text-[0.95rem] [overflow-wrap:anywhere]">
        {`echo ${claim.token} > mutualibre.txt
git add mutualibre.txt && git commit -m "Mutualibre" && git push`}
      </pre>
      <p className="mt-3 text-muted">{t.secret}</p>
      {claim.checkedAt === '' ? null : (
        <p role="status" className="mt-4 border-warn border-l-4 bg-warn-soft px-3 py-2">
          {t.lastLook(formatMoment(locale, claim.checkedAt))} {fault}
        </p>
      )}
      <p className="mt-5 mb-2 text-muted">{t.checkHint}</p>
      <ClaimButton
        id="check"
        locale={locale}
        slug={slug}
        action={check}
        label={t.check}
        sending={t.checking}
      />
    </>
  )
}
