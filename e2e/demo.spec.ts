import { messages } from '#components/i18n/messages.ts'
import { DEMO, REAL } from './addresses.ts'
import { expect, type Page, test } from './fixtures.ts'
import { bodyRows, numberIn, unfold } from './reading.ts'

test.use({ baseURL: DEMO })

const t = messages('fr')

/**
 * The simulation gives openElec 1,000 uses, in production or as pilots, and 30 rows beside them that are
 * evaluations or stopped; its seed deals them out the same on every machine.
 */
const OPENELEC = { production: 929, pilot: 71, evaluating: 19, stopped: 11 }
const IN_USE = OPENELEC.production + OPENELEC.pilot

const BANNER = {
  fr: 'Démonstration : les utilisations montrées sont simulées. Aucune n’est réelle, aucune n’est à citer.',
  en: 'Demonstration: the uses shown are simulated. None is real, none is to be quoted.',
}

const users = (page: Page) =>
  bodyRows(page.getByRole('table', { name: t.users.caption('openElec') }))

test.describe('[DEMO-01] every kind of page says that its uses are simulated', () => {
  for (const path of [
    '/',
    '/logiciels',
    '/logiciels/openelec',
    '/logiciels/openelec/utilisateurs',
    '/metiers',
    '/metiers/listes-electorales',
    '/collectivites',
    '/collectivites/211300041',
    '/editeurs/openmairie',
    '/label',
    '/a-propos',
    '/accessibilite',
    '/mentions-legales',
    '/sante',
    '/nulle-part',
  ]) {
    test(path, async ({ page, announce }) => {
      if (path === '/nulle-part') announce(/404/)
      await page.goto(path)
      await expect(page.getByText(BANNER.fr)).toBeInViewport()
      await page.goto(path === '/' ? '/en' : `/en${path}`)
      await expect(page.getByText(BANNER.en)).toBeInViewport()
    })
  }

  test('and the catalogue of real rows never does', async ({ page, baseURL }) => {
    expect(baseURL).toBe(DEMO)
    await page.goto(`${REAL}/logiciels/openelec/utilisateurs`)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(page.getByText(BANNER.fr)).toHaveCount(0)
  })
})

test.describe('[DEMO-02] openElec is used by a thousand communes', () => {
  test('its page counts the uses and shows the rest apart', async ({ page }) => {
    await page.goto('/logiciels/openelec')
    await expect(page.getByText('Utilisé par 1 000 organismes')).toBeVisible()
    const who = page.getByRole('region', { name: 'Qui l’utilise', exact: true })
    await expect(who.getByRole('link', { name: '1 000 utilisations' })).toBeVisible()
    await expect(who).toContainText(
      `${OPENELEC.evaluating} à l’étude, ${OPENELEC.stopped} utilisations arrêtées`,
    )
  })

  test('its map and its tables add up to the same number', async ({ page }) => {
    await page.goto('/logiciels/openelec')
    const who = page.getByRole('region', { name: 'Qui l’utilise', exact: true })
    await unfold(who, 'Tableau par département')
    await unfold(who, 'Par région')
    for (const name of [
      t.software.mapLabel('openElec'),
      'Par type d’organisme',
      'Par taille',
      'Par région',
    ]) {
      const cells = bodyRows(who.getByRole('table', { name })).getByRole('cell')
      const counts = (await cells.allTextContents()).map(numberIn)
      expect(
        counts.reduce((sum, count) => sum + count, 0),
        name,
      ).toBe(IN_USE)
    }
  })

  test('its users are listed by fifty, every one a commune and simulated', async ({ page }) => {
    await page.goto('/logiciels/openelec/utilisateurs')
    await expect(page.getByRole('heading', { level: 2, name: /^1\s000 lignes$/ })).toBeVisible()
    await page.goto('/logiciels/openelec/utilisateurs?etat=toutes')
    await expect(page.getByRole('heading', { level: 2, name: /^1\s030 lignes$/ })).toBeVisible()
    await expect(users(page)).toHaveCount(50)
    await expect(users(page).filter({ hasText: 'Utilisation simulée' })).toHaveCount(50)
    await expect(page.getByText('Page 1 sur 21')).toBeVisible()
    const first = await users(page).getByRole('link').allTextContents()
    await page.getByRole('link', { name: 'Page suivante' }).click()
    await expect(page.getByText('Page 2 sur 21')).toBeVisible()
    await expect(users(page)).toHaveCount(50)
    expect(await users(page).getByRole('link').allTextContents()).not.toEqual(first)
    await page.goto('/logiciels/openelec/utilisateurs?etat=toutes&page=21')
    await expect(users(page)).toHaveCount(30)
    await expect(page.getByRole('link', { name: 'Page suivante' })).toHaveCount(0)
  })
})

test.describe('[DEMO-03] filters a long list of users', () => {
  for (const [state, count] of [
    ['en production', OPENELEC.production],
    ['pilote', OPENELEC.pilot],
    ['à l’étude', OPENELEC.evaluating],
    ['arrêtée', OPENELEC.stopped],
  ] as const) {
    test(`by its state: ${state}`, async ({ page }) => {
      await page.goto('/logiciels/openelec/utilisateurs')
      await page.getByRole('combobox', { name: 'État' }).selectOption(state)
      await page.getByRole('button', { name: 'Appliquer' }).click()
      await expect(page.getByRole('heading', { level: 2, name: `${count} lignes` })).toBeVisible()
      await expect(users(page)).toHaveCount(Math.min(50, count))
      await expect(users(page).filter({ hasText: state })).toHaveCount(Math.min(50, count))
    })
  }

  test('from a row of the map’s table, sorted by name', async ({ page }) => {
    await page.goto('/logiciels/openelec/utilisateurs')
    await unfold(page, 'Tableau par département')
    const map = page.getByRole('table', { name: t.software.mapLabel('openElec') })
    const row = bodyRows(map).filter({ hasText: 'Pas-de-Calais' })
    const inUse = numberIn((await row.getByRole('cell').textContent()) ?? '')
    await row.getByRole('link').click()
    await expect(page).toHaveURL(/departement=62/)
    await expect(users(page).getByRole('cell', { name: '62', exact: true })).not.toHaveCount(0)
    await page.getByRole('combobox', { name: 'Trier par' }).selectOption('Nom')
    await page.getByRole('button', { name: 'Appliquer' }).click()
    await expect(page).toHaveURL(/departement=62.*tri=nom/)
    const shown = await users(page).count()
    expect(shown).toBe(inUse)
    await expect(users(page).filter({ hasText: /à l’étude|arrêtée/ })).toHaveCount(0)
    const names = await users(page).getByRole('link').allTextContents()
    expect(names).toEqual(names.toSorted(new Intl.Collator('fr').compare))
  })
})

test.describe('[DEMO-04] nothing real is mixed with what is simulated', () => {
  test('Arles has neither its documented facts nor its award', async ({ page }) => {
    await page.goto('/collectivites/211300041')
    await expect(page.getByRole('heading', { level: 1, name: 'Arles' })).toBeVisible()
    await expect(page.getByText('Aucune attribution documentée.')).toBeVisible()
    await expect(page.getByRole('heading', { name: 'Faits documentés' })).toHaveCount(0)
    await expect(page.getByText('niveau 4 sur 5')).toHaveCount(0)
    const uses = page.getByRole('region', { name: 'Logiciels libres utilisés' })
    await expect(uses.getByRole('button', { name: /^Source/ })).toHaveCount(0)
  })

  test('the latest uses of the home page have no document', async ({ page }) => {
    await page.goto('/')
    const latest = page.getByRole('region', { name: 'Dernières utilisations connues' })
    await expect(latest.getByRole('listitem')).toHaveCount(6)
    await expect(latest.getByRole('button', { name: /^Source/ })).toHaveCount(0)
  })

  test('no edition of the label has a laureate', async ({ page, request }) => {
    await page.goto('/label')
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    for (const edition of await bodyRows(page.getByRole('table')).all()) {
      await expect(edition.getByRole('cell').last()).toHaveText('0')
    }
    const empty = page.getByRole('table').filter({ hasNot: page.getByRole('cell') })
    await expect(empty, 'tables without a row').toHaveCount(0)
    expect(await (await request.get('/label/2016')).text()).not.toContain('Arles')
  })

  test('and the service says which data it holds', async ({ page, request }) => {
    const health = await (await request.get('/api/health')).json()
    expect(health).toMatchObject({ status: 'ok', dataset: 'demo' })
    await page.goto('/sante')
    await expect(page.getByRole('row', { name: 'Données simulées (démonstration)' })).toBeVisible()
  })
})
