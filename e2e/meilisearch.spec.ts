import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { startServer } from '#lib/cli/bench/server.ts'
import { readSettings } from '#lib/env.ts'
import {
  type MeiliServer,
  NO_MEILISEARCH_PROGRAM,
  startMeilisearch,
} from '#lib/testing/meilisearch.ts'
import { expect, test } from './fixtures.ts'

// The whole service with a real Meilisearch beside it, which comes, goes and comes back.

const why = NO_MEILISEARCH_PROGRAM
test.describe(`[MEI-01] with Meilisearch${why ? ` (skipped: ${why})` : ''}`, () => {
  test.skip(why !== undefined, why)
  test.describe.configure({ mode: 'serial' })

  let meili: MeiliServer
  let app: Awaited<ReturnType<typeof startServer>>
  const folder = mkdtempSync(path.join(tmpdir(), 'mutualibre-meili-'))

  test.beforeAll(async () => {
    test.setTimeout(180_000)
    meili = await startMeilisearch({ toKill: true })
    const settings = { ...readSettings({}, ''), dataFolder: folder }
    app = await startServer(settings, {
      MEILI_URL: meili.url,
      MEILI_KEY: meili.key,
      SEARCH_RATE: '400',
    })
  })
  test.afterAll(async () => {
    await app?.stop()
    await meili?.remove()
    rmSync(folder, { recursive: true, force: true })
  })

  const engineOf = async (request: import('@playwright/test').APIRequestContext) =>
    (await (await request.get(`${app.address}/api/v1/search?q=openelec`)).json()).engine

  test('the index is built by itself, and answers', async ({ request, page }) => {
    test.slow()
    await expect.poll(() => engineOf(request), { timeout: 60_000 }).toBe('meilisearch')

    const health = await (await request.get(`${app.address}/api/health`)).json()
    expect(health.search).toMatchObject({
      engine: 'meilisearch',
      lag: 0,
      meilisearch: { ready: true, circuit: 'closed' },
    })
    expect(health.search.documents.organisation).toBe(health.organisations)
    await page.goto(`${app.address}/sante`)
    await expect(page.getByRole('row', { name: /Moteur de recherche/ })).toContainText(
      'Meilisearch',
    )
  })

  test('a DSI searches as ever, a wrong letter included', async ({ page }) => {
    await page.goto(`${app.address}/logiciels?q=opemelec`)

    await expect(page.locator('main').getByRole('link', { name: 'openElec' }).first()).toBeVisible()
  })

  test('no key of it reaches the browser', async ({ request }) => {
    for (const address of [
      '/',
      '/sante',
      '/logiciels?q=ged',
      '/api/health',
      '/api/v1/search?q=ged',
    ]) {
      const answer = await request.get(`${app.address}${address}`)
      const text = `${JSON.stringify(answer.headers())}${await answer.text()}`
      expect(text, address).not.toContain(meili.key)
      expect(text, address).not.toContain(new URL(meili.url).port)
    }
  })

  test('when it dies, visitors notice nothing; when it is back, it answers again', async ({
    request,
    page,
  }) => {
    test.slow()
    await meili.kill()
    for (let n = 0; n < 4; n++) expect(await engineOf(request)).toBe('fts5')
    await page.goto(`${app.address}/logiciels?q=openelec`)
    await expect(page.locator('main').getByRole('link', { name: 'openElec' }).first()).toBeVisible()
    await page.goto(`${app.address}/sante`)
    await expect(
      page
        .getByRole('row', { name: /Meilisearch ne répond pas/ })
        .or(page.getByRole('row', { name: 'ne répond pas' }))
        .first(),
    ).toBeVisible()

    await meili.restart()
    await expect.poll(() => engineOf(request), { timeout: 20_000 }).toBe('meilisearch')
  })

  test('searches beyond the rate are refused with a time to come back', async ({ request }) => {
    test.slow()
    const statuses = await Promise.all(
      Array.from({ length: 420 }, async () => {
        const answer = await request.get(`${app.address}/api/v1/search?q=ged&limit=1&facettes=non`)
        return answer.status() === 429 ? answer.headers()['retry-after'] : undefined
      }),
    )
    const refused = statuses.filter((seconds) => seconds !== undefined)
    expect(refused.length).toBeGreaterThan(0)
    expect(Number(refused[0])).toBeGreaterThan(0)
    // Reading is not searching.
    expect((await request.get(`${app.address}/logiciels`)).status()).toBe(200)
  })
})
