'use client'

import { type FormEvent, useId, useRef, useState } from 'react'
import type { Locale } from '#components/i18n/locale.ts'
import { FormField } from '#components/ui/form-field.tsx'
import type { AdoptionFormWords } from './form-words.ts'
import type { Shown } from './typed-fields.tsx'

/** Milliseconds without a key before suggestions are asked for. */
const PAUSE = 150
const FEWEST_LETTERS = 2

/**
 * The name of a software, with the catalogue's as suggestions of the browser itself while one types.
 * Without scripts the server tells afterwards what the name may mean.
 */
export function SoftwareField({
  locale,
  words: { t },
  shown,
}: {
  locale: Locale
  words: AdoptionFormWords
  shown: Shown
}) {
  const list = useId()
  const [names, setNames] = useState<readonly string[]>([])
  const pending = useRef<ReturnType<typeof setTimeout>>(undefined)
  const asking = useRef<AbortController>(undefined)

  function suggest(event: FormEvent<HTMLInputElement>) {
    const typed = event.currentTarget.value.trim()
    clearTimeout(pending.current)
    asking.current?.abort()
    if (typed.length < FEWEST_LETTERS) return
    pending.current = setTimeout(async () => {
      asking.current = new AbortController()
      try {
        setNames(await namesFor(typed, locale, asking.current.signal))
      } catch {
        // Suggestions are a help: without them the server still tells what a name may mean.
      }
    }, PAUSE)
  }

  return (
    <FormField
      id={shown.idOf('software')}
      label={t.software}
      hint={t.softwareHint}
      fault={shown.fault('software')}
    >
      {(tied) => (
        <>
          <input
            {...tied}
            name="software"
            type="text"
            required
            autoComplete="off"
            spellCheck={false}
            list={list}
            onInput={suggest}
            defaultValue={shown.values.software}
            className="field"
          />
          <datalist id={list}>
            {names.map((name) => (
              <option key={name} value={name} />
            ))}
          </datalist>
        </>
      )}
    </FormField>
  )
}

async function namesFor(typed: string, locale: Locale, signal: AbortSignal): Promise<string[]> {
  const query = new URLSearchParams({ q: typed, lang: locale, limit: '8', facettes: 'non' })
  const response = await fetch(`/api/v1/search?${query}`, { signal })
  if (!response.ok) return []
  const { software } = (await response.json()) as { software: Array<{ name: string }> }
  return [...new Set(software.map(({ name }) => name))]
}
