import { defineConfig } from '@playwright/test'
import { chromiumPath } from '#lib/testing/machine.ts'
import {
  ACCOUNTS,
  ACCOUNTS_DATA,
  DATA_FOLDER,
  DEMO,
  healthOf,
  PEERS,
  REAL,
  SITE_URL,
} from './e2e/addresses.ts'

const executablePath = chromiumPath()

/** A service of its own data, on its own port, run by the Node that runs Playwright. */
const service = (
  name: string,
  address: string,
  script: string,
  more: Record<string, string> = {},
) => ({
  name,
  // `exec`: the shell becomes the service, so that stopping one stops the other.
  command: `exec "${process.execPath}" ${script}`,
  url: healthOf(address),
  env: {
    PORT: new URL(address).port,
    MUTUALIBRE_DATA: DATA_FOLDER,
    SITE_URL,
    // A public address on http: what concerns accounts is tested on a service of its own.
    SIGN_IN: 'off',
    // Repositories of the reference data are not of this machine.
    HARVEST: 'off',
    SEARCH_RATE: '100000',
    // What a test says of its address is believed: each sends its forms from one of its own.
    TRUSTED_PROXIES: '1',
    ...more,
  },
  timeout: 300_000,
  reuseExistingServer: false,
  gracefulShutdown: { signal: 'SIGTERM' as const, timeout: 15_000 },
})

const issuer = `http://127.0.0.1:${PEERS.oidc}`

/** Where people sign in: by real mails, and with a real provider of identities. */
const signIn = {
  MUTUALIBRE_DATA: ACCOUNTS_DATA,
  SITE_URL: ACCOUNTS,
  SIGN_IN: 'on',
  // The git servers that the tests start (lib/testing/git-server.ts).
  FORGE_HOSTS: '127.0.0.1',
  MUTUALIBRE_SECRET: 'a-secret-for-the-browser-tests-alone',
  SMTP_URL: `smtp://127.0.0.1:${PEERS.smtp}`,
  MAIL_FROM: 'Mutualibre <catalogue@example.fr>',
  OIDC_ISSUER: issuer,
  OIDC_CLIENT_ID: 'oidc',
  OIDC_CLIENT_SECRET: 'oidc-secret',
  OIDC_NAME: 'Annuaire du syndicat',
  PROCONNECT_ISSUER: issuer,
  PROCONNECT_CLIENT_ID: 'proconnect',
  PROCONNECT_CLIENT_SECRET: 'proconnect-secret',
}

/** The mail server and the provider: none of ours. */
const peers = {
  name: 'peers',
  command: `exec "${process.execPath}" e2e/peers.ts`,
  url: `http://127.0.0.1:${PEERS.mailbox}/`,
  reuseExistingServer: false,
  gracefulShutdown: { signal: 'SIGTERM' as const, timeout: 5_000 },
}

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results/playwright',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  timeout: 30_000,
  expect: { timeout: 10_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list'], ['json', { outputFile: 'test-results/playwright.json' }]],
  use: {
    baseURL: REAL,
    browserName: 'chromium',
    locale: 'fr-FR',
    viewport: { width: 1280, height: 900 },
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        // No test reaches the network, whatever a page asks for.
        '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
      ],
    },
  },
  webServer: [
    peers,
    service('real', REAL, 'lib/cli/up.ts'),
    service('demo', DEMO, 'e2e/wait-then-up.ts --demo'),
    service('accounts', ACCOUNTS, 'e2e/wait-then-up.ts', signIn),
  ],
})
