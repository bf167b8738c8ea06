import { execFileSync } from 'node:child_process'
import { randomInt, randomUUID } from 'node:crypto'
import type { OverallRole } from '#lib/accounts/rules/rights.ts'
import { ACCOUNTS, ACCOUNTS_DATA, PEERS } from './addresses.ts'
import { expect, type Page } from './fixtures.ts'

/** An address that nobody else in the run has. */
export const someone = (domain = 'mairie-essai.fr') => `agent-${randomUUID().slice(0, 8)}@${domain}`

/** The mails that have arrived at an address, oldest first. */
export async function mailsTo(
  address: string,
): Promise<Array<{ to: string; subject: string; text: string }>> {
  const answer = await fetch(
    `http://127.0.0.1:${PEERS.mailbox}/mails?${new URLSearchParams({ to: address })}`,
  )
  return answer.json()
}

/** Waits for a mail whose subject fits, the newest of them, and gives the first link in it. */
export async function linkMailedTo(address: string, subject: RegExp, count = 1): Promise<string> {
  let link = ''
  await expect(async () => {
    const fitting = (await mailsTo(address)).filter((mail) => subject.test(mail.subject))
    expect(fitting.length, `mails to ${address}`).toBeGreaterThanOrEqual(count)
    link = fitting.at(-1)?.text.match(/https?:\/\/\S+/)?.[0] ?? ''
  }).toPass({ timeout: 15_000 })
  return link
}

export const SIGN_IN_SUBJECT = /lien de connexion|link to sign in/

/** Each visitor has a network of their own: so many forms an hour are let in from one. */
export const ownNetwork = (page: Page) =>
  page.context().setExtraHTTPHeaders({
    'X-Forwarded-For': `198.18.${randomInt(256)}.${randomInt(256)}`,
  })

/**
 * Signs in as anyone does: the form, the mail, the link, the button. Give the tests that use it
 * `test.use({ baseURL: ACCOUNTS })`.
 * @param next where to go from there.
 */
export async function signIn(page: Page, email: string, next = '/espace'): Promise<void> {
  await ownNetwork(page)
  const before = (await mailsTo(email)).filter(({ subject }) => SIGN_IN_SUBJECT.test(subject))
  await page.goto(`${ACCOUNTS}/connexion?${new URLSearchParams({ suite: next })}`)
  await page.getByRole('main').getByRole('textbox').fill(email)
  await page.getByRole('main').getByRole('button').click()
  await expect(page).toHaveURL(/envoye=oui/)
  await page.goto(await linkMailedTo(email, SIGN_IN_SUBJECT, before.length + 1))
  await page.getByRole('main').getByRole('button').click()
  await expect(page).toHaveURL(ACCOUNTS + next)
}

/** What the one who runs the service does from the command line. */
function admin(...words: string[]): string {
  return execFileSync(process.execPath, ['lib/cli/admin.ts', ...words], {
    encoding: 'utf8',
    timeout: 20_000,
    env: { ...process.env, MUTUALIBRE_DATA: process.env.E2E_DATA ?? ACCOUNTS_DATA },
  })
}

export const makeRole = (email: string, role: OverallRole) => admin('add', email, role)
export const makeAdministrator = (email: string) => makeRole(email, 'administrator')
export const makeModerator = (email: string) => makeRole(email, 'moderator')
/** @param key the end of the address of the organisation's page, mostly its SIREN. */
export const makeMember = (key: string, email: string, role: 'member' | 'manager' = 'member') =>
  admin('member', key, email, role)
/** @param slug of the publisher. */
export const makePublisherMember = (
  slug: string,
  email: string,
  role: 'member' | 'manager' = 'member',
) => admin('publisher', slug, email, ...(role === 'manager' ? [role] : []))
export const verifyDomain = (domain: string, key: string) => admin('domain', domain, key)
