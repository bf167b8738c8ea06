import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Webhook } from 'standardwebhooks'
import {
  linkMailedTo,
  mailsTo,
  makeMember,
  makePublisherMember,
  signIn,
  someone,
} from './accounts.ts'
import { ACCOUNTS } from './addresses.ts'
import { expect, test } from './fixtures.ts'

test.use({ baseURL: ACCOUNTS })

/** Nobody else's in the run. */
const ASKED = 'libriciel'
const HOOKED = 'osgeo'

test('[PSP-01] an agent asks a publisher for contact, which answers by mail and says so', async ({
  page,
  browser,
}) => {
  const [agent, publisher] = [someone(), someone('editeur.example')]
  makeMember('211300041', agent)
  makePublisherMember(ASKED, publisher)

  await signIn(page, agent, `/espace/editeurs/${ASKED}/contacter`)
  await page.getByRole('button', { name: 'Envoyer' }).click()
  await expect(page.getByRole('link', { name: 'Votre message' })).toBeVisible()
  await page.getByLabel('Votre message').fill('Pouvez-vous venir nous le montrer à Arles ?')
  await page.getByRole('button', { name: 'Envoyer' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Message envoyé')

  await linkMailedTo(publisher, /Arles demande une question/)
  const [mail] = (await mailsTo(publisher)).filter(({ subject }) => subject.startsWith('Arles'))
  expect(mail?.text).toContain('> Pouvez-vous venir nous le montrer à Arles ?')

  const theirs = await browser.newPage()
  await signIn(theirs, publisher, `/espace/editeurs/${ASKED}`)
  const request = theirs.getByRole('listitem').filter({ hasText: agent })
  await request.getByRole('button', { name: /^Marquer répondue/ }).click()
  await expect(theirs.getByText('La demande est à jour.')).toBeVisible()
  await expect(request.getByText('répondue', { exact: true })).toBeVisible()
  await theirs.close()
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('[PSP-02] a manager adds a webhook, reads its secret once, and sees its test arrive', async ({
    page,
  }) => {
    const received: Array<{ headers: IncomingHttpHeaders; body: string }> = []
    const server = createServer(async (request, response) => {
      const chunks: Buffer[] = []
      for await (const chunk of request) chunks.push(chunk)
      received.push({ headers: request.headers, body: Buffer.concat(chunks).toString() })
      response.writeHead(204).end()
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const webhooks = `/espace/editeurs/${HOOKED}/webhooks`
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/recu`
    const manager = someone('editeur.example')
    makePublisherMember(HOOKED, manager, 'manager')
    await signIn(page, manager, webhooks)

    await page.getByLabel('Adresse').last().fill('http://example.org/')
    await page.getByRole('button', { name: 'Ajouter' }).click()
    await expect(page.getByText('L’adresse doit commencer par https://').first()).toBeVisible()
    await page.getByLabel('Adresse').last().fill(url)
    await page.getByRole('button', { name: 'Ajouter' }).click()
    const secret = (await page.getByText(/^whsec_/).textContent()) ?? ''

    await page.goto(webhooks)
    await expect(page.getByText(/^whsec_/)).toHaveCount(0)
    await page.getByRole('button', { name: `Envoyer un essai : ${url}` }).click()
    await expect(async () => {
      await page.goto(webhooks)
      await expect(page.getByRole('cell', { name: 'reçu (réponse 204)' })).toBeVisible({
        timeout: 1_000,
      })
    }).toPass({ timeout: 20_000 })
    const [test] = received
    const headers = test?.headers as Record<string, string>
    expect(new Webhook(secret).verify(test?.body ?? '', headers)).toMatchObject({ type: 'test' })
    await page.getByRole('button', { name: `Supprimer : ${url}` }).click()
    await expect(page.getByText('Le webhook est supprimé.')).toBeVisible()
    server.close()
  })
})

test('[PSP-03] a publisher’s feed is found on its page, says when it has not changed, and names nobody', async ({
  page,
  request,
}) => {
  await page.goto('/editeurs/openmairie')
  const feed = page.locator('link[type="application/atom+xml"]')
  await expect(feed).toHaveAttribute('href', /\/editeurs\/openmairie\/actualites\.atom$/)
  const answer = await request.get('/editeurs/openmairie/actualites.atom')
  expect(answer.headers()['content-type']).toBe('application/atom+xml; charset=utf-8')
  expect(await answer.text()).toContain('<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr">')
  const again = await request.get('/editeurs/openmairie/actualites.atom', {
    headers: { 'If-None-Match': answer.headers().etag ?? '' },
  })
  expect(again.status()).toBe(304)
  expect((await request.get('/en/editeurs/nulle-part/actualites.atom')).status()).toBe(404)
})
