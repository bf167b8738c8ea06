import { mailsTo, makeMember, signIn, someone } from './accounts.ts'
import { ACCOUNTS } from './addresses.ts'
import { expect, NOT_FOUND_ANSWER, test } from './fixtures.ts'
import {
  aClosedEdition,
  aJuror,
  anOrganiser,
  assess,
  become,
  filesPage,
  moveDates,
  stateOf,
} from './jury.ts'
import { expectInOrder } from './life.ts'

test.use({ baseURL: ACCOUNTS })
test.setTimeout(120_000)

test('[JUR-01] three jurors, one of them tied to a candidate: hidden notes, a decision, results at their dates', async ({
  page,
  announce,
}) => {
  announce(NOT_FOUND_ANSWER)
  const { year, files } = aClosedEdition(2)
  const [first, second] = files
  if (!first || !second) throw new Error('two files were made')
  const [ada, blaise] = [aJuror(), aJuror()]
  const tied = aJuror(second.commune)

  await signIn(page, anOrganiser(), filesPage(year))
  await page.getByRole('link', { name: 'Proposer une répartition équilibrée' }).click()
  const ofSecond = page.getByRole('group', { name: `Jurés du dossier ${second.commune.name}` })
  await expect(ofSecond.getByRole('checkbox', { name: tied })).toBeDisabled()
  const ofFirst = page.getByRole('group', { name: `Jurés du dossier ${first.commune.name}` })
  for (const box of await page.getByRole('checkbox', { disabled: false }).all()) await box.uncheck()
  for (const juror of [ada, tied]) await ofFirst.getByRole('checkbox', { name: juror }).check()
  for (const juror of [ada, blaise]) await ofSecond.getByRole('checkbox', { name: juror }).check()
  await page.getByRole('button', { name: 'Enregistrer les affectations' }).click()
  await expect(page).toHaveURL(/fait=affectation/)
  expect(stateOf(second.id)).toBe('examining')

  // By address, too: neither the file that one is tied to, nor one of others.
  await become(page, tied, '/espace/jury')
  await expect(page.getByRole('link', { name: first.commune.name })).toBeVisible()
  expect((await page.goto(`/espace/jury/${second.id}`))?.status()).toBe(404)

  await become(page, ada, '/espace/jury')
  await assess(page, second, 'Avis d’Ada')
  await become(page, blaise, `/espace/jury/${second.id}`)
  await expect(page.getByText('Réponse à strategie.enjeux')).toBeVisible()
  await expect(page.getByRole('main')).not.toContainText('Avis d’Ada')
  expect((await page.goto(`/espace/jury/${first.id}`))?.status()).toBe(404)
  await assess(page, second, 'Avis de Blaise')
  await expect(page.getByRole('main')).toContainText('Avis d’Ada')
  expect(stateOf(second.id)).toBe('assessed')

  await page.getByLabel('Résultat, dans l’échelle du millésime').selectOption('4')
  await page.getByLabel('Retour à la candidature').fill('Votre stratégie est claire.')
  await page.getByRole('button', { name: 'Enregistrer la décision' }).click()
  await expect(page).toHaveURL(/fait=decision/)

  await become(page, anOrganiser(), filesPage(year))
  await expect(page.getByRole('row', { name: second.commune.name })).toContainText('niveau 4')
  await page.getByLabel('Confirmer sans les dossiers').selectOption('oui')
  await page.getByRole('button', { name: 'Confirmer les résultats' }).click()
  await expect(page).toHaveURL(/fait=confirme/)
  expect(await mailsTo(second.responsible)).toEqual([])

  moveDates(year, { announces: -0.001, publishes: 1 })
  await expect
    .poll(async () => (await mailsTo(second.responsible)).length, { timeout: 20_000 })
    .toBe(1)
  expect(stateOf(second.id)).toBe('announced')
  expect(stateOf(first.id)).toBe('examining')
  await page.goto(`/label/${year}`)
  await expect(page.getByRole('main')).not.toContainText(second.commune.name)

  moveDates(year, { announces: -1, publishes: -0.001 })
  await expect.poll(() => stateOf(second.id), { timeout: 20_000 }).toBe('published')
  await page.goto(`/label/${year}`)
  await expect(page.getByRole('row', { name: second.commune.name })).toContainText('niveau 4')
  await page.goto(`/collectivites/${second.commune.key}`)
  await expect(page.getByRole('main')).toContainText('Décerné ici par le jury du millésime')
})

test('[JUR-02] a juror saves drafts without scripts, and says that they are tied', async ({
  browser,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: ACCOUNTS })
  const page = await context.newPage()
  const { year, files } = aClosedEdition(1)
  const [file] = files
  if (!file) throw new Error('a file was made')
  const juror = aJuror()
  await signIn(page, anOrganiser(), filesPage(year))
  await page
    .getByRole('group', { name: `Jurés du dossier ${file.commune.name}` })
    .getByRole('checkbox', { name: juror })
    .check()
  await page.getByRole('button', { name: 'Enregistrer les affectations' }).click()
  await expect(page).toHaveURL(/fait=affectation/)

  await become(page, juror, `/espace/jury/${file.id}`)
  await page.getByLabel('Commentaire sur l’axe Stratégie').fill('Texte d’un brouillon')
  await page.getByLabel('Commentaire sur l’axe Logiciels').fill('Un autre, pas oublié')
  await page.getByRole('button', { name: 'Enregistrer le brouillon (axe Stratégie)' }).click()
  await expect(page).toHaveURL(/fait=note-strategie/)
  await expect(page.getByLabel('Commentaire sur l’axe Logiciels')).toHaveValue(
    'Un autre, pas oublié',
  )
  await page.getByRole('button', { name: 'Terminer mon évaluation' }).click()
  await expect(page.getByRole('link', { name: 'Note de l’axe Stratégie' })).toBeVisible()
  await expect(page.getByLabel('Commentaire sur l’axe Stratégie')).toHaveValue(
    'Texte d’un brouillon',
  )
  await page.getByLabel('Quel est ce lien ?').fill('J’y ai été stagiaire.')
  await page.getByRole('button', { name: 'Me retirer de ce dossier' }).click()
  await expect(page).toHaveURL(/\/espace\/jury\?fait=conflit/)
  await expect(page.getByRole('main')).toContainText('fermé : vous êtes lié à cette candidature')
  await context.close()
})

test('[JUR-03] the pages of the jury are in order in both languages', async ({ page }) => {
  const { year, files } = aClosedEdition(2)
  const [file] = files
  const member = someone('candidature.example.fr')
  if (!file) throw new Error('a file was made')
  makeMember(file.commune.key, member)
  const juror = aJuror()
  await signIn(page, anOrganiser(), filesPage(year))
  await page.getByRole('checkbox', { name: juror }).first().check()
  await page.getByRole('checkbox', { name: juror }).last().check()
  await page.getByRole('button', { name: 'Enregistrer les affectations' }).click()
  await expect(page).toHaveURL(/fait=affectation/)
  for (const lang of ['', '/en']) {
    await page.goto(`${lang}${filesPage(year)}?proposition=oui`)
    await expectInOrder(page)
  }
  await become(page, juror, '/espace/jury')
  for (const lang of ['', '/en']) {
    await page.goto(`${lang}/espace/jury`)
    await expectInOrder(page)
    await page.goto(`${lang}/espace/jury/${file.id}`)
    await expectInOrder(page)
  }
})
