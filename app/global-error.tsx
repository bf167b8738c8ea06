'use client'

import { ErrorView } from '#components/layout/error-view.tsx'
import './globals.css'

/** The same when the layout itself breaks: nothing else of the site can be counted on. */
export default function GlobalError({
  error,
  reset,
}: {
  error: Error & { digest?: string }
  reset: () => void
}) {
  return (
    <html lang="fr">
      <body className="wrap py-16">
        <title>Mutualibre</title>
        <ErrorView locale="fr" digest={error.digest} onRetry={reset} />
      </body>
    </html>
  )
}
