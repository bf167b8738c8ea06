import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { Locale } from '#components/i18n/locale.ts'
import type { SearchAnswer } from '#lib/search/schema.ts'

const MOST_SOFTWARE = 6

/** An answer, and what it answers: while a newer one is on its way, the box still shows the older. */
export interface Found {
  q: string
  answer: SearchAnswer
}

/**
 * The search as the box asks it. A request that is superseded is cancelled; one that fails is not
 * tried again, because the next letter asks anew.
 */
export function searchQuery(locale: Locale, q: string) {
  return queryOptions({
    queryKey: ['search', locale, q],
    queryFn: async ({ signal }): Promise<Found> => {
      const asked = new URLSearchParams({
        q,
        limit: String(MOST_SOFTWARE),
        lang: locale,
        facettes: 'non',
      })
      const response = await fetch(`/api/v1/search?${asked}`, { signal })
      if (!response.ok) throw new Error(`search answered ${response.status}`)
      return { q, answer: (await response.json()) as SearchAnswer }
    },
    placeholderData: keepPreviousData,
    staleTime: 30_000,
    retry: false,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    networkMode: 'always',
  })
}
