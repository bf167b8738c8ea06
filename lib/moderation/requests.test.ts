import { describe, expect, it } from 'vitest'
import type { Context } from '#lib/context.ts'
import { Forbidden, InvalidInput, NotFound } from '#lib/errors.ts'
import { makeTestContext } from '#lib/testing/context.ts'
import { auditOf, contentsOf } from '#lib/testing/traces.ts'
import { askForSoftware, settleSoftwareRequest } from './commands.ts'
import { listSoftwareRequests } from './queries.ts'
import { askAddress } from './schema.ts'

const VISITOR = { kind: 'visitor' } as const

/** Asks as a visitor does. @returns its reference. */
function asked(context: Context, text: string): number {
  return askForSoftware({ ...context, actor: VISITOR }, { asked: text, need: 'Un besoin' })
    .reference
}

describe('requests', () => {
  it('are listed for the operator, newest first', () => {
    const context = makeTestContext()
    const [first, second] = [asked(context, 'GED'), asked(context, 'SIG')]

    expect(listSoftwareRequests(context).map((row) => row.reference)).toEqual([second, first])
  })

  it('are shown to no visitor, who settles none either', () => {
    const context = makeTestContext()
    const reference = asked(context, 'GED')
    const before = contentsOf(context)
    const visitor = { ...context, actor: VISITOR }

    expect(() => listSoftwareRequests(visitor)).toThrow(Forbidden)
    expect(() => settleSoftwareRequest(visitor, reference)).toThrow(Forbidden)
    expect(contentsOf(context)).toEqual(before)
  })
})

describe('settling a request', () => {
  it('erases its texts, keeps the row that counts it, and says so in the audit', () => {
    const context = makeTestContext()
    const reference = asked(context, 'GED')

    expect(settleSoftwareRequest(context, String(reference))).toEqual({ reference, asked: 'GED' })

    expect(listSoftwareRequests(context)).toMatchObject([
      { reference, asked: '', need: '', state: 'settled' },
    ])
    expect(auditOf(context).at(-1)).toEqual({
      actor: 'test',
      action: 'software-request.settle',
      subject: String(reference),
      detail: null,
    })
  })

  it('a second time changes nothing', () => {
    const context = makeTestContext()
    const reference = asked(context, 'GED')
    settleSoftwareRequest(context, reference)
    const before = contentsOf(context)

    expect(settleSoftwareRequest(context, reference)).toEqual({ reference, asked: null })
    expect(contentsOf(context)).toEqual(before)
  })

  it('lets the same words be asked again', () => {
    const context = makeTestContext()
    const first = asked(context, 'GED')
    settleSoftwareRequest(context, first)

    expect(asked(context, 'GED')).toBe(first + 1)
  })

  it.each(['', 'douze', '0', '-1', '1.5', '1e99', null])('of no number is refused: %j', (input) => {
    expect(() => settleSoftwareRequest(makeTestContext(), input)).toThrow(InvalidInput)
  })

  it('of a number never given is refused', () => {
    expect(() => settleSoftwareRequest(makeTestContext(), 12)).toThrow(NotFound)
  })
})

describe('the address of the form', () => {
  const nothing = { nom: '', fonction: '', envoyee: null }
  it.each([
    [{}, nothing],
    [{ nom: '  Gestion\n des  jurys ' }, { ...nothing, nom: 'Gestion des jurys' }],
    [{ nom: ['un', 'deux'] }, { ...nothing, nom: 'un' }],
    [{ nom: 'x'.repeat(300) }, { ...nothing, nom: 'x'.repeat(200) }],
    [{ fonction: 'jury-assises' }, { ...nothing, fonction: 'jury-assises' }],
    [{ fonction: '<script>' }, nothing],
    [{ envoyee: '12' }, { ...nothing, envoyee: 12 }],
    [{ envoyee: '012' }, nothing],
    [{ envoyee: '-1' }, nothing],
    [{ envoyee: '12 <b>' }, nothing],
    [{ envoyee: ['7', '8'] }, { ...nothing, envoyee: 7 }],
  ])('%j', (query, read) => {
    expect(askAddress.parse(query)).toEqual(read)
  })
})
