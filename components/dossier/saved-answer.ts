/** What became of an answer that was sent as it was typed. */
export interface SaveOutcome {
  saved?: { revision: number; at: string; unvalidated: boolean; differences: readonly string[] }
  /** Someone else answered since: their answer, which is on record. */
  meanwhile?: { revision: number; answer: Partial<Record<string, string>> }
  /** Keys, by part. */
  faults?: Partial<Record<string, string>>
  /** In the reader's language. */
  refusal?: string
}

export interface AnswerToSave {
  locale: string
  application: number
  criterion: string
  revision: number
  typed: Record<string, string>
}

/** An answer that did not arrive, kept in the browser. */
export interface LocalAnswer {
  typed: Record<string, string>
}

const keyOf = (application: number, criterion: string) =>
  `mutualibre-dossier:${application}:${criterion}`

/** Storage may be full, or refused by the browser's settings: then the answer is in its field alone. */
export function keepLocal(
  application: number,
  criterion: string,
  answer: LocalAnswer | null,
): void {
  try {
    if (answer === null) localStorage.removeItem(keyOf(application, criterion))
    else localStorage.setItem(keyOf(application, criterion), JSON.stringify(answer))
  } catch {}
}

export function readLocal(application: number, criterion: string): LocalAnswer | null {
  try {
    const text = localStorage.getItem(keyOf(application, criterion))
    const read = text === null ? null : (JSON.parse(text) as Partial<LocalAnswer>)
    return typeof read?.typed === 'object' && read.typed !== null ? (read as LocalAnswer) : null
  } catch {
    return null
  }
}

/** What stands in the fields of a form. */
export function typedIn(form: HTMLFormElement, parts: readonly string[]): Record<string, string> {
  const data = new FormData(form)
  return Object.fromEntries(
    parts.map((part) => [part, String(data.get(part) ?? '').replaceAll('\r\n', '\n')]),
  )
}

/** Puts an answer into the fields of a form; parts that it lacks are emptied. */
export function writeInto(
  form: HTMLFormElement,
  parts: readonly string[],
  values: Partial<Record<string, string>>,
): void {
  for (const part of parts) {
    const field = form.elements.namedItem(part)
    if (
      field instanceof HTMLInputElement ||
      field instanceof HTMLTextAreaElement ||
      field instanceof HTMLSelectElement
    ) {
      field.value = values[part] ?? ''
    }
  }
}

export const sameTyped = (
  one: Partial<Record<string, string>>,
  other: Partial<Record<string, string>>,
  parts: readonly string[],
) => parts.every((part) => (one[part] ?? '').trim() === (other[part] ?? '').trim())
