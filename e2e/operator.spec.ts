import { rmSync, writeFileSync } from 'node:fs'
import { linkMailedTo, makeMember, signIn, someone } from './accounts.ts'
import { ACCOUNTS } from './addresses.ts'
import { expect, type Page, test } from './fixtures.ts'
import { expectInOrder } from './life.ts'
import { anOperator, figuresAreRows, fileOf, someCommunes, wordsOn } from './lists.ts'

test.use({ baseURL: ACCOUNTS })
test.slow()

const main = (page: Page) => page.getByRole('main')
const heading = (page: Page) => page.getByRole('heading', { level: 1 })
const button = (page: Page, name: RegExp) => main(page).getByRole('button', { name })

/** Sends a file on its way and waits until it has been read. */
async function send(page: Page, place: { key: string }, content: string | Buffer): Promise<void> {
  await page.goto(`/espace/collectivites/${place.key}/signaler`)
  await main(page).getByLabel('Le logiciel').fill('openElec')
  await main(page).getByLabel('Le fichier').setInputFiles(fileOf('adhérents.csv', content))
  await button(page, /Lire le fichier/).click()
  await expect(page).toHaveURL(/\/espace\/imports\/\d+/)
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(`[LISTS-01] a syndicat reports openElec, ${javaScriptEnabled ? 'with' : 'without'} scripts`, () => {
    test.use({ javaScriptEnabled })

    test('for a thousand communes, of which some confirm', async ({ page, browser }) => {
      const syndicat = await anOperator(page)
      const communes = someCommunes(1_000, javaScriptEnabled ? 0 : 1)
      const [first, second] = communes
      if (!first || !second) throw new Error('no communes')
      // Two of them have an agent here: one answers the mail, one in the space of the commune.
      const byMail = someone('premiere.example.fr')
      const inSpace = someone('seconde.example.fr')
      const other = await browser.newContext({ baseURL: ACCOUNTS, javaScriptEnabled })
      const agent = await other.newPage()
      await signIn(agent, byMail)
      makeMember(first.key, byMail)
      await other.clearCookies()
      await signIn(agent, inSpace)
      makeMember(second.key, inSpace)

      const lines = communes.map(({ siren, name }) => `${siren};${name};5.1`)
      const wrong = ['123456789;Nulle-Part;', ';Sans clé;1']
      await send(page, syndicat, ['SIREN;Commune;Version', ...lines, ...wrong].join('\r\n'))
      await expect(heading(page)).toHaveText('Vérifier avant d’enregistrer', { timeout: 30_000 })
      await expect(main(page).getByRole('link', { name: /1\s000 reconnues/ })).toBeVisible()
      await expect(main(page).getByRole('link', { name: /^1 fautive/ })).toBeVisible()
      expect(wordsOn('openelec', communes)).toEqual({})
      const errors = await page.request.get(
        (await main(page)
          .getByRole('link', { name: /lignes à corriger/ })
          .getAttribute('href')) ?? '',
      )
      expect(await errors.text()).toContain('1002;Nulle-Part 123456789;fautive;SIREN faux')

      await button(page, /Signaler les 1\s000 lignes/).click()
      await expect(heading(page)).toHaveText('C’est fait', { timeout: 30_000 })
      await expect(main(page)).toContainText('Organismes invités à confirmer par courriel : 2')
      expect(wordsOn('openelec', communes)).toEqual({ reported: 1_000 })

      await agent.goto(await linkMailedTo(byMail, /exact/))
      await button(agent, /Confirmer|Oui/)
        .first()
        .click()
      await expect.poll(() => wordsOn('openelec', [first])).toEqual({ confirmed: 1 })
      await agent.goto(`/espace/collectivites/${second.key}`)
      await button(agent, /Confirmer/)
        .first()
        .click()
      await expect.poll(() => wordsOn('openelec', [second])).toEqual({ confirmed: 1 })
      await other.close()

      await page.goto(`/collectivites/${first.key}`)
      await expect(main(page).getByRole('row', { name: /openElec/ })).toContainText('confirmée')
      await page.goto(`/collectivites/${communes[2]?.key}`)
      await expect(main(page).getByRole('row', { name: /openElec/ })).toContainText('signalée')
      expect(figuresAreRows()).not.toContain('différences')

      await send(page, syndicat, ['SIREN;Commune;Version', ...lines].join('\r\n'))
      await expect(main(page)).toContainText('il ne changerait rien', { timeout: 30_000 })
      await expect(button(page, /Signaler les/)).toHaveCount(0)
    })

    test('a file that is no list is refused in a sentence', async ({ page }) => {
      const syndicat = await anOperator(page)
      await send(page, syndicat, Buffer.from('%PDF-1.7\n'))
      await expect(heading(page)).toHaveText('Ce fichier n’a pas été lu', { timeout: 30_000 })
      await expect(main(page)).toContainText('C’est un PDF')
    })

    test('a file of a hundred megabytes is answered', async ({ page, announce }) => {
      announce(/413/)
      const syndicat = await anOperator(page)
      await page.goto(`/espace/collectivites/${syndicat.key}/signaler`)
      // Playwright hands over at most 50 MB by itself: this one is a file.
      const file = test.info().outputPath('cent.csv')
      writeFileSync(file, Buffer.alloc(100 * 1_024 * 1_024, 'a;b\n'))
      await main(page).getByLabel('Le fichier').setInputFiles(file)
      await button(page, /Lire le fichier/).click()
      await expect(page.getByText(/dépasse 10.Mo/).first()).toBeVisible({ timeout: 30_000 })
      rmSync(file)
    })
  })
}

test('[LISTS-02] the pages of a report are in order', async ({ page }) => {
  const syndicat = await anOperator(page)
  await page.goto(`/espace/collectivites/${syndicat.key}/signaler`)
  await expectInOrder(page)
  const [commune] = someCommunes(1)
  await send(page, syndicat, `SIREN;Nom;Département\n${commune?.siren};;\n;Saint-Denis;\n1;x;\n`)
  await expect(heading(page)).toHaveText('Vérifier avant d’enregistrer', { timeout: 30_000 })
  await expectInOrder(page)
  await main(page)
    .getByRole('link', { name: /à préciser/ })
    .click()
  await expect(main(page).getByRole('combobox')).toBeVisible()
  await expectInOrder(page)
})
