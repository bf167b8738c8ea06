import AxeBuilder from '@axe-core/playwright'
import { messages } from '#components/i18n/messages.ts'
import { makeMember, signIn, someone } from './accounts.ts'
import { ACCOUNTS } from './addresses.ts'
import { expect, test } from './fixtures.ts'
import { bodyRows } from './reading.ts'
import { anUnknownCommune, declared } from './records.ts'

const t = messages('fr').labelProgress
const ARLES = '211300041'

test.describe('[LAB-01] an agent sees where the commune stands on the label', () => {
  test.use({ baseURL: ACCOUNTS })

  test('what its uses back, by axis and by criterion, and what to do next', async ({ page }) => {
    test.slow()
    const email = someone()
    makeMember(ARLES, email)
    await signIn(page, email)
    await page.goto('/espace/label')

    await expect(page).toHaveURL(`/espace/collectivites/${ARLES}/label`)
    const main = page.getByRole('main')
    await expect(main).toContainText(/\d+ critères sur \d+ sont justifiés ou renseignés\./)
    await expect(main).toContainText('aucun niveau n’en est déduit')
    await page.getByText(t.chart.asTable).click()
    const table = page.getByRole('table', { name: t.chart.caption })
    await expect(bodyRows(table)).toHaveCount(5)
    const criterion = page.locator('[id="logiciels.metier-nombre"]')
    await criterion.locator('summary').click()
    await expect(criterion.getByRole('link', { name: 'openElec' })).toBeVisible()
    // Its award of 2016, in the scale of its edition.
    await expect(main).toContainText('niveau 4 sur 5')
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations).toEqual([])

    const download = page.waitForEvent('download')
    await page.getByRole('link', { name: t.next.csv }).click()
    expect((await download).suggestedFilename()).toBe(`label-reference-${ARLES}.csv`)
  })

  test('with nothing declared, is led to a first declaration, which counts at once', async ({
    page,
  }) => {
    const commune = anUnknownCommune()
    const email = someone()
    makeMember(commune, email)
    await signIn(page, email)
    const address = `/espace/collectivites/${commune}/label`
    await page.goto(address)
    const main = page.getByRole('main')
    await expect(main).toContainText('un premier logiciel suffit pour commencer')
    await page.getByRole('link', { name: t.empty.first }).first().click()
    await expect(page).toHaveURL(new RegExp(`/espace/declarer\\?collectivite=${commune}`))

    declared(commune, 'openelec', { state: 'production' })
    await page.goto(address)

    await expect(main).toContainText(/\d+ critères sur \d+ sont justifiés ou renseignés\./)
    const criterion = page.locator('[id="logiciels.metier-nombre"]')
    await expect(criterion).toContainText(t.states.evidenced.one)
  })
})

test.describe('[LAB-02] from the other side, with HTML alone', () => {
  test.use({ javaScriptEnabled: false })

  test('a commune’s documented uses lead to the criteria that they back, and to who else backs them', async ({
    page,
  }) => {
    await page.goto(`/collectivites/${ARLES}`)
    const main = page.getByRole('main')
    await expect(main).toContainText(/Ses utilisations appuient \d+ critères sur \d+/)
    await page.getByText(t.otherSide.organisation.show).click()
    await main.getByRole('link', { name: 'Nombre de logiciels métier libres en service' }).click()

    await expect(page).toHaveURL('/label/reference/criteres/logiciels.metier-nombre')
    await expect(main).toContainText(t.criterion.rules['software-count'])
    await page.getByLabel(t.criterion.departement).selectOption('13')
    await page.getByRole('button', { name: t.criterion.filter }).click()
    await expect(page).toHaveURL(/departement=13/)
    await expect(main.getByRole('link', { name: 'Arles', exact: true })).toBeVisible()
  })

  test('a software names the criteria that it can back, and the list is narrowed by one', async ({
    page,
  }) => {
    await page.goto('/logiciels/openelec')
    const main = page.getByRole('main')
    await expect(main).toContainText(t.otherSide.software.lead)
    await main.getByRole('link', { name: 'Nombre de logiciels métier libres en service' }).click()
    await main.getByRole('link', { name: t.criterion.softwareAll }).click()
    await expect(page).toHaveURL('/logiciels?critere=logiciels.metier-nombre')
    await expect(
      main.getByRole('link', {
        name: messages('fr').software.remove('Nombre de logiciels métier libres en service'),
      }),
    ).toBeVisible()
  })
})
