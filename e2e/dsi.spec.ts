import { LOCALES } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { pathTo } from '#components/i18n/paths.ts'
import { expect, type Page, test } from './fixtures.ts'
import {
  announcedCount,
  bodyRows,
  foldedPart,
  listedSoftware,
  numberIn,
  searchFor,
  unfold,
} from './reading.ts'

const THOUSAND = { fr: 'un millier de communes', en: 'about a thousand municipalities' }

for (const locale of LOCALES) {
  const t = messages(locale)

  test.describe(`[DSI-01] a head of IT looks for electoral rolls (${locale})`, () => {
    test('finds openElec from the home page in two steps', async ({ page }) => {
      await page.goto(pathTo(locale, '/'))
      await searchFor(page, 'openelec')
      await expect(page).toHaveURL(pathTo(locale, '/logiciels', { q: 'openelec' }))
      await expect(listedSoftware(page).first()).toHaveText('openElec')
      await page.getByRole('link', { name: 'openElec', exact: true }).click()
      await expect(page.getByRole('heading', { level: 1, name: 'openElec' })).toBeVisible()
    })

    test('a wrong letter is forgiven: “openelek” finds openElec', async ({ page }) => {
      await page.goto(pathTo(locale, '/logiciels'))
      await searchFor(page, 'openelek')
      await expect(listedSoftware(page).first()).toHaveText('openElec')
    })

    test('is asked whether “oppennelleck” means openElec', async ({ page }) => {
      await page.goto(pathTo(locale, '/logiciels'))
      await searchFor(page, 'oppennelleck')
      await expect(page.getByText(t.software.nothing)).toBeVisible()
      await expect(page.getByText(t.software.didYouMean)).toBeVisible()
      await page.getByRole('link', { name: 'openElec', exact: true }).click()
      await expect(page.getByRole('heading', { level: 1, name: 'openElec' })).toBeVisible()
    })

    test('learns that a function has no known free software', async ({ page }) => {
      await page.goto(pathTo(locale, '/metiers'))
      const gap = page.getByRole('row').filter({ hasText: t.functions.gap }).first()
      const name = (await gap.getByRole('link').textContent()) ?? ''
      await gap.getByRole('link').click()
      await expect(page.getByRole('heading', { level: 1, name, exact: true })).toBeVisible()
      const said = page.getByRole('region', { name: t.functions.gapHeading })
      await expect(said.getByText(t.functions.gapText)).toBeVisible()
      await expect(page.getByRole('article')).toHaveCount(0)
    })
  })

  test.describe(`[DSI-02] sees who uses openElec and where (${locale})`, () => {
    test.beforeEach(async ({ page }) => {
      await page.goto(pathTo(locale, '/logiciels/openelec'))
    })

    test('reads the map as a table, whose rows lead to a filtered list', async ({ page }) => {
      await expect(page.getByRole('img', { name: t.software.mapLabel('openElec') })).toBeVisible()
      await unfold(page, t.map.table)
      const table = page.getByRole('table', { name: t.software.mapLabel('openElec') })
      const row = bodyRows(table).filter({ hasText: 'Bouches-du-Rhône' })
      const count = numberIn((await row.getByRole('cell').last().textContent()) ?? '')
      await row.getByRole('link').click()
      await expect(page).toHaveURL(/utilisateurs\?departement=13$/)
      await expect(page.getByRole('combobox', { name: t.users.departement })).toHaveValue('13')
      const users = bodyRows(page.getByRole('table', { name: t.users.caption('openElec') }))
      await expect(users).toHaveCount(count)
      for (const user of await users.all()) {
        await expect(user.getByRole('cell', { name: '13', exact: true })).toBeVisible()
      }
    })

    test('sees the estimate apart from the uses that are counted', async ({ page }) => {
      const about = page.getByRole('region', { name: t.software.about, exact: true })
      await expect(about.getByRole('heading', { name: t.software.estimates })).toBeVisible()
      await expect(about.getByText(t.software.estimatesHelp)).toBeVisible()
      await expect(about.getByRole('listitem').filter({ hasText: THOUSAND[locale] })).toBeVisible()
      const users = page.getByRole('region', { name: t.software.whoUses, exact: true })
      await expect(users.getByText(THOUSAND[locale])).toHaveCount(0)
      const counted = users.getByRole('link', { name: new RegExp(t.adoptions.uses('\\d+', 2)) })
      const total = numberIn((await counted.textContent()) ?? '')
      expect(total).toBeLessThan(1000)
      await counted.click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(t.users.heading('openElec'))
      const rows = bodyRows(page.getByRole('table', { name: t.users.caption('openElec') }))
      await expect(rows).toHaveCount(total)
    })

    test('opens Arles from the list of its users', async ({ page }) => {
      await page.getByRole('link', { name: t.software.nextUsers }).click()
      await page.getByRole('link', { name: 'Arles', exact: true }).click()
      await expect(page.getByRole('heading', { level: 1, name: 'Arles' })).toBeVisible()
    })
  })

  test.describe(`[DSI-03] reads what Arles uses, and on whose word (${locale})`, () => {
    test.beforeEach(async ({ page }) => {
      await page.goto(pathTo(locale, '/collectivites/211300041'))
    })

    const markOf = (page: Page, software: string) =>
      page
        .getByRole('table', { name: t.organisations.usesCaption('Arles') })
        .getByRole('row')
        .filter({ has: page.getByRole('link', { name: software, exact: true }) })
        .getByRole('button', { name: t.common.source.open('') })

    for (const software of ['openElec', 'openCimetière', 'openCourrier']) {
      test(`the mark of ${software} opens its document with the mouse`, async ({ page }) => {
        const mark = markOf(page, software)
        const name = (await mark.getAttribute('aria-label')) ?? ''
        const title = name.slice(t.common.source.open('').length)
        await mark.click()
        await expectDocument(page, title)
        await page.getByRole('heading', { level: 1 }).click()
        await expect(page.getByRole('link', { name: t.common.source.visit })).toHaveCount(0)
      })
    }

    test('the mark opens and closes with the keyboard', async ({ page }) => {
      const mark = markOf(page, 'openCimetière')
      await mark.focus()
      await page.keyboard.press('Enter')
      await expect(page.getByRole('link', { name: t.common.source.visit })).toBeVisible()
      await page.keyboard.press('Escape')
      await expect(page.getByRole('link', { name: t.common.source.visit })).toHaveCount(0)
      await expect(mark).toBeFocused()
    })

    test('its award of 2016 stands in the scale of that year', async ({ page }) => {
      const label = page.getByRole('region', { name: t.organisations.label })
      const award = label.getByRole('listitem').filter({ hasText: '2016' })
      await expect(award.getByText(t.label.level(4), { exact: true })).toBeVisible()
      await award.getByRole('link', { name: '2016', exact: true }).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(t.label.editionTitle(2016))
    })

    async function expectDocument(page: Page, title: string) {
      const link = page.getByRole('link', { name: t.common.source.visit })
      await expect(link).toBeVisible()
      await expect(link).toHaveAttribute('href', /^https?:\/\//)
      expect(title).not.toBe('')
      await expect(
        page.getByText(title, { exact: true }).and(page.locator(':visible')),
      ).toBeVisible()
    }
  })

  test.describe(`[DSI-04] narrows the list (${locale})`, () => {
    test('by field of work and licence, with the address as its state', async ({ page }) => {
      await page.goto(pathTo(locale, '/logiciels'))
      const all = await announcedCount(page)
      const first = await choose(page, t.software.facets.groupe, 0)
      await expect(page).toHaveURL(/groupe=/)
      expect(first.count).toBeLessThan(all)
      const second = await choose(page, t.software.facets.licence, 0)
      await expect(page).toHaveURL(/groupe=.*licence=/)
      expect(second.count).toBeLessThanOrEqual(first.count)
      await page.reload()
      expect(await announcedCount(page)).toBe(second.count)
      await page.goBack()
      await expect.poll(() => announcedCount(page)).toBe(first.count)
      await page.goForward()
      await expect.poll(() => announcedCount(page)).toBe(second.count)
      await page.getByRole('link', { name: t.software.remove(first.label), exact: true }).click()
      await expect(page).not.toHaveURL(/groupe=/)
      await expect(page).toHaveURL(/licence=/)
      await page
        .getByRole('list', { name: t.software.activeFilters })
        .getByRole('link', { name: t.common.clear })
        .click()
      await expect(page).toHaveURL(pathTo(locale, '/logiciels'))
      await expect.poll(() => announcedCount(page)).toBe(all)
    })

    /** Takes a value of a facet and checks that the list has as many results as the value announced. */
    async function choose(page: Page, facet: string, place: number) {
      const panel = page.getByRole('region', { name: t.software.filters })
      await unfold(panel, facet)
      const part = foldedPart(panel, facet)
      const link = part.getByRole('link').nth(place)
      const words = (await link.textContent()) ?? ''
      const [, label = '', number = ''] = words.match(/^(.*?)(\d[\d\s,]*)$/) ?? []
      const count = numberIn(number)
      await link.click()
      await expect.poll(() => announcedCount(page)).toBe(count)
      await expect(listedSoftware(page)).toHaveCount(Math.min(count, 20))
      return { label, count }
    }
  })
}
