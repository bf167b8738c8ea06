import { setTimeout as sleep } from 'node:timers/promises'
import { and, asc, eq, lt, lte, or, sql } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { mailMessage } from '#db/schema/mail.ts'
import type { MailTransport } from './transport.ts'

/** Milliseconds between two looks at the queue. */
const PACE = 300
/** Milliseconds before a mail is tried again: at first, and at most. */
const FIRST_RETRY = 2_000
const LAST_RETRY = 15 * 60_000
/** Attempts before a mail is given up: about three days. */
const MOST_ATTEMPTS = 300
/** How long the trace of a sent mail is kept, in milliseconds: 90 days. */
const TRACE = 90 * 86_400_000
/** A link to sign in is of no use after its 15 minutes. */
const SIGN_IN_LIFE = 15 * 60_000

export interface RunningSender {
  /** Ends after the mail in hand. */
  stop(): Promise<void>
}

/**
 * Sends what waits in the queue while the server runs. A server of mails that is away delays mails and
 * nothing else: each is tried again, later and later.
 */
export function startMailSender(options: {
  db: Db
  transport: MailTransport
  log(sentence: string): void
  /** What else is to be forgotten, once an hour. */
  sweep?(now: Date): void
}): RunningSender {
  const { db, transport, log, sweep } = options
  const stopping = new AbortController()
  const { signal } = stopping
  let said = ''
  async function run(): Promise<void> {
    let swept = 0
    while (!signal.aborted) {
      const outcome = await sendNext(db, transport, new Date()).catch((error: unknown) => ({
        // The database is held by a long write, say: mails wait, and the service goes on.
        sent: false,
        failed: error instanceof Error ? error.message : 'unknown',
      }))
      if (outcome.failed && outcome.failed !== said) log(`mail: not sent (${outcome.failed})`)
      if (outcome.sent && said) log('mail: sent again')
      said = outcome.failed ?? (outcome.sent ? '' : said)
      if (Date.now() - swept > 3_600_000) {
        swept = Date.now()
        try {
          forgetOldMails(db, new Date())
          sweep?.(new Date())
        } catch (error) {
          log(`mail: sweep put off (${error instanceof Error ? error.message : 'unknown'})`)
        }
      }
      if (!outcome.sent) await sleep(PACE, undefined, { signal, ref: false }).catch(() => undefined)
    }
  }
  const running = run()
  return {
    async stop() {
      stopping.abort()
      await running
      transport.close()
    },
  }
}

/** Sends the mail that has waited longest, if one is due. */
export async function sendNext(
  db: Db,
  transport: MailTransport,
  now: Date,
): Promise<{ sent: boolean; failed?: string }> {
  const at = now.toISOString()
  const mail = db
    .select()
    .from(mailMessage)
    .where(
      and(
        eq(mailMessage.sentAt, ''),
        eq(mailMessage.abandonedAt, ''),
        lte(mailMessage.notBefore, at),
      ),
    )
    .orderBy(asc(mailMessage.notBefore), asc(mailMessage.id))
    .limit(1)
    .get()
  if (!mail) return { sent: false }
  if (mail.kind === 'sign-in' && now.getTime() - Date.parse(mail.createdAt) > SIGN_IN_LIFE) {
    settle(db, mail.id, { abandonedAt: at })
    return { sent: true }
  }
  try {
    await transport.send({
      to: mail.recipient,
      subject: mail.subject,
      text: mail.body,
      replyTo: mail.replyTo,
      // The same each time: a server that took it and lost its answer can tell.
      messageId: `${mail.id}.${Date.parse(mail.createdAt)}`,
    })
    settle(db, mail.id, { sentAt: at })
    return { sent: true }
  } catch (error) {
    const attempts = mail.attempts + 1
    const failed = error instanceof Error ? withoutAddresses(error.message) : 'unknown'
    if (attempts >= MOST_ATTEMPTS) {
      settle(db, mail.id, { abandonedAt: at })
    } else {
      const wait = Math.min(FIRST_RETRY * 2 ** (attempts - 1), LAST_RETRY)
      db.update(mailMessage)
        .set({
          attempts,
          lastError: failed,
          notBefore: new Date(now.getTime() + wait).toISOString(),
        })
        .where(eq(mailMessage.id, mail.id))
        .run()
    }
    return { sent: false, failed }
  }
}

/** A server names the address that it refuses: that is nobody's business in a log. */
const withoutAddresses = (text: string) => text.replace(/[^\s<>"']+@[^\s<>"']+/g, '…').slice(0, 300)

/** What remains of a mail is that there was one. */
function settle(db: Db, id: number, end: { sentAt: string } | { abandonedAt: string }): void {
  db.update(mailMessage)
    .set({ ...end, recipient: '', subject: '', body: '', replyTo: '', lastError: '' })
    .where(eq(mailMessage.id, id))
    .run()
}

/** Drops the traces of mails that were sent or given up long ago. */
export function forgetOldMails(db: Db, now: Date): void {
  const before = new Date(now.getTime() - TRACE).toISOString()
  db.delete(mailMessage)
    .where(
      and(
        lt(mailMessage.createdAt, before),
        or(sql`${mailMessage.sentAt} <> ''`, sql`${mailMessage.abandonedAt} <> ''`),
      ),
    )
    .run()
}
