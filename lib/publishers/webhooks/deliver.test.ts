import { rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Webhook } from 'standardwebhooks'
import { describe, expect, it } from 'vitest'
import { openDatabase } from '#db/client.ts'
import { mailMessage } from '#db/schema/mail.ts'
import { webhook, webhookDelivery } from '#db/schema/publishers.ts'
import type { Context } from '#lib/context.ts'
import { aPublishingHouse, aReceiver, SLUG, settingsFor, status } from '#lib/testing/publishers.ts'
import { auditOf } from '#lib/testing/traces.ts'
import { redeliver, rotateWebhookSecret, switchWebhook, testWebhook } from '../commands/webhooks.ts'
import { deliverWebhooks } from './deliver.ts'

const HOUR = 3_600_000
const deliveries = ({ db }: Pick<Context, 'db'>) => db.select().from(webhookDelivery).all()
const hooks = ({ db }: Pick<Context, 'db'>) => db.select().from(webhook).all()

/** Lets the deliveries that are due go, at a time after that of the world. */
function deliverAt(context: Context, host: string, after = 0, timeout?: number) {
  const now = () => new Date(context.now.getTime() + after)
  return deliverWebhooks(context, { ...settingsFor(host), ...(timeout ? { timeout } : {}) }, now)
}

describe('what happens to a publisher’s software', () => {
  it('is posted to its webhooks, signed so that a library of Standard Webhooks takes it', async () => {
    await using receiver = await aReceiver(status(204))
    const { context, happen, hookTo } = aPublishingHouse()
    const { secret } = hookTo(receiver)
    // The library compares the time of the attempt with its own clock.
    const now = new Date()
    happen('2.1', now)

    await deliverWebhooks(context, settingsFor(receiver.host), () => now)

    const [got] = receiver.received
    expect(got?.headers).toMatchObject({
      'content-type': 'application/json; charset=utf-8',
      'user-agent': 'Mutualibre-Webhooks',
    })
    expect(new Webhook(secret).verify(got?.body ?? '', got?.headers ?? {})).toEqual({
      type: 'release',
      timestamp: now.toISOString(),
      data: {
        version: '2.1',
        publisher: {
          slug: SLUG,
          name: 'Éditeur Exemple',
          page: `https://mutualibre.example/editeurs/${SLUG}`,
        },
        software: {
          slug: 'openexemple',
          name: 'openExemple',
          page: 'https://mutualibre.example/logiciels/openexemple',
        },
      },
    })
    expect(() => new Webhook(secret).verify(`${got?.body} `, got?.headers ?? {})).toThrow()
    expect(deliveries(context)).toMatchObject([
      { state: 'delivered', attempts: 1, lastStatus: 204 },
    ])
  })

  it('goes only where it was asked for, and nowhere while a webhook is paused', async () => {
    await using receiver = await aReceiver(status(200))
    const { context, as, manager, happen, hookTo } = aPublishingHouse()
    hookTo(receiver, ['adoption-confirmed'])
    const { id } = hookTo(receiver)
    switchWebhook(as(manager), SLUG, id, false)

    happen()
    await deliverAt(context, receiver.host)

    expect(receiver.received).toEqual([])
    expect(deliveries(context)).toEqual([])
  })
})

describe('a delivery that fails', () => {
  it('is tried again later under the same id, and is delivered once', async () => {
    await using receiver = await aReceiver((response, at) => status(at === 1 ? 500 : 200)(response))
    const { context, happen, hookTo } = aPublishingHouse()
    hookTo(receiver)
    happen()

    await deliverAt(context, receiver.host)
    expect(deliveries(context)).toMatchObject([{ state: 'waiting', attempts: 1, lastStatus: 500 }])
    await deliverAt(context, receiver.host, 59_000)
    expect(receiver.received).toHaveLength(1)
    await deliverAt(context, receiver.host, 73_000)
    await deliverAt(context, receiver.host, 80 * HOUR)

    const ids = receiver.received.map(({ headers }) => headers['webhook-id'])
    expect(ids).toEqual([ids[0], ids[0]])
    expect(deliveries(context)).toMatchObject([{ state: 'delivered', attempts: 2 }])
    expect(hooks(context)).toMatchObject([{ failingSince: '' }])
  })

  it('is given up after eight attempts over two days, and can be sent again by hand', async () => {
    let answer = 503
    await using receiver = await aReceiver((response) => status(answer)(response))
    const { context, as, manager, happen, hookTo } = aPublishingHouse()
    hookTo(receiver)
    happen()

    for (let hour = 0; hour < 60; hour++) await deliverAt(context, receiver.host, hour * HOUR)
    const [row] = deliveries(context)
    expect(row).toMatchObject({ state: 'abandoned', attempts: 8, lastStatus: 503 })

    answer = 200
    redeliver(as(manager), SLUG, row?.id ?? 0)
    await deliverAt(context, receiver.host, 61 * HOUR)
    expect(deliveries(context)).toMatchObject([{ state: 'delivered', uuid: row?.uuid }])
    expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size).toBe(1)
  })

  it('turns the webhook off at once when it is gone, and tells the managers', async () => {
    await using receiver = await aReceiver(status(410))
    const { context, manager, happen, hookTo } = aPublishingHouse()
    hookTo(receiver)
    happen('1.0')
    happen('1.1')

    await deliverAt(context, receiver.host)

    expect(receiver.received).toHaveLength(1)
    expect(hooks(context)).toMatchObject([{ active: false, disabledReason: 'gone' }])
    expect(deliveries(context).map(({ state }) => state)).toEqual(['abandoned', 'abandoned'])
    expect(context.db.select().from(mailMessage).all()).toMatchObject([
      { recipient: manager.email, kind: 'webhook' },
    ])
    expect(auditOf(context).at(-1)).toMatchObject({ action: 'webhook.turn-off' })
  })

  it('turns the webhook off after three days in which nothing got through', async () => {
    await using receiver = await aReceiver(status(500))
    const { context, happen, hookTo } = aPublishingHouse()
    hookTo(receiver)
    const later = (hours: number) => new Date(context.now.getTime() + hours * HOUR)
    for (let hour = 0; hour <= 71; hour++) {
      if (hour % 24 === 0) happen(`1.${hour}`, later(hour))
      await deliverAt(context, receiver.host, hour * HOUR)
    }
    expect(hooks(context)).toMatchObject([{ active: true }])

    happen('2.0', later(73))
    await deliverAt(context, receiver.host, 73 * HOUR)

    expect(hooks(context)).toMatchObject([{ active: false, disabledReason: 'failing' }])
    expect(deliveries(context).every(({ state }) => state === 'abandoned')).toBe(true)
  })

  it('is given up when its secret cannot be opened any more, and says so', async () => {
    await using receiver = await aReceiver(status(200))
    const { context, as, manager, happen, hookTo } = aPublishingHouse()
    const { id } = hookTo(receiver)
    const settings = { ...settingsFor(receiver.host), secret: 'another secret of the service' }
    happen()

    await deliverWebhooks(context, settings, () => context.now)
    expect(receiver.received).toEqual([])
    expect(hooks(context)).toMatchObject([{ active: false, disabledReason: 'secret-lost' }])

    rotateWebhookSecret(as(manager), SLUG, id, settings)
    switchWebhook(as(manager), SLUG, id, true)
    testWebhook(as(manager), SLUG, id)
    await deliverWebhooks(context, settings, () => context.now)
    expect(receiver.received).toHaveLength(1)
  })
})

describe('a receiver', () => {
  it('that hangs is left after its time, and holds up nobody else', async () => {
    await using hanging = await aReceiver(() => undefined)
    await using quick = await aReceiver(status(200))
    const { context, happen, hookTo } = aPublishingHouse()
    hookTo(hanging)
    hookTo(quick)
    happen('1.0')
    happen('1.1')
    const start = performance.now()

    const settings = { ...settingsFor(hanging.host, quick.host), timeout: 400 }
    await deliverWebhooks(context, settings, () => context.now)

    expect(performance.now() - start).toBeLessThan(3_000)
    expect(quick.received).toHaveLength(2)
    expect(deliveries(context).filter(({ lastError }) => lastError === 'silent')).toHaveLength(2)
  })

  it.each([
    [
      'endless',
      (response: import('node:http').ServerResponse) => {
        response.writeHead(200)
        const pour = () => {
          while (!response.destroyed && response.write(Buffer.alloc(65_536)));
        }
        response.on('drain', pour)
        pour()
      },
    ],
    [
      'slow',
      (response: import('node:http').ServerResponse) => {
        response.writeHead(200)
        response.write('…')
      },
    ],
  ])('whose answer is %s has answered: its body is not read', async (_what, answer) => {
    await using receiver = await aReceiver(answer)
    const { context, happen, hookTo } = aPublishingHouse()
    hookTo(receiver)
    happen()

    await deliverAt(context, receiver.host, 0, 2_000)

    expect(deliveries(context)).toMatchObject([{ state: 'delivered', lastStatus: 200 }])
  })

  it('that sends elsewhere is not followed', async () => {
    await using inside = await aReceiver(status(200))
    await using receiver = await aReceiver((response) =>
      response.writeHead(307, { location: inside.url }).end(),
    )
    const { context, happen, hookTo } = aPublishingHouse()
    hookTo(receiver)
    happen()

    await deliverAt(context, receiver.host)

    expect(inside.received).toEqual([])
    expect(deliveries(context)).toMatchObject([
      { state: 'waiting', lastStatus: 307, lastError: 'redirect' },
    ])
  })

  it('of a private network is not reached, unless its host is listed', async () => {
    await using receiver = await aReceiver(status(200))
    const { context, happen, hookTo } = aPublishingHouse()
    hookTo(receiver)
    happen()

    await deliverWebhooks(context, settingsFor(), () => context.now)

    expect(receiver.received).toEqual([])
    expect(deliveries(context)).toMatchObject([{ state: 'waiting', lastError: 'address-private' }])
  })
})

it('two services on one database deliver each event once', async () => {
  await using receiver = await aReceiver(status(200))
  const { context, happen, hookTo } = aPublishingHouse()
  for (let n = 0; n < 3; n++) hookTo(receiver)
  for (let n = 0; n < 20; n++) happen(`1.${n}`)
  const file = path.join(tmpdir(), `webhooks-${process.pid}.db`)
  await context.db.$client.backup(file)
  const services = [openDatabase(file), openDatabase(file)]

  const attempts = await Promise.all(
    services.map((db) =>
      deliverWebhooks({ ...context, db }, settingsFor(receiver.host), () => context.now),
    ),
  )

  const ids = receiver.received.map(({ headers }) => headers['webhook-id'])
  expect(new Set(ids).size).toBe(60)
  expect(ids).toHaveLength(60)
  expect(attempts.reduce((sum, n) => sum + n, 0)).toBe(60)
  for (const db of services) db.$client.close()
  for (const suffix of ['', '-shm', '-wal']) rmSync(file + suffix, { force: true })
})

it('a service that died with a delivery in hand leaves it to the next', async () => {
  await using receiver = await aReceiver(status(200))
  const { context, happen, hookTo } = aPublishingHouse()
  hookTo(receiver)
  happen()
  // As claimNext leaves it.
  context.db
    .update(webhookDelivery)
    .set({ attempts: 1, notBefore: new Date(context.now.getTime() + 60_000).toISOString() })
    .run()

  await deliverAt(context, receiver.host, 30_000)
  expect(receiver.received).toEqual([])
  await deliverAt(context, receiver.host, 60_000)
  expect(deliveries(context)).toMatchObject([{ state: 'delivered', attempts: 2 }])
})
