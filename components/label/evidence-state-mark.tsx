import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import type { EvidenceState } from '#lib/evidence/schema.ts'

/** A whole disc, a half, a ring with a dot, a ring: told apart without colour, beside the word. */
const SHAPES: Record<EvidenceState, string> = {
  evidenced: '●',
  partial: '◐',
  declared: '◉',
  empty: '○',
}

/** The state of a criterion: a shape and its word. */
export function EvidenceStateMark({ locale, state }: { locale: Locale; state: EvidenceState }) {
  return (
    <span className="inline-flex items-center gap-x-1.5 whitespace-nowrap">
      <span aria-hidden="true" className={state === 'empty' ? 'text-muted' : 'text-accent'}>
        {SHAPES[state]}
      </span>
      {messages(locale).evidence.states[state]}
    </span>
  )
}
