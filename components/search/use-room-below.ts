import { type RefObject, useLayoutEffect } from 'react'

/** In pixels: less would hide the list, more would hide the page; and what stays free below it. */
const LEAST = 192
const MOST = 560
const MARGIN = 8

/** Lets a list that is shown end where the window does, above the keyboard of a phone. */
export function useRoomBelow(list: RefObject<HTMLElement | null>, shown: boolean): void {
  useLayoutEffect(() => {
    const view = window.visualViewport
    if (!shown || !view) return
    const endWithWindow = () => {
      if (!list.current) return
      const { top } = list.current.getBoundingClientRect()
      const room = view.offsetTop + view.height - top - MARGIN
      list.current.style.maxHeight = `${Math.min(MOST, Math.max(LEAST, room))}px`
    }
    endWithWindow()
    view.addEventListener('resize', endWithWindow)
    return () => view.removeEventListener('resize', endWithWindow)
  }, [list, shown])
}
