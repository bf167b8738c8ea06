import AxeBuilder from '@axe-core/playwright'
import { LOCALES } from '#components/i18n/locale.ts'
import { SITE_URL } from './addresses.ts'
import { expect, NOT_FOUND_ANSWER, type Page, test } from './fixtures.ts'
import { inLocale, NOWHERE, PAGES } from './pages.ts'
import { searchField } from './reading.ts'

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** A phone, and a window of 1,280 pixels at a zoom of 400 % (WCAG 1.4.10). */
const NARROW = [390, 320]

/** The rules that look at colours; they take most of the time. */
const COLOURS = ['color-contrast', 'link-in-text-block']

async function expectAccessible(
  page: Page,
  { of }: { of: 'all' | 'colours' | 'all but colours' } = { of: 'all' },
): Promise<void> {
  const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] })
  if (of === 'colours') axe.withRules(COLOURS)
  else axe.withTags(RULES)
  if (of === 'all but colours') axe.disableRules(COLOURS)
  const { violations } = await axe.analyze()
  const found = violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`))
  expect(found).toEqual([])
}

async function expectStructure(page: Page, locale: string): Promise<void> {
  await expect(page.locator('html')).toHaveAttribute('lang', locale)
  expect((await page.title()).trim()).not.toBe('')
  const levels = await page
    .getByRole('heading')
    .evaluateAll((all) => all.map((heading) => Number(heading.tagName.slice(1))))
  expect(levels.filter((level) => level === 1)).toHaveLength(1)
  expect(levels[0], 'the first heading is that of the page').toBe(1)
  const jumps = levels.filter((level, index) => level > (levels[index - 1] ?? level) + 1)
  expect(jumps, `levels of the headings: ${levels.join(' ')}`).toEqual([])
  const empty = page.getByRole('table').filter({ hasNot: page.getByRole('cell') })
  await expect(empty, 'tables without a row').toHaveCount(0)
}

/** What sticks out of a narrow window, named, when the page scrolls sideways. */
function widerThanWindow(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth
    if (document.documentElement.scrollWidth <= width) return []
    return [...document.querySelectorAll('body *')]
      .filter((element) => element.getBoundingClientRect().right > width + 1)
      .map((element) => element.outerHTML.slice(0, 150))
      .slice(0, 5)
  })
}

for (const locale of LOCALES) {
  test.describe(`[HYG-01] every page is in order (${locale})`, () => {
    for (const address of [...PAGES, ...NOWHERE]) {
      test(inLocale(locale, address), async ({ page, announce }) => {
        test.slow()
        if (NOWHERE.includes(address)) announce(NOT_FOUND_ANSWER)
        const answer = await page.goto(inLocale(locale, address))
        expect(answer?.status()).toBe(NOWHERE.includes(address) ? 404 : 200)
        await expectStructure(page, locale)
        // Colours are the same in both languages, and all that is not a colour in light and dark.
        if (locale === 'fr') {
          await test.step('axe', () => expectAccessible(page))
          await page.emulateMedia({ colorScheme: 'dark' })
          await test.step('axe, dark', () => expectAccessible(page, { of: 'colours' }))
        } else {
          await test.step('axe', () => expectAccessible(page, { of: 'all but colours' }))
        }
        for (const width of NARROW) {
          await test.step(`${width} pixels wide`, async () => {
            await page.setViewportSize({ width, height: 800 })
            expect(await widerThanWindow(page)).toEqual([])
          })
        }
      })
    }
  })
}

test.describe('[HYG-02] what a page folds away is in order too', () => {
  for (const address of ['/', '/logiciels', '/logiciels/openelec', '/label/2016']) {
    test(address, async ({ page }) => {
      test.slow()
      await page.goto(address)
      await page.setViewportSize({ width: 390, height: 800 })
      await test.step('axe, on a phone', () => expectAccessible(page))
      await page.evaluate(() => {
        for (const part of document.querySelectorAll('details')) part.open = true
        document.querySelector<HTMLElement>('[popover]')?.showPopover()
      })
      await test.step('axe, unfolded', () => expectAccessible(page))
      for (const width of NARROW) {
        await page.setViewportSize({ width, height: 800 })
        expect(await widerThanWindow(page)).toEqual([])
      }
    })
  }
})

test.describe('[HYG-03] hints in fields can be read, which axe does not check', () => {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(colorScheme, async ({ page }) => {
      await page.emulateMedia({ colorScheme })
      await page.goto('/label')
      const contrast = await searchField(page.getByRole('banner')).evaluate((field) => {
        const canvas = Object.assign(document.createElement('canvas'), { width: 1, height: 1 })
        const brush = canvas.getContext('2d', {
          willReadFrequently: true,
        }) as CanvasRenderingContext2D
        /** Relative luminance (WCAG 2.2) of colours laid over each other, in any notation. */
        const luminance = (...layers: string[]) => {
          for (const layer of layers) {
            brush.fillStyle = layer
            brush.fillRect(0, 0, 1, 1)
          }
          const [red = 0, green = 0, blue = 0] = [...brush.getImageData(0, 0, 1, 1).data]
            .map((part) => part / 255)
            .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
          return 0.2126 * red + 0.7152 * green + 0.0722 * blue
        }
        const paper = getComputedStyle(field).backgroundColor
        const hint = getComputedStyle(field, '::placeholder').color
        const shades = [luminance(paper), luminance(paper, hint)]
        return (Math.max(...shades) + 0.05) / (Math.min(...shades) + 0.05)
      })
      expect(contrast).toBeGreaterThanOrEqual(4.5)
    })
  }
})

test.describe('[HYG-04] pages tell themselves apart', () => {
  /** Pages that differ by more than a filter. */
  const kinds = PAGES.filter((address) => !address.includes('?'))

  test('by their titles', async ({ page }) => {
    test.slow()
    const titles: string[] = []
    for (const locale of LOCALES) {
      for (const address of kinds) {
        await page.goto(inLocale(locale, address))
        const title = await page.title()
        // Names of places and editions of the label are the same in both languages.
        titles.push(`${locale} ${title}`)
        expect(title, address).toContain('Mutualibre')
      }
    }
    expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([])
  })

  test('by their public address, and name the other language', async ({ page }) => {
    test.slow()
    for (const address of kinds) {
      const public_ = (locale: 'fr' | 'en') =>
        `${SITE_URL}${inLocale(locale, address)}`.replace(/\/$/, '')
      for (const locale of LOCALES) {
        await page.goto(inLocale(locale, address))
        const hrefs = await page
          .locator('head link[rel=canonical], head link[rel=alternate][hreflang]')
          .evaluateAll((links) =>
            links.map((link) => [
              link.getAttribute('hreflang') ?? 'canonical',
              link.getAttribute('href')?.replace(/\/$/, ''),
            ]),
          )
        expect(Object.fromEntries(hrefs), `${locale} ${address}`).toEqual({
          canonical: public_(locale),
          fr: public_('fr'),
          en: public_('en'),
          'x-default': public_('fr'),
        })
      }
    }
  })
})

test.describe('[HYG-05] every page prints without its furniture', () => {
  for (const address of ['/', '/logiciels', '/logiciels/geotrek/utilisateurs', '/label/2016']) {
    test(address, async ({ page }) => {
      await page.goto(address)
      await page.emulateMedia({ media: 'print' })
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      for (const role of [
        'navigation',
        'searchbox',
        'combobox',
        'contentinfo',
        'button',
      ] as const) {
        await expect(page.getByRole(role), role).toHaveCount(0)
      }
    })
  }
})
