import { randomUUID } from 'node:crypto'
import { LOCALES } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { pathTo } from '#components/i18n/paths.ts'
import { mailsTo, makeMember, signIn, someone } from './accounts.ts'
import { ACCOUNTS } from './addresses.ts'
import { expect, type Locator, type Page, test } from './fixtures.ts'
import { announcedCount, bodyRows, numberIn, unfold } from './reading.ts'
import { acceptTestimonialOn, declared } from './records.ts'

const t = messages('fr')

/** Follows each figure of a table and counts the rows that it leads to. */
async function expectFiguresToLeadToRows(page: Page, title: string): Promise<void> {
  const address = page.url()
  const rows = async () => {
    await unfold(page, title)
    return bodyRows(page.getByRole('table', { name: title })).all()
  }
  const count = (await rows()).length
  expect(count).toBeGreaterThan(0)
  for (let index = 0; index < Math.min(count, 4); index++) {
    const row = (await rows())[index] as Locator
    const figure = numberIn((await row.getByRole('cell').textContent()) ?? '')
    await row.getByRole('link').click()
    await expect(page).toHaveURL(/utilisateurs\?/)
    expect(await announcedCount(page)).toBe(figure)
    await page.goto(address)
  }
}

for (const locale of LOCALES) {
  const t = messages(locale)
  test.describe(`[PEER-01] a head of IT reads who uses a software (${locale})`, () => {
    test.beforeEach(async ({ page }) => {
      await page.goto(pathTo(locale, '/logiciels/geotrek'))
    })

    for (const title of [t.reads.byState, t.reads.byYear, t.software.byKind, t.software.byRegion]) {
      test(`${title}: each figure leads to as many rows`, async ({ page }) => {
        test.slow()
        await expectFiguresToLeadToRows(page, title)
      })
    }

    test('the whole figure leads to as many rows, by state and by year with the form', async ({
      page,
    }) => {
      const link = page.getByRole('region', { name: t.software.whoUses }).getByRole('link').first()
      const total = numberIn((await link.textContent()) ?? '')
      await link.click()
      await expect(page).toHaveURL(/utilisateurs$/)
      expect(await announcedCount(page)).toBe(total)
      await page.getByLabel(t.reads.year).selectOption({ index: 1 })
      await page.getByRole('button', { name: t.common.apply }).click()
      await expect(page).toHaveURL(/annee=/)
      expect(await announcedCount(page)).toBeLessThan(total)
    })
  })

  test(`[PEER-02] an organisation reads what those like it use (${locale})`, async ({ page }) => {
    await page.goto(pathTo(locale, '/collectivites/211300041'))
    await page.getByRole('link', { name: t.reads.like.link }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(t.reads.like.heading('Arles'))
    // Said plainly: how many are compared, of how many something is known.
    await expect(page.getByText(/\b100\b/).first()).toBeVisible()
    const table = page.getByRole('table', { name: t.reads.like.missing('Arles') })
    const who = bodyRows(table).first().getByRole('cell').getByRole('link')
    const figure = numberIn((await who.textContent()) ?? '')
    await who.click()
    await expect(page.getByText(t.reads.onlySimilar('Arles'))).toBeVisible()
    expect(await announcedCount(page)).toBe(figure)
    await page.getByRole('link', { name: t.reads.dropNarrowing }).click()
    expect(await announcedCount(page)).toBeGreaterThanOrEqual(figure)
  })
}

test.describe('where people sign in', () => {
  test.use({ baseURL: ACCOUNTS })

  test('[PEER-03] costs avoided are summed over those who gave one, and lead to them', async ({
    page,
  }) => {
    const cost = (costAvoided: string) => ({
      state: 'production',
      costAvoided,
      costMethod: `devis de ${costAvoided} € par an`,
    })
    declared('213500267', 'axelor-open-suite', cost('12000'))
    declared('213501489', 'axelor-open-suite', cost('8000'))
    declared('213503253', 'axelor-open-suite', { state: 'production' })
    declared('213503360', 'axelor-open-suite', {
      state: 'stopped',
      stopReason: 'cost',
      stoppedOn: '2023-05',
      stopNote: 'L’hébergement revenait trop cher.',
    })

    await page.goto('/logiciels/axelor-open-suite')

    const costs = page.getByRole('region', { name: t.reads.costs.heading })
    await expect(costs).toContainText(/20\s000\s€ par an/)
    await expect(costs).toContainText(t.reads.costs.basis('2', '3', false))
    await costs.getByText(t.reads.costs.show).click()
    await expect(costs.getByRole('cell', { name: 'devis de 12000 € par an' })).toBeVisible()
    await costs.getByRole('link', { name: t.reads.costs.rows }).click()
    expect(await announcedCount(page)).toBe(2)

    await page.goto('/logiciels/axelor-open-suite')
    const stops = page.getByRole('region', { name: t.reads.stops.heading })
    await expect(stops).toContainText('mai 2023')
    await expect(stops).toContainText('L’hébergement revenait trop cher.')
    await stops.getByRole('link', { name: t.reads.reasons.cost }).click()
    expect(await announcedCount(page)).toBe(1)
    await expect(page.getByRole('rowheader', { name: 'Le Tiercent' })).toBeVisible()
  })

  test('[PEER-02] a member declares from what those like hers use', async ({ page }) => {
    const agent = someone('semblable.example')
    makeMember('213801855', agent)
    await signIn(page, agent, '/collectivites/213801855/semblables')
    const declare = page.getByRole('link', { name: t.reads.like.declare }).first()
    await expect(declare).toHaveAttribute(
      'href',
      /^\/espace\/declarer\?collectivite=213801855&logiciel=[\w-]+$/,
    )
  })

  for (const javaScriptEnabled of [true, false]) {
    test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
      test.use({ javaScriptEnabled })
      const [slug, readers, key] = javaScriptEnabled
        ? ['baserow', '213503469', '213502610']
        : ['belenios', '213501927', '213501604']

      test('[PEER-04] writes to a user organisation, and sees no address', async ({ page }) => {
        test.slow()
        const [reader, sender] = [someone('lecture.example'), someone('ecriture.example')]
        makeMember(readers, reader, 'manager')
        makeMember(key, sender)
        declared(readers, slug, { state: 'production', contactWish: 'relay' })

        await page.goto(`/logiciels/${slug}/utilisateurs`)
        await page.getByRole('link', { name: t.reads.detail.write }).click()
        await expect(page).toHaveURL(/connexion\?suite=/)
        const suite = new URL(page.url()).searchParams.get('suite') ?? ''
        await signIn(page, sender, suite)

        const message = page.getByLabel(t.reads.relay.form.message)
        await message.fill('Trop court')
        await page.getByRole('button', { name: t.reads.relay.form.submit }).click()
        await expect(page.getByRole('heading', { name: t.reads.relay.form.wrong })).toBeVisible()
        await expect(message).toHaveValue('Trop court')
        await message.fill('Bonjour, comment avez-vous repris vos données ?')
        await page.getByRole('button', { name: t.reads.relay.form.submit }).click()
        await expect(page).toHaveURL(/envoye=oui/)
        await expect(page.getByRole('heading', { level: 1 })).toContainText('est parti')
        await expect(page.locator('body')).not.toContainText(reader)

        await expect(async () => expect(await mailsTo(reader)).toHaveLength(1)).toPass()
        const [mail] = await mailsTo(reader)
        expect(mail?.subject).toContain('vous écrit au sujet de')
        expect(mail?.text).toContain('> Bonjour, comment avez-vous repris vos données ?')
        expect(mail?.text).not.toContain(sender)

        // Once a day about one use; what was typed stays.
        await page.goto(suite)
        await message.fill('Une seconde question, posée trop tôt.')
        await page.getByRole('button', { name: t.reads.relay.form.submit }).click()
        await expect(page.getByText(/moins de 24 heures/)).toBeVisible()
        await expect(message).toHaveValue('Une seconde question, posée trop tôt.')
        expect(await mailsTo(reader)).toHaveLength(1)
      })

      test('[PEER-05] tells of its use, which is shown once a moderator has read it', async ({
        page,
      }) => {
        test.slow()
        const author = someone('temoin.example')
        makeMember(key, author)
        const use = declared(key, slug, { state: 'production' })
        await signIn(page, author, `/espace/collectivites/${key}/utilisations/${use}/temoignage`)
        const body = page.getByLabel(t.reads.testimonials.form.body)
        await body.fill('Bien.')
        await page.getByRole('button', { name: t.reads.testimonials.form.submit }).click()
        await expect(body).toHaveValue('Bien.')
        // In words of its own: the same again would be the one that an earlier run published.
        const told = `Installé en un mois, à toute la mairie depuis (${randomUUID().slice(0, 8)}).`
        await body.fill(told)
        await page.getByRole('button', { name: t.reads.testimonials.form.submit }).click()
        await expect(page.getByText(t.reads.testimonials.mine.sent)).toBeVisible()
        await expect(
          page.getByText(t.reads.testimonials.mine.states.waiting, { exact: true }),
        ).toBeVisible()

        await page.goto(`/logiciels/${slug}`)
        await expect(page.getByText(told)).toHaveCount(0)
        acceptTestimonialOn(use, 'Utile et précis, merci.')
        await page.reload()
        const shown = page.getByRole('region', { name: t.reads.testimonials.heading })
        await expect(shown).toContainText(told)
        await expect(shown).not.toContainText('agent-')
        await expect(async () =>
          expect((await mailsTo(author)).some(({ text }) => text.includes('Utile et précis'))).toBe(
            true,
          ),
        ).toPass()
      })
    })
  }
})
