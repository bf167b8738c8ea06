import { messages } from '#components/i18n/messages.ts'
import { expect, NOT_FOUND_ANSWER, type Page, test } from './fixtures.ts'
import { bodyRows } from './reading.ts'

const t = messages('fr').organisations

const found = (page: Page) => bodyRows(page.getByRole('table', { name: 'Organismes trouvés' }))

async function ask(page: Page, words: string): Promise<void> {
  await page.goto('/collectivites')
  await page.getByRole('searchbox', { name: 'Nom, code postal, code INSEE ou SIREN' }).fill(words)
  await page.getByRole('button', { name: 'Trouver' }).click()
  await expect(page.getByRole('heading', { level: 2, name: `pour « ${words} »` })).toBeVisible()
}

test.describe('[COM-01] finds her commune however she names it', () => {
  for (const words of ['saint etienne', 'SAINT-ETIENNE', 'Saint-Étienne']) {
    test(`by its name typed “${words}”`, async ({ page }) => {
      await ask(page, words)
      await found(page).first().getByRole('link', { name: 'Saint-Étienne', exact: true }).click()
      await expect(page).toHaveURL('/collectivites/214202186')
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Saint-Étienne')
    })
  }

  test('by a postal code, which several communes may share', async ({ page }) => {
    await ask(page, '42230')
    await expect(found(page).getByRole('link', { name: 'Roche-la-Molière' })).toBeVisible()
    await expect(
      found(page).getByRole('link', { name: 'Saint-Étienne', exact: true }),
    ).toBeVisible()
    await ask(page, '13200')
    await expect(found(page)).toHaveCount(1)
    await expect(found(page).getByRole('link')).toHaveText('Arles')
  })

  test('by its SIREN, or by the SIRET of its town hall', async ({ page }) => {
    for (const number of ['214202186', '21420218600016']) {
      await ask(page, number)
      await expect(found(page)).toHaveCount(1)
      await expect(found(page).getByRole('link')).toHaveText('Saint-Étienne')
    }
  })

  test('by the name or the code of a commune that joined another', async ({ page }) => {
    await ask(page, '59355')
    await expect(found(page).getByRole('link')).toHaveText(['Lille'])
    await ask(page, 'lomme')
    const row = found(page).filter({ has: page.getByRole('link', { name: 'Lille', exact: true }) })
    await expect(row).toContainText('par Lomme, qui en fait partie')
  })

  test('and is told when nothing bears that name', async ({ page }) => {
    await ask(page, 'zzyzx')
    await expect(page.getByText('Aucun organisme trouvé.')).toBeVisible()
  })
})

test.describe('[COM-02] an old address leads to the commune of today', () => {
  for (const [old, today] of [
    ['/collectivites/59355', '/collectivites/215903501'],
    ['/collectivites/50129', '/collectivites/200056844'],
    ['/collectivites/2a004', '/collectivites/212000046'],
    ['/en/collectivites/59355', '/en/collectivites/215903501'],
    ['/collectivites/21420218600016', '/collectivites/214202186'],
  ] as const) {
    test(`${old} is ${today} for good`, async ({ page, request }) => {
      const answer = await request.get(old, { maxRedirects: 0 })
      expect(answer.status()).toBe(308)
      await page.goto(old)
      await expect(page).toHaveURL(today)
    })
  }
})

test.describe('[COM-03] reads where her commune belongs and who is like it', () => {
  for (const [name, kind] of [
    ['Saint-Étienne Métropole', /^Métropole/],
    ['Département de la Loire', /^Département/],
    ['Région Auvergne-Rhône-Alpes', /^Région/],
  ] as const) {
    test(`follows the link to ${name}`, async ({ page }) => {
      await page.goto('/collectivites/214202186')
      await page.getByRole('link', { name, exact: true }).first().click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
      await expect(page.getByRole('article').getByText(kind).first()).toBeVisible()
      const members = bodyRows(page.getByRole('table', { name: t.membersCaption(name) }))
      await expect(members.first()).toBeVisible()
    })
  }

  test('comes back to her commune from its intercommunality', async ({ page }) => {
    await page.goto('/collectivites/244200770')
    await page.getByRole('link', { name: 'Saint-Étienne', exact: true }).click()
    await expect(page).toHaveURL('/collectivites/214202186')
  })

  test('sees similar communes and opens one', async ({ page }) => {
    await page.goto('/collectivites/214202186')
    const similar = bodyRows(page.getByRole('table', { name: t.similarCaption('Saint-Étienne') }))
    await expect(similar).toHaveCount(6)
    for (const row of await similar.all()) {
      await expect(row.getByRole('cell', { name: 'commune', exact: true })).toBeVisible()
      await expect(row).not.toContainText('Saint-Étienne')
    }
    const link = similar.first().getByRole('link')
    const name = (await link.textContent()) ?? ''
    await link.click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
  })

  test('is told that no known use proves nothing', async ({ page }) => {
    await page.goto('/collectivites/210100012')
    const uses = page.getByRole('region', { name: 'Logiciels libres utilisés' })
    await expect(uses).toContainText('Cela ne veut pas dire qu’il n’y en a pas')
    await expect(uses.getByRole('table')).toHaveCount(0)
  })
})

test.describe('[COM-04] a page that does not exist proposes the nearest names', () => {
  for (const [address, name, target] of [
    ['/collectivites/saint-etienne', 'Saint-Étienne (42)', '/collectivites/214202186'],
    ['/logiciels/openelek', 'openElec', '/logiciels/openelec'],
    ['/metiers/cimetiere', 'Concessions de cimetière', '/metiers/'],
    ['/en/logiciels/libre-ofice', 'LibreOffice', '/en/logiciels/libreoffice'],
  ] as const) {
    test(`${address} proposes ${name}`, async ({ page, announce }) => {
      announce(NOT_FOUND_ANSWER)
      const answer = await page.goto(address)
      expect(answer?.status()).toBe(404)
      await expect(page.getByText(address)).toBeVisible()
      await page.getByRole('main').getByRole('link', { name }).click()
      await expect(page).toHaveURL(new RegExp(`${target}[^/]*$`))
      await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(/introuvable|not found/)
    })
  }
})
