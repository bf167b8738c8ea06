import { chromium, type Page } from '@playwright/test'
import { chromiumPath } from '#lib/testing/machine.ts'
import { type Timing, timingOf } from './measure.ts'

const WORDS = ['gestion', 'cimetiere', 'election', 'courrier', 'document', 'bureau', 'agenda']

/**
 * From a key pressed in the search box to the list painted with the answer, in a real browser: the wait
 * before a request, the request, the drawing and the next frame are all in it.
 */
export async function timeKeystrokes(address: string): Promise<Timing> {
  const executablePath = chromiumPath()
  const browser = await chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: ['--no-sandbox', '--disable-gpu'],
  })
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
    await page.goto(`${address}/logiciels`)
    const field = page.locator('main').getByRole('combobox')
    await field.focus()
    const durations: number[] = []
    for (const [n, word] of WORDS.entries()) {
      await field.fill('')
      await page.waitForTimeout(150)
      for (let length = 1; length <= word.length; length++) {
        const letter = word[length - 1] ?? ''
        if (length < 2) {
          await page.keyboard.type(letter)
          continue
        }
        const painted = paintedAfter(page, word.slice(0, length))
        await page.waitForTimeout(10)
        await page.keyboard.type(letter)
        const duration = await painted
        // The first word warms both ends up.
        if (n > 0) durations.push(duration)
        await page.waitForTimeout(60)
      }
    }
    return timingOf(durations)
  } finally {
    await browser.close()
  }
}

/**
 * Milliseconds from the next key to the second frame after the answer for this text has come: React
 * draws before the first of them, the second finds it on the screen.
 */
function paintedAfter(page: Page, text: string): Promise<number> {
  return page.evaluate(
    (wanted) =>
      new Promise<number>((resolve, reject) => {
        let pressed = 0
        const start = () => {
          pressed = performance.now()
        }
        addEventListener('keydown', start, { once: true, capture: true })
        const observer = new PerformanceObserver((list) => {
          if (!list.getEntries().some(({ name }) => name.includes(`q=${wanted}&`))) return
          observer.disconnect()
          requestAnimationFrame(() =>
            requestAnimationFrame(() => resolve(performance.now() - pressed)),
          )
        })
        observer.observe({ type: 'resource' })
        setTimeout(() => reject(new Error(`no answer for "${wanted}"`)), 5_000)
      }),
    text,
  )
}
