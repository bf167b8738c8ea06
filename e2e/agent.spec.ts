import { linkMailedTo } from './accounts.ts'
import { ACCOUNTS } from './addresses.ts'
import { expect, type Page, test } from './fixtures.ts'
import { anAgent, expectInOrder, monthsGoBy, reportedOf, usesOf } from './life.ts'

test.use({ baseURL: ACCOUNTS })
test.slow()

const main = (page: Page) => page.getByRole('main')
const declare = (page: Page) => main(page).getByRole('button', { name: 'Déclarer', exact: true })
const state = (page: Page, name: RegExp) => main(page).getByRole('radio', { name })
const software = (page: Page) => main(page).getByRole('combobox', { name: 'Quel logiciel ?' })
const field = (page: Page, name: string) => main(page).getByLabel(name, { exact: true })
const save = (page: Page) => main(page).getByRole('button', { name: 'Enregistrer' })

/** Declares openElec in production, by the two answers that are required. */
async function declareOpenElec(page: Page): Promise<void> {
  await page.goto('/espace/declarer?logiciel=openelec')
  await state(page, /En production/i).check()
  await declare(page).click()
  await expect(page).toHaveURL(/faite=/)
}

async function openUse(page: Page, space: string, faire = ''): Promise<void> {
  await page.goto(space)
  await main(page)
    .getByRole('link', { name: /openElec$/ })
    .last()
    .click()
  await expect(page).toHaveURL(/utilisations/)
  if (faire) await page.goto(`${page.url()}?faire=${faire}`)
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(`[LIFE-01] an agent declares, ${javaScriptEnabled ? 'with' : 'without'} scripts`, () => {
    test.use({ javaScriptEnabled })

    test('from the page of the software to the thanks, in two answers', async ({ page }) => {
      const { commune } = await anAgent(page, '/logiciels/openelec')
      await main(page).getByRole('link', { name: 'Nous l’utilisons aussi' }).click()
      await expect(software(page)).toHaveValue('openElec')
      await expect(main(page)).toContainText(commune.name)

      await state(page, /En production/i).check()
      await declare(page).click()

      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Déclaration enregistrée')
      expect(usesOf(commune)).toEqual([{ state: 'production', trust: 'confirmed', revision: 1 }])
      await page.goto(`/collectivites/${commune.key}`)
      await expect(page.getByRole('row', { name: /openElec/ })).toContainText('confirmée')
    })

    test('is refused, loses nothing, chooses among several, and is thanked', async ({ page }) => {
      const { commune } = await anAgent(page, '/espace/declarer')
      await software(page).fill('libre')
      await main(page).getByText('En dire plus').click()
      await field(page, 'Postes').fill('douze')
      await field(page, 'Ce qu’il remplace').fill('Une suite « propriétaire »')
      await declare(page).click()

      const summary = main(page).getByRole('region', { name: /pas enregistrée/ })
      await expect(summary).toBeFocused()
      await expect(summary).toContainText('Choisissez ci-dessous')
      await expect(summary).toContainText('Dites où vous en êtes')
      await expect(software(page)).toHaveValue('libre')
      await expect(field(page, 'Postes')).toHaveValue('douze')
      await expect(field(page, 'Ce qu’il remplace')).toHaveValue('Une suite « propriétaire »')

      await main(page)
        .getByRole('radio', { name: /^LibreOffice/ })
        .check()
      await state(page, /Pilote/i).check()
      await field(page, 'Postes').fill('12')
      await declare(page).click()

      await expect(page).toHaveURL(/faite=/)
      expect(usesOf(commune)).toMatchObject([{ state: 'pilot', trust: 'confirmed' }])
      await page.goto(`/collectivites/${commune.key}`)
      await expect(page.getByRole('row', { name: /LibreOffice/ })).toContainText('12 postes')
    })

    test('changes, ends and takes up again what was declared', async ({ page }) => {
      const { space, commune } = await anAgent(page)
      await declareOpenElec(page)
      await openUse(page, space, 'modifier')
      await field(page, 'Version').fill('7.1')
      await state(page, /Pilote/i).check()
      await save(page).click()
      await expect(main(page).getByRole('status')).toHaveText('C’est enregistré.')
      await expect(main(page)).toContainText('État : « en production », puis « pilote »')

      await openUse(page, space, 'arreter')
      await main(page).getByRole('button', { name: 'Dire que c’est arrêté' }).click()
      await expect(main(page)).toContainText('Choisissez la raison de l’arrêt.')
      await field(page, 'Pourquoi ?').selectOption('replaced')
      await field(page, 'Depuis quand est-ce arrêté ?').fill('2026')
      await main(page).getByRole('button', { name: 'Dire que c’est arrêté' }).click()
      await expect(main(page).getByRole('status')).toBeVisible()
      expect(usesOf(commune)).toMatchObject([{ state: 'stopped' }])

      await openUse(page, space, 'reprendre')
      await main(page).getByRole('button', { name: 'Reprendre' }).click()
      await expect(main(page).getByRole('status')).toBeVisible()
      expect(usesOf(commune)).toMatchObject([{ state: 'production', revision: 4 }])
    })

    test('confirms what was reported, one line, then all of them', async ({ page }) => {
      const { space, commune } = await anAgent(page)
      reportedOf(commune, ['openelec', 'opencimetiere', 'libreoffice'])
      await page.goto(space)
      await main(page)
        .getByRole('button', { name: /Confirmer l’utilisation d’openElec/ })
        .click()
      await expect(main(page).getByRole('status')).toContainText('1 utilisation confirmée')
      await main(page).getByRole('button', { name: 'Tout confirmer (2)' }).click()
      await expect(main(page).getByRole('status')).toContainText('2 utilisations confirmées')
      expect(usesOf(commune).map(({ trust }) => trust)).toEqual(Array(3).fill('confirmed'))
    })

    test('contests what is wrong, which counts no more', async ({ page }) => {
      const { space, commune } = await anAgent(page)
      reportedOf(commune, ['openelec'])
      await openUse(page, space, 'contester')
      await main(page).getByRole('button', { name: 'Contester' }).click()
      await expect(main(page)).toContainText('Écrivez ce qui est faux, en une phrase.')
      await field(page, 'Qu’est-ce qui est faux ?').fill('Nous ne l’avons jamais eu.')
      await main(page).getByRole('button', { name: 'Contester' }).click()
      await expect(main(page).getByRole('status')).toBeVisible()
      await expect(main(page)).toContainText('Nous ne l’avons jamais eu.')
      expect(usesOf(commune)).toMatchObject([{ trust: 'contested' }])
    })

    test('changes in two tabs: the second sees what the first wrote, and chooses', async ({
      page,
      context,
    }) => {
      const { space, commune } = await anAgent(page)
      await declareOpenElec(page)
      await openUse(page, space, 'modifier')
      const second = await context.newPage()
      await second.goto(page.url())
      await field(page, 'Version').fill('7.1')
      await save(page).click()
      await expect(main(page).getByRole('status')).toBeVisible()

      await field(second, 'Version').fill('6.9')
      await field(second, 'Services qui s’en servent').fill('Élections')
      await save(second).click()
      await expect(main(second)).toContainText('Quelqu’un d’autre a modifié')
      await expect(main(second)).toContainText('Enregistré entre-temps : 7.1')
      await expect(field(second, 'Version')).toHaveValue('6.9')
      await expect(field(second, 'Services qui s’en servent')).toHaveValue('Élections')
      expect(usesOf(commune)).toMatchObject([{ revision: 2 }])

      await save(second).click()
      await expect(main(second).getByRole('status')).toBeVisible()
      await expect(main(second)).toContainText('Version : « 7.1 », puis « 6.9 »')
    })

    test('reconfirms by the link of a mail, without signing in, once', async ({
      page,
      browser,
    }) => {
      const { email, commune } = await anAgent(page)
      await declareOpenElec(page)
      monthsGoBy(commune, '2024-01-01T08:00:00.000Z')
      expect(usesOf(commune)).toMatchObject([{ trust: 'to-reconfirm', revision: 1 }])
      const link = await linkMailedTo(email, /utilisez-vous toujours/)

      const elsewhere = await browser.newContext({ javaScriptEnabled, baseURL: ACCOUNTS })
      const stranger = await elsewhere.newPage()
      await stranger.goto(link)
      expect(usesOf(commune)).toMatchObject([{ trust: 'to-reconfirm' }])
      await expectInOrderWith(stranger, javaScriptEnabled)
      await main(stranger).getByRole('button', { name: 'Oui, nous l’utilisons toujours' }).click()
      await expect(stranger.getByRole('heading', { level: 1 })).toHaveText(/C’est confirmé/)
      expect(usesOf(commune)).toMatchObject([{ trust: 'confirmed', revision: 2 }])

      await stranger.goto(link)
      await expect(stranger.getByRole('heading', { level: 1 })).toHaveText(/déjà fait/)
      await stranger.goto(`${link.slice(0, -3)}abc`)
      await expect(stranger.getByRole('heading', { level: 1 })).toHaveText(/pas valable/)
      await elsewhere.close()
    })
  })
}

/** Axe needs scripts to run in the page. */
const expectInOrderWith = (page: Page, scripts: boolean) =>
  scripts ? expectInOrder(page) : Promise.resolve()

test('[LIFE-02] a double click declares once', async ({ page }) => {
  const { commune, space } = await anAgent(page, '/espace/declarer?logiciel=openelec')
  await state(page, /En production/i).check()
  await declare(page).dblclick()
  await expect(page).toHaveURL(/faite=/)
  expect(usesOf(commune)).toEqual([{ state: 'production', trust: 'confirmed', revision: 1 }])
  await openUse(page, space)
  await expect(main(page).getByRole('listitem').filter({ hasText: 'a déclaré' })).toHaveCount(1)
})

test('[LIFE-03] a sign-in that has expired loses nothing of what was typed', async ({
  page,
  context,
}) => {
  const { commune } = await anAgent(page, '/espace/declarer?logiciel=openelec')
  await state(page, /Pilote/i).check()
  await main(page).getByText('En dire plus').click()
  await field(page, 'Remarque').fill('Une longue remarque.')
  const cookies = await context.cookies()
  await context.clearCookies()
  await declare(page).click()
  await expect(main(page)).toContainText('Votre connexion a expiré')
  await expect(field(page, 'Remarque')).toHaveValue('Une longue remarque.')
  await expect(main(page).getByRole('link', { name: /Se connecter/ })).toBeVisible()

  await context.addCookies(cookies)
  await declare(page).click()
  await expect(page).toHaveURL(/faite=/)
  expect(usesOf(commune)).toMatchObject([{ state: 'pilot' }])
})

for (const prefix of ['', '/en']) {
  test(`[LIFE-04] the pages of an adoption’s life are in order (${prefix || '/fr'})`, async ({
    page,
  }) => {
    test.setTimeout(240_000)
    const { space, commune } = await anAgent(page)
    reportedOf(commune, ['libreoffice', 'opencimetiere'])
    await declareOpenElec(page)
    const thanks = new URL(page.url())
    await openUse(page, space)
    const use = new URL(page.url()).pathname
    const forms = ['', '?faire=modifier', '?faire=arreter', '?faire=contester'].map((q) => use + q)
    for (const address of [
      '/espace/declarer',
      thanks.pathname + thanks.search,
      space,
      ...forms,
      '/reconfirmer?jeton=faux',
    ]) {
      await test.step(prefix + address, async () => {
        await page.goto(prefix + address)
        await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
        await expectInOrder(page)
      })
    }
  })
}

test('[LIFE-05] the space of others is not there, nor is their use', async ({
  page,
  browser,
  announce,
}) => {
  announce(/responded with a status of 404/)
  const { space } = await anAgent(page)
  await declareOpenElec(page)
  await openUse(page, space)
  const use = page.url()
  const elsewhere = await browser.newContext({ baseURL: ACCOUNTS })
  const stranger = await elsewhere.newPage()
  await stranger.goto(use)
  await expect(stranger).toHaveURL(/connexion/)
  await anAgent(stranger)
  for (const address of [space, use, '/espace/declarer?faite=1']) {
    expect((await stranger.goto(address))?.status(), address).toBe(404)
  }
  await elsewhere.close()
})
