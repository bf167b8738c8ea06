import { DoneNote } from '#components/accounts/done-note.tsx'
import { formTexts } from '#components/accounts/form-texts.ts'
import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { pathTo } from '#components/i18n/paths.ts'
import { PUBLISHER_EVENT_KINDS } from '#lib/publishers/rules/event-kinds.ts'
import { SpaceTrail } from './space-trail.tsx'
import { webhookFields } from './webhook-fields.ts'
import { WebhookForm } from './webhook-form.tsx'
import { type ShownWebhook, type WebhookActions, WebhookPanel } from './webhook-panel.tsx'

interface WebhooksViewProps {
  locale: Locale
  publisher: { slug: string; name: string }
  webhooks: readonly ShownWebhook[]
  done: string | undefined
  actions: WebhookActions
}

/** The webhooks of a publisher, the log of each, and how to receive them. */
export function WebhooksView(props: WebhooksViewProps) {
  const { locale, publisher, webhooks, done, actions } = props
  const all = messages(locale)
  const t = all.publisherWebhooks
  const dones: Readonly<Record<string, string>> = all.publisherSpace.done
  const address = pathTo(locale, `/espace/editeurs/${publisher.slug}/webhooks`)
  return (
    <>
      <SpaceTrail locale={locale} publisher={publisher} />
      <h1>{t.title(publisher.name)}</h1>
      <p className="lead mt-2">{t.lead}</p>
      <DoneNote text={dones[done ?? '']} />
      {webhooks.length === 0 ? <p className="mt-6">{t.none}</p> : null}
      {webhooks.map((webhook, at) => (
        <WebhookPanel
          key={webhook.id}
          locale={locale}
          slug={publisher.slug}
          number={at + 1}
          webhook={webhook}
          actions={actions}
        />
      ))}
      <div className="mt-10 grid items-start gap-8 lg:grid-cols-[minmax(0,40rem)_minmax(0,1fr)]">
        <section aria-labelledby="add">
          <h2 id="add" className="mb-4">
            {t.add}
          </h2>
          <WebhookForm
            id="add-webhook"
            action={actions.add}
            address={address}
            hidden={{ locale, slug: publisher.slug }}
            fields={{ ...webhookFields(locale), chosen: PUBLISHER_EVENT_KINDS }}
            texts={formTexts(all, t.submitAdd)}
            secretTexts={{ heading: t.secret, text: t.secretText, next: t.secretNext }}
            faults={all.publisherSpace.faults}
            signIn={{
              href: pathTo(locale, '/connexion', { suite: address }),
              label: all.accounts.form.signIn,
            }}
          />
        </section>
        <section aria-labelledby="how" className="panel bg-soft">
          <h2 id="how" className="text-lg">
            {t.how}
          </h2>
          <ul className="mt-2 list-disc space-y-2 pl-5 [overflow-wrap:anywhere]">
            {t.howItems.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </section>
      </div>
    </>
  )
}
