import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { messages } from '#components/i18n/messages.ts'
import { verifiedElsewhere } from '#lib/testing/verify-elsewhere.ts'
import { ownNetwork } from './accounts.ts'
import { ACCOUNTS } from './addresses.ts'
import { anAwardGiven, makeKey } from './awards.ts'
import { expect, type Page, test } from './fixtures.ts'

test.use({ baseURL: ACCOUNTS })

const t = messages('fr').badges
const v = t.verify

/** An award that is given and announced, on its page. */
async function anAward(page: Page) {
  makeKey()
  const award = anAwardGiven()
  await ownNetwork(page)
  await page.goto(`/label/${award.year}/laureats/${award.key}`)
  return { ...award, path: `/label/${award.year}/laureats/${award.key}` }
}

/** The credential that the page of an award leads to, as the service serves it. */
async function credentialOn(page: Page): Promise<string> {
  const href = await page.getByRole('link', { name: t.credentialOpen }).getAttribute('href')
  const answer = await page.request.get(href ?? '')
  expect(answer.headers()).toMatchObject({
    'content-type': 'application/vc+ld+json',
    'access-control-allow-origin': '*',
  })
  return await answer.text()
}

const outcome = (page: Page) => page.getByRole('region', { name: /attestation|Rien/ }).first()

test.describe('[BDG-01] an award can be verified by anyone', () => {
  test('by a library that is none of ours, from what the service serves alone', async ({
    page,
  }) => {
    await anAward(page)
    const credential = JSON.parse(await credentialOn(page))
    const issuer = await (await page.request.get(credential.issuer.id)).json()
    const verify = (document: object) => verifiedElsewhere(document, issuer, new Date())
    expect(await verify(credential)).toEqual({ verified: true, why: '' })
    expect((await verify({ ...credential, name: 'niveau 5' })).verified).toBe(false)
  })

  test('on the page, by its address, pasted, and changed', async ({ page }) => {
    const { name, year } = await anAward(page)
    const credential = await credentialOn(page)
    await page.getByRole('link', { name: t.credentialVerify }).click()
    await page.getByRole('button', { name: v.submit }).click()
    await expect(outcome(page)).toContainText(v.resultHeading.valid)
    await expect(outcome(page)).toContainText(v.says(name, 'niveau 4 sur 5', year))
    await expect(outcome(page)).toBeFocused()

    await page.getByLabel(v.fields.text).fill(credential.replace('niveau 4', 'niveau 5'))
    await page.getByRole('button', { name: v.submit }).click()
    await expect(outcome(page)).toContainText(v.resultHeading.invalid)
    await expect(outcome(page)).toContainText(v.why.altered)
  })

  test('a credential with markup in it does nothing', async ({ page }) => {
    await anAward(page)
    const hostile = '<img src=x onerror=alert(1)>'
    const credential = { ...JSON.parse(await credentialOn(page)), name: hostile }
    await page.goto('/label/verifier')
    await page.getByLabel(v.fields.text).fill(JSON.stringify(credential))
    await page.getByRole('button', { name: v.submit }).click()
    await expect(outcome(page)).toContainText(v.why.altered)
    expect(await page.locator('main img').count()).toBe(0)
  })
})

test.describe('[BDG-02] verifying works with HTML alone', () => {
  test.use({ javaScriptEnabled: false })

  test('the badge with its credential as a file, then an address of elsewhere', async ({
    page,
  }) => {
    const { path, name, year } = await anAward(page)
    const baked = await (await page.request.get(`${path}/badge-signe.svg`)).body()
    await page.goto('/label/verifier')
    const file = { name: 'badge.svg', mimeType: 'image/svg+xml', buffer: baked }
    await page.getByLabel(v.fields.file).setInputFiles(file)
    await page.getByRole('button', { name: v.submit }).click()
    await expect(page.getByText(v.says(name, 'niveau 4 sur 5', year))).toBeVisible()

    await page.getByLabel(v.fields.address).fill('http://169.254.169.254/x')
    await page.getByRole('button', { name: v.submit }).click()
    await expect(page.getByText(v.why.elsewhere)).toBeVisible()
    await expect(page.getByLabel(v.fields.address)).toHaveValue('http://169.254.169.254/x')
  })
})

test.describe('[BDG-03] a badge stands on other sites', () => {
  test('pasted into a page of another origin, even one that is strict on what it embeds', async ({
    page,
  }) => {
    const { name } = await anAward(page)
    const code = await page.getByRole('textbox', { name: t.embedFr }).inputValue()
    const site = createServer((_request, response) => {
      response.setHeader('Content-Type', 'text/html; charset=utf-8')
      response.setHeader('Cross-Origin-Embedder-Policy', 'require-corp')
      response.end(`<!doctype html><link rel="icon" href="data:,"><title>Mairie</title>${code}`)
    })
    await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve))
    try {
      await page.goto(`http://127.0.0.1:${(site.address() as AddressInfo).port}/`)
      const badge = page.getByRole('img', { name: new RegExp(`${name}, niveau 4 sur 5`) })
      await expect(badge).toBeVisible()
      expect(await badge.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(440)
      await page.getByRole('link').click()
      await expect(page.getByRole('heading', { level: 1 })).toContainText(name)
    } finally {
      await new Promise((resolve) => site.close(resolve))
    }
  })

  test('opened alone, Arles’s says that it is documented and reaches nothing', async ({ page }) => {
    const path = '/label/2016/laureats/211300041'
    const answer = await page.goto(`${path}/badge.svg`)
    expect(answer?.headers()).toMatchObject({
      'content-type': 'image/svg+xml; charset=utf-8',
      'cross-origin-resource-policy': 'cross-origin',
      'x-content-type-options': 'nosniff',
    })
    expect(answer?.headers()['content-security-policy']).toMatch(/^default-src 'none'/)
    await expect(page.getByText('DOCUMENTÉ, non attribué ici', { exact: true })).toBeVisible()
    expect((await page.request.get(`${path}/badge-signe.svg`)).status()).toBe(404)

    await page.goto('/collectivites/211300041')
    await page.getByRole('link', { name: t.moreOf('Arles', 2016) }).click()
    await expect(page.getByText('niveau 4 sur 5').first()).toBeVisible()
    await expect(page.getByText(t.documented)).toBeVisible()
    await expect(page.getByRole('heading', { name: t.credential })).toHaveCount(0)
  })
})
