import { messages } from '#components/i18n/messages.ts'
import { expect, test } from './fixtures.ts'
import {
  announcedCount,
  bodyRows,
  foldedPart,
  listedSoftware,
  numberIn,
  searchFor,
  unfold,
} from './reading.ts'

test.use({ javaScriptEnabled: false })

const t = messages('fr')

test.describe('[NOJS-01] the catalogue works with HTML alone', () => {
  test('the search of the home page finds openElec', async ({ page }) => {
    await page.goto('/')
    await searchFor(page, 'openelec')
    await page.getByRole('link', { name: 'openElec', exact: true }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('openElec')
  })

  test('the search of the header does too', async ({ page }) => {
    await page.goto('/label')
    const search = page.getByRole('banner').getByRole('search')
    await search.getByRole('searchbox').fill('openelec')
    await search.getByRole('button').click()
    await expect(listedSoftware(page).first()).toHaveText('openElec')
  })

  test('a facet narrows the list to the number that it announces', async ({ page }) => {
    await page.goto('/logiciels')
    const panel = page.getByRole('region', { name: 'Affiner' })
    await unfold(panel, 'Licence')
    const licence = foldedPart(panel, 'Licence')
    const value = licence.getByRole('link', { name: 'copyleft limité' })
    const count = numberIn((await value.textContent())?.replace(/^.*\)/, '') ?? '')
    await value.click()
    await expect(page).toHaveURL(/licence=weak-copyleft/)
    expect(await announcedCount(page)).toBe(count)
    await page.getByRole('link', { name: /^Retirer le filtre/ }).click()
    await expect(page).toHaveURL('/logiciels')
  })

  test('the next page shows other software', async ({ page }) => {
    await page.goto('/logiciels')
    const first = await listedSoftware(page).allTextContents()
    await page.getByRole('link', { name: 'Page suivante' }).click()
    await expect(page.getByText(/^Page 2 sur/)).toBeVisible()
    const second = await listedSoftware(page).allTextContents()
    expect(second).not.toEqual([])
    expect(second.filter((name) => first.includes(name))).toEqual([])
  })

  test('the form above the users filters them', async ({ page }) => {
    await page.goto('/logiciels/openelec/utilisateurs')
    await page.getByRole('combobox', { name: 'Type d’organisme' }).selectOption('communes')
    await page.getByRole('button', { name: 'Appliquer' }).click()
    await expect(page).toHaveURL(/type=commune/)
    const rows = bodyRows(page.getByRole('table', { name: t.users.caption('openElec') }))
    await expect(rows).toHaveCount(await announcedCount(page))
    await expect(rows.getByRole('rowheader', { name: 'Arles' })).toBeVisible()
    await expect(rows.getByRole('rowheader', { name: /^Département/ })).toHaveCount(0)
    await page.getByRole('link', { name: 'Tout effacer' }).click()
    await expect(page).toHaveURL('/logiciels/openelec/utilisateurs')
  })

  test('the form of the organisations finds and filters', async ({ page }) => {
    await page.goto('/collectivites')
    await page.getByRole('main').getByRole('searchbox').fill('saint etienne')
    await page.getByRole('combobox', { name: 'Type' }).selectOption('intercommunalités')
    await page.getByRole('button', { name: 'Trouver' }).click()
    const rows = bodyRows(page.getByRole('table', { name: 'Organismes trouvés' }))
    await expect(rows.first()).toContainText('Saint-Étienne Métropole')
    await expect(rows.getByRole('cell', { name: 'commune', exact: true })).toHaveCount(0)
  })

  test('a source mark opens', async ({ page }) => {
    await page.goto('/collectivites/211300041')
    const row = page.getByRole('row', { name: /^openCourrier/ })
    await row.getByRole('button', { name: /^Source/ }).click()
    await expect(page.getByRole('link', { name: 'Ouvrir le document' })).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('link', { name: 'Ouvrir le document' })).toHaveCount(0)
  })

  test('a folded table opens', async ({ page }) => {
    await page.goto('/')
    await expect(page.getByRole('link', { name: '13 Bouches-du-Rhône' })).toHaveCount(0)
    await unfold(page, 'Tableau par département')
    await page.getByRole('link', { name: '13 Bouches-du-Rhône' }).click()
    await expect(page).toHaveURL(/departement=13/)
  })

  test('the other language keeps the page and what it was asked', async ({ page }) => {
    await page.goto('/logiciels?q=cimeti%C3%A8re&tri=nom')
    const names = await listedSoftware(page).allTextContents()
    await page.getByRole('link', { name: 'English' }).click()
    await expect(page).toHaveURL('/en/logiciels?q=cimeti%C3%A8re&tri=nom')
    await expect(page.locator('html')).toHaveAttribute('lang', 'en')
    await expect(listedSoftware(page)).toHaveText(names)
    await page.getByRole('link', { name: 'Français' }).click()
    await expect(page).toHaveURL('/logiciels?q=cimeti%C3%A8re&tri=nom')
  })
})
