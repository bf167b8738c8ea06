import { counted } from '#components/i18n/format.ts'
import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { pathTo, softwarePath, usersPath } from '#components/i18n/paths.ts'
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
      return t.release(textOf(detail.version))
    case 'repository-state': {
      const words: Readonly<Record<string, string>> = t.repositoryStates
      const word = words[textOf(detail.to)]
      return word ? t['repository-state'](word) : t['repository-state-unknown']
    }
    case 'adoption-reported':
      return typeof detail.count === 'number'
        ? counted(locale, detail.count, t.reportedCount.one, t.reportedCount.many)
        : t['adoption-reported'](nameOf(detail.organisation))
    case 'adoption-confirmed':
      return t[kind](nameOf(detail.organisation))
    case 'adoption-ended':
      // Only the organisation itself says that it uses something no more.
      return t[kind](detail.trust === 'confirmed' ? nameOf(detail.organisation) : '')
    case 'reference-confirmed':
      return t[kind](nameOf(detail.organisation), nameOf(detail.provider))
    case 'need-asked':
    case 'need-joined':
      return t[kind](textOf(detail.title))
    default:
      return t[kind]
  }
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : '')
const nameOf = (value: unknown) => textOf((value as { name?: unknown } | null | undefined)?.name)

/** The page that says more: the users of a software for what is about uses, a need, else the entry. */
export function eventPath(
  locale: Locale,
  { kind, software, detail }: ShownEvent,
): string | undefined {
  if (kind.startsWith('need-') && typeof detail.need === 'number') {
    return pathTo(locale, `/besoins/${detail.need}`)
  }
  if (!software) return undefined
  return kind.startsWith('adoption-')
    ? usersPath(locale, software.slug)
    : softwarePath(locale, software.slug)
}
