import type { Context } from '#lib/context.ts'
import { askForContact } from '#lib/publishers/commands/ask-for-contact.ts'
import {
  changePublisherRole,
  leavePublisher,
  removePublisherMember,
} from '#lib/publishers/commands/change-members.ts'
import { editPublisher } from '#lib/publishers/commands/edit-publisher.ts'
import {
  cancelPublisherInvitation,
  invitePublisherMember,
} from '#lib/publishers/commands/invite.ts'
import { reportUseOf } from '#lib/publishers/commands/report-use.ts'
import { settleContact } from '#lib/publishers/commands/settle-contact.ts'
import {
  addWebhook,
  changeWebhook,
  deleteWebhook,
  redeliver,
  rotateWebhookSecret,
  switchWebhook,
  testWebhook,
} from '#lib/publishers/commands/webhooks.ts'
import {
  contactPlace,
  getPublisherSpace,
  listContactRequests,
} from '#lib/publishers/space-queries.ts'
import { listWebhooks } from '#lib/publishers/webhook-queries.ts'
import { deliverWebhooks } from '#lib/publishers/webhooks/deliver.ts'
import { SLUG, settingsFor } from '#lib/testing/publishers.ts'

type Call = (context: Context) => unknown

const SETTINGS = settingsFor()
const HOOK = { url: 'https://example.org/hook', events: ['release'] }
const NOBODY = 'nobody'

/** What is done with publishers, their members, contacts and webhooks. */
export function callsOfPublishers() {
  return {
    'publisher.read-space': [(context) => getPublisherSpace(context, SLUG)],
    'publisher.edit': [
      (context) =>
        editPublisher(context, SLUG, { website: '', summaryFr: 'Autre', summaryEn: 'Other' }),
    ],
    'publisher.manage-members': [
      (context) =>
        invitePublisherMember(
          context,
          { ...SETTINGS, slug: SLUG, locale: 'fr' },
          { email: 'new@example.org', role: 'member' },
        ),
      (context) => cancelPublisherInvitation(context, { slug: SLUG, id: 1 }),
      (context) => removePublisherMember(context, { slug: SLUG, userId: NOBODY }),
      (context) => changePublisherRole(context, { slug: SLUG, userId: NOBODY, role: 'member' }),
    ],
    'publisher.leave': [(context) => leavePublisher(context, { slug: SLUG })],
    'publisher.manage-webhooks': [
      (context) => listWebhooks(context, SLUG),
      (context) => addWebhook(context, SLUG, HOOK, SETTINGS),
      (context) => changeWebhook(context, SLUG, 1, HOOK, SETTINGS),
      (context) => switchWebhook(context, SLUG, 1, false),
      (context) => rotateWebhookSecret(context, SLUG, 1, SETTINGS),
      (context) => testWebhook(context, SLUG, 1),
      (context) => redeliver(context, SLUG, 1),
      (context) => deleteWebhook(context, SLUG, 1),
    ],
    'publisher.answer': [
      (context) => listContactRequests(context, SLUG),
      (context) => settleContact(context, SLUG, { id: 1, state: 'answered' }),
    ],
    'publisher.report-use': [
      (context) =>
        reportUseOf(
          context,
          SLUG,
          {
            software: 'openexemple',
            organisation: '210100012',
            departement: '',
            state: 'production',
            since: '',
            source: 'https://example.org/users',
          },
          SETTINGS,
        ),
    ],
    'publisher.contact': [
      (context) => contactPlace(context, SLUG),
      (context) =>
        askForContact(
          context,
          SLUG,
          {
            subject: 'question',
            software: '',
            organisation: '',
            message: 'Une question de vingt caractères.',
          },
          SETTINGS,
        ),
    ],
    'webhook.deliver': [(context) => deliverWebhooks(context, SETTINGS)],
  } satisfies Record<string, Call[]>
}
