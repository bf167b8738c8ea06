import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { promisify } from 'node:util'
import { type GitServer, startGitServer } from '#lib/testing/git-server.ts'
import { mailsTo, signIn, someone } from './accounts.ts'
import { ACCOUNTS, ACCOUNTS_DATA } from './addresses.ts'
import { expect, type Page, test } from './fixtures.ts'
import { aModerator, expectAccessible, lastCaseOf } from './moderation.ts'

test.use({ baseURL: ACCOUNTS })
test.setTimeout(180_000)

const REASON = 'Le dépôt et son éditeur sont ce qu’ils disent.'

let forge: GitServer
test.beforeAll(async () => {
  forge = await startGitServer()
})
test.afterAll(() => forge.close())

/** A publiccode.yml that lacks the English texts, as most do, and is nearly valid. */
const publiccode = (name: string, url: string, version: string) => `publiccodeYmlVersion: "0.4"
name: ${name}
url: ${url}
softwareVersion: ${version}
platforms:
  - web
developmentStatus: stable
softwareType: standalone/web
description:
  fr:
    genericName: Cimetières
    shortDescription: Tient le plan des cimetières et leurs concessions
    longDescription: >
      Ce logiciel tient le plan des cimetières d’une commune, les concessions et leurs échéances, et
      édite les arrêtés, les courriers de relance et les statistiques de l’année.
    features:
      - Plan
legal:
  license: AGPL-3.0-or-later
maintenance:
  type: none
localisation:
  localisationReady: true
  availableLanguages:
    - fr
`

interface Project {
  name: string
  path: string
  url: string
  slug: string
}

/** A repository of its own for a test. */
function aProject(): Project {
  const id = randomUUID().slice(0, 8)
  const path = `ville-${id}/opentombe`
  const url = `${forge.url}/${path}`
  const name = `openTombe ${id}`
  forge.add(path, {
    files: { 'publiccode.yml': publiccode(name, url, '1.0.0'), 'README.md': `# ${name}` },
    tags: ['v1.0.0'],
  })
  return { name, path, url, slug: `opentombe-${id}` }
}

async function readIntoDraft(page: Page, address: string): Promise<void> {
  await page.goto('/espace/logiciels/ajouter')
  await page.getByLabel('Adresse du dépôt').fill(address)
  await page.getByRole('button', { name: 'Lire ce dépôt' }).click()
}

/** What no machine can know. */
async function complete(page: Page, name: string): Promise<void> {
  await page.getByLabel('À quoi il sert').selectOption({ index: 3 })
  await page.getByLabel('Résumé en anglais').fill('Keeps the plan of graveyards and their plots')
  await page
    .getByLabel('Description en anglais')
    .fill('It keeps the plan of graveyards. '.repeat(5))
  await page.getByLabel('Nom du nouvel éditeur').fill(`Ville de ${name}`)
  await page.getByLabel('Type du nouvel éditeur').selectOption('public-body')
}

const main = (page: Page) => page.getByRole('main')

test.describe('[PUB-01] a publisher', () => {
  test('goes from an address to an entry that is published, claimed, bears a badge and follows its repository', async ({
    page,
    browser,
  }) => {
    const project = aProject()
    const email = someone('editeur.example.fr')
    await signIn(page, email)

    await test.step('the address fills the form, each field with its origin', async () => {
      await readIntoDraft(page, `${project.url}/`)
      await expect(page).toHaveURL(/\/espace\/logiciels\/ajouter\/\d+$/)
      await expect(page.getByLabel('Nom du logiciel')).toHaveValue(project.name)
      await expect(page.getByLabel('Licence (SPDX)')).toHaveValue('AGPL-3.0-or-later')
      await expect(page.getByLabel('Nom du logiciel')).toHaveAccessibleDescription(
        /Lu dans publiccode\.yml, ligne 2/,
      )
      await expectAccessible(page)
    })

    await test.step('what is missing is said beside the field, and nothing typed is lost', async () => {
      await page.getByLabel('Résumé en anglais').fill('Keeps graves')
      await page.getByRole('button', { name: 'Envoyer', exact: true }).click()
      await expect(page.getByRole('region', { name: 'Cela n’a pas abouti' })).toBeFocused()
      await page.reload()
      await expect(page.getByLabel('Résumé en anglais')).toHaveValue('Keeps graves')
      await complete(page, project.name)
      await page.getByRole('button', { name: 'Envoyer', exact: true }).click()
      await expect(main(page)).toContainText('Fiche envoyée')
    })

    await test.step('a moderator publishes it', async () => {
      const context = await browser.newContext({ baseURL: ACCOUNTS })
      const moderation = await context.newPage()
      await aModerator(moderation, `/espace/moderation/${lastCaseOf(email)}`)
      await expect(main(moderation)).toContainText(project.url)
      await expectAccessible(moderation)
      await moderation.getByLabel('Motif, envoyé à la personne').fill(REASON)
      await moderation.getByRole('button', { name: 'Publier' }).click()
      await expect(moderation).toHaveURL(/fait=decision/)
      await context.close()
      await expect
        .poll(async () => (await mailsTo(email)).map(({ subject }) => subject))
        .toContainEqual(`Logiciel publié : ${project.name}`)
      await page.goto(`/logiciels/${project.slug}`)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(project.name)
      await expect(main(page)).not.toContainText('Fiche tenue par son éditeur')
    })

    await test.step('it is claimed by a token in the repository', async () => {
      await page.getByRole('link', { name: `Revendiquez cette fiche : ${project.name}` }).click()
      await page.getByRole('button', { name: 'Recevoir un jeton' }).click()
      const token = (await main(page).locator('code').first().textContent())?.trim() ?? ''
      expect(token).toMatch(/^mutualibre-[\w-]{32}$/)
      await page.getByRole('button', { name: 'Vérifier maintenant' }).click()
      await expect(main(page).getByRole('status')).toContainText('Le jeton ne s’y trouve pas')
      await expectAccessible(page)
      forge.push(project.path, [{ files: { 'mutualibre.txt': `${token}\n` } }])
      await page.getByRole('button', { name: 'Vérifier maintenant' }).click()
      await expect(page.getByRole('region', { name: /C’est prouvé/ })).toBeFocused()
      await expectAccessible(page)
      await page.goto(`/logiciels/${project.slug}`)
      await expect(main(page)).toContainText('Fiche tenue par son éditeur depuis le')
      await expect(main(page)).not.toContainText(email)
    })

    await test.step('it bears a badge', async () => {
      const answer = await page.goto(`/logiciels/${project.slug}/badges`)
      expect(answer?.status()).toBe(200)
      const badge = await page.request.get(`/logiciels/${project.slug}/badge/utilisateurs.svg`)
      expect(badge.headers()['content-type']).toContain('image/svg+xml')
    })

    await test.step('a harvest changes it', async () => {
      const text = publiccode(project.name, project.url, '2.0.0').replace(
        'Tient le plan des cimetières et leurs concessions',
        'Tient le plan et les registres des cimetières',
      )
      forge.push(project.path, [{ files: { 'publiccode.yml': text } }], { tags: ['v2.0.0'] })
      await harvest(project.slug)
      await page.goto(`/logiciels/${project.slug}`)
      await expect(main(page)).toContainText('Tient le plan et les registres des cimetières')
      await page.goto(`/logiciels/${project.slug}/historique`)
      await expect(main(page)).toContainText('modifiée par le dépôt')
      await expect(main(page)).toContainText('version 2.0.0 publiée')
    })
  })

  test('is told in words why an address is refused, also without JavaScript', async ({
    browser,
  }) => {
    const context = await browser.newContext({ javaScriptEnabled: false, baseURL: ACCOUNTS })
    const page = await context.newPage()
    await signIn(page, someone('editeur.example.fr'))
    const project = aProject()
    forge.push(project.path, [
      {
        files: {
          'publiccode.yml': publiccode(project.name, project.url, '1').replace(
            'AGPL-3.0-or-later',
            'BUSL-1.1',
          ),
        },
      },
    ])
    for (const [address, words] of [
      ['file:///etc/passwd', 'par https seulement'],
      ['https://192.168.1.10/ville/outil', 'réseau privé'],
      [`${forge.url}/ville/rien`, 'ne montre pas de dépôt'],
      [project.url, 'BUSL-1.1'],
    ] as const) {
      await readIntoDraft(page, address)
      await expect(main(page)).toContainText(words)
      await expect(page.getByLabel('Adresse du dépôt')).toHaveValue(address)
    }
    await expectNoScriptDraft(page)
    await context.close()
  })
})

/** The whole of a draft, by plain forms. */
async function expectNoScriptDraft(page: Page): Promise<void> {
  const project = aProject()
  await readIntoDraft(page, project.url)
  await expect(page.getByLabel('Nom du logiciel')).toHaveValue(project.name)
  await page.getByLabel('Résumé en anglais').fill('Keeps the plan of graveyards')
  await page.getByRole('button', { name: 'Enregistrer le brouillon' }).click()
  await expect(main(page)).toContainText('Brouillon enregistré')
  await page.goto('/espace')
  await page.getByRole('link', { name: project.name }).click()
  await expect(page.getByLabel('Résumé en anglais')).toHaveValue('Keeps the plan of graveyards')
  await page.getByRole('button', { name: 'Abandonner ce brouillon' }).click()
  await expect(main(page)).toContainText('C’est abandonné')
}

/** The command of the one who runs the service, on the one entry. */
const harvest = (slug: string) =>
  promisify(execFile)(process.execPath, ['lib/cli/harvest.ts', '--software', slug], {
    timeout: 60_000,
    env: {
      ...process.env,
      FORGE_HOSTS: '127.0.0.1',
      MUTUALIBRE_DATA: process.env.E2E_DATA ?? ACCOUNTS_DATA,
    },
  })
