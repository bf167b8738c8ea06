/** The first of six ports: another, where two checkouts are tested on one machine. */
const FIRST = Number(process.env.E2E_PORT ?? 3210)
const at = (offset: number) => `http://127.0.0.1:${FIRST + offset}`

/** Where the browser tests find the services that playwright.config.ts starts. */
export const REAL = at(0)
export const DEMO = at(1)

/** The service where people sign in: a public address of its own, with what e2e/peers.ts runs. */
export const ACCOUNTS = at(2)
export const ACCOUNTS_DATA = 'node_modules/.cache/mutualibre-e2e-accounts'
export const PEERS = { smtp: FIRST + 3, mailbox: FIRST + 4, oidc: FIRST + 5 }

/** The public address given to the service, which differs from the one it listens on, as in production. */
export const SITE_URL = 'https://catalogue.example.fr'

/** Outside test-results, which Playwright empties: loading 36,000 organisations once is enough. */
export const DATA_FOLDER = 'node_modules/.cache/mutualibre-e2e'

export const healthOf = (address: string) => `${address}/api/health`
