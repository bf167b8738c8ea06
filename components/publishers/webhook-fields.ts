import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { PUBLISHER_EVENT_KINDS } from '#lib/publishers/rules/event-kinds.ts'

/** The fields of a webhook, empty. */
export function webhookFields(locale: Locale) {
  const all = messages(locale)
  const t = all.publisherWebhooks
  return {
    url: { label: t.url, hint: t.urlHint, value: '' },
    events: {
      label: t.events,
      choices: PUBLISHER_EVENT_KINDS.map((value) => ({
        value,
        label: all.publisherEvents.kinds[value],
      })),
    },
  }
}
