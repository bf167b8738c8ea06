import { expect, test, watch } from './fixtures.ts'

// The net of every other test, tried on faults planted for it.
test.describe('[NET-01] a page that complains is noticed', () => {
  test.beforeEach(async ({ page, announce }) => {
    announce(/planted|elsewhere\.invalid|Content Security Policy/)
    await page.goto('/a-propos')
  })

  test('by a console error', async ({ context, page }) => {
    const complaints = watch(context)
    await page.evaluate(() => console.error('planted'))
    await expect.poll(() => complaints).toContainEqual(expect.stringContaining('planted'))
  })

  test('by a script that the Content-Security-Policy refuses', async ({ context, page }) => {
    const complaints = watch(context)
    await page.evaluate(() => {
      const holder = document.createElement('button')
      holder.setAttribute('onclick', 'document.title = "planted"')
      document.body.append(holder)
      holder.click()
    })
    await expect
      .poll(() => complaints)
      .toContainEqual(expect.stringContaining('Content Security Policy'))
    await expect(page).not.toHaveTitle('planted')
  })

  test('by an uncaught error', async ({ context, page }) => {
    const complaints = watch(context)
    await page.evaluate(() => {
      setTimeout(() => {
        throw new Error('planted')
      })
    })
    await expect.poll(() => complaints).toContainEqual(expect.stringContaining('uncaught'))
  })

  test('by a request to another machine', async ({ context, page }) => {
    const complaints = watch(context)
    await page.goto('http://elsewhere.invalid/').catch(() => undefined)
    await expect.poll(() => complaints).toContainEqual(expect.stringContaining('request to'))
  })
})
