'use client'

import { useQuery } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import type { Locale } from '#components/i18n/locale.ts'
import type { Messages } from '#components/i18n/messages.ts'
import { SearchClient } from '#components/search/search-client.tsx'

interface Progress {
  state: string
  waiting: number
  progress: { phase: 'read' | 'match' | 'apply'; done: number; total: number } | null
}

interface ImportProgressProps {
  locale: Locale
  id: number
  /** As the page was made: another one makes it anew. */
  state: 'uploaded' | 'applying'
  t: Messages['imports']['progress']
}

/** How far a list is, asked again and again until it has moved on; then the page is made anew. */
export function ImportProgress(props: ImportProgressProps) {
  return (
    <SearchClient>
      <Polled {...props} />
    </SearchClient>
  )
}

/** Milliseconds between two questions. */
const PACE = 600

function Polled({ locale, id, state, t }: ImportProgressProps) {
  const router = useRouter()
  const { data, isError } = useQuery({
    queryKey: ['import', id],
    queryFn: async ({ signal }): Promise<Progress> => {
      const response = await fetch(`/api/espace/imports/${id}`, { signal })
      if (!response.ok) throw new Error(`progress answered ${response.status}`)
      return (await response.json()) as Progress
    },
    refetchInterval: PACE,
    retry: 2,
    gcTime: 0,
    networkMode: 'always',
  })
  const moved = data !== undefined && data.state !== state
  useEffect(() => {
    if (moved) router.refresh()
  }, [moved, router])
  return (
    <>
      <Shown locale={locale} data={data} state={state} t={t} />
      {isError ? <p className="mt-3 text-danger">{t.lost}</p> : null}
    </>
  )
}

const number = (locale: Locale, n: number) => n.toLocaleString(locale)

function Shown({
  locale,
  data,
  state,
  t,
}: {
  locale: Locale
  data: Progress | undefined
  state: ImportProgressProps['state']
  t: ImportProgressProps['t']
}) {
  const progress = data?.progress
  const known = progress && progress.total > 0 ? progress : undefined
  const words =
    state === 'applying'
      ? t.apply
      : progress?.phase === 'match'
        ? t.match
            .replace('{n}', number(locale, progress.done))
            .replace('{of}', number(locale, progress.total))
        : t.read
  return (
    <>
      <progress
        className="mt-4 h-4 w-full max-w-xl accent-(--accent)"
        aria-label={state === 'applying' ? t.applying : t.reading}
        // Without a value it shows that it works, not how far.
        {...(known ? { value: known.done, max: known.total } : {})}
      />
      <p className="mt-2">{words}</p>
      {data && data.waiting > 0 ? (
        <p className="mt-1 text-muted">{t.waiting.replace('{n}', number(locale, data.waiting))}</p>
      ) : null}
    </>
  )
}
