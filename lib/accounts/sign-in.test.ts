import { beforeEach, describe, expect, test } from 'vitest'
import { session, user, userSetting, verification } from '#db/schema/accounts.ts'
import { mailMessage } from '#db/schema/mail.ts'
import type { Context } from '#lib/context.ts'
import { Conflict, TooMany } from '#lib/errors.ts'
import { makeTestContext } from '#lib/testing/context.ts'
import { type Auth, makeAuth } from './auth.ts'
import { askForLink } from './commands/ask-for-link.ts'
import { followLink } from './commands/follow-link.ts'
import { forgetExpired } from './commands/forget-expired.ts'

let context: Context
let auth: Auth

beforeEach(() => {
  context = makeTestContext({ now: new Date() })
  auth = makeAuth({
    db: context.db,
    settings: {
      ...{ enabled: true, public: true, secret: null, smtp: null },
      mailFrom: 'x@example.org',
      providers: [],
    },
    siteUrl: 'https://catalogue.example',
    secret: 'a-secret-for-the-tests-alone-0123456789',
  })
})

const door = () => ({ auth, db: context.db, now: new Date() })
const follow = (token: string) =>
  followLink(door(), { token, locale: 'en', userAgent: 'Firefox/1 Linux' })

/** @returns the link of the latest mail. */
async function ask(email: string, next = ''): Promise<URL> {
  await askForLink(door(), { email, locale: 'en', next })
  const mail = context.db.select().from(mailMessage).all().at(-1)
  return new URL(mail?.body.match(/https:\S+/)?.[0] ?? '')
}

describe('a link to sign in', () => {
  test('leads to the page that signs in, in the language of who asked', async () => {
    const link = await ask('Camille@Example.org', '/espace?page=2')
    expect(link.origin + link.pathname).toBe('https://catalogue.example/en/connexion/lien')
    expect(link.searchParams.get('suite')).toBe('/espace?page=2')
    expect((await ask('c@example.org', '//evil.example')).searchParams.get('suite')).toBeNull()
  })

  test('is kept as a hash, serves once, and makes the account', async () => {
    const token = (await ask('Camille@Example.org')).searchParams.get('jeton') ?? ''
    const [kept] = context.db.select().from(verification).all()
    expect(JSON.stringify(kept)).not.toContain(token)
    await follow(token)
    expect(context.db.select().from(user).all()).toMatchObject([
      { email: 'camille@example.org', emailVerified: true, name: '' },
    ])
    expect(context.db.select().from(session).all()).toMatchObject([
      { userAgent: 'Firefox/1 Linux', ipAddress: '' },
    ])
    expect(context.db.select().from(userSetting).all()).toMatchObject([{ locale: 'en' }])
    await expect(follow(token)).rejects.toThrow(Conflict)
    expect(context.db.select().from(session).all()).toHaveLength(1)
  })

  test('gives a cookie that scripts cannot read, that other sites do not send, over https alone', async () => {
    const token = (await ask('c@example.org')).searchParams.get('jeton') ?? ''
    const { headers } = await auth.api.magicLinkVerify({
      query: { token },
      headers: new Headers(),
      returnHeaders: true,
    })
    const cookies = headers.getSetCookie()
    expect(cookies).toHaveLength(1)
    expect(cookies[0]).toMatch(/^__Secure-mutualibre\.session_token=/)
    for (const attribute of [/HttpOnly/, /Secure/, /SameSite=Lax/i, /Path=\/(;|$)/]) {
      expect(cookies[0]).toMatch(attribute)
    }
    expect(cookies[0]).not.toMatch(/Domain=/i)
  })

  test('used twice at the same moment signs in once', async () => {
    const token = (await ask('c@example.org')).searchParams.get('jeton') ?? ''
    const outcomes = await Promise.allSettled([follow(token), follow(token)])
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  test('guessed, cut or expired signs nobody in', async () => {
    const token = (await ask('c@example.org')).searchParams.get('jeton') ?? ''
    for (const wrong of ['', 'x', token.slice(1), token.toLowerCase(), `${token}x`]) {
      await expect(follow(wrong), wrong).rejects.toThrow(Conflict)
    }
    context.db
      .update(verification)
      .set({ expiresAt: new Date(Date.now() - 1_000) })
      .run()
    await expect(follow(token)).rejects.toThrow(Conflict)
    expect(context.db.select().from(session).all()).toEqual([])
  })

  test('is not sent to one address without end', async () => {
    for (let i = 0; i < 5; i++) await ask('c@example.org')
    await expect(ask('c@example.org')).rejects.toThrow(TooMany)
    await ask('other@example.org')
  })
})

test('what has expired is forgotten, and nothing else', async () => {
  const token = (await ask('c@example.org')).searchParams.get('jeton') ?? ''
  await follow(token)
  await ask('c@example.org')
  forgetExpired(context.db, new Date())
  expect(context.db.select().from(session).all()).toHaveLength(1)
  expect(context.db.select().from(verification).all()).toHaveLength(1)
  forgetExpired(context.db, new Date(Date.now() + 15 * 86_400_000))
  expect(context.db.select().from(session).all()).toEqual([])
  expect(context.db.select().from(verification).all()).toEqual([])
})
