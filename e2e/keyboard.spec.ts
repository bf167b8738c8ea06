import { expect, type Locator, type Page, test } from './fixtures.ts'
import { foldedPart, searchField } from './reading.ts'

/** More stops than any page has before what a test looks for. */
const MOST_STOPS = 250

/** Whatever has the focus must show it: an outline thick enough, drawn inside the window. */
async function expectVisibleFocus(page: Page): Promise<void> {
  const focus = await page.evaluate(() => {
    const element = document.activeElement
    if (!element || element === document.body) return null
    const style = getComputedStyle(element)
    const box = element.getBoundingClientRect()
    return {
      html: element.outerHTML.slice(0, 120),
      outline: style.outlineStyle === 'none' ? 0 : Number.parseFloat(style.outlineWidth),
      inside: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
    }
  })
  if (focus === null) return
  expect(focus.outline, `outline of ${focus.html}`).toBeGreaterThanOrEqual(2)
  expect(focus.inside, `${focus.html} in the window`).toBe(true)
}

/** Goes from stop to stop with Tab until the target has the focus; every stop shows its focus. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let stop = 0; stop < MOST_STOPS; stop++) {
    await page.keyboard.press('Tab')
    await expectVisibleFocus(page)
    if (await target.evaluate((element) => element === document.activeElement)) return
  }
  throw new Error(`Tab never reached ${target}`)
}

const heading = (page: Page) => page.getByRole('heading', { level: 1 })

test.describe('[KEY-01] the skip link', () => {
  for (const [address, words] of [
    ['/', 'Aller au contenu'],
    ['/en/logiciels', 'Skip to content'],
  ] as const) {
    test(`comes first on ${address}, shows itself and leads to the content`, async ({ page }) => {
      await page.goto(address)
      const skip = page.getByRole('link', { name: words })
      await expect(skip).not.toBeInViewport()
      await page.keyboard.press('Tab')
      await expect(skip).toBeFocused()
      await expect(skip).toBeInViewport()
      await page.keyboard.press('Enter')
      await expect(page.getByRole('main')).toBeFocused()
      await page.keyboard.press('Tab')
      const inside = await page
        .getByRole('main')
        .evaluate(
          (main) => main !== document.activeElement && main.contains(document.activeElement),
        )
      expect(inside).toBe(true)
      await expectVisibleFocus(page)
    })
  }
})

test.describe('[KEY-02] the whole way by the keyboard alone', () => {
  test('home, search, software, its users, one département', async ({ page }) => {
    test.slow()
    await page.goto('/')
    await tabTo(page, searchField(page.getByRole('main')))
    await page.keyboard.type('openelec')
    await page.keyboard.press('Enter')
    await expect(heading(page)).toHaveText('Logiciels')
    await tabTo(page, page.getByRole('link', { name: 'openElec', exact: true }))
    await page.keyboard.press('Enter')
    await expect(heading(page)).toHaveText('openElec')
    await tabTo(page, page.getByRole('link', { name: 'Voir qui l’utilise' }))
    await page.keyboard.press('Enter')
    await expect(heading(page)).toHaveText('Qui utilise openElec')
    const departement = page.getByRole('combobox', { name: 'Département' })
    await tabTo(page, departement)
    await page.keyboard.type('13')
    await expect(departement).toHaveValue('13')
    await tabTo(page, page.getByRole('button', { name: 'Appliquer' }))
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/departement=13/)
    await tabTo(page, page.getByRole('link', { name: 'Arles', exact: true }))
    await page.keyboard.press('Enter')
    await expect(heading(page)).toHaveText('Arles')
  })

  test('a facet, then the next page', async ({ page }) => {
    test.slow()
    await page.goto('/logiciels')
    const filters = page.getByRole('region', { name: 'Affiner' })
    await tabTo(page, foldedPart(filters, 'Licence').locator('summary').first())
    await page.keyboard.press('Enter')
    await tabTo(page, filters.getByRole('link', { name: /^permissive/ }))
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/licence=permissive/)
    await expect(page.getByRole('link', { name: /^Retirer le filtre permissive/ })).toBeVisible()
    await tabTo(page, page.getByRole('link', { name: 'Page suivante' }))
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/licence=permissive&page=2/)
  })
})

test.describe('[KEY-03] a source mark', () => {
  test('opens with Enter, lets its link be reached, closes with Escape', async ({ page }) => {
    await page.goto('/logiciels/openelec')
    const mark = page.getByRole('button', { name: /^Source/ }).first()
    const document = page.getByRole('link', { name: 'Ouvrir le document' })
    await tabTo(page, mark)
    await page.keyboard.press('Enter')
    await expect(document).toBeVisible()
    await page.keyboard.press('Tab')
    await expect(document).toBeFocused()
    await expectVisibleFocus(page)
    await page.keyboard.press('Escape')
    await expect(document).toHaveCount(0)
    await expect(mark).toBeFocused()
  })

  test('opens with the space bar too, and closes by the same key', async ({ page }) => {
    await page.goto('/logiciels/openelec')
    const mark = page.getByRole('button', { name: /^Source/ }).first()
    await mark.focus()
    await page.keyboard.press('Space')
    await expect(page.getByRole('link', { name: 'Ouvrir le document' })).toBeVisible()
    await page.keyboard.press('Space')
    await expect(page.getByRole('link', { name: 'Ouvrir le document' })).toHaveCount(0)
    await expect(mark).toBeFocused()
  })
})
