import { randomUUID } from 'node:crypto'
import { importSoftware } from '#lib/software/commands/import-software.ts'
import { type GitServer, startGitServer } from '#lib/testing/git-server.ts'
import { ACCOUNTS } from './addresses.ts'
import { expect, type Page, test } from './fixtures.ts'
import { aModerator, entryOf, expectAccessible, newName, withDatabase } from './moderation.ts'

test.use({ baseURL: ACCOUNTS })
test.setTimeout(90_000)

let forge: GitServer
test.beforeAll(async () => {
  forge = await startGitServer()
})
test.afterAll(() => forge.close())

const publiccode = (name: string) => `publiccodeYmlVersion: "0.7"
name: ${name}
url: ${forge.url}/ville/depot
platforms: [web]
developmentStatus: stable
legal:
  license: AGPL-3.0-or-later
`

/** An entry of its own, and the repository that it is to follow. */
function anEntryWithRepository() {
  const id = randomUUID().slice(0, 8)
  const [slug, name, path] = [`essai-${id}`, newName(), `ville/${id}`]
  withDatabase((context) => {
    expect(importSoftware(context, [entryOf(slug, name)]).skipped).toEqual([])
  })
  forge.add(path, {
    files: { 'publiccode.yml': publiccode(name), 'tests/premier.txt': 'ok' },
    tags: ['v1.2.0'],
  })
  return { slug, name, path, address: `${forge.url}/${path}` }
}

/** What a person waits a minute for. */
const aMinuteGoesBy = () =>
  withDatabase(({ db }) => db.$client.prepare("UPDATE repository SET visited_at = ''").run())

async function readAgain(page: Page, said: RegExp): Promise<void> {
  await page.getByRole('button', { name: 'Relire le dépôt maintenant' }).click()
  await expect(page.getByRole('main').getByText(said)).toBeVisible({ timeout: 30_000 })
}

test('an editor corrects a field, the repository says otherwise, both are shown, and its history tells', async ({
  page,
}) => {
  const { slug, name, path, address } = anEntryWithRepository()
  await aModerator(page, `/espace/logiciels/${slug}`)

  // What is wrong is said at its field, and nothing typed is lost.
  await page.getByLabel('Dépôt des sources').fill(`${address}.git`)
  await page.getByLabel('Nom', { exact: true }).fill(`${name}, corrigé`)
  await page.getByLabel('Licence', { exact: true }).fill('BUSL-1.1')
  await page.getByRole('button', { name: 'Enregistrer la fiche' }).click()
  await expect(page.getByRole('link', { name: 'Licence' })).toBeVisible()
  await expect(page.getByLabel('Nom', { exact: true })).toHaveValue(`${name}, corrigé`)
  await page.getByLabel('Licence', { exact: true }).fill('AGPL-3.0-or-later')
  await page.getByRole('button', { name: 'Enregistrer la fiche' }).click()
  await expect(page).toHaveURL(/fait=enregistree/)

  // The repository says the old name: it is kept at bay.
  await readAgain(page, /vient d’être relu/)
  const keep = page.getByRole('button', { name: /Garder la fiche telle quelle.*Nom/ })
  await expect(page.getByText('Le dépôt dit', { exact: false }).first()).toBeVisible()
  await keep.click()
  await expect(page).toHaveURL(/fait=gardee/)
  await expect(keep).toHaveCount(0)

  // It says a new one: that is brought up, shown beside ours with its line, and taken.
  const renamed = `${name} 2`
  forge.push(path, [{ files: { 'publiccode.yml': publiccode(renamed) } }])
  aMinuteGoesBy()
  await readAgain(page, /vient d’être relu/)
  await expect(page.getByText(/publiccode\.yml du dépôt, ligne 2/).first()).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: /Reprendre ce que dit le dépôt.*Nom/ }).click()
  await expect(page).toHaveURL(/fait=reprise/)
  await expect(page.getByLabel('Nom', { exact: true })).toHaveValue(renamed)

  // The public page shows how alive it is; its history, what happened, naming nobody.
  await page.goto(`/logiciels/${slug}`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(renamed)
  const activity = page.getByRole('region', { name: 'Activité du dépôt' })
  await expect(activity).toContainText('1.2.0')
  await expect(activity).toContainText('Tests automatiques : tests')
  await expectAccessible(page)
  await activity.getByRole('link', { name: 'Historique de la fiche' }).click()
  await expect(page.getByRole('main')).toContainText('modifiée par la modération')
  await expect(page.getByRole('main')).toContainText('version 1.2.0 publiée')
  await expect(page.getByRole('main')).toContainText(renamed)
  await expectAccessible(page)
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('the form comes back with what was typed, then records it', async ({ page }) => {
    const { slug, name } = anEntryWithRepository()
    await aModerator(page, `/espace/logiciels/${slug}`)
    await page.getByLabel('Nom', { exact: true }).fill(`${name}, corrigé`)
    await page.getByLabel('Site', { exact: true }).fill('pas une adresse')
    await page.getByRole('button', { name: 'Enregistrer la fiche' }).click()
    await expect(page.getByText('Ce n’est pas enregistré')).toBeVisible()
    await expect(page.getByLabel('Nom', { exact: true })).toHaveValue(`${name}, corrigé`)
    await page.getByLabel('Site', { exact: true }).fill('https://projet.example.org')
    await page.getByRole('button', { name: 'Enregistrer la fiche' }).click()
    await expect(page).toHaveURL(/fait=enregistree/)
    await expect(page.getByLabel('Nom', { exact: true })).toHaveValue(`${name}, corrigé`)
  })
})
