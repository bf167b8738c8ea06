import { readFileSync, writeFileSync } from 'node:fs'
import { makeRole, signIn, someone } from './accounts.ts'
import { ACCOUNTS } from './addresses.ts'
import { expect, type Page, test } from './fixtures.ts'
import { expectInOrder } from './life.ts'

test.use({ baseURL: ACCOUNTS })

const EDITIONS = '/espace/label/millesimes'

/** Signs in an organiser of the label who has just been given the role. */
async function organiser(page: Page): Promise<void> {
  const email = someone('organisateur.example')
  makeRole(email, 'label-organiser')
  await signIn(page, email)
}

/** Copies the reference grid to a year that no other test has. */
async function copied(page: Page, year: number): Promise<void> {
  await page.goto(EDITIONS)
  await page.getByLabel('Pour l’année').fill(String(year))
  await page.getByRole('button', { name: 'Copier' }).click()
  await expect(page).toHaveURL(new RegExp(`${EDITIONS}/${year}\\?fait=copie`))
}

async function dated(page: Page, year: number): Promise<void> {
  for (const [label, moment] of [
    ['Ouverture des candidatures', '01-05T09:00:00'],
    ['Clôture des candidatures', '10-15T17:00:00'],
    ['Annonce aux candidats', '11-20T18:00:00'],
  ] as const) {
    await page.getByLabel(label, { exact: true }).fill(`${year}-${moment}`)
  }
  await page.getByRole('button', { name: 'Enregistrer le calendrier' }).click()
  await expect(page).toHaveURL(/fait=calendrier/)
}

test('[EDI-01] an organiser copies the reference grid, edits it, sees it as a candidate and opens it', async ({
  page,
}) => {
  test.slow()
  const year = 2071
  await organiser(page)
  await page.getByRole('link', { name: 'Les millésimes du label' }).click()
  await copied(page, year)
  await expectInOrder(page)
  expect((await page.request.get(`/label/${year}/criteres`)).status()).toBe(404)

  await page.getByLabel('Clôture des candidatures').fill('2071-10-25T02:30:00')
  await page.getByRole('button', { name: 'Enregistrer le calendrier' }).click()
  await expect(page.getByText('Cette heure existe deux fois à Paris').first()).toBeVisible()
  await dated(page, year)

  await page.getByRole('link', { name: 'Modifier Navigateur libre sur les postes' }).click()
  await page.getByLabel('Poids').fill('-1')
  await page.getByRole('button', { name: 'Enregistrer le critère' }).click()
  await expect(page.getByText('un poids est un nombre au-dessus de 0').first()).toBeVisible()
  await expectInOrder(page)
  await page.getByLabel('Poids').fill('')
  await page.getByLabel('Intitulé en français').fill('Un navigateur libre')
  await page.getByRole('button', { name: 'Enregistrer le critère' }).click()
  await expect(page).toHaveURL(/fait=critere/)

  await page.getByRole('link', { name: 'Voir comme un candidat' }).click()
  await expect(page.getByRole('heading', { name: 'Un navigateur libre' })).toBeVisible()
  await expectInOrder(page)
  await page.goBack()

  await page.getByRole('button', { name: `Ouvrir le millésime ${year}` }).click()
  await expect(page).toHaveURL(/fait=ouvert/)
  await page.getByRole('link', { name: 'Préciser Un navigateur libre' }).click()
  await expect(page.getByLabel('Intitulé en français')).toHaveCount(0)
  await page.getByLabel('Précision en français').fill('Firefox, par exemple.')
  await page.getByLabel('Précision en anglais').fill('Firefox, for instance.')
  await page.getByRole('button', { name: 'Enregistrer la précision' }).click()
  await expect(page).toHaveURL(/fait=precision/)

  await page.goto(`/label/${year}`)
  await expect(page.getByText('Candidatures jusqu’au 15 octobre 2071 à 17:00')).toBeVisible()
  await page.getByRole('link', { name: `Lire les critères du millésime ${year}` }).click()
  await expect(page.getByText('Firefox, par exemple.')).toBeVisible()
  await expectInOrder(page)
})

test('[EDI-02] a grid goes out as a file and comes in again; a faulty one changes nothing', async ({
  page,
}, info) => {
  const year = 2072
  await organiser(page)
  await copied(page, year)
  const file = info.outputPath('grille.yml')
  const downloading = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Grille en YAML' }).click()
  await (await downloading).saveAs(file)
  const text = readFileSync(file, 'utf8')

  const send = async (content: string) => {
    writeFileSync(file, content)
    await page.getByLabel('Fichier YAML ou JSON').setInputFiles(file)
    await page.getByRole('button', { name: 'Remplacer la grille par ce fichier' }).click()
  }
  await send(text.replace('- suite-bureautique', '- suite-imaginaire'))
  await expect(page.getByText('la fonction « suite-imaginaire »').first()).toBeVisible()
  await send(`ancre: &a [*a]\n${text}`)
  await expect(page.getByText('les ancres et alias').first()).toBeVisible()
  await send(text.replace('Un ou plusieurs élus', 'Des élus'))
  await expect(page).toHaveURL(/fait=import/)

  await page.goto(`${EDITIONS}/${year}/apercu`)
  await expect(page.getByText('Des élus ; La direction générale')).toBeVisible()
})

test('[EDI-03] two organisers who edit one criterion see what the other recorded', async ({
  page,
  browser,
}) => {
  test.slow()
  const year = 2073
  await organiser(page)
  await copied(page, year)
  await page.getByRole('link', { name: 'Modifier Freins rencontrés' }).click()
  await expect(page.getByLabel('Intitulé en français')).toBeVisible()
  const other = await (await browser.newContext({ baseURL: ACCOUNTS })).newPage()
  await organiser(other)
  await other.goto(page.url())
  await other.getByLabel('Intitulé en français').fill('Obstacles')
  await other.getByRole('button', { name: 'Enregistrer le critère' }).click()
  await expect(other).toHaveURL(/fait=critere/)

  await page.getByLabel('Intitulé en français').fill('Difficultés')
  await page.getByRole('button', { name: 'Enregistrer le critère' }).click()
  await expect(page.getByText('Enregistré entre-temps : Obstacles').first()).toBeVisible()
  await expect(page.getByLabel('Intitulé en français')).toHaveValue('Difficultés')
  await page.getByRole('button', { name: 'Enregistrer le critère' }).click()
  await expect(page).toHaveURL(/fait=critere/)
  await expect(page.getByRole('link', { name: 'Modifier Difficultés' })).toBeVisible()
  await other.context().close()
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('[EDI-04] an edition is prepared all the same, and a refused form keeps what was typed', async ({
    page,
  }) => {
    test.slow()
    const year = 2074
    await organiser(page)
    await copied(page, year)
    await page.getByLabel('Clôture des candidatures').fill('2074-03-25T02:30:00')
    await page.getByRole('button', { name: 'Enregistrer le calendrier' }).click()
    await expect(page.getByText('Cette heure n’existe pas à Paris').first()).toBeVisible()
    await expect(page.getByLabel('Clôture des candidatures')).toHaveValue('2074-03-25T02:30:00')
    await dated(page, year)

    await page.getByRole('button', { name: /^Descendre : Enjeux/ }).click()
    await expect(page.getByRole('link', { name: /^Modifier / }).first()).toHaveAccessibleName(
      /Qui porte la démarche/,
    )
    await page.goto(`${EDITIONS}/${year}/criteres/nouveau?axe=donnees`)
    await page.getByLabel('Identifiant').fill('qualite')
    await page.getByLabel('Intitulé en français').fill('Qualité des données')
    await page.getByRole('button', { name: 'Ajouter le critère' }).click()
    await expect(page.getByText('ce texte manque : écrivez-le').first()).toBeVisible()
    await expect(page.getByLabel('Intitulé en français')).toHaveValue('Qualité des données')
    await page.getByLabel('Intitulé en anglais').fill('Quality of data')
    await page.getByRole('button', { name: 'Ajouter le critère' }).click()
    await expect(page.getByRole('link', { name: 'Modifier Qualité des données' })).toBeVisible()

    await page.locator('summary', { hasText: 'Supprimer ce millésime' }).click()
    await page.getByRole('button', { name: `Supprimer le millésime ${year}` }).click()
    await expect(page).toHaveURL(/fait=retire/)
  })
})

test('[EDI-05] anyone reads the criteria, what each rests on, and takes the files', async ({
  page,
}) => {
  await page.goto('/label')
  await page.getByRole('link', { name: 'Lire les critères de la grille de référence' }).click()
  await expect(page.getByText('ce ne sont pas les questions officielles')).toBeVisible()
  await expect(page.getByText('question décrite sur la page officielle').first()).toBeVisible()
  const schema = await page.request.get('/api/v1/label/grille.schema.json')
  expect(await schema.json()).toMatchObject({ type: 'object', required: ['title', 'axes'] })
  const grid = await page.request.get('/api/v1/label/grids/reference.json')
  expect((await grid.json()).axes).toHaveLength(5)
  expect((await page.request.get('/api/v1/label/grids/2025.yml')).status()).toBe(404)
})
