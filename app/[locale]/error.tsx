'use client'

import { usePathname } from 'next/navigation'
import { ErrorView } from '#components/layout/error-view.tsx'

/** What a visitor sees when a page breaks: a sentence, a reference, never the cause. */
export default function ErrorPage({
  error,
  reset,
}: {
  error: Error & { digest?: string }
  reset: () => void
}) {
  const locale = usePathname().startsWith('/en') ? 'en' : 'fr'
  return <ErrorView locale={locale} digest={error.digest} onRetry={reset} />
}
