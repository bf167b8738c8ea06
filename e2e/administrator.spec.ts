import { randomUUID } from 'node:crypto'
import { makeAdministrator, signIn, someone } from './accounts.ts'
import { ACCOUNTS } from './addresses.ts'
import { expect, NOT_FOUND_ANSWER, type Page, test } from './fixtures.ts'
import { aCommune, asUser, expectAccessible } from './moderation.ts'

test.use({ baseURL: ACCOUNTS })
test.setTimeout(120_000)

const ROLES = '/espace/administration'
const LOG = '/espace/administration/journal'

async function anAdministrator(page: Page, next = ROLES): Promise<string> {
  const email = someone('administration.example.fr')
  makeAdministrator(email)
  await signIn(page, email, next)
  return email
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(`[ADM-01] an administrator, ${javaScriptEnabled ? 'with' : 'without'} scripts,`, () => {
    test.use({ javaScriptEnabled })

    test('gives a role by address and takes it away; the log says both', async ({ page }) => {
      const email = await anAdministrator(page)
      const other = someone()
      await page.getByLabel('Adresse de courriel').fill('pas une adresse')
      await page.getByRole('button', { name: 'Donner ce rôle' }).click()
      await expect(page.getByRole('region', { name: 'Rien n’est enregistré' })).toContainText(
        'nom@domaine.fr',
      )
      await expect(page.getByLabel('Adresse de courriel')).toHaveValue('pas une adresse')
      await page.getByLabel('Adresse de courriel').fill(other)
      await page.getByLabel('Rôle', { exact: true }).selectOption('juror')
      await page.getByRole('button', { name: 'Donner ce rôle' }).click()
      await expect(page.getByRole('main').getByRole('status')).toHaveText('C’est fait.')
      const row = page.getByRole('row', { name: new RegExp(other) })
      await expect(row).toContainText('jury du label')
      await row.getByRole('button', { name: /Retirer « jury du label »/ }).click()
      await expect(page.getByRole('row', { name: new RegExp(other) })).toHaveCount(0)

      await page.goto(LOG)
      await page.getByLabel('Acteur').fill(email)
      await page.getByLabel('Action, ou son début').fill('role')
      await page.getByRole('button', { name: 'Chercher' }).last().click()
      await expect(page).toHaveURL(/action=role/)
      const rows = page.getByRole('row').filter({ hasText: email })
      await expect(rows).toHaveCount(2)
      await expect(rows.nth(0)).toContainText('role.revoke')
      await expect(rows.nth(1)).toContainText('role.grant')
    })

    test('verifies a domain, which lets its people in, and takes it back', async ({ page }) => {
      const commune = aCommune()
      const domain = `${randomUUID().slice(0, 8)}.example.fr`
      await anAdministrator(page)
      const form = page.getByRole('region', { name: 'Domaines vérifiés' }).first()
      await form.getByLabel('Domaine', { exact: true }).fill('orange.fr')
      await form.getByLabel('Clé de l’organisme').fill(commune.key)
      await form.getByRole('button', { name: 'Vérifier ce domaine' }).click()
      await expect(page.getByRole('region', { name: 'Rien n’est enregistré' })).toBeVisible()
      await form.getByLabel('Domaine', { exact: true }).fill(domain)
      await form.getByRole('button', { name: 'Vérifier ce domaine' }).click()
      await expect(page.getByRole('row', { name: new RegExp(domain) })).toContainText(commune.name)
      await page.getByRole('button', { name: `Retirer ${domain} de ${commune.name}` }).click()
      await expect(page.getByRole('row', { name: new RegExp(domain) })).toHaveCount(0)
    })
  })
}

test.describe('[ADM-02] the log', () => {
  test('is taken away as CSV and as JSON lines, what was searched and no more', async ({
    page,
  }) => {
    const email = await anAdministrator(page, LOG)
    const id = asUser(email, ({ actor }) => (actor.kind === 'user' ? actor.id : ''))
    await page.goto(`${LOG}?acteur=admin&sujet=${id}`)
    const links = page.getByRole('main')
    const csv = await page.request.get(
      String(await links.getByRole('link', { name: 'En CSV' }).getAttribute('href')),
    )
    expect(csv.headers()['content-type']).toBe('text/csv; charset=utf-8')
    expect(csv.headers()['content-disposition']).toMatch(/attachment; filename="journal-.*\.csv"/)
    const [head, ...lines] = (await csv.text()).trimEnd().split('\r\n')
    expect(head).toBe('id,at,actor_kind,actor,action,subject_kind,subject,detail')
    expect(lines.map((line) => line.split(',')[4])).toEqual(['user.create', 'role.grant'])

    const jsonl = await page.request.get(
      String(await links.getByRole('link', { name: /En JSON/ }).getAttribute('href')),
    )
    const rows = (await jsonl.text()).trimEnd().split('\n')
    expect(rows.map((row) => (JSON.parse(row) as { action: string }).action)).toEqual([
      'user.create',
      'role.grant',
    ])
  })

  test('is paged: every entry is reached', async ({ page }) => {
    await anAdministrator(page, `${LOG}?action=adoption.report`)
    const first = await page.getByRole('row').nth(1).textContent()
    await page.getByRole('link', { name: 'Plus anciennes' }).click()
    await expect(page).toHaveURL(/avant=\d+/)
    expect(await page.getByRole('row').nth(1).textContent()).not.toBe(first)
    await page.getByRole('link', { name: 'Les plus récentes' }).click()
    await expect(page).not.toHaveURL(/avant/)
  })

  test('and the roles are shown to nobody else', async ({ page, announce }) => {
    announce(NOT_FOUND_ANSWER)
    expect((await page.request.get(`${LOG}/export`)).status()).toBe(401)
    await signIn(page, someone())
    for (const path of [ROLES, LOG]) expect((await page.goto(path))?.status()).toBe(404)
    expect((await page.request.get(`${LOG}/export?format=jsonl`)).status()).toBe(403)
  })

  test('and the roles have nothing that axe finds, in both languages', async ({ page }) => {
    await anAdministrator(page)
    for (const lang of ['', '/en']) {
      for (const path of [ROLES, `${LOG}?action=role`, `${LOG}?action=rien`]) {
        await page.goto(lang + path)
        await expectAccessible(page)
      }
    }
  })
})
