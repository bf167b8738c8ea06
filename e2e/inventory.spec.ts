import { ACCOUNTS } from './addresses.ts'
import { expect, type Page, test } from './fixtures.ts'
import { anAgent, expectInOrder, usesOf } from './life.ts'
import { fileOf } from './lists.ts'

test.use({ baseURL: ACCOUNTS })
test.slow()

const main = (page: Page) => page.getByRole('main')
const heading = (page: Page) => page.getByRole('heading', { level: 1 })

// As GLPI exports it, in our own words.
const GLPI = `"Nom";"Entité";"Éditeur";"Versions - Nom";"Nombre d'installations"
"LibreOffice 24.8.4.2";"Mairie";"The Document Foundation";"24.8.4.2";"41"
"Mozilla Firefox ESR (x64 fr)";"Mairie";"Mozilla";"115.6.0";"38"
"Microsoft Edge";"Mairie";"Microsoft";"120";"44"
"VLC media player";"Mairie";"VideoLAN";"3.0.20";"12"
"Inkscappe";"Mairie";"";"1.3";"2"
`

for (const javaScriptEnabled of [true, false]) {
  test.describe(`[LISTS-03] an agent imports her inventory, ${javaScriptEnabled ? 'with' : 'without'} scripts`, () => {
    test.use({ javaScriptEnabled })

    test('as GLPI exports it: looked through, changed, declared at once', async ({ page }) => {
      const { commune, space } = await anAgent(page, '{space}/importer')
      await main(page)
        .getByLabel('Le fichier')
        .setInputFiles(fileOf('glpi.csv', Buffer.from(GLPI, 'latin1')))
      await main(page).getByRole('button', { name: 'Lire la liste' }).click()
      await expect(heading(page)).toHaveText('Vérifier avant d’enregistrer', { timeout: 30_000 })

      const row = (name: string) => main(page).getByRole('row', { name })
      await expect(row('LibreOffice 24.8.4.2').getByRole('combobox')).toHaveValue(/\d+/)
      await expect(row('Inkscappe')).toContainText('nom proche')
      await expect(row('Inkscappe').getByRole('combobox')).toHaveValue('')
      await row('Inkscappe').getByRole('combobox').selectOption('Inkscape')
      await row('VLC').getByRole('combobox').selectOption('Ne pas retenir')
      expect(usesOf(commune)).toEqual([])
      await main(page)
        .getByRole('button', { name: /Déclarer les/ })
        .click()

      await expect(heading(page)).toHaveText('C’est fait', { timeout: 30_000 })
      await expect(main(page)).toContainText('Logiciels déclarés : 3.')
      expect(usesOf(commune)).toHaveLength(3)
      await page.goto(`/collectivites/${commune.key}`)
      const uses = main(page)
      await expect(uses.getByRole('row', { name: /LibreOffice/ })).toContainText('confirmée')
      await expect(uses.getByRole('row', { name: /Inkscape/ })).toContainText('confirmée')
      await page.goto(space)
    })

    test('pasted: a name that the catalogue lacks is said to be so, and nothing is lost', async ({
      page,
    }) => {
      await anAgent(page, '{space}/importer')
      await main(page).getByRole('button', { name: 'Lire la liste' }).click()
      await expect(main(page)).toContainText('Choisissez un fichier, ou collez une liste.')
      await main(page).getByLabel('Ou collez la liste').fill('QGIS 3.34\nAccess\nGIMP 2.10')
      await main(page).getByRole('button', { name: 'Lire la liste' }).click()
      await expect(heading(page)).toHaveText('Vérifier avant d’enregistrer', { timeout: 30_000 })
      await main(page).getByLabel('Autre nom pour « GIMP 2.10 »').fill('Pinceau magique')
      await main(page).getByRole('button', { name: 'Enregistrer ces choix' }).click()
      await expect(main(page)).toContainText('Pas dans le catalogue sous ce nom : Pinceau magique.')
      await main(page)
        .getByRole('link', { name: /inconnue/ })
        .click()
      await expect(main(page).getByRole('row', { name: /Access/ })).toBeVisible()
    })
  })
}

test('[LISTS-04] the pages of an inventory are in order, and read with the keyboard', async ({
  page,
}) => {
  await anAgent(page, '{space}/importer')
  await expectInOrder(page)
  await main(page).getByLabel('Ou collez la liste').fill('QGIS 3.34\nAccess\nInkscappe')
  await main(page).getByLabel('Ou collez la liste').press('Tab')
  await page.keyboard.press('Enter')
  await expect(heading(page)).toHaveText('Vérifier avant d’enregistrer', { timeout: 30_000 })
  await expectInOrder(page)
  await main(page).getByRole('button', { name: 'Abandonner cette liste' }).press('Enter')
  await expect(heading(page)).toHaveText('Liste abandonnée')
})
