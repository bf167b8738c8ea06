import { formatList } from '#components/i18n/format.ts'
import { LOCALES } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { pathTo } from '#components/i18n/paths.ts'
import { expect, type Locator, type Page, test } from './fixtures.ts'
import {
  announcedCount,
  foldedPart,
  listedSoftware,
  numberIn,
  searchField,
  searchFor,
} from './reading.ts'

const ARLES = '211300041'

for (const locale of LOCALES) {
  const t = messages(locale)
  const panelOf = (page: Page) => page.getByRole('region', { name: t.software.filters })
  const placeOf = (page: Page) =>
    panelOf(page).getByRole('textbox', { name: t.software.near.label })
  const sortOf = (page: Page) => page.getByRole('navigation', { name: t.software.sort })
  const activeOf = (page: Page) => page.getByRole('list', { name: t.software.activeFilters })
  const remove = (page: Page, label: string) =>
    activeOf(page).getByRole('link', { name: t.software.remove(label), exact: true })
  const nearArles = t.software.near.here('Arles (13)')
  const list = (query = {}) => pathTo(locale, '/logiciels', query)

  async function askNear(page: Page, place: string): Promise<void> {
    await placeOf(page).fill(place)
    await panelOf(page).getByRole('button', { name: t.common.apply }).click()
  }

  for (const javaScriptEnabled of [true, false]) {
    const how = javaScriptEnabled ? locale : `${locale}, HTML alone`

    test.describe(`[DSI-08] what is used near a place (${how})`, () => {
      test.use({ javaScriptEnabled })

      test('is asked in the filters, and says how near', async ({ page }) => {
        await page.goto(list())
        const all = await announcedCount(page)
        await expect(sortOf(page).getByText(t.software.sorts.proximite)).toHaveCount(0)
        await askNear(page, 'arles')
        await expect(page).toHaveURL(list({ proche: 'arles' }))
        expect(await announcedCount(page)).toBeLessThan(all)
        await expect(placeOf(page)).toHaveValue('Arles (13)')
        await expect(sortOf(page).locator('[aria-current=true]')).toHaveText(
          t.software.sorts.proximite,
        )
        const elec = page.getByRole('article').filter({ hasText: 'openElec' })
        await expect(elec.getByText(t.software.near.epci)).toBeVisible()
        await remove(page, nearArles).click()
        await expect(page).toHaveURL(list())
        await expect(placeOf(page)).toHaveValue('')
        expect(await announcedCount(page)).toBe(all)
      })

      test('is one step from the page of an organisation', async ({ page }) => {
        await page.goto(pathTo(locale, `/collectivites/${ARLES}`))
        await page.getByRole('link', { name: t.organisations.usedNear }).click()
        await expect(page).toHaveURL(list({ proche: ARLES }))
        await expect(remove(page, nearArles)).toBeVisible()
        await panelOf(page).getByRole('link', { name: t.software.near.leave }).click()
        await expect(page).toHaveURL(list())
      })

      test('keeps the words, the facets and the order, but not the page', async ({ page }) => {
        await page.goto(list({ q: 'gestion', licence: 'gpl', tri: 'nom', page: 2 }))
        await askNear(page, ARLES)
        await expect(page).toHaveURL(
          list({ q: 'gestion', licence: 'gpl', tri: 'nom', proche: ARLES }),
        )
        const first = listedSoftware(page).first()
        await expect(first).toBeVisible()
        await expect(remove(page, nearArles)).toBeVisible()
      })

      test('keeps what was typed when nobody has that name', async ({ page }) => {
        await page.goto(list({ licence: 'gpl' }))
        const count = await announcedCount(page)
        await askNear(page, 'zzyzx')
        await expect(placeOf(page)).toHaveValue('zzyzx')
        await expect(placeOf(page)).toHaveAttribute('aria-invalid', 'true')
        await expect(placeOf(page)).toHaveAccessibleDescription(t.software.near.unknown('zzyzx'))
        expect(await announcedCount(page)).toBe(count)
        await askNear(page, 'Arles (13)')
        await expect(remove(page, nearArles)).toBeVisible()
        await expect(placeOf(page)).not.toHaveAttribute('aria-invalid')
      })
    })

    test.describe(`[DSI-09] a search says what it found, and what is missing (${how})`, () => {
      test.use({ javaScriptEnabled })

      test('the box above the list keeps the filters', async ({ page }) => {
        await page.goto(list({ licence: ['gpl', 'agpl'], proche: ARLES, tri: 'nom', page: 2 }))
        await searchFor(page, 'cimetière')
        await expect(page).toHaveURL(
          new RegExp(`licence=gpl&licence=agpl&proche=${ARLES}&tri=nom&q=cimeti`),
        )
        await expect(listedSoftware(page).first()).toHaveText('openCimetière')
        await expect(searchField(page.getByRole('main'))).toHaveValue('cimetière')
        await expect(remove(page, nearArles)).toBeVisible()
      })

      test('Photoshop leads to GIMP', async ({ page }) => {
        await page.goto(list({ q: 'photoshop' }))
        const free = formatList(locale, ['GIMP', 'Krita'])
        await expect(page.getByText(t.software.proprietary('Photoshop', free, 2))).toBeVisible()
        await expect(listedSoftware(page).filter({ hasText: 'GIMP' })).toBeVisible()
      })

      test('an empty list leads to the gap, to the functions, to asking', async ({ page }) => {
        await page.goto(list({ q: 'passeport' }))
        const ways = page.getByRole('region', { name: /^0/ })
        await expect(ways.getByText(t.software.gapsFound)).toBeVisible()
        await expect(ways.getByRole('link', { name: t.software.browseFunctions })).toBeVisible()
        await expect(
          ways.getByRole('link', { name: t.software.askFor('passeport') }),
        ).toHaveAttribute('href', pathTo(locale, '/logiciels/demander', { nom: 'passeport' }))
        await ways.locator('a[href$="/metiers/titres-identite"]').click()
        await expect(
          page.getByRole('heading', { level: 2, name: t.functions.gapHeading }),
        ).toBeVisible()
      })

      test('an empty list is sought again without its filters', async ({ page }) => {
        await page.goto(list({ q: 'openelec', activite: 'mature' }))
        await expect(page.getByText(t.software.nothingFiltered)).toBeVisible()
        await expect(page.getByText(t.software.didYouMean)).toHaveCount(0)
        await page.getByRole('link', { name: t.software.withoutFilters('openelec') }).click()
        await expect(page).toHaveURL(list({ q: 'openelec' }))
        await expect(listedSoftware(page).first()).toHaveText('openElec')
      })

      for (const facet of ['fonction', 'langue', 'activite'] as const) {
        test(`the facet ${facet} narrows by its words, and its tag takes it away`, async ({
          page,
        }) => {
          await page.goto(list())
          const all = await announcedCount(page)
          const part = await unfoldFacet(page, t.software.facets[facet])
          const link = part.getByRole('link').first()
          const count = numberIn((await link.locator('span').last().textContent()) ?? '')
          const label = (await link.locator('span').first().textContent()) ?? ''
          await link.click()
          await expect(page).toHaveURL(new RegExp(`\\?${facet}=`))
          await expect.poll(() => announcedCount(page)).toBe(count)
          expect(label).not.toBe(new URL(page.url()).searchParams.get(facet))
          await expect(activeOf(page).getByRole('link', { name: label })).toHaveCount(1)
          await remove(page, label).click()
          await expect(page).toHaveURL(list())
          await expect.poll(() => announcedCount(page)).toBe(all)
        })
      }

      /** Facets stand folded until something is chosen in them. */
      async function unfoldFacet(page: Page, title: string): Promise<Locator> {
        const part = foldedPart(panelOf(page), title)
        await expect(part).not.toHaveAttribute('open')
        await part.locator('summary').first().click()
        return part
      }
    })
  }
}

test('[DSI-10] on a phone, the filters stand open on a place that nobody knows', async ({
  page,
}) => {
  const t = messages('fr').software.near
  await page.setViewportSize({ width: 390, height: 800 })
  await page.goto('/logiciels')
  await expect(page.getByRole('textbox', { name: t.label })).toHaveCount(0)
  await page.getByText('Afficher les filtres').click()
  const place = page.getByRole('textbox', { name: t.label })
  await place.fill('zzyzx')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL('/logiciels?proche=zzyzx')
  await expect(place).toHaveAccessibleDescription(t.unknown('zzyzx'))
})
