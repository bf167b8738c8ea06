/** Where the browser tests find the two services that playwright.config.ts starts. */
export const REAL = 'http://127.0.0.1:3210'
export const DEMO = 'http://127.0.0.1:3211'

/** The public address given to the service, which differs from the one it listens on, as in production. */
export const SITE_URL = 'https://catalogue.example.fr'

/** Outside test-results, which Playwright empties: loading 36,000 organisations once is enough. */
export const DATA_FOLDER = 'node_modules/.cache/mutualibre-e2e'

export const healthOf = (address: string) => `${address}/api/health`
