import { readFile } from 'node:fs/promises'
import {
  linkMailedTo,
  mailsTo,
  makeMember,
  makeRole,
  ownNetwork,
  signIn,
  someone,
} from './accounts.ts'
import { ACCOUNTS } from './addresses.ts'
import { EDITION, openEditionOnce } from './dossiers.ts'
import { expect, type Page, test } from './fixtures.ts'
import { anAgent, expectInOrder } from './life.ts'

test.use({ baseURL: ACCOUNTS })
test.beforeAll(openEditionOnce)

const PDF = Buffer.from(
  '%PDF-1.7\n1 0 obj <</Type/Catalog>> endobj\ntrailer <</Root 1 0 R>>\n%%EOF\n',
)
const PAGE = `{space}/label/${EDITION}`
const button = (page: Page, name: string | RegExp) =>
  page.getByRole('main').getByRole('button', { name })
const question = (page: Page, name: string) => page.getByRole('region', { name })

async function open(page: Page) {
  const agent = await anAgent(page, PAGE)
  await button(page, 'Ouvrir la candidature').click()
  await expect(page.getByText('Brouillon.', { exact: true })).toBeVisible()
  return { ...agent, dossier: `${ACCOUNTS}${agent.space}/label/${EDITION}` }
}

/** Names both people. @returns the address of the élu. */
async function namePeople(page: Page): Promise<string> {
  const elected = someone('elus.example.fr')
  for (const [label, value] of [
    ['Responsable de candidature : nom', 'Camille Martin'],
    ['Responsable de candidature : fonction', 'Directrice'],
    ['Élu référent : nom', 'Dominique Durand'],
    ['Élu référent : mandat', 'Adjoint au numérique'],
    ['Élu référent : courriel', elected],
  ] as const) {
    await page.getByLabel(label).fill(value)
  }
  await button(page, 'Enregistrer les personnes').click()
  await expect(page.getByRole('link', { name: 'Nommer l’élu référent' })).toHaveCount(0)
  return elected
}

test('[CAN-01] a dossier from its opening to its submission, the élu by a link alone', async ({
  page,
  browser,
}) => {
  test.slow()
  const { email, dossier } = await open(page)
  await expectInOrder(page)

  // What is missing leads to where it is mended; an answer is saved as it is typed.
  await page.getByRole('link', { name: 'Répondre : Enjeux' }).click()
  const issues = question(page, 'Enjeux')
  await issues.getByRole('textbox').fill('Maîtriser nos données.')
  await expect(issues.getByRole('status')).toHaveText(/^Enregistré à \d\d:\d\d$/)
  await expectInOrder(page)

  // Too long: said beside it, and nothing is lost.
  await issues.getByRole('textbox').fill('é'.repeat(10_001))
  await expect(issues.getByText(/dépasse 10.000 caractères/).first()).toBeVisible()
  await expect(issues.getByRole('textbox')).toHaveValue('é'.repeat(10_001))
  await page.reload()
  await issues.getByRole('button', { name: 'L’ignorer' }).click()
  await expect(issues.getByRole('textbox')).toHaveValue('Maîtriser nos données.')

  // A document: an impostor is refused with a sentence, a PDF is taken.
  await page.goto(`${dossier}/documents`)
  const attach = async (name: string, buffer: Buffer) => {
    await page.getByLabel('Fichier').setInputFiles({ name, mimeType: 'application/pdf', buffer })
    await button(page, 'Joindre ce fichier').click()
  }
  await attach('facture.pdf', Buffer.from(`MZ${'\0'.repeat(200)}`))
  await expect(page.getByText('Ce fichier n’est pas ce que dit son nom').first()).toBeVisible()
  await attach('délibération.pdf', PDF)
  await expect(page.getByText('Le justificatif est joint.')).toBeVisible()
  await expectInOrder(page)
  const file =
    (await page.getByRole('link', { name: 'délibération.pdf' }).getAttribute('href')) ?? ''
  const answer = await page.request.get(ACCOUNTS + file)
  expect(answer.headers()['content-disposition']).toContain('attachment')
  expect(answer.headers()['content-security-policy']).toContain('sandbox')
  expect(answer.headers()['x-content-type-options']).toBe('nosniff')
  expect(await answer.body()).toEqual(PDF)

  // Both people, then the word of the élu, in a browser of their own, who has no account.
  await page.goto(dossier)
  const elected = await namePeople(page)
  await button(page, 'Demander la validation').click()
  await expect(page.getByText(`Le lien est parti à ${elected}.`)).toBeVisible()
  const link = await linkMailedTo(elected, /votre validation est demandée/)
  const scanner = await fetch(link)
  expect(scanner.status).toBe(200)
  const elsewhere = await browser.newContext({ javaScriptEnabled: false, baseURL: ACCOUNTS })
  const other = await elsewhere.newPage()
  await ownNetwork(other)
  await other.goto(link)
  await expect(other.getByText('Maîtriser nos données.')).toBeVisible()
  await button(other, 'Valider cette candidature').click()
  await expect(other.getByRole('heading', { level: 1 })).toHaveText('C’est validé')
  await other.goto(link)
  await expect(other.getByRole('heading', { level: 1 })).toHaveText(
    'La candidature est déjà validée',
  )
  await other.goto(`${ACCOUNTS}/label/valider?lien=${link.split('lien=')[1]?.slice(0, -3)}`)
  await expect(other.getByRole('heading', { level: 1 })).toHaveText('Ce lien n’est pas valable')

  // Whoever guesses the address of a document finds nothing.
  expect((await other.request.get(ACCOUNTS + file)).status()).toBe(404)
  await elsewhere.close()

  await page.goto(dossier)
  await button(page, 'Déposer la candidature').click()
  await expect(page.getByText('La candidature est déposée.')).toBeVisible()
  const hash = (await page.locator('code').first().textContent()) ?? ''
  expect(hash).toMatch(/^[0-9a-f]{64}$/)
  await expect(async () => {
    const told = (await mailsTo(email)).find(({ subject }) =>
      subject.includes('candidature déposée'),
    )
    expect(told?.text.replace(/\s/g, '')).toContain(hash)
  }).toPass({ timeout: 15_000 })
  await expectInOrder(page)

  // Read only from now on; the files that one could send elsewhere.
  for (const [name, magic] of [
    ['PDF', '%PDF-'],
    ['ODT (LibreOffice)', 'PK'],
  ] as const) {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name, exact: true }).click(),
    ])
    const bytes = await readFile(await download.path())
    expect(bytes.toString('latin1', 0, magic.length)).toBe(magic)
  }
  await page.goto(`${dossier}?axe=strategie`)
  await expect(page.getByRole('main').getByRole('textbox')).toHaveCount(0)
})

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled })

    test('[CAN-02] two editors of one answer: the second is shown both, and nothing is lost', async ({
      page,
      browser,
    }) => {
      test.slow()
      const { commune, dossier } = await open(page)
      const elsewhere = await browser.newContext({ baseURL: ACCOUNTS, javaScriptEnabled })
      const second = await elsewhere.newPage()
      const colleague = someone('collegue.example.fr')
      await signIn(second, colleague)
      makeMember(commune.key, colleague)
      for (const at of [page, second]) await at.goto(`${dossier}?axe=strategie`)
      const write = async (at: Page, text: string) => {
        const issues = question(at, 'Enjeux')
        await issues.getByRole('textbox').fill(text)
        await issues.getByRole('button', { name: /^Enregistrer :/ }).click()
        return issues
      }
      const mine = await write(page, 'Le premier texte')
      await expect(mine.getByRole('status')).toHaveText(/^Enregistré/)
      const theirs = await write(second, 'Le second texte')
      await expect(theirs.getByText('Le premier texte')).toBeVisible()
      await expect(theirs.getByRole('textbox')).toHaveValue('Le second texte')
      // What looks at a page for faults is a script itself.
      if (javaScriptEnabled) await expectInOrder(second)
      await theirs
        .getByRole('button', {
          name: javaScriptEnabled ? 'Enregistrer la mienne' : /^Enregistrer :/,
        })
        .click()
      await expect(theirs.getByRole('status')).toHaveText(/^Enregistré/)
      await page.goto(`${dossier}?axe=strategie`)
      await expect(mine.getByRole('textbox')).toHaveValue('Le second texte')
      await elsewhere.close()
    })
  })
}

test('[CAN-03] a tab that is closed at once loses nothing', async ({ page, context }) => {
  test.slow()
  const { dossier } = await open(page)
  const tab = await context.newPage()
  await tab.goto(`${dossier}?axe=strategie`)
  await tab.waitForLoadState('networkidle')
  await question(tab, 'Enjeux').getByRole('textbox').pressSequentially('Écrit puis fermé')
  await tab.close({ runBeforeUnload: true })
  await page.waitForTimeout(1_000)
  await page.goto(`${dossier}?axe=strategie`)
  const issues = question(page, 'Enjeux')
  await expect(issues.getByRole('textbox')).toHaveValue('Écrit puis fermé')
})

test('[CAN-04] an organiser reads what was submitted and nothing before; others find no page', async ({
  page,
  browser,
}) => {
  test.slow()
  const { dossier } = await open(page)
  const draft =
    (await page.getByRole('link', { name: 'PDF du brouillon' }).getAttribute('href')) ?? ''
  const id = draft.match(/candidatures\/(\d+)/)?.[1] ?? ''
  expect((await page.request.get(ACCOUNTS + draft)).status()).toBe(200)
  expect((await page.request.get(`${ACCOUNTS}/espace/label/candidatures/${id}`)).status()).toBe(404)
  const elsewhere = await browser.newContext({ baseURL: ACCOUNTS })
  const organiser = await elsewhere.newPage()
  const email = someone('organisation.example.fr')
  makeRole(email, 'label-organiser')
  await signIn(organiser, email)
  await organiser.goto(`${ACCOUNTS}/espace/label/candidatures/${id}`)
  await expect(organiser.getByText('Rien n’a encore été déposé')).toBeVisible()
  await expectInOrder(organiser)
  for (const address of [ACCOUNTS + draft, dossier, `${dossier}/documents`]) {
    expect((await organiser.request.get(address)).status(), address).toBe(404)
  }
  await elsewhere.close()

  // Withdrawn, then taken up again.
  await page.goto(dossier)
  await page.getByText('Retirer la candidature').first().click()
  await button(page, 'Retirer la candidature').click()
  await expect(page.getByText('Retirée.', { exact: true })).toBeVisible()
  await button(page, 'Reprendre la candidature').click()
  await expect(page.getByText('Brouillon.', { exact: true })).toBeVisible()
})
