import { describe, expect, it } from 'vitest'
import {
  anOrganisation,
  aPublisher,
  aSiren,
  aSoftware,
  SOURCE,
  someFunctions,
} from '#lib/testing/builders.ts'
import { makeTestContext } from '#lib/testing/context.ts'
import { auditOf, contentsOf, emptyOutbox, outboxOf } from '#lib/testing/traces.ts'
import { loadPublishers } from './commands.ts'
import { getPublisherBySlug } from './queries.ts'

describe('a publisher', () => {
  it('is shown with its source and the organisation that it is', () => {
    const context = makeTestContext()
    const siren = aSiren()
    anOrganisation(context, { siren, key: siren, name: 'Arles' })

    aPublisher(context, {
      slug: 'ville-d-arles',
      name: 'Ville d’Arles',
      kind: 'public-body',
      siren,
    })

    expect(getPublisherBySlug(context, 'ville-d-arles')).toMatchObject({
      name: 'Ville d’Arles',
      kind: 'public-body',
      website: '',
      organisationKey: siren,
      source: SOURCE,
    })
    expect(auditOf(context).at(-1)).toMatchObject({
      action: 'publishers.load',
      detail: { publishers: 1 },
    })
  })

  it('stands alone when no organisation has its SIREN', () => {
    const context = makeTestContext()

    aPublisher(context, { slug: 'cooperative', siren: aSiren() })

    expect(getPublisherBySlug(context, 'cooperative')?.organisationKey).toBeNull()
    expect(getPublisherBySlug(context, 'nobody')).toBeUndefined()
  })

  it('is brought up to date under the same slug, and its software read again by the search', () => {
    const context = makeTestContext()
    someFunctions(context)
    const software = aSoftware(context)
    const before = getPublisherBySlug(context, 'editeur-exemple')
    emptyOutbox(context)

    aPublisher(context, { name: 'Nouveau nom', website: 'https://example.org' })

    expect(getPublisherBySlug(context, 'editeur-exemple')).toMatchObject({
      id: before?.id,
      name: 'Nouveau nom',
      website: 'https://example.org',
    })
    expect(outboxOf(context)).toEqual([{ kind: 'software', subjectId: software }])
  })

  it('gives the search nothing to read when it is the same', () => {
    const context = makeTestContext()
    someFunctions(context)
    aSoftware(context)
    emptyOutbox(context)

    aPublisher(context)

    expect(outboxOf(context)).toEqual([])
  })

  it('is loaded by the one who runs the server: a visitor leaves nothing behind', () => {
    const context = makeTestContext({ actor: { kind: 'visitor' } })
    const before = contentsOf(context)

    expect(() => loadPublishers(context, [])).toThrow(
      expect.objectContaining({ code: 'forbidden' }),
    )

    expect(contentsOf(context)).toEqual(before)
  })
})
