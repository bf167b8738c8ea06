import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { mailMessage } from '#db/schema/mail.ts'
import { provider, providerReference, providerService } from '#db/schema/providers.ts'
import { publisherEvent } from '#db/schema/publishers.ts'
import { software } from '#db/schema/software.ts'
import { auditEntry } from '#db/schema/system.ts'
import { inTransaction } from '#db/transaction.ts'
import { deleteAccount } from '#lib/accounts/commands/my-account.ts'
import { myData } from '#lib/accounts/my-account.ts'
import type { Context, UserActor } from '#lib/context.ts'
import { Conflict, Forbidden, TooMany } from '#lib/errors.ts'
import { drainSearchOutbox } from '#lib/search/commands.ts'
import { mergeSoftwareIn } from '#lib/software/commands/merge-software-in.ts'
import {
  anOrganisation,
  aProvider,
  aSoftware,
  aUser,
  someFunctions,
  someTerritories,
} from '#lib/testing/builders.ts'
import { makeTestContext } from '#lib/testing/context.ts'
import { SITE } from '#lib/testing/providers.ts'
import { askReference, withdrawReference } from './commands/ask-reference.ts'
import { settleReference } from './commands/settle-reference.ts'
import { listProviders, providersOfSoftware } from './list-providers.ts'
import { getProvider, providersOfOrganisation } from './queries.ts'
import { providerFilters } from './schema.ts'
import { countWaitingReferences, organisationReferences, providerSpace } from './space-queries.ts'

const KEY = '211300041'

function aWorld() {
  const context = makeTestContext()
  someTerritories(context)
  someFunctions(context)
  const zebre = aSoftware(context, { slug: 'zebre', name: 'Zèbre' })
  const arles = anOrganisation(context, {
    key: KEY,
    siren: KEY,
    name: 'Arles',
    kind: 'commune',
    insee: '13004',
    departement: '13',
    region: '93',
  })
  const atelier = aProvider(context, { slug: 'atelier', name: 'Atelier du libre' })
  serve(context, atelier, zebre)
  const seller = aUser(context, {
    providerManagerOf: [atelier],
    name: 'Camille Vendeur',
    email: 'camille@atelier.example.fr',
  })
  const agent = aUser(context, {
    memberOf: [arles],
    name: 'Dominique Agent',
    email: 'dominique@arles.example.fr',
  })
  drainSearchOutbox(context)
  return { context, zebre, arles, atelier, seller, agent }
}
const serve = (context: Context, providerId: number, softwareId: number) =>
  context.db.insert(providerService).values({ providerId, softwareId, kind: 'hosting' }).run()
const ask = (context: Context, actor: UserActor, more: object = {}) =>
  askReference(
    { ...context, actor },
    'atelier',
    { organisation: 'Arles', software: 'zebre', kinds: ['hosting'], since: '2022', ...more },
    { siteUrl: SITE },
  )
const answer = (context: Context, actor: UserActor, accepted: boolean, reason = '', key = KEY) =>
  settleReference(
    { ...context, actor },
    { organisation: key, reference: 1, siteUrl: SITE },
    { accepted, reason },
  )
const stateOf = ({ db }: Context) => db.select().from(providerReference).get()?.state
const mailsTo = ({ db }: Context, email: string) =>
  db.select().from(mailMessage).where(eq(mailMessage.recipient, email)).all()

describe('a reference', () => {
  it('waits for the organisation named, whose members are asked, and is public once confirmed', () => {
    const { context, zebre, arles, seller, agent } = aWorld()

    expect(ask(context, seller)).toEqual({ organisation: 'Arles', asked: 1 })

    expect(getProvider(context, 'atelier')?.references.total).toBe(0)
    expect(providersOfOrganisation(context, arles)).toEqual([])
    expect(countWaitingReferences(context, [arles]).get(arles)).toBe(1)
    const [mail] = mailsTo(context, agent.email)
    expect(mail?.body).toContain(`${SITE}/espace/collectivites/${KEY}/references`)
    const { references } = organisationReferences({ ...context, actor: agent }, KEY)
    expect(references).toMatchObject([{ state: 'waiting', provider: { name: 'Atelier du libre' } }])

    answer(context, agent, true)

    expect(getProvider(context, 'atelier')?.references).toMatchObject({
      total: 1,
      organisations: 1,
      items: [
        {
          organisation: { key: KEY, name: 'Arles' },
          software: { slug: 'zebre' },
          kinds: ['hosting'],
          since: '2022',
        },
      ],
    })
    expect(providersOfOrganisation(context, arles)).toMatchObject([
      { provider: { slug: 'atelier' }, software: { slug: 'zebre' } },
    ])
    expect(providersOfSoftware(context, zebre).first[0]?.references).toBe(1)
    expect(context.db.select().from(publisherEvent).get()).toMatchObject({
      kind: 'reference-confirmed',
      softwareId: zebre,
    })
    expect(mailsTo(context, seller.email)[0]?.subject).toContain('Arles confirme')
    const done = context.db.select().from(auditEntry).all()
    expect(done.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['provider.ask-reference', 'reference.confirm']),
    )
  })

  it('of an organisation without members waits, and says that nobody was asked', () => {
    const { context, seller } = aWorld()
    anOrganisation(context, { name: 'Sans personne' })
    drainSearchOutbox(context)
    expect(ask(context, seller, { organisation: 'Sans personne' }).asked).toBe(0)
    const [shown] = providerSpace({ ...context, actor: seller }, 'atelier').references
    expect(shown).toMatchObject({ state: 'waiting', reachable: false })
  })

  it('is answered by nobody but the organisation it names', () => {
    const { context, seller } = aWorld()
    const elsewhere = anOrganisation(context, { key: '217500016', siren: '217500016' })
    const other = aUser(context, { managerOf: [elsewhere] })
    ask(context, seller)

    expect(() => answer(context, other, true)).toThrow(Forbidden)
    expect(() => answer(context, seller, true)).toThrow(Forbidden)
    // Not through one's own organisation either.
    expect(() => answer(context, other, true, '', '217500016')).toThrow(Conflict)
    expect(stateOf(context)).toBe('waiting')
  })

  it('that is refused says why to the provider alone, and cannot be asked for again', () => {
    const { context, arles, seller, agent } = aWorld()
    ask(context, seller)
    expect(() => answer(context, agent, false, 'Non')).toThrow('reason-short')

    answer(context, agent, false, 'Nous n’avons pas de marché avec eux.')

    const [seen] = providerSpace({ ...context, actor: seller }, 'atelier').references
    expect(seen).toMatchObject({ state: 'refused', reason: 'Nous n’avons pas de marché avec eux.' })
    expect(JSON.stringify(getProvider(context, 'atelier'))).not.toContain('marché')
    expect(providersOfOrganisation(context, arles)).toEqual([])
    expect(() => ask(context, seller)).toThrow('Lui seul peut y revenir')
    answer(context, agent, true)
    expect(stateOf(context)).toBe('confirmed')
  })

  it('that was confirmed can be taken back by either side', () => {
    const { context, seller, agent } = aWorld()
    ask(context, seller)
    answer(context, agent, true)
    answer(context, agent, false, 'Le marché est terminé.')
    expect(getProvider(context, 'atelier')?.references.total).toBe(0)

    answer(context, agent, true)
    withdrawReference({ ...context, actor: seller }, 'atelier', { reference: 1 })
    expect(getProvider(context, 'atelier')?.references.total).toBe(0)
    expect(() => answer(context, agent, true)).toThrow(Conflict)
    expect(ask(context, seller).asked).toBe(1)
    expect(stateOf(context)).toBe('waiting')
  })

  it.each([
    ['an organisation that nobody knows', { organisation: 'Zzyzx' }, 'organisation-unknown'],
    ['a name that several have', { organisation: 'Saint-Denis' }, 'organisation-several'],
    ['a software that it does not serve', { software: 'autre' }, 'service-missing'],
    ['no kind of service', { kinds: [] }, 'kinds-missing'],
    ['a year to come', { since: '2031' }, 'since-wrong'],
  ])('is not asked for with %s', (_what, more, expected) => {
    const { context, seller } = aWorld()
    for (const departement of ['93', '974']) {
      anOrganisation(context, { name: 'Saint-Denis', departement })
    }
    drainSearchOutbox(context)
    expect(() => ask(context, seller, more)).toThrow(expected)
    expect(stateOf(context)).toBeUndefined()
  })

  it('is asked for fifty times a day at most: our mails must not fill mailboxes', () => {
    const { context, seller } = aWorld()
    for (let n = 0; n < 50; n++) {
      anOrganisation(context, { key: `insee-98${n}`, name: `Île ${n}` })
      ask(context, seller, { organisation: `insee-98${n}` })
    }
    expect(() => ask(context, seller)).toThrow(TooMany)
    const now = new Date(context.now.getTime() + 2 * 86_400_000)
    expect(ask({ ...context, now }, seller).asked).toBe(1)
  })

  it('is not asked for by a provider that is not published', () => {
    const { context, atelier, seller, agent } = aWorld()
    context.db.update(provider).set({ state: 'pending' }).where(eq(provider.id, atelier)).run()
    expect(() => ask(context, seller)).toThrow('pas encore publié')
    expect(mailsTo(context, agent.email)).toEqual([])
  })

  it('names no person on any public page', () => {
    const { context, zebre, arles, seller, agent } = aWorld()
    ask(context, seller)
    answer(context, agent, true)
    const shown = JSON.stringify([
      getProvider(context, 'atelier'),
      listProviders(context, providerFilters.parse({})),
      providersOfSoftware(context, zebre),
      providersOfOrganisation(context, arles),
      context.db.select().from(publisherEvent).all(),
    ])
    for (const person of [seller, agent]) {
      for (const word of [person.id, person.email, person.name]) expect(shown).not.toContain(word)
    }
  })

  it('stays when the accounts of who asked and who answered are deleted; their files held it', () => {
    const { context, seller, agent } = aWorld()
    ask(context, seller)
    answer(context, agent, true)
    expect(myData({ ...context, actor: agent }).serviceReferences).toMatchObject([
      { provider: 'atelier', asked: false, decided: true },
    ])
    for (const actor of [seller, agent]) {
      deleteAccount({ ...context, actor }, { confirmation: 'SUPPRIMER' })
    }
    expect(context.db.select().from(providerReference).get()).toMatchObject({
      state: 'confirmed',
      createdBy: null,
      decidedBy: null,
    })
  })
})

describe('two entries that become one', () => {
  it('bring services and references to the one that remains, the better of two alike', () => {
    const { context, zebre, atelier, seller, agent } = aWorld()
    const double = aSoftware(context, { slug: 'zebre-2', name: 'Zèbre bis' })
    serve(context, atelier, double)
    ask(context, seller)
    ask(context, seller, { software: 'zebre-2' })
    answer(context, agent, true)

    inTransaction(context.db, (tx) =>
      mergeSoftwareIn(tx, context, { fromSlug: 'zebre', intoId: double, why: 'Un seul logiciel' }),
    )

    expect(context.db.select().from(software).where(eq(software.id, zebre)).get()).toBeUndefined()
    expect(context.db.select().from(providerReference).all()).toMatchObject([
      { state: 'confirmed', softwareId: double },
    ])
    expect(getProvider(context, 'atelier')?.services).toEqual([
      { slug: 'zebre-2', name: 'Zèbre bis', kinds: ['hosting'] },
    ])
  })
})
