/** What the links of mails are made with. */
export interface Writing {
  /** The public address, without a slash at its end. */
  siteUrl: string
  secret: string
}
