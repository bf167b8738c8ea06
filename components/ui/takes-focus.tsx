'use client'

import { type ReactNode, useEffect, useRef } from 'react'

/** What a reader must be told first once a form was sent. Give it a new key for each new thing to say. */
export function TakesFocus({
  labelledBy,
  className,
  children,
}: {
  labelledBy: string
  className?: string
  children: ReactNode
}) {
  const box = useRef<HTMLElement>(null)
  useEffect(() => box.current?.focus(), [])
  return (
    <section
      ref={box}
      tabIndex={-1}
      aria-labelledby={labelledBy}
      className={className}
      // biome-ignore lint/a11y/noAutofocus: without scripts, the only way to lead to the answer.
      autoFocus
    >
      {children}
    </section>
  )
}
