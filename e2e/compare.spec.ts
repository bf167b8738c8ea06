import { readFileSync } from 'node:fs'
import * as xlsx from '@e965/xlsx'
import { messages } from '#components/i18n/messages.ts'
import { pathTo } from '#components/i18n/paths.ts'
import { makeModerator, signIn, someone } from './accounts.ts'
import { ACCOUNTS } from './addresses.ts'
import { expect, type Page, test } from './fixtures.ts'

test.use({ baseURL: ACCOUNTS })

const t = messages('fr')
const THREE = ['openelec', 'geotrek', 'opencimetiere']
const COMPARED = `/comparer?logiciels=${THREE.join(',')}`

const table = (page: Page) => page.getByRole('table').first()
const rowNames = (page: Page) => table(page).getByRole('rowheader').allTextContents()

test.describe('[CMP-01] a head of IT compares three software', () => {
  test('sees what sets them apart first, takes the sheet home and prints it on one page', async ({
    page,
  }) => {
    await page.goto(COMPARED)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      'Comparer openElec, Geotrek et openCimetière',
    )
    await expect(table(page).getByRole('columnheader')).toHaveCount(4)
    expect(await rowNames(page)).toContain(t.compare.fields.licence)
    expect(await rowNames(page)).not.toContain(t.compare.fields.platforms)
    await page.getByText(/Ce qu’ils ont en commun/).click()
    await expect(page.getByRole('rowheader', { name: t.compare.fields.platforms })).toBeVisible()

    const download = page.waitForEvent('download')
    await page.getByRole('link', { name: t.compare.download }).click()
    const file = await (await download).path()
    const book = xlsx.read(readFileSync(file), { type: 'buffer' })
    const [head, ...lines] = xlsx.utils.sheet_to_json<unknown[]>(
      book.Sheets[t.compare.sheet.name] as xlsx.WorkSheet,
      { header: 1 },
    )
    expect(head?.slice(2)).toEqual(['openElec', 'Geotrek', 'openCimetière'])
    const uses = lines.find(([name]) => name === t.compare.sheet.usersTotal)
    expect(uses?.slice(2).every((n) => typeof n === 'number')).toBe(true)

    const pdf = await page.pdf({ preferCSSPageSize: true })
    const [, width = 0, height = 0] =
      /\/MediaBox ?\[ ?0 0 ([\d.]+) ([\d.]+)/.exec(pdf.toString('latin1'))?.map(Number) ?? []
    expect(width).toBeGreaterThan(height)
    expect(pdf.toString('latin1').match(/\/Type ?\/Page\b/g)).toHaveLength(1)
  })

  test.describe('without JavaScript, on a phone', () => {
    test.use({ javaScriptEnabled: false, viewport: { width: 320, height: 700 } })

    test('ticks them in a list, takes one out, adds another, and never scrolls sideways', async ({
      page,
    }) => {
      await page.goto('/logiciels?q=openmairie')
      await page.getByRole('checkbox').nth(0).check()
      await page.getByRole('checkbox').nth(1).check()
      await page.getByRole('button', { name: t.compare.form.submit }).click()
      await expect(page).toHaveURL(/\/comparer\?logiciels=[\w-]+,[\w-]+$/)
      await page
        .getByRole('link', { name: /^Retirer .* de la comparaison$/ })
        .first()
        .click()
      await page.getByLabel(t.compare.addLabel).fill('geotrek')
      await page.getByRole('button', { name: t.compare.search, exact: true }).click()
      await page.getByRole('link', { name: t.compare.addOf('Geotrek') }).click()
      await expect(table(page).getByRole('columnheader').last()).toContainText('Geotrek')
      const wide = () => page.evaluate('document.documentElement.scrollWidth')
      expect(await wide()).toBeLessThanOrEqual(320)
      await page.goto(`${COMPARED},gimp,qgis,libreoffice,jamais-vu`)
      await expect(page.getByText(t.compare.tooMany('6'))).toBeVisible()
      await expect(page.getByText(t.compare.unknown('jamais-vu', 1))).toBeVisible()
      await expect(page.getByRole('table')).toHaveCount(0)
    })
  })
})

test('[CMP-02] a moderator says what two software are to each other: both pages say so, and a README shows a badge', async ({
  page,
}) => {
  const email = someone()
  makeModerator(email)
  await signIn(page, email, '/espace')
  await page.goto('/logiciels/opencourrier')
  await page.getByRole('link', { name: t.relations.edit }).click()
  const { form } = t.relations
  await page.getByLabel(form.kind).selectOption('works-with')
  await page.getByLabel(form.other).fill('zzyzxqwk')
  await page.getByRole('button', { name: form.submit }).click()
  await expect(page.getByText(t.relations.faults['other-unknown']).first()).toBeVisible()
  await page.getByLabel(form.other).fill('openADS')
  await page.getByRole('button', { name: form.submit }).click()
  await expect(page.getByText(form.done('openADS'))).toBeVisible()

  await page.goto(pathTo('en', '/logiciels/openads'))
  const said = page.getByRole('listitem').filter({ hasText: 'Works with openCourrier' })
  await expect(said).toContainText('said by the moderators')

  const badge = await page.request.get('/logiciels/openads/badge/utilisateurs.svg')
  expect(badge.headers()).toMatchObject({
    'content-type': 'image/svg+xml; charset=utf-8',
    'cross-origin-resource-policy': 'cross-origin',
    'cache-control': 'public, max-age=3600, stale-while-revalidate=86400',
    'content-security-policy': expect.stringContaining("default-src 'none'"),
  })
  const etag = badge.headers().etag ?? ''
  const again = await page.request.get('/logiciels/openads/badge/utilisateurs.svg', {
    headers: { 'If-None-Match': `W/${etag}` },
  })
  expect([again.status(), (await again.body()).length]).toEqual([304, 0])
  expect((await page.request.get('/logiciels/zzyzx/badge/label.svg')).status()).toBe(404)
})
