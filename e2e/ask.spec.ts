import { execFileSync } from 'node:child_process'
import { randomInt, randomUUID } from 'node:crypto'
import AxeBuilder from '@axe-core/playwright'
import { LOCALES, type Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { pathTo } from '#components/i18n/paths.ts'
import { DATA_FOLDER } from './addresses.ts'
import { expect, type Page, test } from './fixtures.ts'

const FORM = '/logiciels/demander'

/** Each test is a visitor of its own network: ten forms an hour are let in from one. */
test.beforeEach(({ context }) =>
  context.setExtraHTTPHeaders({ 'X-Forwarded-For': `198.18.${randomInt(256)}.${randomInt(256)}` }),
)

/** What nobody else asks: the same words within ten minutes are one request. */
const somethingNew = () => `Tirage au sort ${randomUUID()}`

/** What the operator reads. */
function listed(...options: string[]): string {
  return execFileSync(process.execPath, ['lib/cli/requests.ts', ...options], {
    encoding: 'utf8',
    env: { ...process.env, MUTUALIBRE_DATA: DATA_FOLDER },
  })
}

function formOf(page: Page, locale: Locale) {
  const t = messages(locale).ask.form
  const main = page.getByRole('main')
  return {
    asked: main.getByRole('textbox', { name: t.asked }),
    need: main.getByRole('textbox', { name: t.need }),
    function: main.getByRole('combobox', { name: t.function }),
    kind: main.getByRole('combobox', { name: t.organisationKind }),
    submit: main.getByRole('button', { name: t.submit }),
    wrong: main.getByRole('region', { name: t.wrong }),
  }
}

async function expectSent(page: Page, locale: Locale): Promise<number> {
  const t = messages(locale).ask
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t.sentHeading)
  await expect(page).toHaveTitle(new RegExp(t.sentTitle))
  const reference = Number(new URL(page.url()).searchParams.get('envoyee'))
  await expect(page.getByText(t.reference(String(reference)))).toBeVisible()
  return reference
}

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(`[ASK-01] a DSI asks for what is missing, ${javaScriptEnabled ? 'with' : 'without'} scripts`, () => {
    test.use({ javaScriptEnabled })

    for (const locale of LOCALES) {
      const t = messages(locale).ask
      const path = pathTo(locale, FORM)

      test(`from the gap to a reference, sent once (${locale})`, async ({ page }) => {
        const text = somethingNew()
        await page.goto(pathTo(locale, '/metiers/jury-assises'))
        await page.getByRole('link', { name: messages(locale).functions.gapAsk }).click()
        await expect(page).toHaveURL(`${path}?fonction=jury-assises`)
        const form = formOf(page, locale)
        await expect(form.function).toHaveValue('jury-assises')
        await form.asked.fill(text)
        await form.need.fill('Une ligne\nUne autre')
        await form.kind.selectOption('commune')
        await form.submit.click()

        const reference = await expectSent(page, locale)
        await page.reload()
        expect(await expectSent(page, locale)).toBe(reference)
        const list = listed()
        expect(list.split(text)).toHaveLength(2)
        expect(list).toMatch(
          new RegExp(
            `^n° ${reference} · .* UTC · commune · jury-assises.*\n  ${text}\n  Une ligne\n  Une autre$`,
            'm',
          ),
        )
        await page
          .getByRole('main')
          .getByRole('link', { name: /assises|assize/ })
          .click()
        await expect(page).toHaveURL(pathTo(locale, '/metiers/jury-assises'))
      })

      test(`bad input comes back with what was typed and what to mend (${locale})`, async ({
        page,
      }) => {
        test.slow()
        await page.goto(`${path}?nom=x`)
        const form = formOf(page, locale)
        const long = 'é\n'.repeat(1_500)
        await form.need.fill(long)
        await form.function.selectOption('jury-assises')
        await form.kind.selectOption('epci')
        await form.submit.click()

        await expect(form.wrong).toBeFocused()
        await expect(form.asked).toHaveAttribute('aria-invalid', 'true')
        await expect(form.asked).toHaveAccessibleDescription(
          new RegExp(t.form.faults['asked-short']),
        )
        await expect(form.need).toHaveAccessibleDescription(
          new RegExp(t.form.faults['need-long'].replace('\u202f', '\\s')),
        )
        await expect(form.function).not.toHaveAttribute('aria-invalid')
        await expect(form.asked).toHaveValue('x')
        await expect(form.need).toHaveValue(long)
        await expect(form.function).toHaveValue('jury-assises')
        await expect(form.kind).toHaveValue('epci')
        if (javaScriptEnabled) await expectAccessible(page)

        await test.step('the summary leads to the field, and is told again', async () => {
          await form.wrong.getByRole('link', { name: t.form.need }).click()
          await expect(form.need).toBeFocused()
          await form.submit.click()
          await expect(form.wrong).toBeFocused()
        })

        await form.asked.fill(somethingNew())
        await form.need.fill('')
        await form.submit.click()
        await expectSent(page, locale)
      })
    }
  })
}

test.describe('[ASK-02] a request is sent once', () => {
  test('by an impatient finger', async ({ page }) => {
    const text = somethingNew()
    await page.goto(`${FORM}?nom=${encodeURIComponent(text)}`)
    const { submit } = formOf(page, 'fr')
    await submit.dblclick()
    await expectSent(page, 'fr')
    expect(listed().split(text)).toHaveLength(2)
  })

  test('by one who goes back and sends the same', async ({ page }) => {
    const text = somethingNew()
    const references: number[] = []
    for (let n = 0; n < 2; n++) {
      await page.goto(`${FORM}?nom=${encodeURIComponent(text)}`)
      await formOf(page, 'fr').submit.click()
      references.push(await expectSent(page, 'fr'))
    }
    expect(references[1]).toBe(references[0])
  })
})

test.describe('[ASK-03] the keyboard alone', () => {
  test('asks, mends and sends', async ({ page }) => {
    await page.goto(FORM)
    const form = formOf(page, 'fr')
    await form.asked.focus()
    await page.keyboard.press('Enter')
    await expect(form.wrong).toBeFocused()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await expect(form.asked).toBeFocused()
    await page.keyboard.type(somethingNew())
    const passed: Array<string | null> = []
    for (let n = 0; n < 4; n++) {
      await page.keyboard.press('Tab')
      passed.push(await page.evaluate(() => document.activeElement?.getAttribute('name') ?? null))
    }
    expect(passed, 'the field that nobody sees is passed by').toEqual([
      'need',
      'function',
      'organisationKind',
      null,
    ])
    await expect(form.submit).toBeFocused()
    await page.keyboard.press('Enter')
    await expectSent(page, 'fr')
    await expect(page.getByRole('region', { name: messages('fr').ask.sentHeading })).toBeFocused()
    await expectAccessible(page)
  })
})

test.describe('[ASK-07] behind a proxy that speaks https', () => {
  test('a request leads to its confirmation without loading the site anew', async ({
    page,
    context,
  }) => {
    await context.setExtraHTTPHeaders({
      'X-Forwarded-For': '198.51.100.9',
      'X-Forwarded-Proto': 'https',
    })
    await page.goto(`${FORM}?nom=${encodeURIComponent(somethingNew())}`)
    await page.evaluate(() => document.documentElement.setAttribute('data-kept', ''))
    await formOf(page, 'fr').submit.click()
    await expectSent(page, 'fr')
    await expect(page.locator('html')).toHaveAttribute('data-kept')
  })
})

test.describe('[ASK-04] what goes wrong on the way', () => {
  test('a service that does not answer loses nothing', async ({ page, announce }) => {
    announce(/ERR_FAILED/)
    await page.goto(FORM)
    const form = formOf(page, 'fr')
    const text = somethingNew()
    await form.asked.fill(text)
    await form.kind.selectOption('sdis')
    await page.route(`**${FORM}`, (route) => route.abort())
    await form.submit.click()
    await expect(form.wrong).toBeFocused()
    await expect(form.wrong).toContainText('Rien de ce que vous avez écrit n’est perdu')
    await page.unroute(`**${FORM}`)
    await expect(form.asked).toHaveValue(text)
    await expect(form.kind).toHaveValue('sdis')
    await form.submit.click()
    await expectSent(page, 'fr')
  })

  test('the eleventh form of an hour is refused, and keeps what was typed', async ({
    page,
    announce,
  }) => {
    announce(/status of 429/)
    await page.goto(FORM)
    const form = formOf(page, 'fr')
    for (let n = 1; n <= 10; n++) {
      await form.submit.click()
      await expect(form.wrong).toContainText(messages('fr').ask.form.mend)
      await form.asked.focus()
    }
    await form.asked.fill('Bien rempli')
    await form.submit.click()
    await expect(form.wrong).toContainText('trop de demandes sont venues de votre réseau')
    await expect(form.asked).toHaveValue('Bien rempli')
  })

  test('an address confirms nothing but what it says', async ({ page }) => {
    await page.goto(`${FORM}?envoyee=1<script>`)
    await expect(formOf(page, 'fr').asked).toBeVisible()
  })
})

test.describe('[ASK-05] a program that fills what nobody sees', () => {
  test('is answered like a person and kept nowhere', async ({ page }) => {
    const text = somethingNew()
    await page.goto(`${FORM}?nom=${encodeURIComponent(text)}`)
    const trap = page.locator('input[name=trap]')
    await expect(trap).toBeHidden()
    await expect(page.getByRole('textbox', { name: messages('fr').ask.form.trap })).toHaveCount(0)
    await trap.evaluate((field: HTMLInputElement) => {
      field.value = 'https://spam.example'
    })
    await formOf(page, 'fr').submit.click()
    await expectSent(page, 'fr')
    expect(listed()).not.toContain(text)
  })
})

test.describe('[ASK-06] the operator settles a request', () => {
  test('and its text is gone', async ({ page }) => {
    const text = somethingNew()
    await page.goto(`${FORM}?nom=${encodeURIComponent(text)}`)
    await formOf(page, 'fr').submit.click()
    const reference = await expectSent(page, 'fr')
    expect(listed('--settle', String(reference))).toContain(text)
    const list = listed()
    expect(list).not.toContain(text)
    expect(list).toMatch(new RegExp(`^n° ${reference} · .*\n  traitée$`, 'm'))
  })
})
