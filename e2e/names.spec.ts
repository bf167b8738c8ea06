import AxeBuilder from '@axe-core/playwright'
import { makePublisherMember, signIn, someone } from './accounts.ts'
import { ACCOUNTS } from './addresses.ts'
import { expect, type Page, test } from './fixtures.ts'

test.use({ baseURL: ACCOUNTS })
test.slow()

const main = (page: Page) => page.getByRole('main')
const button = (page: Page, name: RegExp) => main(page).getByRole('button', { name })

/** Names of their own for each test: what one decides, the other would be reminded of. */
const TESTS = [
  {
    javaScriptEnabled: true,
    publisher: 'coopdevs',
    software: 'timeoverflow',
    sure: 'Clichy-sous-Bois',
    doubtful: 'Saint-Denis',
    departement: 'Seine-Saint-Denis',
    nobody: 'DÉMO collectivité',
  },
  {
    javaScriptEnabled: false,
    publisher: 'algoo',
    software: 'tracim',
    sure: 'Montereau-Fault-Yonne',
    doubtful: 'Montreuil',
    departement: 'Eure-et-Loir',
    nobody: 'Collectivité de démonstration',
  },
] as const

for (const { javaScriptEnabled, publisher, software, ...names } of TESTS) {
  test.describe(`[NAMES-01] a publisher’s list of names, ${javaScriptEnabled ? 'with' : 'without'} scripts`, () => {
    test.use({ javaScriptEnabled })

    test('becomes reported uses, as far as a person says so', async ({ page }) => {
      const email = someone('editeur.example.org')
      await signIn(page, email)
      makePublisherMember(publisher, email)
      const place = `/espace/logiciels/${software}/noms`
      const users = () => page.goto(`/logiciels/${software}/utilisateurs`)

      await page.goto(`${place}/ajouter`)
      const lines = [`- Ville de ${names.sure}`, names.doubtful, names.nobody]
      await main(page).getByLabel('La liste', { exact: true }).fill(lines.join('\n'))
      await main(page).getByLabel('Adresse de la page').fill('references')
      await button(page, /Lire la liste/).click()
      // What was typed is still there.
      await expect(main(page)).toContainText('Cette adresse n’est pas celle d’une page')
      await expect(main(page).getByLabel('La liste', { exact: true })).toHaveValue(lines.join('\n'))
      await main(page)
        .getByLabel('Adresse de la page')
        .fill(`https://${publisher}.example.org/references`)
      await main(page).getByLabel('Date de la liste').fill('2025-11')
      await button(page, /Lire la liste/).click()

      await expect(main(page)).toContainText(
        '3 noms dans 1 liste : 1 reconnu sans ambiguïté, 1 à préciser, 1 sans organisme au registre, 0 décidé.',
      )
      await button(page, /Accepter ce nom/).click()
      await expect(main(page).getByRole('status').first()).toContainText(
        'Utilisations nouvellement signalées : 1.',
      )

      await page.goto(`${place}?voir=douteux`)
      const asked = main(page).getByRole('group', { name: names.doubtful })
      await expect(asked).toContainText('Ce nom est porté dans')
      if (javaScriptEnabled) {
        expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
      }
      // Somebody else can be looked for, and what is found is only offered.
      await asked.getByRole('textbox').fill('211300041')
      await asked.getByRole('textbox').press('Enter')
      await expect(asked.getByRole('radio', { name: /^Arles/ })).not.toBeChecked()
      await asked.getByRole('radio', { name: new RegExp(`${names.departement} \\(`) }).check()
      await button(page, /Enregistrer ces décisions/).click()
      await expect(main(page).getByRole('status').first()).toContainText('Retenus : 1.')

      await users()
      for (const name of [names.sure, names.doubtful]) {
        await expect(main(page).getByRole('link', { name, exact: true })).toBeVisible()
      }

      await page.goto(`${place}?voir=decides`)
      const decided = main(page).getByRole('group', { name: names.doubtful })
      await decided.getByText('Décider autrement').click()
      await decided.getByRole('radio', { name: /Annuler cette décision/ }).check()
      await button(page, /Enregistrer ces décisions/).click()
      await expect(main(page).getByRole('status').first()).toContainText('Annulés : 1.')
      await users()
      await expect(main(page).getByRole('link', { name: names.sure, exact: true })).toBeVisible()
      await expect(main(page).getByRole('link', { name: names.doubtful, exact: true })).toHaveCount(
        0,
      )
    })
  })
}
