import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import type { LineStatus } from '#lib/importers/schema.ts'
import type { Choice } from './choices-form.tsx'

interface Subject {
  id: number
  name: string
  key: string
}

export interface ShownLine {
  line: number
  label: string
  fields: Record<string, string>
  status: LineStatus
  certainty: string
  decision: '' | 'accept' | 'drop'
  subject: Subject | null
  software: string
  candidates: readonly Subject[]
}

type Certainty = keyof ReturnType<typeof messages>['imports']['certainty']

/** How sure a match is, or what is wrong with a line, in words. */
export function certaintyWords(locale: Locale, line: ShownLine): string {
  const { imports: t } = messages(locale)
  if (line.status === 'ambiguous' && line.certainty === '') return t.certainty.several
  return t.certainty[line.certainty as Certainty] ?? ''
}

/** What a line says besides who or what it names. */
export function saysOf(locale: Locale, { fields, software }: ShownLine, report: boolean): string {
  const { imports: t, common } = messages(locale)
  const states: Record<string, string> = common.states
  return [
    report ? software : '',
    fields.state ? (states[fields.state] ?? '') : '',
    fields.version ? t.ready.version(fields.version) : '',
    fields.since ? t.ready.since(fields.since) : '',
    fields.installations ? t.ready.installations(fields.installations) : '',
    fields.known === 'reported' ? t.ready.confirms : '',
  ]
    .filter((part) => part !== '')
    .join(' · ')
}

/** A line as the form of choices shows it. */
export function choiceOf(locale: Locale, line: ShownLine): Choice {
  const { ready } = messages(locale).imports
  const { subject } = line
  const others = line.candidates.filter((item) => item.id !== subject?.id)
  const meant = [...(subject ? [subject] : []), ...others]
  return {
    line: line.line,
    label: line.label,
    says: saysOf(locale, line, false),
    certainty: certaintyWords(locale, line) || ready.toCheck,
    sure: line.status === 'matched' && line.decision === 'accept',
    options: [
      ...(line.decision === '' ? [{ value: '', label: ready.decide }] : []),
      ...meant.map(({ id, name }) => ({ value: String(id), label: name })),
      { value: 'drop', label: ready.leaveOut },
    ],
    chosen:
      line.decision === 'drop'
        ? 'drop'
        : line.decision === 'accept' && subject
          ? String(subject.id)
          : '',
    choiceLabel: ready.choice(line.label),
    otherLabel: ready.other(line.label),
  }
}
