import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { membership, user, userSetting } from '#db/schema/accounts.ts'
import { mailMessage } from '#db/schema/mail.ts'
import type { Context } from '#lib/context.ts'
import { Conflict, Forbidden, NotFound, SignInNeeded, TooMany } from '#lib/errors.ts'
import { anAdoptionOnRecord } from '#lib/testing/adoptions.ts'
import {
  anOrganisation,
  aSoftware,
  aUser,
  someFunctions,
  someTerritories,
} from '#lib/testing/builders.ts'
import { makeTestContext } from '#lib/testing/context.ts'
import { auditOf, contentsOf } from '#lib/testing/traces.ts'
import { writeToUser } from './commands/write-to-user.ts'
import { organisationsToWriteFrom, relayTarget } from './relay.ts'

const MESSAGE = 'Bonjour,\nComment avez-vous repris vos données ?'
const SITE = { siteUrl: 'https://catalogue.example.fr' }

/** Two organisations: one that accepts messages about its use, and one whose agent writes. */
function twoOrganisations(
  detail: Parameters<typeof anAdoptionOnRecord>[4] = { contactWish: 'relay' },
) {
  const operator = makeTestContext()
  someTerritories(operator)
  someFunctions(operator)
  const software = aSoftware(operator)
  const theirs = anOrganisation(operator, { key: 'ville', name: 'Ville' })
  const ours = anOrganisation(operator, { key: 'bourg', name: 'Bourg' })
  const reader = aUser(operator, { email: 'lectrice@ville.example', memberOf: [theirs] })
  const adoptionId = anAdoptionOnRecord(
    operator,
    software,
    theirs,
    { trust: 'confirmed' },
    { contactUserId: reader.id, ...detail },
  )
  const sender = aUser(operator, {
    email: 'agent@bourg.example',
    name: 'Camille Martin',
    memberOf: [ours],
  })
  const context: Context = { ...operator, actor: sender }
  const write = (change: Record<string, unknown> = {}, as = context) =>
    writeToUser(
      as,
      { adoptionId, from: 'bourg', message: MESSAGE, once: randomUUID(), ...change },
      SITE,
    )
  const mails = () => operator.db.select().from(mailMessage).all()
  /** Another use that may be written about. */
  const another = () => {
    const organisation = anOrganisation(operator)
    aUser(operator, { memberOf: [organisation] })
    const wish = { contactWish: 'relay' } as const
    return anAdoptionOnRecord(operator, software, organisation, { trust: 'confirmed' }, wish)
  }
  return { operator, context, software, theirs, ours, reader, adoptionId, write, mails, another }
}

const at = (context: Context, hours: number): Context => ({
  ...context,
  now: new Date(context.now.getTime() + hours * 3_600_000),
})

describe('a relayed message', () => {
  it('goes to whoever said that the organisation may be written to, and shows no address', () => {
    const { operator, reader, write, mails } = twoOrganisations()

    write()

    const [mail, ...others] = mails()
    expect(others).toEqual([])
    expect(mail).toMatchObject({
      recipient: 'lectrice@ville.example',
      userId: reader.id,
      kind: 'relay',
      subject: 'Bourg vous écrit au sujet de openExemple',
      replyTo: '',
    })
    expect(mail?.body).toContain('> Bonjour,\n> Comment avez-vous repris vos données ?')
    expect(mail?.body).toContain('https://catalogue.example.fr/collectivites/bourg')
    expect(mail?.body).not.toContain('@')
    expect(mail?.body).not.toContain('Camille')
    expect(auditOf(operator).at(-1)).toMatchObject({ action: 'relay.write' })
  })

  it('tells the sender’s name and address when they tick it, and no more', () => {
    const { write, mails } = twoOrganisations()

    write({ withName: true, withAddress: true })

    expect(mails()[0]).toMatchObject({ replyTo: 'agent@bourg.example' })
    expect(mails()[0]?.body).toContain('Camille Martin, pour Bourg')
    expect(mails()[0]?.body).toContain('agent@bourg.example')
  })

  it('cannot break out of its quotation, nor out of the subject', () => {
    const { operator, context, write, mails } = twoOrganisations()
    const name = 'Camille\nBcc: tous@example.org'
    write(
      { message: 'Une ligne assez longue.\r\nMutualibre vous écrit : payez.', withName: true },
      {
        ...context,
        actor: { ...(context.actor as ReturnType<typeof aUser>), name },
      },
    )

    expect(mails()[0]?.body).toContain('> Mutualibre vous écrit : payez.')
    expect(mails()[0]?.body).toContain('Camille Bcc: tous@example.org, pour Bourg')
    expect(mails()[0]?.subject).not.toMatch(/[\r\n]/)
    expect(contentsOf(operator).relayed_message).toHaveLength(1)
  })

  it('is written in the language of its reader', () => {
    const { operator, reader, write, mails } = twoOrganisations()
    operator.db.insert(userSetting).values({ userId: reader.id, locale: 'en' }).run()

    write()

    expect(mails()[0]?.subject).toBe('Bourg writes to you about openExemple')
    expect(mails()[0]?.body).toContain('https://catalogue.example.fr/en/collectivites/bourg')
  })

  it('leaves no trace of what it said but the mail itself', () => {
    const { operator, write } = twoOrganisations()

    write({ message: 'Un texte confidentiel, assez long.' })

    const { mail_message: _, ...rest } = contentsOf(operator)
    expect(JSON.stringify(rest)).not.toContain('confidentiel')
  })

  it('goes to the managers when whoever said so has left, to the members where there is none', () => {
    const { operator, theirs, reader, write, mails, context } = twoOrganisations()
    operator.db.delete(membership).where(eq(membership.userId, reader.id)).run()
    aUser(operator, { email: 'membre@ville.example', memberOf: [theirs] })
    write()
    expect(mails().map(({ recipient }) => recipient)).toEqual(['membre@ville.example'])

    aUser(operator, { email: 'responsable@ville.example', managerOf: [theirs] })
    write({}, at(context, 25))
    expect(mails().at(-1)?.recipient).toBe('responsable@ville.example')
    expect(mails()).toHaveLength(2)
  })

  it('is refused when nobody would read it', () => {
    const { operator, reader, write } = twoOrganisations()
    operator.db.delete(user).where(eq(user.id, reader.id)).run()

    expect(() => write()).toThrow(Conflict)
    expect(contentsOf(operator).relayed_message).toEqual([])
  })

  it('is remembered for a week at most', () => {
    const { operator, context, write, another } = twoOrganisations()
    write()
    write({ adoptionId: another() }, at(context, 24 * 7 + 1))

    expect(contentsOf(operator).relayed_message).toHaveLength(1)
  })

  it('sent twice from one form goes once', () => {
    const { write, mails } = twoOrganisations()
    const once = randomUUID()
    write({ once })
    write({ once })

    expect(mails()).toHaveLength(1)
  })
})

describe('a relay bounds how often one writes:', () => {
  it('once a day about one use', () => {
    const { operator, context, write, mails } = twoOrganisations()
    write()
    const before = contentsOf(operator)

    expect(() => write({}, at(context, 23.9))).toThrow(TooMany)
    expect(contentsOf(operator)).toEqual(before)
    write({}, at(context, 24.1))
    expect(mails()).toHaveLength(2)
  })

  it('five times a day in all', () => {
    const { context, write, mails, another } = twoOrganisations()
    for (let n = 0; n < 5; n++) write({ adoptionId: another() })

    expect(() => write()).toThrow(TooMany)
    expect(mails()).toHaveLength(5)
    write({}, at(context, 24.1))
    expect(mails()).toHaveLength(6)
  })
})

describe('a message is refused, and leaves nothing behind,', () => {
  it.each([
    ['empty', { message: ' ' }, 'message', 'message-missing'],
    ['too short', { message: 'x'.repeat(19) }, 'message', 'message-short'],
    ['too long', { message: 'x'.repeat(2_001) }, 'message', 'message-long'],
    ['from nobody', { from: '' }, 'from', 'from-wrong'],
  ])('%s', (_what, change, field, fault) => {
    const { operator, write } = twoOrganisations()
    const before = contentsOf(operator)

    try {
      write(change)
      expect.unreachable()
    } catch (error) {
      expect((error as z.ZodError).issues).toMatchObject([{ path: [field], message: fault }])
    }
    expect(contentsOf(operator)).toEqual(before)
  })

  it('from a visitor, or in the name of an organisation that is not one’s own', () => {
    const { operator, write, theirs } = twoOrganisations()
    const stranger = aUser(operator)
    const before = contentsOf(operator)

    expect(() => write({}, { ...operator, actor: { kind: 'visitor' } })).toThrow(SignInNeeded)
    expect(() => write({}, { ...operator, actor: stranger })).toThrow(Forbidden)
    expect(() => write({ from: 'ville' })).toThrow(Forbidden)
    expect(() => write({ from: 'nulle-part' })).toThrow(Forbidden)
    expect(theirs).toBeGreaterThan(0)
    expect(contentsOf(operator)).toEqual(before)
  })

  it('to one’s own organisation', () => {
    const { operator, write, theirs, ours } = twoOrganisations()
    const both = aUser(operator, { memberOf: [ours, theirs] })

    expect(() => write({}, { ...operator, actor: both })).toThrow(Conflict)
  })

  it.each([
    ['none', { contactWish: 'none' }],
    ['public', { contactWish: 'public', contactPublic: 'accueil@ville.example' }],
  ] as const)('where the contact wish is %s', (_what, detail) => {
    const { operator, context, adoptionId, write } = twoOrganisations(detail)
    const before = contentsOf(operator)

    expect(() => write()).toThrow(NotFound)
    expect(relayTarget(context, adoptionId)).toBeUndefined()
    expect(contentsOf(operator)).toEqual(before)
  })

  it('where the use is contested, or none', () => {
    const { operator, write } = twoOrganisations()
    operator.db.$client.prepare("UPDATE adoption SET trust = 'contested'").run()

    expect(() => write()).toThrow(NotFound)
    expect(() => write({ adoptionId: 999 })).toThrow(NotFound)
  })
})

describe('whoever writes', () => {
  it('sees the organisation, and no person of it', () => {
    const { context, adoptionId } = twoOrganisations()

    const target = relayTarget(context, adoptionId)

    expect(target).toMatchObject({
      organisation: { name: 'Ville' },
      software: { name: 'openExemple' },
    })
    expect(JSON.stringify(target)).not.toMatch(/@|user-/)
    expect(organisationsToWriteFrom(context)).toEqual([{ key: 'bourg', name: 'Bourg' }])
  })

  it('is signed in', () => {
    const { operator, adoptionId } = twoOrganisations()
    const visitor: Context = { ...operator, actor: { kind: 'visitor' } }

    expect(() => relayTarget(visitor, adoptionId)).toThrow(SignInNeeded)
    expect(() => organisationsToWriteFrom(visitor)).toThrow(SignInNeeded)
  })
})
