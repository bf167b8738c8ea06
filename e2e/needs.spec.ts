import AxeBuilder from '@axe-core/playwright'
import { mailsTo } from './accounts.ts'
import { ACCOUNTS } from './addresses.ts'
import { expect, type Page, test } from './fixtures.ts'
import { anAgent } from './life.ts'

test.use({ baseURL: ACCOUNTS })

const main = (page: Page) => page.getByRole('main')
const press = (page: Page, name: string) =>
  main(page).getByRole('button', { name, exact: true }).click()
const PDF = Buffer.from(
  '%PDF-1.7\n1 0 obj <</Type/Catalog>> endobj\ntrailer <</Root 1 0 R>>\n%%EOF\n',
)

async function nothingForAxe(page: Page) {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
}

test('[NEE-01] a need that no software meets is shared, and a call that gathers it is joined by a second organisation', async ({
  page,
  browser,
}) => {
  test.slow()
  const first = await anAgent(page, '/espace/besoins/ajouter?fonction=jury-assises')
  const title = `Tirer au sort les jurés (${first.email.slice(6, 14)})`

  // Refused, with what is wrong beside the field, and nothing lost.
  await page.getByLabel('Le besoin en une phrase').fill(title)
  await page.getByLabel('Montant que vous pourriez y mettre').fill('beaucoup')
  await press(page, 'Exprimer ce besoin')
  await expect(page.getByText('Écrivez un nombre entier d’euros').first()).toBeVisible()
  await expect(page.getByLabel('Le besoin en une phrase')).toHaveValue(title)
  await nothingForAxe(page)
  await page.getByLabel('Montant que vous pourriez y mettre').fill('12 000')
  await page
    .getByLabel('En détail')
    .fill('Le tirage au sort se fait encore à la main, chaque printemps, devant témoins.')
  await press(page, 'Exprimer ce besoin')
  await expect(page.getByText('Votre besoin est publié.')).toBeVisible()
  await nothingForAxe(page)

  // Everyone sees it where they look: under its function.
  await page.getByRole('link', { name: 'Voir la page publique' }).click()
  await expect(page).toHaveURL(/\/besoins\/\d+$/)
  await expect(main(page).getByRole('heading', { name: 'Qui en a besoin' })).toBeVisible()
  await expect(main(page)).toContainText('1 organisme en a besoin')
  const need = new URL(page.url()).pathname.replace('/espace', '')
  await nothingForAxe(page)
  await page.goto('/metiers/jury-assises')
  await expect(page.getByRole('link', { name: title })).toBeVisible()

  // Its agent opens a call, with the specification as a file.
  await page.goto(`${need.replace('/besoins', '/espace/besoins')}/appel`)
  await page.getByLabel('Titre de l’appel').fill(`Financer : ${title}`)
  await page
    .getByLabel('Ce que l’appel finance')
    .fill('Un module libre de tirage au sort, publié sous licence AGPL.')
  await page.getByLabel('Budget visé').fill('30000')
  await press(page, 'Ouvrir l’appel')
  await expect(page.getByText('L’appel est ouvert.')).toBeVisible()
  await nothingForAxe(page)
  const callSpace = new URL(page.url()).pathname
  await page.getByRole('link', { name: 'Déposer le cahier des charges' }).click()
  await page
    .getByLabel('Fichier du cahier des charges')
    .setInputFiles({ name: 'cahier.pdf', mimeType: 'application/pdf', buffer: PDF })
  await press(page, 'Déposer')
  await expect(page.getByText('Le cahier des charges est déposé.')).toBeVisible()

  // An agent of another organisation needs it too, and takes part: without scripts.
  const other = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
  const second = await anAgent(other, callSpace)
  await other.getByLabel('Votre participation').fill('9 000 €')
  await press(other, 'Participer')
  await expect(
    other.getByText('La participation de votre organisme est enregistrée.'),
  ).toBeVisible()
  await other.goto(`${ACCOUNTS}${callSpace.replace('/espace', '')}`)
  await expect(main(other)).toContainText('2 participants')
  await expect(main(other)).toContainText('couvrent 30 %'.replace(' %', '\u202f%'))
  const answer = await other.request.get(
    `${ACCOUNTS}${callSpace.replace('/espace', '')}/cahier-des-charges`,
  )
  expect(await answer.body()).toEqual(PDF)
  expect(second.email).not.toBe(first.email)
  await expect(async () => {
    const told = (await mailsTo(first.email)).map(({ subject }) => subject)
    expect(told).toContain(`Un organisme rejoint votre appel : Financer : ${title}`)
  }).toPass({ timeout: 15_000 })
  await other.context().close()

  // What it made is said to all who took part.
  await page.goto(callSpace)
  await page.getByLabel('État').selectOption('delivered')
  await page.getByLabel('Résultat, ou pourquoi').fill('Livré, publié, en service.')
  await main(page).getByRole('button', { name: 'Enregistrer' }).first().click()
  await expect(page.getByText('L’état de l’appel est enregistré.')).toBeVisible()
  await page.goto(callSpace.replace('/espace', ''))
  await expect(main(page)).toContainText('Livré, publié, en service.')
  await nothingForAxe(page)
  await page.setViewportSize({ width: 320, height: 640 })
  await page.goto(`/en${callSpace.replace('/espace', '')}`)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
  await nothingForAxe(page)
})
