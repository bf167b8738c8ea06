import { readFileSync } from 'node:fs'
import AxeBuilder from '@axe-core/playwright'
import { LOCALES } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { pathTo } from '#components/i18n/paths.ts'
import {
  linkMailedTo,
  mailsTo,
  makeAdministrator,
  makeMember,
  ownNetwork,
  SIGN_IN_SUBJECT,
  signIn,
  someone,
  verifyDomain,
} from './accounts.ts'
import { ACCOUNTS } from './addresses.ts'
import { expect, type Page, test } from './fixtures.ts'
import { inLocale } from './pages.ts'

test.use({ baseURL: ACCOUNTS })

const ARLES = '211300041'
const t = messages('fr')
const main = (page: Page) => page.getByRole('main')
const heading = (page: Page) => page.getByRole('heading', { level: 1 })

/** Asks for a link. @returns it, as it came. */
async function askForLink(page: Page, email: string, next = ''): Promise<string> {
  await ownNetwork(page)
  await page.goto(pathTo('fr', '/connexion', { suite: next }))
  await main(page).getByRole('textbox').fill(email)
  await main(page).getByRole('button', { name: t.accounts.signIn.submit }).click()
  await expect(heading(page)).toHaveText(t.accounts.sent.heading)
  await expect(main(page)).toContainText(email)
  return linkMailedTo(email, SIGN_IN_SUBJECT)
}

const follow = (page: Page) =>
  main(page).getByRole('button', { name: t.accounts.link.submit }).click()

for (const javaScriptEnabled of [true, false]) {
  test.describe(`[ACC-01] an agent signs in by mail, ${javaScriptEnabled ? 'with' : 'without'} scripts`, () => {
    test.use({ javaScriptEnabled })

    test('from the form to where she was going, and out again', async ({ page }) => {
      const email = someone()
      await signIn(page, email, '/espace/compte')
      await expect(main(page)).toContainText(email)
      const session = (await page.context().cookies()).find(({ name }) => /session/.test(name))
      expect(session).toMatchObject({ httpOnly: true, sameSite: 'Lax' })
      await page.getByRole('banner').getByRole('link', { name: t.accounts.header.space }).click()
      await expect(heading(page)).toHaveText(t.members.home.title)
      await main(page).getByRole('button', { name: t.accounts.signIn.signOut }).click()
      await expect(page).toHaveURL(`${ACCOUNTS}/`)
      await expect(page.getByRole('link', { name: t.accounts.header.signIn })).toBeVisible()
      await page.goto('/espace')
      await expect(page).toHaveURL(`${ACCOUNTS}/connexion?suite=%2Fespace`)
    })

    test('what is no address is said beside the field, and kept', async ({ page }) => {
      await ownNetwork(page)
      await page.goto('/connexion')
      const field = main(page).getByRole('textbox')
      await field.fill('camille chez arles')
      await main(page).getByRole('button').click()
      await expect(main(page).getByRole('region', { name: t.accounts.form.wrong })).toBeVisible()
      await expect(field).toHaveAccessibleDescription(new RegExp(t.accounts.faults['email-wrong']))
      await expect(field).toHaveValue('camille chez arles')
    })
  })
}

test('[ACC-02] a program that opens the link first burns nothing, and the link serves once', async ({
  page,
  browser,
}) => {
  const email = someone()
  const link = await askForLink(page, email)
  for (let i = 0; i < 3; i++) expect((await fetch(link)).status).toBe(200)
  // Another browser than the one that asked: the button is what signs in.
  const other = await browser.newContext()
  const elsewhere = await other.newPage()
  await elsewhere.goto(link)
  await expect(heading(elsewhere)).toHaveText(t.accounts.link.heading)
  await follow(elsewhere)
  await expect(elsewhere).toHaveURL(`${ACCOUNTS}/espace`)
  await other.close()

  await page.goto(link)
  await follow(page)
  await expect(main(page)).toContainText('Ce lien ne sert plus')
  await main(page).getByRole('link', { name: t.accounts.link.again }).click()
  await expect(heading(page)).toHaveText(t.accounts.signIn.title)
})

test('[ACC-03] a link leads nowhere but to this site', async ({ page }) => {
  await ownNetwork(page)
  const link = await askForLink(page, someone(), '//evil.example/')
  const forged = `${link}&suite=${encodeURIComponent('https://evil.example/')}`
  await page.goto(forged)
  await follow(page)
  await expect(page).toHaveURL(`${ACCOUNTS}/espace`)
})

/** What a browser says of the provider's own page, which is none of ours. */
const PROVIDER_PAGE = /fonts\.googleapis\.com|\/interaction\//

/** Signs in at the provider of e2e/peers.ts, whose login says who one is. */
async function byProvider(page: Page, name: string, login: string): Promise<void> {
  await page.goto('/connexion?suite=%2Fespace%2Fcompte')
  await page.getByRole('link', { name: t.accounts.signIn.provider(name) }).click()
  await page.locator('input[name=login]').fill(login)
  await page.locator('input[name=password]').fill('x')
  await page.locator('button[type=submit]').click()
}

test('[ACC-04] ProConnect signs in, and its SIRET joins the organisation', async ({
  page,
  announce,
}) => {
  announce(PROVIDER_PAGE)
  const email = someone()
  await byProvider(page, 'ProConnect', `${email}--${ARLES}00017`)
  await expect(page).toHaveURL(`${ACCOUNTS}/espace/compte`)
  await expect(main(page)).toContainText(email)
  await expect(main(page)).toContainText('Arles : membre')
  await expect(main(page)).toContainText(t.accounts.how['provider-claim'])
})

test('[ACC-05] another provider signs in who has a verified address, and nobody else', async ({
  page,
  announce,
}) => {
  announce(PROVIDER_PAGE)
  const name = 'Annuaire du syndicat'
  await byProvider(page, name, `${someone()}--unverified`)
  await expect(
    main(page).getByRole('region', { name: t.accounts.signIn.providerWrong }),
  ).toBeVisible()
  await page.context().clearCookies()
  const email = someone()
  await byProvider(page, name, email)
  await expect(page).toHaveURL(`${ACCOUNTS}/espace/compte`)
  await expect(main(page)).toContainText(email)
})

test('[ACC-06] an address in a verified domain joins by signing in; leaving lasts', async ({
  page,
}) => {
  test.slow()
  const domain = `${someone().split('@')[0]}.fr`
  const email = someone(domain)
  verifyDomain(domain, ARLES)
  await signIn(page, email)
  await expect(main(page).getByRole('heading', { name: 'Arles' })).toBeVisible()
  await page.goto('/espace/compte')
  await main(page)
    .getByRole('button', { name: t.myAccount.leaveOf('Arles') })
    .click()
  await expect(main(page)).toContainText(t.myAccount.done.quitte)
  await page.context().clearCookies()
  await signIn(page, email)
  await expect(main(page)).toContainText(t.members.home.none)
  // Told at once, because the domain proves it.
  await page.goto(`/espace/rejoindre?organisme=${ARLES}`)
  await main(page).getByRole('button', { name: t.members.join.submit }).click()
  await expect(heading(page)).toHaveText(t.members.join.joined('Arles'))
})

for (const javaScriptEnabled of [true, false]) {
  test.describe(`[ACC-07] an agent asks to join, ${javaScriptEnabled ? 'with' : 'without'} scripts`, () => {
    test.use({ javaScriptEnabled })

    test('from the search to a request that waits', async ({ page }) => {
      await signIn(page, someone())
      await main(page).getByRole('link', { name: t.members.home.join }).click()
      await main(page).getByRole('searchbox').fill('arles')
      await main(page).getByRole('button', { name: t.members.join.submitSearch }).click()
      await main(page)
        .getByRole('link', { name: t.members.join.choose('Arles'), exact: true })
        .click()
      await main(page).getByRole('combobox').selectOption('manager')
      await main(page).getByRole('textbox').fill('Directrice des systèmes d’information')
      await main(page).getByRole('button', { name: t.members.join.submit }).click()
      await expect(heading(page)).toHaveText(t.members.join.asked('Arles'))
      await page.goto('/espace')
      await expect(main(page)).toContainText(t.members.home.askedFor('Arles', 'gestionnaire'))
    })
  })
}

test('[ACC-08] a manager invites; only the address invited accepts; the last manager stays', async ({
  page,
  browser,
}) => {
  test.slow()
  const [manager, guest, stranger] = [someone(), someone(), someone()]
  // An organisation that nobody else in the run is in.
  const key = '241300417'
  makeMember(key, manager, 'manager')
  await signIn(page, manager, `/espace/collectivites/${key}/membres`)
  const text = t.members.people
  await main(page).getByRole('textbox', { name: text.inviteEmail }).fill(guest)
  await main(page).getByRole('button', { name: text.inviteSubmit }).click()
  await expect(main(page)).toContainText(text.done.invite)
  const link = await linkMailedTo(guest, /Invitation/)

  const other = await browser.newContext()
  const theirs = await other.newPage()
  await signIn(theirs, stranger)
  await theirs.goto(link)
  await expect(main(theirs)).toContainText('envoyée à une autre adresse')
  await other.clearCookies()
  await theirs.goto(link)
  await expect(theirs).toHaveURL(/connexion\?suite=/)
  await signIn(theirs, guest, new URL(link).pathname + new URL(link).search)
  await main(theirs).getByRole('button', { name: t.members.invitation.submit }).click()
  await expect(theirs).toHaveURL(`${ACCOUNTS}/espace/collectivites/${key}`)
  await other.close()

  await page.reload()
  await expect(main(page).getByRole('row', { name: guest })).toBeVisible()
  await main(page)
    .getByRole('button', { name: text.removeOf(guest) })
    .click()
  await expect(main(page)).toContainText(text.done.retire)
  await expect(main(page).getByRole('row', { name: guest })).toHaveCount(0)
})

test('[ACC-09] my name, my data as a file, my sessions, and the end of my account', async ({
  page,
  browser,
}) => {
  test.slow()
  const email = someone()
  makeMember(ARLES, email)
  await signIn(page, email, '/espace/compte')
  const other = await browser.newContext()
  await signIn(await other.newPage(), email)
  await main(page).getByRole('textbox', { name: t.myAccount.name }).fill('Camille Dupont')
  await main(page).getByRole('button', { name: t.myAccount.save }).click()
  await expect(main(page)).toContainText(t.myAccount.done.profil)

  const downloading = page.waitForEvent('download')
  await main(page).getByRole('link', { name: t.myAccount.download }).click()
  const file = await (await downloading).path()
  const data = JSON.parse(readFileSync(file, 'utf8'))
  expect(data.account).toMatchObject({ email, name: 'Camille Dupont', language: 'fr' })
  expect(data.organisations).toMatchObject([{ key: ARLES, how: 'server' }])
  expect(data.sessions).toHaveLength(2)

  await main(page).getByRole('button', { name: t.myAccount.endOthers }).click()
  await expect(main(page)).toContainText(t.myAccount.done.autres)
  const [second] = other.pages()
  await second?.goto('/espace')
  await expect(second as Page).toHaveURL(/connexion/)
  await other.close()

  const confirm = main(page).getByRole('textbox', { name: t.myAccount.confirm('SUPPRIMER') })
  const remove = main(page).getByRole('button', { name: t.myAccount.removeSubmit })
  await confirm.fill('oui')
  await remove.click()
  await expect(confirm).toHaveAccessibleDescription(
    new RegExp(t.accounts.faults['confirmation-wrong']),
  )
  await confirm.fill('supprimer')
  await remove.click()
  await expect(heading(page)).toHaveText(t.myAccount.removed)
  await page.goto('/espace')
  await expect(page).toHaveURL(/connexion/)
})

for (const javaScriptEnabled of [true, false]) {
  test.describe(`[ACC-10] a sign-in that has expired, ${javaScriptEnabled ? 'with' : 'without'} scripts`, () => {
    test.use({ javaScriptEnabled })

    test('keeps what was typed', async ({ page, announce }) => {
      announce(/status of 403/)
      await signIn(page, someone(), `/espace/rejoindre?organisme=${ARLES}`)
      const message = main(page).getByRole('textbox')
      await message.fill('Je travaille aux élections')
      const session = await page.context().cookies()
      await page.context().clearCookies()
      await main(page).getByRole('button', { name: t.members.join.submit }).click()
      await expect(main(page).getByRole('link', { name: t.accounts.form.signIn })).toBeVisible()
      if (javaScriptEnabled) await expect(message).toHaveValue('Je travaille aux élections')
      else await expect(main(page)).toContainText('Je travaille aux élections')
      await page.context().addCookies(session)
      const again = javaScriptEnabled ? t.members.join.submit : 'Envoyer de nouveau'
      await main(page).getByRole('button', { name: again }).click()
      await expect(heading(page)).toHaveText(t.members.join.asked('Arles'))
      const file = await page.request.get('/espace/compte/donnees')
      expect((await file.json()).joinRequests).toMatchObject([
        { message: 'Je travaille aux élections' },
      ])
    })
  })
}

test('[ACC-11] nobody has a page of mails where the address is public', async ({
  page,
  announce,
}) => {
  announce(/status of 404/)
  expect((await page.goto('/courriels'))?.status()).toBe(404)
  for (const path of ['/api/auth/get-session', '/api/auth/sign-in/magic-link', '/api/auth/ok']) {
    expect((await fetch(ACCOUNTS + path)).status, path).toBe(404)
  }
})

const PAGES = [
  '/espace',
  '/espace/compte',
  '/espace/compte?fait=profil',
  '/espace/rejoindre',
  '/espace/rejoindre?q=arles',
  '/espace/rejoindre?q=zzyzx',
  '/espace/rejoindre?organisme=211300041',
  '/espace/collectivites/241300417/membres',
  '/espace/invitation?jeton=x',
]
const OPEN = [
  '/connexion',
  '/connexion?error=access_denied',
  '/connexion?envoye=oui',
  '/connexion?compte=supprime',
  '/connexion/lien?jeton=x',
]

async function expectInOrder(page: Page, address: string): Promise<void> {
  await page.goto(address)
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(
      violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`),
      address,
    ).toEqual([])
  }
  await page.setViewportSize({ width: 320, height: 800 })
  const wide = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(wide, `${address} at 320 pixels`).toBe(0)
  await page.setViewportSize({ width: 1280, height: 900 })
}

for (const locale of LOCALES) {
  test.describe(`[ACC-12] every page is in order (${locale})`, () => {
    for (const address of OPEN) {
      test(address, async ({ page }) => {
        test.slow()
        await expectInOrder(page, inLocale(locale, address))
      })
    }

    test('those of whoever is signed in', async ({ page }) => {
      test.setTimeout(300_000)
      const email = someone()
      makeMember('241300417', email, 'manager')
      makeAdministrator(email)
      await signIn(page, email)
      for (const address of PAGES) await expectInOrder(page, inLocale(locale, address))
    })
  })
}

test('[ACC-13] signing in by the keyboard alone', async ({ page }) => {
  const email = someone()
  await ownNetwork(page)
  await page.goto('/connexion')
  await main(page).focus()
  await page.keyboard.press('Tab')
  await page.keyboard.type(email)
  await page.keyboard.press('Enter')
  await expect(main(page).getByRole('region', { name: t.accounts.sent.heading })).toBeFocused()
  await page.goto(await linkMailedTo(email, SIGN_IN_SUBJECT))
  await main(page).focus()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(`${ACCOUNTS}/espace`)
  expect(await mailsTo(email)).toHaveLength(1)
})
