import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { Context } from '#lib/context.ts'
import { someFunctions } from '#lib/testing/builders.ts'
import { makeTestContext } from '#lib/testing/context.ts'
import { auditOf, contentsOf, emptyOutbox, outboxOf } from '#lib/testing/traces.ts'
import { askForSoftware } from './commands.ts'
import { listSoftwareRequests } from './queries.ts'
import { LONGEST_ASKED, LONGEST_NEED } from './schema.ts'

const ASKED = {
  asked: 'Gestion des jurys d’assises',
  need: 'Tirer au sort,\npuis écrire aux jurés.',
  function: 'jury-assises',
  organisationKind: 'commune',
  locale: 'fr',
}

/** What a visitor acts with, on a catalogue that has functions. */
function aVisitor(): Context {
  const operator = makeTestContext()
  someFunctions(operator)
  emptyOutbox(operator)
  return { ...operator, actor: { kind: 'visitor' } }
}

const later = (context: Context, minutes: number): Context => ({
  ...context,
  now: new Date(context.now.getTime() + minutes * 60_000),
})

const requestsOf = (context: Context) =>
  listSoftwareRequests({ ...context, actor: { kind: 'operator', name: 'test' } })

/** The faults found, by field. */
function faultsOf(context: Context, input: unknown): Record<string, string> {
  try {
    askForSoftware(context, input)
  } catch (error) {
    if (!(error instanceof z.ZodError)) throw error
    return Object.fromEntries(error.issues.map(({ path, message }) => [path.join('.'), message]))
  }
  return {}
}

describe('asking for a software', () => {
  it('is open to anyone, and keeps what was typed and nothing of who typed it', () => {
    const visitor = aVisitor()

    const { reference } = askForSoftware(visitor, ASKED)

    expect(requestsOf(visitor)).toEqual([
      { ...ASKED, reference, createdAt: '2026-01-15T12:00:00.000Z', state: 'new' },
    ])
    expect(auditOf(visitor).at(-1)).toEqual({
      actor: '',
      action: 'software-request.ask',
      subject: String(reference),
      detail: null,
    })
  })

  it('changes nothing that is searched', () => {
    const visitor = aVisitor()

    askForSoftware(visitor, ASKED)

    expect(outboxOf(visitor)).toEqual([])
  })

  it('takes a name and nothing else', () => {
    const visitor = aVisitor()

    askForSoftware(visitor, { asked: 'GED' })

    expect(requestsOf(visitor)).toMatchObject([
      { asked: 'GED', need: '', function: null, organisationKind: '', locale: 'fr' },
    ])
  })

  it('keeps text as a person reads it: no control, no mark that turns what follows', () => {
    const visitor = aVisitor()

    askForSoftware(visitor, {
      asked: '  Régie\t\u001b[31m de\r\nrecettes\u202e ',
      need: 'Un\r\n\r\n  deux\u0000  \r\n',
    })

    expect(requestsOf(visitor)).toMatchObject([
      { asked: 'Régie [31m de recettes', need: 'Un\n\n  deux' },
    ])
  })
})

describe('a request is refused, with the reason beside its field, and leaves nothing behind,', () => {
  const x = (length: number) => 'x'.repeat(length)
  it.each([
    ['without what is looked for', { asked: '' }, { asked: 'asked-missing' }],
    ['with blanks only', { asked: ' \t\u00a0' }, { asked: 'asked-missing' }],
    ['with one letter', { asked: 'a' }, { asked: 'asked-short' }],
    ['with two letters', { asked: 'ab' }, {}],
    ['at the longest name', { asked: x(LONGEST_ASKED) }, {}],
    ['beyond it', { asked: x(LONGEST_ASKED + 1) }, { asked: 'asked-long' }],
    ['at the longest need', { need: x(LONGEST_NEED) }, {}],
    ['beyond that', { need: x(LONGEST_NEED + 1) }, { need: 'need-long' }],
    ['at the longest need, in lines', { need: 'x\r\n'.repeat(LONGEST_NEED / 2) }, {}],
    ['for a function of nobody', { function: 'alchimie' }, { function: 'function-unknown' }],
    ['for no slug', { function: '../x' }, { function: 'function-unknown' }],
    ['for no kind', { organisationKind: 'royaume' }, { organisationKind: 'kind-unknown' }],
    ['for a file where text was', { asked: new Blob(['x']) }, { asked: 'asked-missing' }],
    [
      'for two reasons at once',
      { asked: '', need: x(LONGEST_NEED + 1) },
      { asked: 'asked-missing', need: 'need-long' },
    ],
  ])('%s', (_when, change, faults) => {
    const visitor = aVisitor()
    const before = contentsOf(visitor)

    expect(faultsOf(visitor, { ...ASKED, ...change })).toEqual(faults)

    if (Object.keys(faults).length > 0) expect(contentsOf(visitor)).toEqual(before)
  })
})

describe('the same request', () => {
  it('sent again within ten minutes is answered with its first reference', () => {
    const visitor = aVisitor()
    const { reference } = askForSoftware(visitor, ASKED)

    for (const minutes of [0, 5, 10]) {
      expect(askForSoftware(later(visitor, minutes), { ...ASKED, locale: 'en' })).toEqual({
        reference,
      })
    }

    expect(requestsOf(visitor)).toHaveLength(1)
  })

  it('counts again once ten minutes are over', () => {
    const visitor = aVisitor()
    const first = askForSoftware(visitor, ASKED)

    const second = askForSoftware(later(visitor, 10.01), ASKED)

    expect(second.reference).toBeGreaterThan(first.reference)
    expect(requestsOf(visitor)).toHaveLength(2)
  })

  it.each([
    ['words', { asked: 'Jurys' }],
    ['needs', { need: '' }],
    ['functions', { function: '' }],
    ['kinds of organisation', { organisationKind: 'epci' }],
  ])('is another one in other %s', (_what, change) => {
    const visitor = aVisitor()
    askForSoftware(visitor, ASKED)

    askForSoftware(visitor, { ...ASKED, ...change })

    expect(requestsOf(visitor)).toHaveLength(2)
  })
})

describe('a program that fills the field nobody sees', () => {
  it('is answered like a person, with the reference that would come next, and kept nowhere', () => {
    const visitor = aVisitor()
    const { reference } = askForSoftware(visitor, ASKED)
    const before = contentsOf(visitor)

    const answer = askForSoftware(visitor, { asked: 'Buy now', trap: 'https://spam.example' })

    expect(answer).toEqual({ reference: reference + 1 })
    expect(contentsOf(visitor)).toEqual(before)
  })
})
