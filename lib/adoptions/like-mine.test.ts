import { describe, expect, it } from 'vitest'
import { getOrganisation } from '#lib/organisations/queries.ts'
import { anAdoptionOnRecord } from '#lib/testing/adoptions.ts'
import { anOrganisation, aSoftware, someFunctions, someTerritories } from '#lib/testing/builders.ts'
import { makeTestContext } from '#lib/testing/context.ts'
import { LIKE_MINE, likeMine, organisationsLike } from './like-mine.ts'
import { listUsers } from './queries.ts'
import { userFilters } from './schema.ts'

function aTown() {
  const context = makeTestContext()
  someTerritories(context)
  someFunctions(context)
  const town = anOrganisation(context, { key: 'ville', name: 'Ville', population: 5_000 })
  const item = () => {
    const found = getOrganisation(context, 'ville')
    if (!found) throw new Error('the town is gone')
    return found
  }
  const like = () => likeMine(context, item())
  const names = (list: ReturnType<typeof like>['missing']) => list.map((row) => row.software.name)
  const software = (name: string) => aSoftware(context, { slug: name.toLowerCase(), name })
  return { context, town, like, names, software }
}

describe('organisations like one', () => {
  it('use what it does not, ranked by how many of them do, split by whose word it is', () => {
    const { context, town, like, names, software } = aTown()
    const [agenda, courrier, votes] = [software('Agenda'), software('Courrier'), software('Votes')]
    const others = [5_100, 4_900, 5_200].map((population) =>
      anOrganisation(context, { population }),
    )
    for (const [index, other] of others.entries()) {
      anAdoptionOnRecord(context, votes, other, {
        trust: (['confirmed', 'reported', 'to-reconfirm'] as const)[index] ?? 'reported',
      })
    }
    anAdoptionOnRecord(context, agenda, others[0] ?? 0)
    anAdoptionOnRecord(context, courrier, others[0] ?? 0)
    anAdoptionOnRecord(context, courrier, town)

    expect(names(like().missing)).toEqual(['Votes', 'Agenda'])
    expect(like().missing[0]?.use).toEqual({
      confirmed: 1,
      reported: 1,
      toReconfirm: 1,
      total: 3,
    })
    expect(names(like().shared)).toEqual(['Courrier'])
    expect(like()).toMatchObject({ compared: 3, known: 3, missingTotal: 2 })
  })

  it('are not those of another kind', () => {
    const { context, like, software } = aTown()
    anAdoptionOnRecord(context, software('Votes'), anOrganisation(context, { kind: 'epci' }))

    expect(like()).toMatchObject({ compared: 0, known: 0, missing: [], shared: [] })
  })

  it('say how few of them have said anything', () => {
    const { context, like, software } = aTown()
    const votes = software('Votes')
    anAdoptionOnRecord(context, votes, anOrganisation(context))
    anOrganisation(context)
    anOrganisation(context)

    expect(like()).toMatchObject({ compared: 3, known: 1 })
  })

  it.each([
    ['contested', { trust: 'contested' }],
    ['stopped', { state: 'stopped' }],
    ['under evaluation', { state: 'evaluating' }],
  ] as const)('use nothing by a use that is %s', (_what, adoption) => {
    const { context, like, software } = aTown()
    anAdoptionOnRecord(context, software('Votes'), anOrganisation(context), adoption)

    expect(like()).toMatchObject({ compared: 1, known: 0, missing: [] })
  })

  it('use what it stopped or looks at, which is said', () => {
    const { context, town, like, software } = aTown()
    const votes = software('Votes')
    anAdoptionOnRecord(context, votes, anOrganisation(context))
    anAdoptionOnRecord(context, votes, town, { state: 'stopped' })

    expect(like().missing).toMatchObject([{ software: { name: 'Votes' }, here: 'stopped' }])
  })

  it('are a hundred at most, those of its région first, and lead to as many rows', () => {
    const { context, like, software } = aTown()
    const votes = software('Votes')
    for (let n = 0; n < LIKE_MINE + 5; n++) {
      const there = n < 3 ? { departement: '35', region: '53' } : {}
      anAdoptionOnRecord(
        context,
        votes,
        anOrganisation(context, { population: n < 3 ? 5_000 : 100 + n, ...there }),
      )
    }

    const [first] = like().missing
    const among = organisationsLike(context, 'ville')
    expect(like().compared).toBe(LIKE_MINE)
    expect(first?.use.total).toBe(LIKE_MINE)
    expect(among?.ids).toHaveLength(LIKE_MINE)
    const rows = listUsers(context, votes, userFilters.parse({}), among?.ids)
    expect(rows.total).toBe(first?.use.total)
    expect(rows.items.every(({ organisation }) => organisation.departement === '13')).toBe(true)
    expect(organisationsLike(context, 'nulle-part')).toBeUndefined()
  })
})
