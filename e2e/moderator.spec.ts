import { randomUUID } from 'node:crypto'
import { inTransaction } from '#db/transaction.ts'
import { askToJoin } from '#lib/accounts/commands/join.ts'
import { contestAdoption } from '#lib/adoptions/commands/contest-adoption.ts'
import { declareIn } from '#lib/adoptions/commands/declare-in.ts'
import { reportAdoptions } from '#lib/adoptions/commands/report-adoptions.ts'
import { writeTestimonial } from '#lib/adoptions/commands/write-testimonial.ts'
import { importSoftware } from '#lib/software/commands/import-software.ts'
import { anAdoption } from '#lib/testing/builders.ts'
import { mailsTo, ownNetwork, signIn, someone } from './accounts.ts'
import { ACCOUNTS } from './addresses.ts'
import { expect, NOT_FOUND_ANSWER, type Page, test } from './fixtures.ts'
import {
  aCommune,
  aModerator,
  anAgentOf,
  asUser,
  type Commune,
  entryOf,
  expectAccessible,
  lastCaseOf,
  newName,
  withDatabase,
} from './moderation.ts'

test.use({ baseURL: ACCOUNTS })
test.setTimeout(90_000)

const REASON = 'Vérifié sur le site de la commune.'

/** A software of its own for a test. @returns its id and address. */
function aNewSoftware(): { id: number; slug: string; name: string } {
  const name = newName()
  const slug = `essai-${randomUUID().slice(0, 8)}`
  return withDatabase((context) => {
    const report = importSoftware(context, [entryOf(slug, name)])
    expect(report.skipped).toEqual([])
    const id = context.db.$client
      .prepare('SELECT id FROM software WHERE slug = ?')
      .pluck()
      .get(slug)
    return { id: Number(id), slug, name }
  })
}

const reported = (softwareId: number, communes: readonly Commune[]) =>
  withDatabase((context) =>
    reportAdoptions(
      context,
      communes.map(({ id }) => anAdoption(softwareId, id)),
    ),
  )

const settle = async (page: Page, button: 'Accepter' | 'Refuser') => {
  await page.getByLabel('Motif, envoyé à la personne').fill(REASON)
  await page.getByRole('button', { name: button, exact: true }).click()
  await expect(page).toHaveURL(/\/espace\/moderation\?fait=decision/)
  await expect(page.getByRole('main').getByRole('status')).toContainText('Décision enregistrée')
}

const expectMail = (email: string, subject: RegExp) =>
  expect(async () => {
    const mails = (await mailsTo(email)).filter((mail) => subject.test(mail.subject))
    expect(mails).toHaveLength(1)
    expect(mails[0]?.text).toContain(REASON)
  }).toPass({ timeout: 15_000 })

for (const javaScriptEnabled of [true, false]) {
  test.describe(`[MOD-01] a moderator, ${javaScriptEnabled ? 'with' : 'without'} scripts,`, () => {
    test.use({ javaScriptEnabled })

    test('accepts a proposed software as a new entry: what waited for it counts', async ({
      page,
      browser,
    }) => {
      const commune = aCommune()
      const agent = anAgentOf(commune)
      const name = newName()
      const hers = await browser.newContext({ javaScriptEnabled, baseURL: ACCOUNTS })
      const her = await hers.newPage()
      await signIn(her, agent)
      await her.goto(
        `/espace/proposer?collectivite=${commune.key}&nom=${encodeURIComponent(name)}&state=production&users=12`,
      )
      await her.getByRole('button', { name: 'Proposer et déclarer' }).click()
      await expect(her.getByRole('region', { name: 'Rien n’est enregistré' })).toBeVisible()
      await expect(her.getByLabel('Nom du logiciel')).toHaveValue(name)
      await her.getByLabel('À quoi il sert').fill('Il tient un registre.')
      await her.getByRole('button', { name: 'Proposer et déclarer' }).click()
      await expect(her.getByRole('heading', { level: 1 })).toHaveText('Proposition envoyée')
      await hers.close()

      await aModerator(page, `/espace/moderation/${lastCaseOf(agent)}`)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
      await page.getByRole('link', { name: 'Remplir une nouvelle fiche' }).click()
      const form = page.getByRole('region', { name: 'C’est un logiciel qui manque' })
      await form.getByRole('button', { name: 'Créer la fiche et accepter' }).click()
      const wrong = form.getByRole('region', { name: 'Rien n’est enregistré' })
      await expect(wrong.getByRole('link', { name: 'Licence (SPDX)' })).toBeVisible()
      await expect(wrong.getByRole('link', { name: 'Motif, envoyé à la personne' })).toBeVisible()
      await expect(form.getByLabel('Nom', { exact: true })).toHaveValue(name)

      await form.getByLabel('Ou nom d’un nouvel éditeur').fill(`Éditeur de ${name}`)
      await form.getByLabel('Type du nouvel éditeur').selectOption('community')
      await form.getByLabel('Licence (SPDX)').fill('AGPL-3.0-or-later')
      await form.getByLabel('Fonctions', { exact: true }).selectOption({ index: 1 })
      await form.getByRole('checkbox', { name: 'web' }).check()
      await form.getByLabel('Résumé en français').fill('Tient un registre')
      await form.getByLabel('Résumé en anglais').fill('Keeps a register')
      await form.getByLabel('Description en français').fill('Il tient un registre. '.repeat(8))
      await form.getByLabel('Description en anglais').fill('It keeps a register. '.repeat(8))
      await form.getByLabel('Adresse du document').fill('https://forge.example.org/registre')
      await form.getByLabel('Titre du document').fill('Dépôt du projet')
      await form.getByLabel('Motif, envoyé à la personne').fill(REASON)
      await form.getByRole('button', { name: 'Créer la fiche et accepter' }).click()
      await expect(page).toHaveURL(/fait=decision/)

      const slug = name.toLowerCase().replace(/[^a-z0-9]+/g, '-')
      await page.goto(`/logiciels/${slug}/utilisateurs`)
      await expect(page.getByRole('main')).toContainText(commune.name)
      await expectMail(agent, /Logiciel au catalogue/)
    })

    test('accepts a request to join, with the domain of the address', async ({ page }) => {
      const commune = aCommune()
      const domain = `${randomUUID().slice(0, 8)}.example.fr`
      const agent = someone(domain)
      await signIn(page, agent)
      asUser(agent, (context) =>
        askToJoin(context, { organisation: commune.key, role: 'manager', message: 'Bonjour' }),
      )
      await page.context().clearCookies()
      await aModerator(page, `/espace/moderation/${lastCaseOf(agent)}`)
      await expect(page.getByRole('main')).toContainText(domain)
      await page.getByRole('checkbox').check()
      await settle(page, 'Accepter')

      await expectMail(agent, /Vous avez rejoint/)
      expect(asUser(agent, ({ actor }) => actor)).toMatchObject({
        memberships: [{ organisationId: commune.id, role: 'manager' }],
      })
      const colleague = someone(domain)
      await page.context().clearCookies()
      await signIn(page, colleague)
      expect(asUser(colleague, ({ actor }) => actor)).toMatchObject({
        memberships: [{ organisationId: commune.id, role: 'member' }],
      })
    })

    for (const [button, trust, subject] of [
      ['Accepter', 'contested', /Contestation retenue/],
      ['Refuser', 'reported', /Contestation écartée/],
    ] as const) {
      test(`settles a contested use: ${button}`, async ({ page }) => {
        const commune = aCommune()
        const agent = anAgentOf(commune)
        const { id } = aNewSoftware()
        reported(id, [commune])
        const adoptionOf = () =>
          withDatabase(
            ({ db }) =>
              db.$client
                .prepare('SELECT id, trust FROM adoption WHERE software_id = ?')
                .get(id) as { id: number; trust: string },
          )
        const reason = 'Nous ne l’avons jamais eu.'
        asUser(agent, (context) =>
          contestAdoption(context, { adoption: String(adoptionOf().id), reason }),
        )
        await aModerator(page, `/espace/moderation/${lastCaseOf(agent)}`)
        await expect(page.getByRole('main')).toContainText(reason)
        await expect(page.getByRole('heading', { name: 'Historique' })).toBeVisible()
        await settle(page, button)

        expect(adoptionOf().trust).toBe(trust)
        await expectMail(agent, subject)
      })
    }

    test('reads a testimonial, then publishes it', async ({ page }) => {
      const commune = aCommune()
      const agent = anAgentOf(commune)
      const { id } = aNewSoftware()
      const body = `Nous en sommes contents depuis dix ans. ${randomUUID()}`
      asUser(agent, (context) => {
        const { adoptionId } = inTransaction(context.db, (tx) =>
          declareIn(tx, context, {
            softwareId: id,
            organisationId: commune.id,
            userId: context.actor.kind === 'user' ? context.actor.id : null,
            declaration: { state: 'production' },
          }),
        )
        writeTestimonial(context, { adoptionId: String(adoptionId), body, locale: 'fr' })
      })
      await aModerator(page, `/espace/moderation/${lastCaseOf(agent)}`)
      await expect(page.getByRole('blockquote')).toHaveText(body)
      await settle(page, 'Accepter')
      await expectMail(agent, /Témoignage publié/)
    })

    test('merges two entries: no user is lost, the old addresses lead to the other', async ({
      page,
    }) => {
      const [old, kept] = [aNewSoftware(), aNewSoftware()]
      const [one, two, both] = [aCommune(), aCommune(), aCommune()]
      reported(old.id, [one, both])
      reported(kept.id, [two, both])

      await aModerator(page, '/espace/moderation/fusionner')
      await page.getByLabel('Fiche qui disparaît').fill(`${ACCOUNTS}/logiciels/${old.slug}`)
      await page.getByLabel('Fiche qui reste').fill(kept.slug)
      await page.getByRole('button', { name: 'Voir ce que la fusion déplace' }).click()
      await expect(page.getByRole('main')).toContainText('1 organisme est dans les deux')
      await page.getByRole('button', { name: 'Fusionner maintenant' }).click()
      await expect(page.getByRole('region', { name: 'Rien n’est enregistré' })).toBeVisible()
      await page.getByLabel('Pourquoi c’est un seul logiciel').fill('Un seul logiciel, renommé.')
      await page.getByRole('button', { name: 'Fusionner maintenant' }).click()
      await expect(page).toHaveURL(/fait=decision/)

      for (const lang of ['', '/en']) {
        for (const below of ['', '/utilisateurs?tri=nom']) {
          const answer = await page.request.get(`${lang}/logiciels/${old.slug}${below}`, {
            maxRedirects: 0,
          })
          expect(answer.status()).toBe(308)
          expect(answer.headers().location).toBe(`${lang}/logiciels/${kept.slug}${below}`)
        }
      }
      await page.goto(`/logiciels/${old.slug}/utilisateurs`)
      for (const { name } of [one, two, both]) {
        await expect(page.getByRole('main')).toContainText(name)
      }
    })
  })
}

test.describe('[MOD-02] two moderators at once', () => {
  test('the second learns what the first decided, and keeps what was typed', async ({
    page,
    browser,
  }) => {
    const commune = aCommune()
    const agent = someone(`${randomUUID().slice(0, 8)}.example.fr`)
    await signIn(page, agent)
    asUser(agent, (context) =>
      askToJoin(context, { organisation: commune.key, role: 'member', message: '' }),
    )
    const address = `/espace/moderation/${lastCaseOf(agent)}`
    await page.context().clearCookies()
    await aModerator(page, address)
    const context = await browser.newContext({ baseURL: ACCOUNTS })
    const second = await context.newPage()
    await aModerator(second, address)
    await second.getByLabel('Motif, envoyé à la personne').fill('Ce n’est pas son adresse.')

    await settle(page, 'Accepter')
    await second.getByRole('button', { name: 'Refuser', exact: true }).click()

    const wrong = second.getByRole('region', { name: 'Rien n’est enregistré' })
    await expect(wrong).toContainText('déjà été accepté par un autre modérateur')
    await expect(second.getByLabel('Motif, envoyé à la personne')).toHaveValue(
      'Ce n’est pas son adresse.',
    )
    await second.reload()
    await expect(
      second.getByRole('region', { name: 'Accepté par un autre modérateur' }),
    ).toContainText(REASON)
    await context.close()
  })
})

test.describe('[MOD-03] the pages of moderators', () => {
  test('are shown to nobody else', async ({ page, announce }) => {
    announce(NOT_FOUND_ANSWER)
    await page.goto('/espace/moderation?type=merge')
    await expect(page).toHaveURL(/\/connexion\?suite=%2Fespace%2Fmoderation%3Ftype%3Dmerge/)
    await signIn(page, someone())
    for (const path of ['', '/1', '/fusionner']) {
      const answer = await page.goto(`/espace/moderation${path}`)
      expect(answer?.status()).toBe(404)
    }
  })

  test('have nothing that axe finds, in both languages, and are used with the keyboard alone', async ({
    page,
  }) => {
    const commune = aCommune()
    const agent = someone(`${randomUUID().slice(0, 8)}.example.fr`)
    await ownNetwork(page)
    await signIn(page, agent)
    await expectAccessible(page)
    asUser(agent, (context) =>
      askToJoin(context, { organisation: commune.key, role: 'member', message: 'Bonjour' }),
    )
    const path = `/espace/moderation/${lastCaseOf(agent)}`
    await page.context().clearCookies()
    await aModerator(page)
    for (const lang of ['', '/en']) {
      for (const at of [
        '/espace/moderation',
        path,
        '/espace/moderation/fusionner?de=vlc&vers=gimp',
      ]) {
        await page.goto(lang + at)
        await expectAccessible(page)
      }
    }
    await page.goto(path)
    await page.getByLabel('Motif, envoyé à la personne').focus()
    await page.keyboard.type(REASON)
    await page.keyboard.press('Tab')
    await expect(page.getByRole('checkbox')).toBeFocused()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await expect(page.getByRole('button', { name: 'Refuser' })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/fait=decision/)
  })
})
