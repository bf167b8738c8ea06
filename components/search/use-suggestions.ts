import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { searchQuery } from './search-query.ts'
import { NO_SUGGESTIONS, recentSuggestions, suggestionsFor, type Words } from './suggestions.ts'
import { useSettled } from './use-settled.ts'

/** Letters from which an answer is worth showing. */
const LEAST = 2
/** Milliseconds without a new letter before the catalogue is asked. */
const ASK_AFTER = 20

/** What to suggest now: the last searches in an empty field, else the newest answer that has come. */
export function useSuggestions(
  words: Words,
  text: string,
  open: boolean,
  recent: readonly string[],
) {
  const typed = text.trim()
  const term = useSettled(typed, ASK_AFTER)
  const { data } = useQuery({
    ...searchQuery(words.locale, term),
    enabled: open && term.length >= LEAST,
  })
  return useMemo(() => {
    if (!open) return NO_SUGGESTIONS
    if (typed === '') return recentSuggestions(words, recent)
    return typed.length >= LEAST && data ? suggestionsFor(words, data) : NO_SUGGESTIONS
  }, [words, open, typed, data, recent])
}
