'use client'

import { about as en } from '#components/i18n/en/about.ts'
import { about as fr } from '#components/i18n/fr/about.ts'
import type { Locale } from '#components/i18n/locale.ts'

export function ErrorView({
  locale,
  digest,
  onRetry,
}: {
  locale: Locale
  digest: string | undefined
  onRetry: () => void
}) {
  const t = (locale === 'fr' ? fr : en).error
  return (
    <div role="alert">
      <h1>{t.title}</h1>
      <p className="lead mt-3">{t.text}</p>
      {digest ? <p className="mt-2 text-muted">{t.reference(digest)}</p> : null}
      <button type="button" className="button mt-6" onClick={onRetry}>
        {t.retry}
      </button>
    </div>
  )
}
