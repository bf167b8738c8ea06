import { makeMember, signIn, someone } from './accounts.ts'
import { ACCOUNTS } from './addresses.ts'
import { expect, test } from './fixtures.ts'

test.use({ baseURL: ACCOUNTS })

/** Vitrolles, of which no other test speaks. */
const KEY = '211301171'
const PAGE = `/espace/collectivites/${KEY}/label/chiffres`

test('the figures of a year are stated, corrected and read back', async ({ page }) => {
  const email = someone()
  makeMember(KEY, email)
  await signIn(page, email, PAGE)
  const year = await page.getByRole('heading', { level: 1 }).textContent()

  await page.getByLabel('Postes de travail').fill('beaucoup')
  await page.getByLabel('Postes des écoles').fill('80')
  await page.getByRole('button', { name: 'Enregistrer' }).click()
  await expect(page.getByRole('heading', { name: 'ne sont pas encore enregistrés' })).toBeVisible()
  // What was typed is still there.
  await expect(page.getByLabel('Postes des écoles')).toHaveValue('80')

  await page.getByLabel('Postes de travail').fill('1 200')
  await page.getByRole('button', { name: 'Enregistrer' }).click()
  await expect(page.getByText(/^Les chiffres de \d+ sont enregistrés\.$/)).toBeVisible()
  await expect(page.getByRole('row').nth(1)).toContainText(/1\s200/)

  await page.getByRole('navigation', { name: 'Une autre année' }).getByRole('link').first().click()
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(year ?? '')
  await expect(page.getByLabel('Postes de travail')).toHaveValue('')
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('a refused form keeps what was typed', async ({ page }) => {
    const email = someone()
    makeMember(KEY, email)
    await signIn(page, email, `${PAGE}?annee=2020`)

    await page.getByLabel('Serveurs', { exact: true }).fill('-3')
    await page.getByLabel('Postes des écoles').fill('80')
    await page.getByRole('button', { name: 'Enregistrer' }).click()

    await expect(page.getByRole('link', { name: 'Serveurs', exact: true })).toBeVisible()
    await expect(page.getByLabel('Postes des écoles')).toHaveValue('80')
  })
})
