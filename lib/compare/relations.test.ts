import { describe, expect, it } from 'vitest'
import { repository } from '#db/schema/forge.ts'
import { softwareRelation } from '#db/schema/provenance.ts'
import { auditEntry } from '#db/schema/system.ts'
import { inTransaction } from '#db/transaction.ts'
import type { Context } from '#lib/context.ts'
import { Conflict, Forbidden, NotFound, TooMany } from '#lib/errors.ts'
import { mergeSoftware } from '#lib/moderation/commands/merge-software.ts'
import { applyReadingIn } from '#lib/provenance/apply-reading.ts'
import { drainSearchOutbox } from '#lib/search/commands.ts'
import {
  aPublisher,
  aSoftware,
  aUser,
  publisherIdOf,
  someFunctions,
} from '#lib/testing/builders.ts'
import { makeTestContext } from '#lib/testing/context.ts'
import { aPubliccode, aRepositoryReading } from '#lib/testing/forge.ts'
import { relateFromPubliccodeIn } from './commands/relate-from-publiccode.ts'
import { relateSoftware, unrelateSoftware } from './commands/relate-software.ts'
import { mayRelate, relationsOf, relationsSaidBy, relationsToEdit } from './relation-queries.ts'
import { spellingsOf } from './rules/repository-spellings.ts'

/** Two publishers with an entry each, and someone of each. */
function aCatalogue() {
  const server = makeTestContext()
  someFunctions(server)
  const a = aSoftware(server, { slug: 'a', name: 'Alpha' })
  aPublisher(server, { slug: 'autre', name: 'Autre éditeur' })
  const b = aSoftware(server, { slug: 'b', name: 'Beta', publisher: 'autre' })
  drainSearchOutbox(server)
  const ofA = aUser(server, { publisherMemberOf: [publisherIdOf(server)] })
  const ofB = aUser(server, { publisherManagerOf: [publisherIdOf(server, 'autre')] })
  const moderator = aUser(server, { roles: ['moderator'] })
  const as = (actor: Context['actor']): Context => ({ ...server, actor })
  return { server, a, b, ofA, asA: as(ofA), asB: as(ofB), asModerator: as(moderator), as }
}

const said = (context: Context, id: number) =>
  relationsOf(context, id).map(({ meaning, other, by, own }) => [meaning, other.slug, by, own])
const input = (kind: string, other = 'Beta', more = {}) => ({ slug: 'a', other, kind, ...more })

describe('what an entry is to another', () => {
  it.each([
    ['alternative', 'alternative'],
    ['works-with', 'works-with'],
    ['variant-of', 'has-variant'],
    ['replaces', 'replaced-by'],
  ])('shows on both pages, each from its own side: %s', (kind, fromThere) => {
    const { a, b, asA } = aCatalogue()
    expect(relateSoftware(asA, input(kind))).toEqual({ other: 'b' })

    expect(said(asA, a)).toEqual([[kind, 'b', 'publisher', true]])
    expect(said(asA, b)).toEqual([[fromThere, 'a', 'publisher', false]])
  })

  it('carries a note and who said it, and leaves a trace that names no words', () => {
    const { server, a, ofA, asA } = aCatalogue()
    relateSoftware(asA, input('alternative', 'b', { noteFr: 'Fait moins.\r\nMais mieux.' }))

    expect(relationsOf(asA, a)[0]).toMatchObject({
      note: { fr: 'Fait moins.\nMais mieux.', en: '' },
    })
    expect(relationsSaidBy(server, ofA.id)).toMatchObject([
      { software: 'a', kind: 'alternative', other: 'b' },
    ])
    expect(server.db.select().from(auditEntry).all().at(-1)).toMatchObject({
      action: 'software.relate',
      actor: ofA.id,
      subject: 'a',
      detail: { other: 'b', kind: 'alternative' },
    })
  })

  it('said again only changes its note, and not whose word it is', () => {
    const { a, asA, asModerator } = aCatalogue()
    relateSoftware(asA, input('alternative', 'b', { noteFr: 'Avant' }))
    relateSoftware(asModerator, input('alternative', 'b', { noteFr: 'Après' }))

    expect(relationsOf(asA, a)).toMatchObject([{ note: { fr: 'Après' }, by: 'publisher' }])
  })

  it('is refused where it is said already from the other side, or its contrary is', () => {
    const { asA, asB } = aCatalogue()
    relateSoftware(asA, input('alternative'))
    relateSoftware(asA, input('replaces'))
    const fromB = (kind: string) => () => relateSoftware(asB, { slug: 'b', other: 'Alpha', kind })

    expect(fromB('alternative')).toThrow(Conflict)
    expect(fromB('replaces')).toThrow(Conflict)
    expect(fromB('works-with')).not.toThrow()
  })

  it.each([
    [{ other: '' }, 'other-missing'],
    [{ other: 'Jamais vu nulle part' }, 'other-unknown'],
    [{ kind: 'rival' }, 'kind'],
    [{ noteFr: 'x'.repeat(301) }, 'note-long'],
  ])('is refused beside the field that is wrong: %j', (wrong, fault) => {
    const { asA, server } = aCatalogue()
    expect(() => relateSoftware(asA, { ...input('alternative'), ...wrong })).toThrow(fault)
    expect(server.db.select().from(softwareRelation).all()).toEqual([])
  })

  it('is not said of itself, nor without end', () => {
    const { server, asA } = aCatalogue()
    expect(() => relateSoftware(asA, input('alternative', 'Alpha'))).toThrow(Conflict)
    for (let n = 0; n < 30; n++) {
      aSoftware(server, { slug: `n${n}`, name: `Numéro ${n}` })
      relateSoftware(asA, input('works-with', `n${n}`))
    }
    expect(() => relateSoftware(asA, input('alternative'))).toThrow(TooMany)
    expect(() =>
      relateSoftware(asA, input('works-with', 'n3', { noteFr: 'Mieux dit' })),
    ).not.toThrow()
  })

  it('is said by its own publisher and by moderators alone', () => {
    const { a, asA, asB, asModerator, server } = aCatalogue()
    expect(() => relateSoftware(asB, input('alternative'))).toThrow(Forbidden)
    expect([asA, asB, asModerator, server].map((who) => mayRelate(who, a))).toEqual([
      true,
      false,
      true,
      false,
    ])
    expect(() => relationsToEdit(asB, 'a')).toThrow(Forbidden)
    expect(relationsToEdit(asModerator, 'rien')).toBeUndefined()
  })
})

describe('what was said', () => {
  it('is taken back by those who said it, and by moderators', () => {
    const { a, asA, asModerator } = aCatalogue()
    const key = { slug: 'a', other: 'b', kind: 'alternative' }
    relateSoftware(asA, input('alternative'))
    expect(relationsToEdit(asA, 'a')?.relations).toMatchObject([{ mine: true }])
    unrelateSoftware(asA, key)
    expect(said(asA, a)).toEqual([])
    expect(() => unrelateSoftware(asA, key)).toThrow(NotFound)

    relateSoftware(asA, input('alternative'))
    unrelateSoftware(asModerator, { slug: 'b', other: 'a', kind: 'alternative' })
    expect(said(asA, a)).toEqual([])
  })

  it('is not taken back by the publisher of the other entry, who may ask the moderators', () => {
    const { asA, asB } = aCatalogue()
    relateSoftware(asA, input('replaces'))
    expect(relationsToEdit(asB, 'b')?.relations).toMatchObject([{ mine: false }])
    expect(() => unrelateSoftware(asB, { slug: 'b', other: 'a', kind: 'replaces' })).toThrow(
      /modération/,
    )
  })
})

describe('what a publiccode.yml says it is based on', () => {
  const relate = (context: Context, id: number, ...isBasedOn: string[]) =>
    inTransaction(context.db, (tx) => relateFromPubliccodeIn(tx, context, id, isBasedOn))

  function withRepositories() {
    const world = aCatalogue()
    const address = 'https://gitlab.example.org/ville/Beta.git'
    world.server.db
      .insert(repository)
      .values({
        softwareId: world.b,
        address,
        addressKey: 'gitlab.example.org/ville/beta',
        host: 'gitlab.example.org',
        stateSince: '2026-01-01',
        signs: {},
        nextAt: '2026-01-01',
      })
      .run()
    return world
  }

  it.each([
    'https://gitlab.example.org/ville/beta',
    'https://gitlab.example.org/ville/Beta.git',
    ' https://gitlab.example.org/ville/beta/ ',
    'git@gitlab.example.org:ville/beta.git',
  ])('becomes a relation where it is the address of an entry: %s', (address) => {
    const { server, a, b } = withRepositories()
    expect(relate(server, a, address)).toEqual({ added: 1, removed: 0 })
    expect(said(server, a)).toEqual([['variant-of', 'b', 'publiccode', true]])
    expect(said(server, b)).toEqual([['has-variant', 'a', 'publiccode', false]])
    expect(relate(server, a, address)).toEqual({ added: 0, removed: 0 })
  })

  it('is found by the address that the entry itself gives, too', () => {
    const { server, a } = aCatalogue()
    aSoftware(server, {
      slug: 'c',
      name: 'Gamma',
      repository: 'https://forge.example.org/c',
      sources: [
        {
          id: 's1',
          title: 'Dépôt du projet',
          url: 'https://forge.example.org/c',
          date: '2024-05',
          covers: ['name', 'publisher', 'licence', 'functions', 'repository'],
        },
      ],
    })
    relate(server, a, 'https://forge.example.org/c.git')
    expect(said(server, a)).toEqual([['variant-of', 'c', 'publiccode', true]])
  })

  it('is left out where it is no entry, no address, or the entry itself', () => {
    const { server, b } = withRepositories()
    const own = 'https://gitlab.example.org/ville/beta'
    expect(
      relate(server, b, own, 'Un autre logiciel', 'file:///etc/passwd', '', 'https://x.example'),
    ).toEqual({ added: 0, removed: 0 })
  })

  it('is taken back when the file no longer says it; what people said stays', () => {
    const { server, a, asA, asModerator } = withRepositories()
    const address = 'https://gitlab.example.org/ville/beta'
    relate(server, a, address)
    expect(() =>
      unrelateSoftware(asModerator, { slug: 'a', other: 'b', kind: 'variant-of' }),
    ).toThrow(/publiccode/)
    expect(relate(server, a)).toEqual({ added: 0, removed: 1 })

    relate(server, a, address)
    relateSoftware(asA, input('variant-of'))
    expect(relate(server, a)).toEqual({ added: 0, removed: 0 })
    expect(said(server, a)).toEqual([['variant-of', 'b', 'publisher', true]])
  })

  it('follows each reading of the repository', () => {
    const { server, a } = withRepositories()
    const reading = (values: { isBasedOn?: string[] }) =>
      aRepositoryReading({ publiccode: aPubliccode(values) })
    const apply = (values: { isBasedOn?: string[] }) =>
      inTransaction(server.db, (tx) => applyReadingIn(tx, server, a, reading(values)))
    apply({ isBasedOn: ['https://gitlab.example.org/ville/beta/-/tree/main'] })
    expect(said(server, a)).toEqual([['variant-of', 'b', 'publiccode', true]])
    apply({})
    expect(said(server, a)).toEqual([])
  })

  it('is spelt in many ways, and is no address in others', () => {
    expect(spellingsOf('https://a.example/x/y.git/')?.keys).toEqual(['a.example/x/y'])
    expect(spellingsOf('https://a.example/')).toBeUndefined()
    expect(spellingsOf('ext::sh -c id')).toBeUndefined()
  })
})

describe('when two entries become one', () => {
  it('keeps the relations of both once, and none with itself', () => {
    const { server, a, b, asA, asB, asModerator } = aCatalogue()
    const c = aSoftware(server, { slug: 'c', name: 'Gamma', publisher: 'autre' })
    aSoftware(server, { slug: 'd', name: 'Delta' })
    relateSoftware(asA, input('replaces'))
    relateSoftware(asA, input('alternative', 'c'))
    relateSoftware(asB, { slug: 'c', other: 'b', kind: 'alternative' })
    relateSoftware(asA, input('works-with', 'd'))
    relateSoftware(asB, { slug: 'b', other: 'd', kind: 'works-with' })
    mergeSoftware(asModerator, { fromSlug: 'a', intoSlug: 'b', why: 'La même chose.' })

    expect(said(server, b)).toHaveLength(2)
    expect(said(server, b)).toEqual(
      expect.arrayContaining([
        ['alternative', 'c', 'publisher', expect.any(Boolean)],
        ['works-with', 'd', 'publisher', true],
      ]),
    )
    expect(said(server, c)).toHaveLength(1)
    expect(said(server, a)).toEqual([])
  })
})
