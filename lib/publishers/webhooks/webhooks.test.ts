import { describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { webhook } from '#db/schema/publishers.ts'
import { Conflict, Forbidden, NotFound, TooMany } from '#lib/errors.ts'
import { aPublisher, aUser, publisherIdOf } from '#lib/testing/builders.ts'
import { aPublishingHouse, SERVICE_SECRET, SLUG, settingsFor } from '#lib/testing/publishers.ts'
import { auditOf, contentsOf } from '#lib/testing/traces.ts'
import {
  addWebhook,
  changeWebhook,
  deleteWebhook,
  redeliver,
  rotateWebhookSecret,
  switchWebhook,
  testWebhook,
} from '../commands/webhooks.ts'
import { MOST_ATTEMPTS, waitAfter } from '../rules/retries.ts'
import { listWebhooks } from '../webhook-queries.ts'
import { openSecret, sealSecret } from './seal.ts'

const HOOK = { url: 'https://example.org/hook', events: ['release', 'release'] }

function aHook() {
  const house = aPublishingHouse()
  const manager = house.as(house.manager)
  const { id, secret } = addWebhook(manager, SLUG, HOOK, settingsFor())
  return { ...house, manager, id, secret }
}

describe('a webhook', () => {
  it('has a secret that is shown once: neither the database, the audit nor the page holds it', () => {
    const { context, manager, secret, publisherId, id } = aHook()

    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/)
    expect(JSON.stringify(contentsOf(context))).not.toContain(secret.slice(6))
    expect(JSON.stringify(listWebhooks(manager, SLUG))).not.toMatch(/whsec|sealed/)
    const { sealedSecret } = context.db.select().from(webhook).get() ?? { sealedSecret: '' }
    expect(openSecret(SERVICE_SECRET, publisherId, sealedSecret)).toBe(secret)

    const { secret: next } = rotateWebhookSecret(manager, SLUG, id, settingsFor())
    expect(next).not.toBe(secret)
    expect(auditOf(context).at(-1)).toMatchObject({
      action: 'webhook.rotate-secret',
      detail: { webhook: id },
    })
  })

  it.each([
    ['', 'url-missing'],
    ['example.org', 'url-wrong'],
    ['ftp://example.org/', 'url-wrong'],
    ['http://example.org/', 'url-not-https'],
    ['http://127.0.0.1:8080/', 'url-not-https'],
    ['https://user:password@example.org/', 'url-secrets'],
  ])('does not go to %j', (url, fault) => {
    const { context, as, manager } = aPublishingHouse()
    const before = contentsOf(context)
    try {
      addWebhook(as(manager), SLUG, { ...HOOK, url }, settingsFor())
      expect.unreachable()
    } catch (error) {
      expect((error as z.ZodError).issues).toMatchObject([{ path: ['url'], message: fault }])
    }
    expect(contentsOf(context)).toEqual(before)
  })

  it('goes by http to a host that the one who runs the service lists', () => {
    const { as, manager } = aPublishingHouse()
    const input = { ...HOOK, url: 'http://127.0.0.1:8080/' }
    addWebhook(as(manager), SLUG, input, settingsFor('127.0.0.1:8080'))
  })

  it('is changed, paused, tested and deleted by the managers, and by nobody else', () => {
    const { context, manager, member, as, id } = aHook()
    expect(listWebhooks(manager, SLUG).webhooks).toMatchObject([{ events: ['release'] }])
    changeWebhook(manager, SLUG, id, { ...HOOK, events: ['difference'] }, settingsFor())
    testWebhook(manager, SLUG, id)
    expect(listWebhooks(manager, SLUG).webhooks).toMatchObject([
      { events: ['difference'], active: true, deliveries: [{ kind: null, state: 'waiting' }] },
    ])
    switchWebhook(manager, SLUG, id, false)
    expect(listWebhooks(manager, SLUG).webhooks).toMatchObject([
      { active: false, deliveries: [{ state: 'abandoned' }] },
    ])
    expect(() => testWebhook(manager, SLUG, id)).toThrow(Conflict)
    expect(() => listWebhooks(as(member), SLUG)).toThrow(Forbidden)
    deleteWebhook(manager, SLUG, id)
    expect(contentsOf(context).webhook).toEqual([])
    expect(contentsOf(context).webhook_delivery).toEqual([])
  })

  it('is that of one publisher: another’s manager neither sees nor moves it', () => {
    const { context, as, manager, id } = aHook()
    testWebhook(manager, SLUG, id)
    aPublisher(context, { slug: 'autre', name: 'Autre' })
    const other = as(aUser(context, { publisherManagerOf: [publisherIdOf(context, 'autre')] }))

    for (const attempt of [
      () => changeWebhook(other, 'autre', id, HOOK, settingsFor()),
      () => deleteWebhook(other, 'autre', id),
      () => redeliver(other, 'autre', 1),
    ]) {
      expect(attempt).toThrow(NotFound)
    }
    expect(listWebhooks(other, 'autre').webhooks).toEqual([])
  })

  it('is one of ten at most, and waits with twenty tests at most', () => {
    const { manager, id } = aHook()
    for (let n = 0; n < 9; n++) addWebhook(manager, SLUG, HOOK, settingsFor())
    expect(() => addWebhook(manager, SLUG, HOOK, settingsFor())).toThrow(TooMany)
    for (let n = 0; n < 20; n++) testWebhook(manager, SLUG, id)
    expect(() => testWebhook(manager, SLUG, id)).toThrow(TooMany)
  })
})

describe('a sealed secret', () => {
  it('opens for its publisher and with the secret of the service alone, unless it was touched', () => {
    const sealed = sealSecret(SERVICE_SECRET, 1, 'whsec_x')

    expect(openSecret(SERVICE_SECRET, 1, sealed)).toBe('whsec_x')
    expect(openSecret(SERVICE_SECRET, 2, sealed)).toBeUndefined()
    expect(openSecret('another secret', 1, sealed)).toBeUndefined()
    expect(openSecret(SERVICE_SECRET, 1, `${sealed.slice(0, -4)}AAAA`)).toBeUndefined()
    expect(openSecret(SERVICE_SECRET, 1, '')).toBeUndefined()
    expect(sealSecret(SERVICE_SECRET, 1, 'whsec_x')).not.toBe(sealed)
  })
})

describe('a failed delivery', () => {
  it('waits longer each time, a fifth more at most, and is given up after eight', () => {
    const waits = Array.from({ length: MOST_ATTEMPTS }, (_, at) => waitAfter(at + 1, 0))
    expect(waits.map((wait) => wait && wait / 60_000)).toEqual([
      1,
      5,
      30,
      120,
      300,
      600,
      1_440,
      undefined,
    ])
    expect(waitAfter(1, 1)).toBe(72_000)
  })
})
