import { mailMessage } from '#db/schema/mail.ts'
import type { Tx } from '#db/transaction.ts'
import type { Context } from '#lib/context.ts'
import type { MailInput } from './schema.ts'

/** Headers are lines: a subject or an address with a line break in it would be two. */
const oneLine = (text: string) => text.replace(/[\r\n]+/g, ' ').trim()

/**
 * Queues a mail in the transaction of what it tells: either both happen or neither, and nobody waits for
 * a mail server. The sender of the service takes it from there.
 */
export function queueMail(tx: Tx, context: Pick<Context, 'now'>, mail: MailInput): void {
  const at = context.now.toISOString()
  tx.insert(mailMessage)
    .values({
      recipient: oneLine(mail.to),
      userId: mail.userId ?? null,
      kind: mail.kind,
      subject: oneLine(mail.subject),
      body: mail.body,
      replyTo: oneLine(mail.replyTo ?? ''),
      createdAt: at,
      notBefore: at,
    })
    .run()
}
