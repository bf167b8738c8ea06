import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { createTransport } from 'nodemailer'

export interface OutgoingMail {
  to: string
  subject: string
  text: string
  replyTo: string
  messageId: string
}

export interface MailTransport {
  send(mail: OutgoingMail): Promise<void>
  close(): void
}

/** Milliseconds that a mail server may take for each step. */
const PATIENCE = 10_000

/** Sends by a mail server. @param url smtp:// or smtps://, with user and password where it wants them. */
export function smtpTransport(url: string, from: string): MailTransport {
  const transporter = createTransport({
    url,
    connectionTimeout: PATIENCE,
    greetingTimeout: PATIENCE,
    socketTimeout: PATIENCE,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const domain = from.match(/@([\w.-]+)/)?.[1] ?? 'mutualibre.invalid'
  return {
    async send({ to, subject, text, replyTo, messageId }) {
      await transporter.sendMail({
        from,
        to,
        subject,
        text,
        ...(replyTo ? { replyTo } : {}),
        messageId: `<${messageId}@${domain}>`,
        headers: { 'Auto-Submitted': 'auto-generated' },
      })
    },
    close: () => transporter.close(),
  }
}

/** Writes mails into a folder, one text file a mail: for a service on loopback, where nobody has a mail server. */
export function folderTransport(folder: string): MailTransport {
  return {
    async send({ to, subject, text, messageId }) {
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      const file = path.join(folder, `${messageId.split('.')[0]?.padStart(8, '0')}.txt`)
      writeFileSync(file, `To: ${to}\nSubject: ${subject}\n\n${text}\n`, { mode: 0o600 })
    },
    close: () => undefined,
  }
}
