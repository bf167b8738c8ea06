'use client'

import { type FormEvent, useId, useRef, useState } from 'react'
import type { ProviderField } from './form-fields.ts'

/** Milliseconds without a key before suggestions are asked for. */
const PAUSE = 150
const FEWEST_LETTERS = 2

/**
 * One line, with names of the catalogue as suggestions of the browser itself where the field asks for
 * them. Without scripts the server tells afterwards what a name may mean.
 */
export function SuggestedInput({
  tied,
  field,
  value,
}: {
  tied: object
  field: Extract<ProviderField, { kind: 'text' | 'email' | 'lines' }>
  value: string
}) {
  const { name, kind, suggest } = field
  const list = useId()
  const [names, setNames] = useState<readonly string[]>([])
  const pending = useRef<ReturnType<typeof setTimeout>>(undefined)
  const asking = useRef<AbortController>(undefined)

  function look(event: FormEvent<HTMLInputElement>) {
    const typed = event.currentTarget.value.trim()
    clearTimeout(pending.current)
    asking.current?.abort()
    if (!suggest || typed.length < FEWEST_LETTERS) return
    pending.current = setTimeout(async () => {
      asking.current = new AbortController()
      try {
        setNames(await namesFor(typed, suggest, asking.current.signal))
      } catch {
        // Suggestions are a help: without them the server still tells what a name may mean.
      }
    }, PAUSE)
  }

  return (
    <>
      <input
        {...tied}
        name={name}
        type={kind}
        autoComplete="off"
        spellCheck={suggest || kind === 'email' ? false : undefined}
        list={suggest ? list : undefined}
        onInput={look}
        defaultValue={value}
        className="field"
      />
      {suggest ? (
        <datalist id={list}>
          {names.map((one) => (
            <option key={one} value={one} />
          ))}
        </datalist>
      ) : null}
    </>
  )
}

async function namesFor(
  typed: string,
  kind: 'software' | 'organisation',
  signal: AbortSignal,
): Promise<string[]> {
  const query = new URLSearchParams({ q: typed, limit: '8', facettes: 'non' })
  const response = await fetch(`/api/v1/search?${query}`, { signal })
  if (!response.ok) return []
  const { software, organisations } = (await response.json()) as {
    software: Array<{ name: string }>
    organisations: Array<{ name: string; departement: string }>
  }
  const found =
    kind === 'software'
      ? software.map(({ name }) => name)
      : organisations.map(({ name, departement }) =>
          departement ? `${name} (${departement})` : name,
        )
  return [...new Set(found)]
}
