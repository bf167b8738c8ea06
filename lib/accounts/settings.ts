/** A provider of identities that users sign in with. */
export interface IdentityProvider {
  id: 'proconnect' | 'oidc'
  /** As the button names it. */
  name: string
  /** The issuer's address, without a slash at its end; its configuration is found below it. */
  issuer: string
  clientId: string
  clientSecret: string
}

/** How people sign in to this service, and how it writes to them. */
export interface AccountSettings {
  /** False: the catalogue is read, and nobody signs in. */
  enabled: boolean
  /** Whether a public address is set: then nothing of what helps on one's own machine is there. */
  public: boolean
  /** Null: the service makes one of its own and keeps it in the data folder. */
  secret: string | null
  /** Address of the mail server, with user and password; null: mails go to a folder. */
  smtp: string | null
  mailFrom: string
  providers: readonly IdentityProvider[]
}
