import { FieldsForm } from '#components/accounts/fields-form.tsx'
import { formTexts } from '#components/accounts/form-texts.ts'
import { formatNumber } from '#components/i18n/format.ts'
import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { formatParis } from '#components/i18n/paris.ts'
import type { FormAction } from '#components/ui/use-sent-form.ts'
import type { PublisherEventKind } from '#lib/publishers/rules/event-kinds.ts'

export interface ShownDelivery {
  id: number
  uuid: string
  /** Null for a test. */
  kind: PublisherEventKind | null
  createdAt: string
  state: 'waiting' | 'delivered' | 'abandoned'
  attempts: number
  notBefore: string
  lastStatus: number
  lastError: string
  /** Empty before the first attempt. */
  lastAt: string
  lastTook: number
}

interface DeliveryLogProps {
  locale: Locale
  address: string
  hidden: Record<string, string>
  webhook: { id: number; url: string; active: boolean; deliveries: readonly ShownDelivery[] }
  action: FormAction<string>
}

/** What was sent to a webhook, latest first. */
export function DeliveryLog(props: DeliveryLogProps) {
  const { locale, webhook } = props
  const t = messages(locale).publisherWebhooks
  return (
    <>
      <h3 className="mt-5 text-lg">{t.log}</h3>
      {webhook.deliveries.length === 0 ? (
        <p className="mt-2">{t.logNone}</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways is reached by keyboard.
        <section className="table-scroll mt-2" aria-label={t.logCaption(webhook.url)} tabIndex={0}>
          <table className="table">
            <caption className="sr-only">{t.logCaption(webhook.url)}</caption>
            <thead>
              <tr>
                <th scope="col">{t.when}</th>
                <th scope="col">{t.what}</th>
                <th scope="col">{t.result}</th>
                <th scope="col" className="number">
                  {t.attempts}
                </th>
                <th scope="col" className="number">
                  {t.took}
                </th>
                <th scope="col">{t.again}</th>
              </tr>
            </thead>
            <tbody>
              {webhook.deliveries.map((delivery) => (
                <Row key={delivery.id} {...props} delivery={delivery} />
              ))}
            </tbody>
          </table>
        </section>
      )}
    </>
  )
}

function Row({
  locale,
  address,
  hidden,
  webhook,
  action,
  delivery,
}: DeliveryLogProps & { delivery: ShownDelivery }) {
  const all = messages(locale)
  const t = all.publisherWebhooks
  const { id, uuid, kind, state, attempts, lastAt, lastTook } = delivery
  return (
    <tr>
      <td>{formatParis(locale, delivery.createdAt)}</td>
      <td>
        {all.publisherEvents.kinds[kind ?? 'test']}
        <code className="block break-all text-[0.85rem] text-muted">{uuid}</code>
      </td>
      <td>{resultWords(locale, delivery)}</td>
      <td className="number">{formatNumber(locale, attempts)}</td>
      <td className="number">
        {lastAt === '' ? '' : t.milliseconds(formatNumber(locale, lastTook))}
      </td>
      <td>
        {webhook.active && state !== 'waiting' ? (
          <FieldsForm
            id={`again-${id}`}
            action={action}
            address={address}
            hidden={{ ...hidden, delivery: String(id) }}
            texts={formTexts(all, t.again)}
            buttonLabel={t.againOf(uuid)}
            quiet
          />
        ) : null}
      </td>
    </tr>
  )
}

/** "reçu (réponse 200)", "en attente (pas de réponse ; prochaine tentative : …)". */
function resultWords(locale: Locale, delivery: ShownDelivery): string {
  const t = messages(locale).publisherWebhooks
  const { state, lastStatus, lastError, lastAt, notBefore } = delivery
  const faults: Readonly<Record<string, string>> = t.faults
  const parts = [
    lastStatus > 0 ? t.answered(String(lastStatus)) : '',
    faults[lastError] ?? '',
    state === 'waiting' && lastAt !== '' ? t.nextTry(formatParis(locale, notBefore)) : '',
  ].filter((part) => part !== '')
  return parts.length === 0 ? t.states[state] : `${t.states[state]} (${parts.join(', ')})`
}
