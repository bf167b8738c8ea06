import { fold } from '#lib/text.ts'
import { expect, type Page, test } from './fixtures.ts'
import { announcedCount, listedSoftware, numberIn, searchField, unfold } from './reading.ts'

const PAGE_SIZE = 20

/** The uses that each card of the page announces, 0 where none is known. */
async function usesShown(page: Page): Promise<number[]> {
  const words = await page
    .getByRole('article')
    .getByText(/utilisations? connues?/)
    .allTextContents()
  return words.map((text) => {
    const known = text.match(/[\d\s]+(?=utilisations? connues?)/)
    return known ? numberIn(known[0]) : 0
  })
}

test.describe('[DSI-05] sorts the list', () => {
  test('by known users, most first, unless told otherwise', async ({ page }) => {
    await page.goto('/logiciels')
    const sorts = page.getByRole('navigation', { name: 'Trier par' })
    await expect(sorts.locator('[aria-current=true]')).toHaveText('Utilisateurs connus')
    const uses = await usesShown(page)
    expect(uses).toHaveLength(PAGE_SIZE)
    expect(uses[0]).toBeGreaterThan(0)
    expect(uses).toEqual(uses.toSorted((a, b) => b - a))
  })

  test('by name', async ({ page }) => {
    await page.goto('/logiciels')
    const sorts = page.getByRole('navigation', { name: 'Trier par' })
    await sorts.getByRole('link', { name: 'Nom' }).click()
    await expect(page).toHaveURL('/logiciels?tri=nom')
    await expect(sorts.locator('[aria-current=true]')).toHaveText('Nom')
    const names = (await listedSoftware(page).allTextContents()).map(fold)
    expect(names).toEqual(names.toSorted())
  })

  test('by relevance once something is looked for, and only then', async ({ page }) => {
    await page.goto('/logiciels')
    const relevance = page.getByRole('link', { name: 'Pertinence' })
    await expect(page.getByRole('navigation', { name: 'Trier par' })).toBeVisible()
    await expect(relevance).toHaveCount(0)
    await page.goto('/logiciels?q=cimetière')
    await expect(relevance).toHaveAttribute('aria-current', 'true')
    await expect(listedSoftware(page).first()).toHaveText('openCimetière')
  })

  test('keeps the filters and the words', async ({ page }) => {
    await page.goto('/logiciels?q=gestion&licence=gpl')
    const count = await announcedCount(page)
    await page.getByRole('link', { name: 'Nom', exact: true }).click()
    await expect(page).toHaveURL(/q=gestion.*licence=gpl.*tri=nom/)
    await expect.poll(() => announcedCount(page)).toBe(count)
  })
})

test.describe('[DSI-06] turns the pages of the list', () => {
  test('forwards, back, and without losing the filter', async ({ page }) => {
    await page.goto('/logiciels?licence=gpl')
    const count = await announcedCount(page)
    expect(count).toBeGreaterThan(PAGE_SIZE)
    const first = await listedSoftware(page).allTextContents()
    await expect(page.getByRole('link', { name: 'Page précédente' })).toHaveCount(0)
    await page.getByRole('link', { name: 'Page suivante' }).click()
    await expect(page).toHaveURL('/logiciels?licence=gpl&page=2')
    await expect(page.getByText(/^Page 2 sur/)).toBeVisible()
    expect(await announcedCount(page)).toBe(count)
    const second = await listedSoftware(page).allTextContents()
    expect(second.filter((name) => first.includes(name))).toEqual([])
    await page.getByRole('link', { name: 'Page précédente' }).click()
    await expect(listedSoftware(page)).toHaveText(first)
    await page.goBack()
    await expect(listedSoftware(page)).toHaveText(second)
  })

  test('to the last one, which holds what is left', async ({ page }) => {
    await page.goto('/logiciels?page=500')
    const count = await announcedCount(page)
    const pages = Math.ceil(count / PAGE_SIZE)
    await expect(page.getByText(`Page ${pages} sur ${pages}`)).toBeVisible()
    await expect(page.getByRole('link', { name: 'Page suivante' })).toHaveCount(0)
    await expect(listedSoftware(page)).toHaveCount(count - (pages - 1) * PAGE_SIZE)
  })

  test('and a new filter starts again at the first', async ({ page }) => {
    await page.goto('/logiciels?page=2')
    const filters = page.getByRole('region', { name: 'Affiner' })
    await filters.getByRole('link', { name: /^Bureautique/ }).click()
    await expect(page).toHaveURL('/logiciels?groupe=bureautique-collaboratif')
    await expect(page.getByText(/^Page 1 sur/)).toBeVisible()
  })
})

test.describe('[DSI-07] the fields of a form say what the list below shows', () => {
  test('of software, when the menu is followed', async ({ page }) => {
    await page.goto('/logiciels?q=cimetière')
    const box = searchField(page.getByRole('main'))
    await expect(box).toHaveValue('cimetière')
    const menu = page.getByRole('navigation', { name: 'Navigation principale' })
    await menu.getByRole('link', { name: 'Logiciels' }).click()
    await expect(page).toHaveURL('/logiciels')
    await expect(page.getByRole('heading', { level: 2, name: 'pour «' })).toHaveCount(0)
    await expect(box).toHaveValue('')
  })

  test('of organisations, when the menu is followed', async ({ page }) => {
    await page.goto('/collectivites?q=saint&type=commune&departement=42&utilise=oui')
    const menu = page.getByRole('navigation', { name: 'Navigation principale' })
    await menu.getByRole('link', { name: 'Collectivités' }).click()
    await expect(page).toHaveURL('/collectivites')
    await expect(page.getByRole('heading', { level: 2, name: 'pour «' })).toHaveCount(0)
    await expect(page.getByRole('main').getByRole('searchbox')).toHaveValue('')
    await expect(page.getByRole('combobox', { name: 'Type' })).toHaveValue('')
    await expect(page.getByRole('combobox', { name: 'Département' })).toHaveValue('')
    await expect(page.getByRole('checkbox')).not.toBeChecked()
  })

  test('of users, when a row of the map’s table is followed', async ({ page }) => {
    await page.goto('/logiciels/geotrek/utilisateurs?tri=nom')
    await unfold(page, 'Tableau par département')
    await page.getByRole('link', { name: '31 Haute-Garonne' }).click()
    await expect(page).toHaveURL(/departement=31/)
    await expect(page.getByRole('combobox', { name: 'Département' })).toHaveValue('31')
    await expect(page.getByRole('combobox', { name: 'Trier par' })).toHaveValue('population')
  })
})
