/** What a mail is about; nothing of its text is kept once it is sent. */
export const MAIL_KINDS = [
  'sign-in',
  'invitation',
  'join-settled',
  'confirm-reported',
  'reconfirm',
  'case-settled',
  'relay',
  'provider',
  'contact',
  'webhook',
  'label',
  'need',
] as const
export type MailKind = (typeof MAIL_KINDS)[number]

/** A mail as rooms write it: plain text, in the reader's language. */
export interface MailInput {
  to: string
  /** Whose address it is, where it is a user's: the mail goes with the account. */
  userId?: string | null
  kind: MailKind
  subject: string
  body: string
  replyTo?: string
}
