import { FieldsForm } from '#components/accounts/fields-form.tsx'
import { formTexts } from '#components/accounts/form-texts.ts'
import { formatDate } from '#components/i18n/format.ts'
import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { pathTo } from '#components/i18n/paths.ts'
import type { FormAction } from '#components/ui/use-sent-form.ts'
import { DeliveryLog, type ShownDelivery } from './delivery-log.tsx'
import { webhookFields } from './webhook-fields.ts'
import { type SecretAction, WebhookForm } from './webhook-form.tsx'

export interface WebhookActions {
  add: SecretAction
  change: SecretAction
  rotate: SecretAction
  switchOn: FormAction<string>
  pause: FormAction<string>
  test: FormAction<string>
  remove: FormAction<string>
  redeliver: FormAction<string>
}

export interface ShownWebhook {
  id: number
  url: string
  events: readonly string[]
  active: boolean
  /** Why the service turned it off; empty when it did not. */
  disabledReason: string
  /** ISO 8601; empty while it works. */
  failingSince: string
  deliveries: readonly ShownDelivery[]
}

interface PanelProps {
  locale: Locale
  /** Of the publisher. */
  slug: string
  number: number
  webhook: ShownWebhook
  actions: WebhookActions
}

/** One webhook: how it stands, what may be done with it, and what was sent. */
export function WebhookPanel(props: PanelProps) {
  const { locale, slug, webhook, actions } = props
  const all = messages(locale)
  const t = all.publisherWebhooks
  const address = pathTo(locale, `/espace/editeurs/${slug}/webhooks`)
  const hidden = { locale, slug, id: String(webhook.id) }
  const button = (name: string, label: string, action: FormAction<string>) => (
    <FieldsForm
      key={name}
      id={`${name}-${webhook.id}`}
      action={action}
      address={address}
      hidden={hidden}
      texts={formTexts(all, label)}
      buttonLabel={t.of(label, webhook.url)}
      quiet
    />
  )
  const secretForm = {
    address,
    hidden,
    secretTexts: { heading: t.secret, text: t.secretText, next: t.secretNext },
    faults: all.publisherSpace.faults,
    signIn: {
      href: pathTo(locale, '/connexion', { suite: address }),
      label: all.accounts.form.signIn,
    },
  }
  const fields = webhookFields(locale)
  return (
    <section aria-labelledby={`hook-${webhook.id}`} className="panel mt-6">
      <h2 id={`hook-${webhook.id}`} className="text-xl">
        {t.hook(String(props.number))}
      </h2>
      <p className="mt-1 [overflow-wrap:anywhere]">
        <code>{webhook.url}</code>
      </p>
      <Standing locale={locale} webhook={webhook} />
      <div className="mt-4 flex flex-wrap gap-3">
        {webhook.active
          ? [button('test', t.test, actions.test), button('pause', t.pause, actions.pause)]
          : button('resume', t.resume, actions.switchOn)}
        <WebhookForm
          id={`rotate-${webhook.id}`}
          action={actions.rotate}
          {...secretForm}
          texts={formTexts(all, t.rotate)}
          buttonLabel={t.of(t.rotate, webhook.url)}
          quiet
        />
        {button('remove', t.remove, actions.remove)}
      </div>
      <details className="mt-4">
        <summary className="min-h-6 py-1 text-accent">{t.change}</summary>
        <div className="mt-3 max-w-2xl">
          <WebhookForm
            id={`change-${webhook.id}`}
            action={actions.change}
            {...secretForm}
            fields={{
              ...fields,
              url: { ...fields.url, value: webhook.url },
              chosen: webhook.events,
            }}
            texts={formTexts(all, t.submitChange)}
          />
        </div>
      </details>
      <DeliveryLog
        locale={locale}
        address={address}
        hidden={{ locale, slug }}
        webhook={webhook}
        action={actions.redeliver}
      />
    </section>
  )
}

function Standing({ locale, webhook }: Pick<PanelProps, 'locale' | 'webhook'>) {
  const t = messages(locale).publisherWebhooks
  const off = (t.off as Readonly<Record<string, string>>)[webhook.disabledReason]
  return (
    <p className="mt-1">
      <span className="font-semibold">{webhook.active ? t.active : (off ?? t.paused)}</span>
      {webhook.active && webhook.failingSince
        ? ` · ${t.failing(formatDate(locale, webhook.failingSince.slice(0, 10)))}`
        : ''}
    </p>
  )
}
