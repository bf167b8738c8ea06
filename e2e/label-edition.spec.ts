import { randomInt } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { messages } from '#components/i18n/messages.ts'
import { application } from '#db/schema/applications.ts'
import { edition } from '#db/schema/label.ts'
import { verifiedElsewhere } from '#lib/testing/verify-elsewhere.ts'
import { linkMailedTo, mailsTo, makeMember, ownNetwork, signIn, someone } from './accounts.ts'
import { ACCOUNTS } from './addresses.ts'
import { makeKey } from './awards.ts'
import { expect, type Page, test } from './fixtures.ts'
import {
  aJuror,
  anOrganiser,
  assess,
  become,
  type File,
  filesPage,
  moveDates,
  stateOf,
} from './jury.ts'
import { aCommune, withDatabase } from './moderation.ts'

test.use({ baseURL: ACCOUNTS })
test.setTimeout(420_000)

const t = messages('fr')
const main = (page: Page) => page.getByRole('main')
const button = (page: Page, name: string | RegExp) => main(page).getByRole('button', { name })
const YEARS = ['opensAt', 'closesAt', 'juryAt', 'announcesAt', 'publishesAt'] as const

/** Copies the reference grid into an edition of a year, dates it, and opens it. */
async function copyAndOpen(page: Page, year: number): Promise<void> {
  await page.goto('/espace/label/millesimes')
  const { list, edit } = t.labelEditions
  await page.getByLabel(list.from, { exact: true }).selectOption('reference')
  await page.getByLabel(list.year, { exact: true }).fill(String(year))
  await page.getByLabel(list.scheme, { exact: true }).selectOption('copyleft-5')
  await page.getByRole('button', { name: list.submitCopy, exact: true }).click()
  await expect(page).toHaveURL(new RegExp(`/millesimes/${year}\\?`))
  for (const [index, field] of YEARS.entries()) {
    const label = page.getByLabel(t.labelEditions.fields[field], { exact: true })
    await label.fill(`${new Date().getFullYear() + 1}-0${index + 1}-15T12:00:00`)
  }
  await button(page, edit.saveCalendar).click()
  await expect(page).toHaveURL(/fait=calendrier/)
  await button(page, edit.submitOpen(year)).click()
  await expect(page).toHaveURL(/fait=ouvert/)
}

/** The clock goes on: moves a date of the edition, which nobody may do on the page. */
const setDates = (year: number, dates: Partial<typeof edition.$inferInsert>) =>
  withDatabase(({ db }) => db.update(edition).set(dates).where(eq(edition.year, year)).run())
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString()

/** A commune applies: its agent fills the dossier, its élu validates it by a link, it is submitted. */
async function apply(page: Page, year: number): Promise<File & { member: string }> {
  const commune = aCommune()
  const member = someone('candidature.example.fr')
  const elected = someone('elus.example.fr')
  makeMember(commune.key, member)
  const dossier = `/espace/collectivites/${commune.key}/label/${year}`
  await become(page, member, dossier)
  await button(page, 'Ouvrir la candidature').click()
  await expect(page.getByText('Brouillon.')).toBeVisible()
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
  await button(page, 'Demander la validation').click()
  // The élu has a browser of their own: a member who is signed in cannot validate in their place.
  const elsewhere = await page.context().browser()?.newContext({ baseURL: ACCOUNTS })
  if (!elsewhere) throw new Error('the browser is gone')
  const other = await elsewhere.newPage()
  await ownNetwork(other)
  await other.goto(await linkMailedTo(elected, /votre validation est demandée/))
  await button(other, 'Valider cette candidature').click()
  await expect(other.getByRole('heading', { level: 1 })).toHaveText('C’est validé')
  await elsewhere.close()
  await page.goto(dossier)
  await button(page, 'Déposer la candidature').click()
  await expect(page.getByText('La candidature est déposée.')).toBeVisible()
  const id = withDatabase(
    ({ db }) =>
      db.select().from(application).where(eq(application.organisationId, commune.id)).get()?.id,
  )
  return { id: Number(id), commune, responsible: member, member }
}

async function decide(page: Page, file: File, level: string, feedback: string): Promise<void> {
  await page.goto(`/espace/jury/${file.id}`)
  await page.getByLabel('Résultat, dans l’échelle du millésime').selectOption(level)
  await page.getByLabel('Retour à la candidature').fill(feedback)
  await page.getByRole('button', { name: 'Enregistrer la décision' }).click()
  await expect(page).toHaveURL(/fait=decision/)
}

test('[LAB-01] an edition from its copy to its published awards: an organiser, two candidates, three jurors', async ({
  page,
}) => {
  makeKey()
  const year = randomInt(2_032, 2_070)
  const organiser = anOrganiser()
  await signIn(page, organiser, '/espace')
  await copyAndOpen(page, year)
  setDates(year, { opensAt: inDays(-1) })

  const first = await apply(page, year)
  const second = await apply(page, year)
  setDates(year, { closesAt: inDays(-0.5), graceSeconds: 0 })

  // Three jurors, one of them a member of the first candidate: two files, two jurors each.
  const [ada, blaise, tied] = [aJuror(), aJuror(), aJuror(first.commune)]
  await become(page, organiser, filesPage(year))
  const jurorsOf = (file: File) =>
    page.getByRole('group', { name: `Jurés du dossier ${file.commune.name}` })
  await expect(jurorsOf(first).getByRole('checkbox', { name: tied })).toBeDisabled()
  for (const juror of [ada, blaise]) await jurorsOf(first).getByLabel(juror).check()
  for (const juror of [ada, tied]) await jurorsOf(second).getByLabel(juror).check()
  await page.getByRole('button', { name: 'Enregistrer les affectations' }).click()
  await expect(page).toHaveURL(/fait=affectation/)

  await become(page, ada, '/espace/jury')
  await assess(page, first, 'Avis d’Ada')
  await assess(page, second, 'Avis d’Ada')
  await become(page, tied, '/espace/jury')
  await assess(page, second, 'Avis du troisième')
  await become(page, blaise, '/espace/jury')
  await assess(page, first, 'Avis de Blaise')
  expect([first, second].map(({ id }) => stateOf(id))).toEqual(['assessed', 'assessed'])

  await decide(page, first, '4', 'Votre démarche est exemplaire.')
  await become(page, organiser, filesPage(year))
  await decide(page, second, 'none', 'Revenez l’an prochain.')
  await page.goto(filesPage(year))
  await page.getByRole('button', { name: 'Confirmer les résultats' }).click()
  await expect(page).toHaveURL(/fait=confirme/)

  moveDates(year, { announces: -0.001, publishes: 1 })
  await expect.poll(() => stateOf(first.id), { timeout: 20_000 }).toBe('announced')
  for (const { commune, member, text } of [
    { ...first, text: 'Votre démarche est exemplaire.' },
    { ...second, text: 'Revenez l’an prochain.' },
  ]) {
    await become(page, member, `/espace/collectivites/${commune.key}/label/${year}`)
    await expect(page.getByRole('region', { name: 'Le résultat du jury' })).toContainText(text)
    await expect
      .poll(async () =>
        (await mailsTo(member)).some((mail) => /le résultat du jury/.test(mail.subject)),
      )
      .toBe(true)
  }
  await page.goto(`/label/${year}`)
  await expect(main(page)).not.toContainText(first.commune.name)

  moveDates(year, { announces: -1, publishes: -0.001 })
  await expect.poll(() => stateOf(first.id), { timeout: 20_000 }).toBe('published')
  await page.context().clearCookies()
  await page.goto(`/label/${year}`)
  await expect(page.getByRole('row', { name: first.commune.name })).toContainText('niveau 4')
  await expect(main(page)).not.toContainText(second.commune.name)
  await page.goto(`/collectivites/${first.commune.key}`)
  await expect(main(page)).toContainText('Décerné ici par le jury du millésime')

  // What it was given can be verified by a library that is none of ours.
  await page.goto(`/label/${year}/laureats/${first.commune.key}`)
  const open = page.getByRole('link', { name: t.badges.credentialOpen })
  await expect(async () => {
    await page.reload()
    await expect(open).toBeVisible({ timeout: 1_000 })
  }).toPass({ timeout: 90_000 })
  const credential = await (await page.request.get((await open.getAttribute('href')) ?? '')).json()
  const issuer = await (await page.request.get(credential.issuer.id)).json()
  expect(await verifiedElsewhere(credential, issuer, new Date())).toEqual({
    verified: true,
    why: '',
  })
})
