import { LOCALES } from '#components/i18n/locale.ts'
import { REAL } from './addresses.ts'
import { expect, NOT_FOUND_ANSWER, test } from './fixtures.ts'
import { inLocale, NOWHERE, PAGES } from './pages.ts'

const SCRIPT = '<script>document.title="planted"</script>'
const HOSTILE = [
  `/logiciels?q=${encodeURIComponent(`"'><img src=x onerror=document.title='planted'>${SCRIPT}`)}`,
  `/logiciels?q=${'a'.repeat(10_000)}`,
  '/logiciels?q=a&q=b&q[]=c&q[x]=d',
  '/logiciels?q=%00&q=%E0%A4%A',
  '/logiciels?q=%22%20OR%20NEAR(%20*%20)%20AND%20NOT%20%22--',
  '/logiciels?groupe=nulle-part&licence=%27%20OR%201=1%20--&tri=inconnu&page=-3',
  '/logiciels?page=99999999999999999999&taille=__proto__&region=constructor',
  '/logiciels/openelec/utilisateurs?departement=13%27&type=dragon&page=1e9&tri[]=nom',
  '/collectivites?q=%25_%25&departement=999&type=commune&type=epci&page=NaN',
  `/collectivites?q=${encodeURIComponent(SCRIPT)}&utilise=oui&fonction=../../etc/passwd`,
  `/collectivites?q=${'9'.repeat(10_000)}`,
  '/?__proto__[x]=1&constructor=2',
]

test.describe('[ANS-01] every answer protects its reader', () => {
  for (const locale of LOCALES) {
    test(`by its headers (${locale})`, async ({ request }) => {
      test.slow()
      for (const address of [...PAGES, ...NOWHERE]) {
        const answer = await request.get(inLocale(locale, address))
        const headers = answer.headers()
        const policy = headers['content-security-policy'] ?? ''
        const nonce = policy.match(/script-src[^;]*'nonce-([^']+)'/)?.[1]
        expect(nonce, address).toBeTruthy()
        expect(policy, address).not.toMatch(/script-src[^;]*'unsafe-(inline|eval)'/)
        expect(policy, address).toContain("frame-ancestors 'none'")
        expect(policy, address).toContain("object-src 'none'")
        expect(headers, address).toMatchObject({
          'x-content-type-options': 'nosniff',
          'x-frame-options': 'DENY',
          'referrer-policy': 'strict-origin-when-cross-origin',
          // The public address of these services is an https one.
          'strict-transport-security': expect.stringMatching(/^max-age=\d{7,}/),
        })
        expect(headers, address).not.toHaveProperty('x-powered-by')
        expect(headers, address).not.toHaveProperty('set-cookie')
        const scripts = (await answer.text()).match(/<script\b[^>]*>/g) ?? []
        expect(
          scripts.filter((tag) => !tag.includes(`nonce="${nonce}"`)),
          address,
        ).toEqual([])
      }
    })
  }

  test('by a nonce that serves once', async ({ request }) => {
    const nonceOf = async () => (await request.get('/')).headers()['content-security-policy']
    expect(await nonceOf()).not.toBe(await nonceOf())
  })

  test('and stores nothing with them', async ({ context, page }) => {
    await page.goto('/')
    await page.getByRole('link', { name: 'English' }).click()
    await page.getByRole('link', { name: 'Label', exact: true }).click()
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    expect(await context.cookies()).toEqual([])
    const stored = await page.evaluate(() => localStorage.length + sessionStorage.length)
    expect(stored).toBe(0)
  })
})

test.describe('[ANS-02] no link of the site is broken', () => {
  /** How many links are tried, spread evenly over all that the pages have. */
  const MOST = 150

  test('in either language', async ({ page, request, announce }) => {
    test.setTimeout(180_000)
    announce(NOT_FOUND_ANSWER)
    const links = new Set<string>()
    for (const locale of LOCALES) {
      for (const address of PAGES) {
        await page.goto(inLocale(locale, address))
        const found = await page.evaluate(() =>
          [...document.links].filter((a) => a.origin === location.origin).map((a) => a.href),
        )
        for (const href of found) links.add(href.replace(/#.*/, ''))
        const dangling = await page.evaluate(() =>
          [...document.links]
            .filter((a) => a.pathname === location.pathname && a.hash.length > 1)
            .filter((a) => !document.getElementById(decodeURIComponent(a.hash.slice(1))))
            .map((a) => a.href),
        )
        expect(dangling, `fragments without a target on ${address}`).toEqual([])
      }
    }
    const sorted = [...links].sort()
    const step = Math.max(1, sorted.length / MOST)
    const tried = sorted.filter(
      (_, index) => Math.floor(index / step) !== Math.floor((index - 1) / step),
    )
    expect(tried.length).toBeGreaterThan(100)
    const broken: string[] = []
    for (const href of tried) {
      const answer = await request.get(href, { maxRedirects: 0 })
      if (answer.status() !== 200) broken.push(`${answer.status()} ${href}`)
    }
    expect(broken).toEqual([])
  })
})

test.describe('[ANS-03] an address written to harm is answered like any other', () => {
  for (const [index, address] of HOSTILE.entries()) {
    test(`${index + 1}: ${address.slice(0, 70)}`, async ({ page }) => {
      page.on('dialog', (dialog) => {
        throw new Error(`dialog: ${dialog.message()}`)
      })
      const answer = await page.goto(address)
      expect(answer?.status()).toBe(200)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      expect(await page.title()).not.toBe('planted')
      const planted = page.locator('img[src=x], main script, [onerror], [onclick], [onload]')
      await expect(planted).toHaveCount(0)
    })
  }

  for (const path of [
    '/logiciels/%E0%A4%A',
    '/%00',
    '/logiciels/..%2F..%2Fetc%2Fpasswd',
    '//x.invalid/',
  ]) {
    test(`${path} is refused or not found, and breaks nothing`, async ({ request }) => {
      const answer = await fetch(`${REAL}${path}`, { redirect: 'manual' })
      expect(answer.status).toBeGreaterThanOrEqual(300)
      expect(answer.status).toBeLessThan(500)
      expect(answer.headers.get('location') ?? '').not.toMatch(/^(https?:)?\/\/x\.invalid/)
      expect((await request.get('/api/health')).ok()).toBe(true)
    })
  }
})

test.describe('[ANS-04] the files that browsers and robots ask for', () => {
  for (const [file, type] of [
    ['/robots.txt', 'text/plain'],
    ['/favicon.ico', 'image/'],
    ['/icon.svg', 'image/svg+xml'],
  ] as const) {
    test(`${file} is there, and is no page`, async ({ request }) => {
      const answer = await request.get(file)
      expect(answer.status()).toBe(200)
      expect(answer.headers()['content-type']).toContain(type)
    })
  }
})
