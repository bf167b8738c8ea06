import { counted } from '#components/i18n/format.ts'
import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { softwarePath, usersPath } from '#components/i18n/paths.ts'
import type { PublisherEventKind } from '#lib/publishers/rules/event-kinds.ts'

export interface ShownEvent {
  id: number
  kind: PublisherEventKind
  at: string
  software: { slug: string; name: string } | null
  detail: Readonly<Record<string, unknown>>
}

/** What happened, in a line; the same in the feed and on the page. */
export function eventWords(locale: Locale, event: ShownEvent): string {
  const t = messages(locale).publisherEvents
  const what = whatHappened(locale, event)
  return event.software ? t.of(event.software.name, what) : what
}

function whatHappened(locale: Locale, { kind, detail }: ShownEvent): string {
  const t = messages(locale).publisherEvents
  switch (kind) {
    case 'release':
      return t.release(typeof detail.version === 'string' ? detail.version : '')
    case 'repository-state': {
      const words: Readonly<Record<string, string>> = t.repositoryStates
      const word = words[String(detail.state)]
      return word ? t['repository-state'](word) : t['repository-state-unknown']
    }
    case 'adoption-reported':
      return typeof detail.count === 'number'
        ? counted(locale, detail.count, t.reportedCount.one, t.reportedCount.many)
        : t['adoption-reported'](organisationOf(detail))
    case 'adoption-confirmed':
    case 'adoption-ended':
      return t[kind](organisationOf(detail))
    default:
      return t[kind]
  }
}

function organisationOf({ organisation }: ShownEvent['detail']): string {
  const name = (organisation as { name?: unknown } | null | undefined)?.name
  return typeof name === 'string' ? name : ''
}

/** The page that says more: the users of a software for what is about uses, else its entry. */
export function eventPath(locale: Locale, { kind, software }: ShownEvent): string | undefined {
  if (!software) return undefined
  return kind.startsWith('adoption-')
    ? usersPath(locale, software.slug)
    : softwarePath(locale, software.slug)
}
