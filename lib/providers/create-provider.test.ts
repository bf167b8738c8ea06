import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { mailMessage } from '#db/schema/mail.ts'
import { moderationCase } from '#db/schema/moderation.ts'
import { organisation } from '#db/schema/organisations.ts'
import { readActor } from '#lib/accounts/queries.ts'
import type { Context, UserActor } from '#lib/context.ts'
import { Forbidden, NotFound } from '#lib/errors.ts'
import { settleCase } from '#lib/moderation/commands/settle-case.ts'
import { getCase } from '#lib/moderation/get-case.ts'
import { listSoftware } from '#lib/software/queries.ts'
import { softwareFilters } from '#lib/software/schema.ts'
import {
  anOrganisation,
  aSoftware,
  aUser,
  someFunctions,
  someTerritories,
} from '#lib/testing/builders.ts'
import { makeTestContext } from '#lib/testing/context.ts'
import { propose } from '#lib/testing/providers.ts'
import { submitProvider, withdrawProvider } from './commands/publish-provider.ts'
import { listProviders, providersOfSoftware } from './list-providers.ts'
import { getProvider } from './queries.ts'
import { providerFilters } from './schema.ts'
import { providerSpace } from './space-queries.ts'

function aCatalogue() {
  const context = makeTestContext()
  someTerritories(context)
  someFunctions(context)
  const software = aSoftware(context, { slug: 'zebre', name: 'Zèbre' })
  return { context, software, moderator: aUser(context, { roles: ['moderator'] }) }
}
/** The same user with the rights of today. */
const again = (context: Context, { id }: UserActor): Context => {
  const actor = readActor(context, id)
  if (!actor) throw new Error('the user is gone')
  return { ...context, actor }
}
const settle = (context: Context, actor: UserActor, accepted: boolean) => {
  const waiting = context.db
    .select()
    .from(moderationCase)
    .where(eq(moderationCase.state, 'waiting'))
    .get()
  return settleCase(
    { ...context, actor },
    { caseId: waiting?.id ?? 0, accepted, reason: 'Le site le montre bien.' },
  )
}
const names = (context: Context, asked: object = {}) =>
  listProviders(context, providerFilters.parse(asked)).items.map(({ name }) => name)
const fault = (act: () => unknown): string => {
  try {
    act()
  } catch (error) {
    return (error as { issues?: Array<{ message: string }> }).issues?.[0]?.message ?? String(error)
  }
  return ''
}

describe('a provider', () => {
  it('is seen by its members and the moderators alone until a moderator publishes it', () => {
    const { context, software, moderator } = aCatalogue()
    const owner = aUser(context)
    const { slug, state } = propose(context, owner, {
      software: 'Zèbre',
      kinds: ['training', 'hosting'],
      areas: ['region:53'],
    })

    expect([slug, state]).toEqual(['atelier-du-libre', 'pending'])
    expect(getProvider(context, slug)).toBeUndefined()
    expect(names(context)).toEqual([])
    expect(providersOfSoftware(context, software).total).toBe(0)
    expect(providerSpace(again(context, owner), slug).services).toEqual([
      { slug: 'zebre', name: 'Zèbre', kinds: ['hosting', 'training'] },
    ])
    expect(providerSpace({ ...context, actor: moderator }, slug).state).toBe('pending')
    expect(() => providerSpace({ ...context, actor: aUser(context) }, slug)).toThrow(Forbidden)
    expect(getCase({ ...context, actor: moderator }, 1)?.details).toMatchObject({
      kind: 'provider',
      siren: '552100554',
      services: [{ name: 'Zèbre' }],
    })

    settle(context, moderator, true)

    expect(getProvider(context, slug)?.areas).toEqual([{ kind: 'region', code: '53' }])
    expect(names(context)).toEqual(['Atelier du libre'])
    expect(providersOfSoftware(context, software)).toMatchObject({
      total: 1,
      byKind: { hosting: 1, training: 1 },
    })
  })

  it('that is refused tells why, can be mended and submitted again', () => {
    const { context, moderator } = aCatalogue()
    const owner = aUser(context)
    const { slug } = propose(context, owner)

    settle(context, moderator, false)

    expect(getProvider(context, slug)).toBeUndefined()
    expect(providerSpace(again(context, owner), slug)).toMatchObject({
      state: 'withdrawn',
      refusal: 'Le site le montre bien.',
    })
    const [mail] = context.db.select().from(mailMessage).all()
    expect(mail).toMatchObject({
      recipient: owner.email,
      subject: expect.stringContaining('non publié'),
    })
    expect(mail?.body).toContain('Le site le montre bien.')

    expect(submitProvider(again(context, owner), slug)).toEqual({ state: 'pending' })
    settle(context, moderator, true)
    expect(getProvider(context, slug)?.name).toBe('Atelier du libre')
  })

  it('is published at once by a member of the organisation of its SIREN, and its members are that one’s', () => {
    const { context } = aCatalogue()
    const id = anOrganisation(context, { name: 'Syndicat du numérique' })
    const siren =
      context.db.select().from(organisation).where(eq(organisation.id, id)).get()?.siren ?? ''
    const agent = aUser(context, { memberOf: [id] })
    const colleague = aUser(context, { managerOf: [id] })

    const made = propose(context, agent, { siren, kind: 'public-body' })

    expect(made.state).toBe('published')
    expect(getProvider(context, made.slug)?.organisation?.name).toBe('Syndicat du numérique')
    const seen = providerSpace(again(context, colleague), made.slug)
    expect(seen.manages).toBe(true)
    expect(seen.members).toEqual([])
  })

  it('of the SIREN of an organisation waits when someone else proposes it, and is a public body', () => {
    const { context } = aCatalogue()
    const id = anOrganisation(context)
    const siren =
      context.db.select().from(organisation).where(eq(organisation.id, id)).get()?.siren ?? ''
    const stranger = aUser(context)

    expect(fault(() => propose(context, stranger, { siren }))).toBe('siren-public')
    expect(propose(context, stranger, { siren, kind: 'public-body' }).state).toBe('pending')
  })

  it.each(['552100555', '55210055', '5521005540', 'abcdefghi', ''])(
    'has a SIREN whose key is right, which %s is not',
    (siren) => {
      const { context } = aCatalogue()
      expect(fault(() => propose(context, aUser(context), { siren }))).toBe('siren-wrong')
    },
  )

  it('is there once: a second of the same SIREN is told which, and how to join', () => {
    const { context, moderator } = aCatalogue()
    propose(context, aUser(context))
    expect(fault(() => propose(context, aUser(context)))).toMatch(
      /attend la modération.*modération/,
    )
    settle(context, moderator, true)
    const said = fault(() => propose(context, aUser(context), { siren: '552100554' }))
    expect(said).toContain('« Atelier du libre » est déjà au catalogue')
  })

  it('of a name that another has takes an address of its own', () => {
    const { context } = aCatalogue()
    propose(context, aUser(context))
    expect(propose(context, aUser(context), { siren: '732829320' }).slug).toBe('atelier-du-libre-2')
    expect(propose(context, aUser(context), { siren: '443061841', name: 'Ajouter' }).slug).toBe(
      'ajouter-2',
    )
  })

  it('makes its software found by the facet as long as it is published', async () => {
    const { context, moderator } = aCatalogue()
    const found = async () =>
      (await listSoftware(context, softwareFilters.parse({ prestataire: 'oui' }))).total
    const owner = aUser(context)
    const { slug } = propose(context, owner, { software: 'zebre', kinds: ['hosting'] })
    expect(await found()).toBe(0)

    settle(context, moderator, true)
    expect(await found()).toBe(1)

    withdrawProvider(again(context, owner), slug, { reason: '' })
    expect(await found()).toBe(0)
    expect(() => withdrawProvider(again(context, owner), slug, { reason: '' })).toThrow('déjà')
  })

  it('that a moderator takes off is told to its members, with the reason', () => {
    const { context, moderator } = aCatalogue()
    const owner = aUser(context)
    const { slug } = propose(context, owner)
    withdrawProvider({ ...context, actor: moderator }, slug, { reason: 'La société est radiée.' })
    const [mail] = context.db.select().from(mailMessage).all()
    expect(mail?.recipient).toBe(owner.email)
    expect(mail?.body).toContain('La société est radiée.')
    expect(context.db.select().from(moderationCase).all()).toEqual([])
  })

  it('that is not there has no space', () => {
    const { context, moderator } = aCatalogue()
    expect(() => providerSpace({ ...context, actor: moderator }, 'rien')).toThrow(NotFound)
  })
})
