import type { AddressInfo } from 'node:net'
import { simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { mailMessage } from '#db/schema/mail.ts'
import { inTransaction } from '#db/transaction.ts'
import type { Context } from '#lib/context.ts'
import { makeTestContext } from '#lib/testing/context.ts'
import { queueMail } from './commands.ts'
import { forgetOldMails, sendNext } from './sender.ts'
import { type MailTransport, smtpTransport } from './transport.ts'

interface Received {
  to: string[]
  subject: string | undefined
  text: string | undefined
  messageId: string | undefined
}

let context: Context
let received: Received[]
let server: SMTPServer | undefined
let transport: MailTransport
let port: number

function listen(on = 0): Promise<number> {
  const started = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    onRcptTo: ({ address }, _session, done) =>
      done(address.startsWith('gone') ? new Error(`no mailbox ${address} here`) : undefined),
    onData(stream, { envelope }, done) {
      simpleParser(stream)
        .then(({ subject, text, messageId }) => {
          received.push({
            to: envelope.rcptTo.map(({ address }) => address),
            ...{ subject, text, messageId },
          })
          done()
        })
        .catch(done)
    },
  })
  server = started
  return new Promise((resolve) => {
    const net = started.listen(on, '127.0.0.1', () => resolve((net.address() as AddressInfo).port))
  })
}

const stop = () =>
  new Promise<void>((resolve) => (server ? server.close(() => resolve()) : resolve()))

beforeEach(async () => {
  context = makeTestContext()
  received = []
  port = await listen()
  transport = smtpTransport(`smtp://127.0.0.1:${port}`, 'Mutualibre <catalogue@example.fr>')
})

afterEach(async () => {
  transport.close()
  await stop()
})

const queue = (overrides: Partial<Parameters<typeof queueMail>[2]> = {}) =>
  inTransaction(context.db, (tx) =>
    queueMail(tx, context, {
      to: 'camille@example.org',
      kind: 'case-settled',
      subject: 'Décision',
      body: 'Été à Nîmes',
      ...overrides,
    }),
  )
const rows = () => context.db.select().from(mailMessage).all()
const later = (seconds: number) => new Date(context.now.getTime() + seconds * 1_000)

test('a mail is sent once, whole, and nothing of it is kept', async () => {
  queue()
  expect(await sendNext(context.db, transport, context.now)).toEqual({ sent: true })
  expect(await sendNext(context.db, transport, context.now)).toEqual({ sent: false })
  expect(received).toMatchObject([{ to: ['camille@example.org'], subject: 'Décision' }])
  expect(received[0]?.text?.trim()).toBe('Été à Nîmes')
  expect(rows()).toMatchObject([
    { recipient: '', subject: '', body: '', kind: 'case-settled', sentAt: later(0).toISOString() },
  ])
  expect(JSON.stringify(rows())).not.toContain('camille')
})

test('an address that a server refuses is named neither in the log nor in the queue', async () => {
  queue({ to: 'gone.camille@example.org' })
  const outcome = await sendNext(context.db, transport, context.now)
  expect(outcome.sent).toBe(false)
  expect(outcome.failed).toContain('no mailbox')
  expect(outcome.failed).not.toContain('camille')
  expect(rows()[0]?.lastError).not.toContain('camille')
})

test('a server that is away delays a mail, which leaves once it is back', async () => {
  queue()
  await stop()
  const first = await sendNext(context.db, transport, context.now)
  expect(first).toMatchObject({ sent: false, failed: expect.stringContaining('ECONNREFUSED') })
  // Not tried again at once, and later and later.
  expect(await sendNext(context.db, transport, later(1))).toEqual({ sent: false })
  expect(await sendNext(context.db, transport, later(2))).toMatchObject({ sent: false })
  expect(rows()).toMatchObject([{ attempts: 2, notBefore: later(6).toISOString() }])
  await listen(port)
  expect(await sendNext(context.db, transport, later(6))).toEqual({ sent: true })
  expect(received).toHaveLength(1)
})

test('a line break in a subject or an address adds no header', async () => {
  queue({ subject: 'Un\r\nBcc: other@example.org', to: 'camille@example.org\r\n' })
  await sendNext(context.db, transport, context.now)
  expect(received).toMatchObject([
    { to: ['camille@example.org'], subject: 'Un Bcc: other@example.org' },
  ])
})

test('a link to sign in that could not leave in time is given up', async () => {
  queue({ kind: 'sign-in' })
  await sendNext(context.db, transport, later(16 * 60))
  expect(received).toEqual([])
  expect(rows()).toMatchObject([{ recipient: '', body: '', sentAt: '' }])
})

test('the trace of a mail goes after 90 days; what waits stays', async () => {
  queue()
  await sendNext(context.db, transport, context.now)
  queue()
  forgetOldMails(context.db, later(89 * 86_400))
  expect(rows()).toHaveLength(2)
  forgetOldMails(context.db, later(91 * 86_400))
  expect(rows()).toMatchObject([{ recipient: 'camille@example.org' }])
})
