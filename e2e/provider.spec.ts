import { randomInt, randomUUID } from 'node:crypto'
import { isSiren } from '#lib/organisations/rules/siren.ts'
import { importSoftware } from '#lib/software/commands/import-software.ts'
import { linkMailedTo, mailsTo, signIn, someone } from './accounts.ts'
import { ACCOUNTS } from './addresses.ts'
import { expect, test } from './fixtures.ts'
import {
  aCommune,
  aModerator,
  anAgentOf,
  entryOf,
  expectAccessible,
  lastCaseOf,
  newName,
  withDatabase,
} from './moderation.ts'

test.use({ baseURL: ACCOUNTS })
test.setTimeout(120_000)

/** A SIREN that no other provider of the run has. */
function aNewSiren(): string {
  const start = String(randomInt(30_000_000, 99_999_999))
  const all = Array.from({ length: 10 }, (_, key) => start + key)
  return all.find(isSiren) ?? ''
}

/** A software of its own for a test. */
function aNewSoftware() {
  const name = newName()
  const slug = `essai-${randomUUID().slice(0, 8)}`
  withDatabase((context) => importSoftware(context, [entryOf(slug, name)]))
  return { slug, name }
}

test('[PRO-01] a provider names a commune, whose agent confirms it: it shows on both pages', async ({
  page,
  browser,
}) => {
  const software = aNewSoftware()
  const commune = aCommune()
  const agent = anAgentOf(commune)
  const seller = someone('atelier.example.fr')
  const name = `Atelier ${randomUUID().slice(0, 8)}`

  await signIn(page, seller, '/espace/prestataires/ajouter')
  const main = page.getByRole('main')
  await main.getByLabel('Nom', { exact: true }).fill(name)
  await main.getByLabel('Qui', { exact: true }).selectOption('cooperative')
  await main.getByLabel('SIREN', { exact: true }).fill('123456789')
  await main.getByLabel('En quelques phrases').fill('Héberge et accompagne les communes.')
  await main.getByLabel('Un premier logiciel').fill(software.name)
  await main.getByLabel('hébergement').check()
  await main.getByLabel('Territoire servi').selectOption('national')
  await main.getByRole('button', { name: 'Ajouter' }).click()
  // A SIREN has a key; what was typed is kept.
  await expect(main.getByLabel('SIREN', { exact: true })).toHaveAttribute('aria-invalid', 'true')
  await expect(main.getByLabel('hébergement')).toBeChecked()
  await expectAccessible(page)
  await main.getByLabel('SIREN', { exact: true }).fill(aNewSiren())
  await main.getByRole('button', { name: 'Ajouter' }).click()
  await expect(page).toHaveURL(/\/espace\/prestataires\/atelier-[\w-]+\?fait=cree/)
  const slug = new URL(page.url()).pathname.split('/').at(-1) ?? ''
  expect((await page.request.get(`/prestataires/${slug}`)).status()).toBe(404)

  const moderating = await browser.newContext({ baseURL: ACCOUNTS })
  const moderator = await moderating.newPage()
  await aModerator(moderator, `/espace/moderation/${lastCaseOf(seller)}`)
  await expectAccessible(moderator)
  await moderator.getByLabel('Motif, envoyé à la personne').fill('Le site le montre bien.')
  await moderator.getByRole('button', { name: 'Accepter', exact: true }).click()
  await expect(moderator).toHaveURL(/fait=decision/)
  await moderating.close()
  await page.reload()
  await expectAccessible(page)
  await main.getByLabel('Organisme', { exact: true }).fill(commune.key)
  const asking = main.locator('form', { has: page.getByLabel('Organisme', { exact: true }) })
  await asking.getByLabel('hébergement').check()
  await asking.getByLabel('Depuis').fill('2022')
  await asking.getByRole('button', { name: 'Demander la confirmation' }).click()
  await expect(page).toHaveURL(/fait=demande$/)
  await expect(main.getByText('attend la réponse de l’organisme')).toBeVisible()

  const link = await linkMailedTo(agent, /en référence/)
  const others = await browser.newContext({ baseURL: ACCOUNTS })
  const agentPage = await others.newPage()
  await signIn(agentPage, agent, link.replace(ACCOUNTS, ''))
  await expectAccessible(agentPage)
  await agentPage.getByRole('button', { name: `Confirmer : ${name}, ${software.name}` }).click()
  await expect(agentPage.getByText('C’est confirmé')).toBeVisible()
  await others.close()

  await page.goto(`/prestataires/${slug}`)
  await expect(main).toContainText('1 référence confirmée par 1 organisme')
  await expect(main.getByRole('row', { name: commune.name })).toContainText(software.name)
  await expectAccessible(page)
  expect(await page.content()).not.toContain(agent)
  await page.goto(`/logiciels/${software.slug}`)
  await expect(main.getByRole('link', { name, exact: true })).toBeVisible()
  await expect(main).toContainText('1 référence confirmée')
  await page.goto(`/collectivites/${commune.key}`)
  await expect(main.getByRole('row', { name })).toContainText('hébergement')
  await expect(async () => {
    expect((await mailsTo(seller)).map(({ subject }) => subject).join()).toContain(
      'confirme votre référence',
    )
  }).toPass({ timeout: 15_000 })
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('[PRO-02] a provider is added, and what is refused is kept', async ({ page }) => {
    await signIn(page, someone('sansjs.example.fr'), '/espace/prestataires/ajouter')
    const main = page.getByRole('main')
    const name = `Sans script ${randomUUID().slice(0, 8)}`
    await main.getByLabel('Nom', { exact: true }).fill(name)
    await main.getByLabel('Qui', { exact: true }).selectOption('company')
    await main.getByLabel('En quelques phrases').fill('Forme les agents des communes.')
    await main.getByLabel('formation').check()
    await main.getByRole('button', { name: 'Ajouter' }).click()
    await expect(main.getByLabel('Nom', { exact: true })).toHaveValue(name)
    await expect(main.getByLabel('formation')).toBeChecked()
    await expect(main.getByLabel('Un premier logiciel')).toHaveAttribute('aria-invalid', 'true')
    await main.getByLabel('formation').uncheck()
    await main.getByLabel('SIREN', { exact: true }).fill(aNewSiren())
    await main.getByRole('button', { name: 'Ajouter' }).click()
    await expect(page).toHaveURL(/\/espace\/prestataires\/sans-script-[\w-]+\?fait=cree/)
    await expect(main).toContainText('La modération lit votre demande')
  })
})
