import { beforeEach, describe, expect, it } from 'vitest'
import type { Context } from '#lib/context.ts'
import { drainSearchOutbox } from '#lib/search/commands.ts'
import { aSoftware, someFunctions } from '#lib/testing/builders.ts'
import { makeTestContext } from '#lib/testing/context.ts'
import { softwareMeant } from './which-software.ts'

let context: Context
const meant = (typed: string) => {
  const answer = softwareMeant(context, typed)
  return 'one' in answer ? answer.one.slug : answer.several.map(({ slug }) => slug)
}

beforeEach(() => {
  context = makeTestContext()
  someFunctions(context)
  aSoftware(context, { slug: 'openelec', name: 'openElec', aliases: ['Open Élections'] })
  aSoftware(context, { slug: 'libreoffice', name: 'LibreOffice' })
  aSoftware(context, { slug: 'librecad', name: 'LibreCAD' })
  aSoftware(context, { slug: 'grr', name: 'GRR' })
  aSoftware(context, { slug: 'grr-autre', name: 'grr' })
  drainSearchOutbox(context)
})

describe('the software that someone means', () => {
  it.each([
    ['openElec', 'openelec'],
    ['  OPENELEC ', 'openelec'],
    ['open élections', 'openelec'],
    ['libreoffice', 'libreoffice'],
    ['grr-autre', 'grr-autre'],
  ])('by %j is one', (typed, slug) => {
    expect(meant(typed)).toBe(slug)
  })

  it('by the name of two is one of both', () => {
    expect(meant('GRR')).toEqual(['grr', 'grr-autre'])
  })

  it('by the beginning of names, or one letter wrong, is one of those that come near', () => {
    expect(meant('libre')).toEqual(expect.arrayContaining(['libreoffice', 'librecad']))
    expect(meant('openelek')).toEqual(expect.arrayContaining(['openelec']))
  })

  it.each(['', '  ', '!!', 'zzzzzzzzz'])('by %j is none', (typed) => {
    expect(meant(typed)).toEqual([])
  })
})
