import AxeBuilder from '@axe-core/playwright'
import { formatList } from '#components/i18n/format.ts'
import { LOCALES } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { pathTo } from '#components/i18n/paths.ts'
import { expect, type Locator, type Page, test } from './fixtures.ts'

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const KEPT = 'mutualibre.recherches'
/** What the browser says of an answer that is an error. */
const REFUSED = /responded with a status of (500|429)/

const boxOf = (scope: Page | Locator, locale: 'fr' | 'en' = 'fr') =>
  scope.getByRole('combobox', { name: messages(locale).common.search.label })
const listOf = (page: Page) => page.getByRole('listbox')
const heading = (page: Page) => page.getByRole('heading', { level: 1 })

/** The box of the page itself, once scripts have made it one. */
async function openBox(page: Page, address: string, locale: 'fr' | 'en' = 'fr'): Promise<Locator> {
  await page.goto(address)
  const box = boxOf(page.getByRole('main'), locale)
  await box.click()
  return box
}

/** The option that the keyboard is on. */
const current = (page: Page) => page.getByRole('option', { selected: true })

for (const locale of LOCALES) {
  const t = messages(locale)

  test.describe(`[BOX-01] suggests while one types (${locale})`, () => {
    test('a DSI types, goes down, and is on the page of openElec', async ({ page }) => {
      const box = await openBox(page, pathTo(locale, '/'), locale)
      await box.pressSequentially('op')
      await expect(listOf(page)).toBeVisible()
      await box.pressSequentially('enel')
      const group = page.getByRole('group', { name: t.searchBox.software })
      await expect(group.getByRole('option').first()).toContainText('openElec')
      await expect(box).toHaveAttribute('aria-expanded', 'true')
      await expect(current(page)).toHaveCount(0)
      await page.keyboard.press('ArrowDown')
      await expect(current(page)).toContainText('openElec')
      await expect(box).toBeFocused()
      await page.keyboard.press('Enter')
      await expect(page).toHaveURL(pathTo(locale, '/logiciels/openelec'))
      await expect(heading(page)).toHaveText('openElec')
    })

    test('a wrong letter still finds, and what was found is marked', async ({ page }) => {
      const box = await openBox(page, pathTo(locale, '/logiciels'), locale)
      await box.pressSequentially('opnelec')
      const option = listOf(page).getByRole('option', { name: /^openElec/ })
      await expect(option.locator('mark').first()).toHaveText('openElec')
    })

    test('a commune stands under the organisations, first when it is named', async ({ page }) => {
      const box = await openBox(page, pathTo(locale, '/'), locale)
      await box.pressSequentially('arles')
      const group = listOf(page).getByRole('group').first()
      await expect(group).toHaveAccessibleName(t.searchBox.organisations)
      await group.getByRole('option', { name: /^Arles \(13\)/ }).click()
      await expect(page).toHaveURL(pathTo(locale, '/collectivites/211300041'))
      await expect(heading(page)).toHaveText('Arles')
    })

    test('says how many it found, in the language of the page', async ({ page }) => {
      const box = await openBox(page, pathTo(locale, '/'), locale)
      await box.pressSequentially('arles')
      const status = page.getByRole('main').getByRole('status')
      await expect(status).toContainText(t.searchBox.status('').trim())
      await expect(status).toContainText(/^\d/)
      await page.keyboard.press('Escape')
      await expect(status).toHaveText('')
    })

    test('the last option leads to the whole list', async ({ page }) => {
      const box = await openBox(page, pathTo(locale, '/'), locale)
      await box.pressSequentially('élection')
      await expect(listOf(page)).toBeVisible()
      await page.keyboard.press('ArrowUp')
      await expect(current(page)).toHaveText(/élection/)
      await page.keyboard.press('Enter')
      await expect(page).toHaveURL(pathTo(locale, '/logiciels', { q: 'élection' }))
      await expect(boxOf(page.getByRole('main'), locale)).toHaveValue('élection')
      await expect(listOf(page)).toHaveCount(0)
    })

    test('a function without free software says so and leads to its page', async ({ page }) => {
      const box = await openBox(page, pathTo(locale, '/'), locale)
      await box.pressSequentially(locale === 'fr' ? 'recensement citoyen' : 'citizen')
      const gap = listOf(page).getByRole('option').filter({ hasText: t.searchBox.gap }).first()
      await gap.click()
      await expect(page).toHaveURL(/\/metiers\/[\w-]+$/)
      await expect(page.getByText(t.functions.gapText)).toBeVisible()
    })

    test('a proprietary product brings what takes its place, and says why', async ({ page }) => {
      const box = await openBox(page, pathTo(locale, '/'), locale)
      await box.pressSequentially('photoshop')
      const group = page.getByRole('group', { name: t.searchBox.software })
      await expect(group).toContainText(
        t.searchBox.alternative('Photoshop', formatList(locale, ['GIMP', 'Krita']), 2),
      )
      await expect(group.getByRole('option').first()).toHaveText(/^(GIMP|Krita)/)
    })

    test('nothing found leaves a way on', async ({ page }) => {
      const box = await openBox(page, pathTo(locale, '/'), locale)
      await box.pressSequentially('xyzqwk')
      await expect(listOf(page)).toContainText(t.searchBox.nothing('xyzqwk'))
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Enter')
      await expect(page).toHaveURL(pathTo(locale, '/metiers'))
    })
  })

  test.describe(`[BOX-02] the open list is in order (${locale})`, () => {
    for (const width of [1280, 390, 320]) {
      test(`${width} pixels wide`, async ({ page }) => {
        test.slow()
        await page.setViewportSize({ width, height: 800 })
        const box = await openBox(page, pathTo(locale, '/'), locale)
        await box.pressSequentially('cimeti')
        await expect(listOf(page)).toBeVisible()
        await page.keyboard.press('ArrowDown')
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme })
          const { violations } = await new AxeBuilder({ page })
            .options({ resultTypes: ['violations'] })
            .withTags(RULES)
            .analyze()
          const found = violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
          expect(found, colorScheme).toEqual([])
        }
        const { overflow, small, right } = await page.evaluate(() => ({
          overflow: document.documentElement.scrollWidth > document.documentElement.clientWidth,
          small: [...document.querySelectorAll('[role=option]')].filter(
            (option) => option.getBoundingClientRect().height < 24,
          ).length,
          right: document.querySelector('[role=listbox]:not([hidden])')?.getBoundingClientRect()
            .right,
        }))
        expect({ overflow, small }).toEqual({ overflow: false, small: 0 })
        expect(right).toBeLessThanOrEqual(width)
      })
    }
  })
}

test('[BOX-02] what was found is marked in forced colours too', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' })
  const box = await openBox(page, '/')
  await box.pressSequentially('openelec')
  const [ink, paper] = await listOf(page)
    .locator('mark')
    .first()
    .evaluate((mark) => [getComputedStyle(mark).color, getComputedStyle(mark).backgroundColor])
  expect(paper).not.toBe(ink)
  expect(paper).not.toBe('rgba(0, 0, 0, 0)')
})

test.describe('[BOX-03] the keyboard', () => {
  test('goes round all groups, and every option is in sight when reached', async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 500 })
    const box = await openBox(page, '/')
    // In one go: typed letter by letter, a list that comes later would take the place of the first.
    await box.fill('arles')
    await expect(listOf(page)).toBeVisible()
    const options = listOf(page).getByRole('option')
    const count = await options.count()
    expect(count).toBeGreaterThan(6)
    for (let index = 0; index < count; index++) {
      await page.keyboard.press('ArrowDown')
      const option = options.nth(index)
      await expect(option).toHaveAttribute('aria-selected', 'true')
      await expect(box).toHaveAttribute(
        'aria-activedescendant',
        (await option.getAttribute('id')) ?? '',
      )
      await expect(option).toBeInViewport({ ratio: 0.9 })
    }
    await page.keyboard.press('ArrowDown')
    await expect(options.first()).toHaveAttribute('aria-selected', 'true')
    await page.keyboard.press('ArrowUp')
    await expect(options.last()).toHaveAttribute('aria-selected', 'true')
  })

  test('Enter without an option sends what was typed, wherever the mouse rests', async ({
    page,
  }) => {
    const box = await openBox(page, '/')
    await box.pressSequentially('openelec')
    await listOf(page).getByRole('option').first().hover()
    await expect(current(page)).toHaveCount(0)
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL('/logiciels?q=openelec')
  })

  test('Escape closes, then empties; the arrow opens again', async ({ page }) => {
    const box = await openBox(page, '/')
    await box.pressSequentially('openelec')
    await expect(listOf(page)).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(listOf(page)).toHaveCount(0)
    await expect(box).toHaveValue('openelec')
    await expect(box).toHaveAttribute('aria-expanded', 'false')
    await page.keyboard.press('ArrowDown')
    await expect(listOf(page)).toBeVisible()
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    await expect(box).toHaveValue('')
    await expect(listOf(page)).toHaveCount(0)
    await expect(box).toBeFocused()
  })

  test('Home and End stay in the text; Tab leaves and chooses nothing', async ({ page }) => {
    const box = await openBox(page, '/')
    await box.pressSequentially('openelec')
    await expect(listOf(page)).toBeVisible()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Home')
    const caret = () => box.evaluate((field: HTMLInputElement) => field.selectionStart)
    expect(await caret()).toBe(0)
    await page.keyboard.press('End')
    expect(await caret()).toBe(8)
    await page.keyboard.press('Tab')
    await expect(listOf(page)).toHaveCount(0)
    await expect(page.getByRole('main').getByRole('button', { name: 'Chercher' })).toBeFocused()
    await expect(page).toHaveURL('/')
    await expect(box).toHaveValue('openelec')
  })

  test('keys that come as fast as the machine sends them are all heard', async ({ page }) => {
    const box = await openBox(page, '/')
    await box.pressSequentially('arles')
    await expect(listOf(page)).toBeVisible()
    const press = (...keys: string[]) =>
      box.evaluate(async (field, all) => {
        for (const key of all) {
          field.dispatchEvent(
            new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
          )
          // What stands between two keys, however fast they come.
          await Promise.resolve()
        }
      }, keys)
    await press(...Array.from({ length: 5 }, () => 'ArrowDown'))
    await expect(listOf(page).getByRole('option').nth(4)).toHaveAttribute('aria-selected', 'true')
    await press('Escape', 'Escape')
    await expect(box).toHaveValue('')
    await expect(listOf(page)).toHaveCount(0)
  })

  test('letters go in where the caret is', async ({ page }) => {
    const box = await openBox(page, '/')
    await box.pressSequentially('opelec')
    await page.keyboard.press('Home')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    await box.pressSequentially('en')
    await expect(box).toHaveValue('openelec')
  })

  test('an answer that comes later never puts another option under Enter', async ({ page }) => {
    const box = await openBox(page, '/')
    await box.pressSequentially('arles')
    await expect(listOf(page).getByRole('option', { name: /^Arles \(13\)/ })).toBeVisible()
    await page.route('**/api/v1/search?*', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 600))
      await route.continue()
    })
    await box.pressSequentially('-sur')
    await page.keyboard.press('ArrowDown')
    await expect(current(page)).toHaveText(/^Arles \(13\)/)
    await expect(listOf(page).getByRole('option', { name: /^Arles \(13\)/ })).toHaveCount(0)
    await expect(listOf(page).getByRole('option', { name: /^Arles-sur-Tech/ })).toBeVisible()
    await expect(current(page)).toHaveCount(0)
  })
})

test.describe('[BOX-04] requests', () => {
  test('that are superseded are cancelled; only the last answer is shown', async ({ page }) => {
    const ended: string[] = []
    const asked = (url: string) => new URL(url).searchParams.get('q') ?? ''
    page.on('requestfailed', (request) => ended.push(`cancelled ${asked(request.url())}`))
    page.on('requestfinished', (request) => {
      if (request.url().includes('/api/v1/search')) ended.push(`answered ${asked(request.url())}`)
    })
    await page.route('**/api/v1/search?*', async (route) => {
      // The first ones answer last.
      const wait = asked(route.request().url()) === 'openelec' ? 100 : 1500
      await new Promise((resolve) => setTimeout(resolve, wait))
      await route.continue().catch(() => undefined)
    })
    const box = await openBox(page, '/')
    for (const part of ['gl', 'pi']) {
      await box.pressSequentially(part)
      await page.waitForTimeout(150)
    }
    await box.fill('openelec')
    await expect(listOf(page).getByRole('option').first()).toContainText('openElec')
    await page.waitForTimeout(1600)
    expect(ended).toEqual(['cancelled gl', 'cancelled glpi', 'answered openelec'])
    await expect(listOf(page)).not.toContainText('GLPI')
  })

  test('older suggestions stay until newer ones come', async ({ page }) => {
    const box = await openBox(page, '/')
    await box.pressSequentially('arles')
    await expect(listOf(page)).toBeVisible()
    await page.evaluate(() => {
      const list = document.querySelector('[role=listbox]:not([hidden])') as HTMLElement
      Object.assign(window, { flickers: 0 })
      new MutationObserver(() => {
        if (list.hidden) Object.assign(window, { flickers: 1 })
      }).observe(list, { attributes: true, childList: true })
    })
    await page.keyboard.press('Backspace')
    await box.pressSequentially('es-sur', { delay: 120 })
    await expect(listOf(page).getByRole('option', { name: /^Arles-sur-Tech/ })).toBeVisible()
    expect(await page.evaluate(() => Reflect.get(window, 'flickers'))).toBe(0)
  })

  test('one letter asks nothing', async ({ page }) => {
    const asked: string[] = []
    page.on('request', (request) => {
      if (request.url().includes('/api/')) asked.push(request.url())
    })
    const box = await openBox(page, '/')
    await box.pressSequentially('o')
    await page.waitForTimeout(300)
    expect(asked).toEqual([])
    await expect(box).toHaveAttribute('aria-expanded', 'false')
  })

  for (const status of [500, 429]) {
    test(`that are answered ${status} leave a working form`, async ({ page, announce }) => {
      announce(REFUSED)
      await page.route('**/api/v1/search?*', (route) =>
        route.fulfill({ status, contentType: 'application/problem+json', body: '{}' }),
      )
      const refused = page.waitForResponse(/api\/v1\/search/)
      const box = await openBox(page, '/')
      await box.pressSequentially('openelec')
      await refused
      await expect(listOf(page)).toHaveCount(0)
      await expect(box).toHaveAttribute('aria-expanded', 'false')
      await page.keyboard.press('Enter')
      await expect(page).toHaveURL('/logiciels?q=openelec')
    })
  }
})

test.describe('[BOX-05] recent searches', () => {
  test('are offered in the empty field, and can be cleared by the keyboard', async ({ page }) => {
    for (const query of ['cimetière', 'openelec']) {
      const box = await openBox(page, '/')
      await box.fill(query)
      await page.keyboard.press('Enter')
      await expect(page).toHaveURL(/q=/)
    }
    const box = await openBox(page, '/')
    const group = page.getByRole('group', { name: 'Recherches récentes' })
    await expect(group.getByRole('option')).toHaveText(['openelec', 'cimetière'])
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL('/logiciels?q=cimeti%C3%A8re')
    await page.goBack()
    await box.click()
    await expect(group.getByRole('option')).toHaveText(['cimetière', 'openelec'])
    await page.keyboard.press('ArrowUp')
    await expect(current(page)).toHaveText('Effacer ces recherches')
    await page.keyboard.press('Enter')
    await expect(listOf(page)).toHaveCount(0)
    expect(await page.evaluate((key) => localStorage.getItem(key), KEPT)).toBeNull()
    await expect(box).toBeFocused()
  })

  test('that a browser refuses to keep are no trouble', async ({ page }) => {
    await page.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get() {
          throw new DOMException('refused', 'SecurityError')
        },
      })
    })
    const box = await openBox(page, '/')
    await box.pressSequentially('openelec')
    await expect(listOf(page)).toBeVisible()
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL('/logiciels?q=openelec')
  })
})

test.describe('[BOX-06] the box and its page', () => {
  test('what was typed before the scripts came is kept and answered', async ({ page }) => {
    let release = () => {}
    const ready = new Promise<void>((resolve) => {
      release = resolve
    })
    await page.route('**/_next/static/**/*.js', async (route) => {
      await ready
      await route.continue()
    })
    await page.goto('/', { waitUntil: 'commit' })
    const plain = page.getByRole('main').getByRole('searchbox')
    await plain.pressSequentially('openelec')
    release()
    await expect(boxOf(page.getByRole('main'))).toHaveValue('openelec')
    await expect(listOf(page).getByRole('option').first()).toContainText('openElec')
  })

  test('the list moves nothing when it opens', async ({ page }) => {
    const box = await openBox(page, '/')
    const place = () =>
      page.getByRole('link', { name: 'Je cherche une collectivité' }).boundingBox()
    const before = await place()
    await box.pressSequentially('arles')
    await expect(listOf(page)).toBeVisible()
    expect(await place()).toEqual(before)
  })

  test('the header’s is one too, and is empty on the page that it led to', async ({ page }) => {
    await page.goto('/label')
    const box = boxOf(page.getByRole('banner'))
    await box.click()
    await box.pressSequentially('openelec')
    await listOf(page)
      .getByRole('option', { name: /^openElec/ })
      .first()
      .click()
    await expect(heading(page)).toHaveText('openElec')
    await expect(box).toHaveValue('')
    await expect(listOf(page)).toHaveCount(0)
  })

  test('an option opens in another tab as links do', async ({ page, context }) => {
    const box = await openBox(page, '/')
    await box.pressSequentially('openelec')
    const other = context.waitForEvent('page')
    await listOf(page)
      .getByRole('option', { name: /^openElec/ })
      .first()
      .click({ modifiers: ['ControlOrMeta'] })
    await expect(heading(await other)).toHaveText('openElec')
    await expect(page).toHaveURL('/')
  })

  test('a click on a title of the list does nothing; one elsewhere closes it', async ({ page }) => {
    const box = await openBox(page, '/')
    await box.pressSequentially('openelec')
    await expect(listOf(page)).toBeVisible()
    await listOf(page).getByText('Logiciels', { exact: true }).click()
    await expect(box).toBeFocused()
    await expect(listOf(page)).toBeVisible()
    await heading(page).click()
    await expect(listOf(page)).toHaveCount(0)
  })
})

test.describe('[BOX-07] without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('it is the plain form', async ({ page }) => {
    await page.goto('/')
    const search = page.getByRole('main').getByRole('search')
    await expect(search.getByRole('searchbox')).toHaveAccessibleName(
      'Chercher un logiciel, un métier',
    )
    await expect(search.locator('[style], [role], [aria-expanded], [aria-controls]')).toHaveCount(0)
    await search.getByRole('searchbox').fill('openelec')
    await search.getByRole('button').click()
    await expect(page).toHaveURL('/logiciels?q=openelec')
  })
})
