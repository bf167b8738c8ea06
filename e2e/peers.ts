import { createServer } from 'node:http'
import { simpleParser } from 'mailparser'
import Provider from 'oidc-provider'
import { SMTPServer } from 'smtp-server'
import { ACCOUNTS, PEERS } from './addresses.ts'

// The two services that the accounts need and that others run: a mail server and a provider of
// identities, both real, on loopback. What arrives by mail can be read at /mails?to=….

interface Received {
  to: string
  subject: string
  text: string
}
const received: Received[] = []

const mailServer = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS', 'AUTH'],
  logger: false,
  onData(stream, { envelope }, done) {
    simpleParser(stream)
      .then(({ subject = '', text = '' }) => {
        for (const { address } of envelope.rcptTo) received.push({ to: address, subject, text })
        done()
      })
      .catch(done)
  },
})
mailServer.listen(PEERS.smtp, '127.0.0.1')

const mailbox = createServer((request, response) => {
  const to = new URL(request.url ?? '/', 'http://peers').searchParams.get('to')
  response.setHeader('Content-Type', 'application/json')
  response.end(JSON.stringify(received.filter((mail) => to === null || mail.to === to)))
})
mailbox.listen(PEERS.mailbox, '127.0.0.1')

const issuer = `http://127.0.0.1:${PEERS.oidc}`
const client = (id: string) => ({
  client_id: id,
  client_secret: `${id}-secret`,
  redirect_uris: [`${ACCOUNTS}/api/auth/callback/${id}`],
})
/** What is typed as a login says who it is: `address`, `address--SIRET`, `address--unverified`. */
function claimsOf(login: string) {
  const [email = '', more] = login.split('--')
  return {
    sub: login,
    email,
    email_verified: more !== 'unverified',
    given_name: 'Camille',
    usual_name: 'Dupont',
    ...(more && more !== 'unverified' ? { siret: more } : {}),
  }
}

const provider = new Provider(issuer, {
  clients: [client('oidc'), { ...client('proconnect'), userinfo_signed_response_alg: 'RS256' }],
  scopes: ['openid', 'email', 'given_name', 'usual_name', 'siret'],
  claims: {
    openid: ['sub'],
    email: ['email', 'email_verified'],
    given_name: ['given_name'],
    usual_name: ['usual_name'],
    siret: ['siret'],
  },
  acrValues: ['eidas1'],
  features: { jwtUserinfo: { enabled: true }, devInteractions: { enabled: true } },
  cookies: { keys: ['for-tests-alone'] },
  ttl: { Session: 3_600, Interaction: 3_600, Grant: 3_600, AccessToken: 3_600, IdToken: 3_600 },
  pkce: { required: () => true },
  findAccount: (_context, id) => ({ accountId: id, claims: () => claimsOf(id) }),
  // Nobody is asked twice whether our own tests may know who they are.
  async loadExistingGrant({ oidc }) {
    const grant = new provider.Grant({
      clientId: oidc.client?.clientId ?? '',
      accountId: oidc.session?.accountId ?? '',
    })
    grant.addOIDCScope('openid email given_name usual_name siret')
    await grant.save()
    return grant
  },
})
provider.listen(PEERS.oidc, '127.0.0.1')

const stop = () => process.exit(0)
process.on('SIGTERM', stop)
process.on('SIGINT', stop)
