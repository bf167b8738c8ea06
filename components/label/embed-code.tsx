'use client'

import { useRef, useState, useSyncExternalStore } from 'react'

const never = () => () => undefined

/** HTML to paste elsewhere, in a field that can be selected; with scripts, a button that copies it. */
export function EmbedCode({
  id,
  code,
  label,
  hint,
  texts,
}: {
  id: string
  code: string
  label: string
  hint: string
  texts: { copy: string; copied: string; copyFailed: string }
}) {
  const area = useRef<HTMLTextAreaElement>(null)
  const [said, setSaid] = useState('')
  // A button that does nothing without scripts is not drawn without them.
  const scripted = useSyncExternalStore(
    never,
    () => true,
    () => false,
  )

  async function copy() {
    area.current?.select()
    try {
      await navigator.clipboard.writeText(code)
      setSaid(texts.copied)
    } catch {
      setSaid(texts.copyFailed)
    }
  }

  return (
    <div>
      <label htmlFor={id} className="block font-semibold">
        {label}
      </label>
      <p id={`${id}-hint`} className="text-[0.95rem] text-muted">
        {hint}
      </p>
      <textarea
        ref={area}
        id={id}
        aria-describedby={`${id}-hint`}
        readOnly
        rows={6}
        value={code}
        className="field mt-1.5 block font-mono text-[0.85rem]"
      />
      {scripted ? (
        <p className="mt-2 flex flex-wrap items-center gap-3">
          <button
            type="button"
            className="button button-quiet"
            aria-label={`${texts.copy}, ${label}`}
            onClick={() => void copy()}
          >
            {texts.copy}
          </button>
          <span role="status">{said}</span>
        </p>
      ) : null}
    </div>
  )
}
