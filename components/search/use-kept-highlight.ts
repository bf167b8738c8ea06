import { useLayoutEffect, useRef } from 'react'
import type { Suggestion } from './suggestions.ts'

/** An answer that comes in moves the highlight along with its option, or takes it away. */
export function useKeptHighlight(
  items: readonly Suggestion[],
  index: number,
  highlight: (index: number) => void,
) {
  const before = useRef(items)
  // Before anything is drawn: no key may ever meet another option than the one that was seen.
  useLayoutEffect(() => {
    const key = before.current[index]?.key
    if (before.current !== items && index >= 0) {
      highlight(items.findIndex((item) => item.key === key))
    }
    before.current = items
  }, [items, index, highlight])
}
