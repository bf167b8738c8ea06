import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { entryChange, fieldDifference, fieldOrigin } from '#db/schema/provenance.ts'
import { publisherEvent } from '#db/schema/publishers.ts'
import { software } from '#db/schema/software.ts'
import { inTransaction } from '#db/transaction.ts'
import type { Context } from '#lib/context.ts'
import type { RepositoryReading } from '#lib/forge/reading.ts'
import type { PubliccodeValues } from '#lib/publiccode/document.ts'
import { aSoftware, aUser, someFunctions } from '#lib/testing/builders.ts'
import { makeTestContext } from '#lib/testing/context.ts'
import { A_COMMIT, aPubliccode, aRepositoryReading } from '#lib/testing/forge.ts'
import { applyReadingIn } from './apply-reading.ts'
import { editEntry } from './commands/edit-entry.ts'

function aCatalogue(entry: Record<string, unknown> = {}) {
  const context = makeTestContext()
  someFunctions(context)
  return { context, id: aSoftware(context, entry) }
}

const says = (values: Partial<PubliccodeValues>, rest: Partial<RepositoryReading> = {}) =>
  aRepositoryReading({ publiccode: aPubliccode(values), ...rest })

const apply = (context: Context, id: number, reading: RepositoryReading) =>
  inTransaction(context.db, (tx) => applyReadingIn(tx, context, id, reading))

const entryOf = ({ db }: Context, id: number) =>
  db.select().from(software).where(eq(software.id, id)).get()
const openIn = ({ db }: Context) =>
  db
    .select({ field: fieldDifference.field, value: fieldDifference.value })
    .from(fieldDifference)
    .where(eq(fieldDifference.state, 'open'))
    .all()
const everything = ({ db }: Context) =>
  [software, fieldOrigin, fieldDifference, entryChange, publisherEvent].map((table) =>
    db.select().from(table).all(),
  )
const website = 'https://projet.example.org'

describe('what nobody has said', () => {
  it('is filled from the repository, with its origin and its history', () => {
    const { context, id } = aCatalogue()
    expect(apply(context, id, says({ landingURL: website }))).toMatchObject({
      changes: [{ field: 'website', from: '', to: website }],
      opened: [],
    })
    expect(entryOf(context, id)?.website).toBe(website)
    expect(context.db.select().from(entryChange).all()).toMatchObject([
      { by: 'harvest', commit: A_COMMIT, changes: [{ field: 'website', from: '', to: website }] },
    ])
    expect(context.db.select().from(publisherEvent).all()).toMatchObject([
      { kind: 'entry-changed', detail: { fields: ['website'] } },
    ])
  })

  it('follows the repository from then on', () => {
    const { context, id } = aCatalogue()
    apply(context, id, says({ landingURL: website }))
    apply(context, id, says({ landingURL: 'https://neuf.example.org' }))
    expect(entryOf(context, id)?.website).toBe('https://neuf.example.org')
    expect(openIn(context)).toEqual([])
  })

  it('stays when the repository no longer says it', () => {
    const { context, id } = aCatalogue()
    apply(context, id, says({ landingURL: website }))
    apply(context, id, says({}))
    expect(entryOf(context, id)?.website).toBe(website)
  })
})

it('writes nothing when the same is read again, at a later commit or not', () => {
  const { context, id } = aCatalogue({ languages: [] })
  const values = { name: 'Autre nom', landingURL: website, availableLanguages: ['fr'] }
  apply(context, id, says(values))
  const before = everything(context)
  const later = { branch: 'main', commit: 'b'.repeat(40), date: '2026-01-12T00:00:00.000Z' }
  expect(apply(context, id, says(values, { head: later }))).toEqual({ changes: [], opened: [] })
  expect(everything(context)).toEqual(before)
})

it('says nothing for an empty repository', () => {
  const { context, id } = aCatalogue()
  apply(context, id, says({ name: 'Autre nom' }))
  apply(context, id, aRepositoryReading({ head: null }))
  expect(openIn(context)).toHaveLength(1)
})

describe('what the reference data says', () => {
  it('stands; where the repository says otherwise, both are shown', () => {
    const { context, id } = aCatalogue()
    expect(apply(context, id, says({ licenceSpdx: 'MIT' })).opened).toEqual(['licence'])
    expect(entryOf(context, id)?.licence).toBe('AGPL-3.0-or-later')
    expect(openIn(context)).toEqual([{ field: 'licence', value: 'MIT' }])
    expect(context.db.select().from(publisherEvent).all()).toMatchObject([
      { kind: 'difference', detail: { fields: ['licence'] } },
    ])
  })

  it('is written in its own words: no difference is made of its texts', () => {
    const { context, id } = aCatalogue()
    apply(context, id, says({ description: { fr: { shortDescription: 'Une autre phrase' } } }))
    expect(openIn(context)).toEqual([])
  })

  it('is not contradicted by the text of a licence, which knows no “or later”', () => {
    const { context, id } = aCatalogue()
    apply(context, id, aRepositoryReading({ licenceDetected: 'AGPL-3.0-only' }))
    expect(openIn(context)).toEqual([])
  })
})

describe('a person’s correction', () => {
  const CORRECTED = 'openExemple, corrigé'
  function corrected() {
    const { context, id } = aCatalogue({ repository: undefined })
    apply(context, id, says({ name: 'openExemple' }))
    editEntry(
      { ...context, actor: { ...moderator(context) } },
      { software: 'openexemple', revision: '0', name: CORRECTED },
    )
    return { context, id }
  }

  it('stands as long as the repository says what it said', () => {
    const { context, id } = corrected()
    apply(context, id, says({ name: 'openExemple' }))
    expect(entryOf(context, id)?.name).toBe(CORRECTED)
    expect(openIn(context)).toEqual([])
  })

  it('is shown beside what the repository says anew, never overwritten', () => {
    const { context, id } = corrected()
    apply(context, id, says({ name: 'openExemple 2' }))
    expect(entryOf(context, id)?.name).toBe(CORRECTED)
    expect(openIn(context)).toEqual([{ field: 'name', value: 'openExemple 2' }])
  })

  it('and the repository agree in the end: nothing is left to decide', () => {
    const { context, id } = corrected()
    apply(context, id, says({ name: 'openExemple 2' }))
    apply(context, id, says({ name: CORRECTED }))
    expect(openIn(context)).toEqual([])
  })

  it('waits for nobody’s decision once the repository says nothing of it', () => {
    const { context, id } = corrected()
    apply(context, id, says({ name: 'openExemple 2' }))
    apply(context, id, says({}))
    expect(openIn(context)).toEqual([])
  })
})

function moderator(context: Context) {
  return aUser(context, { roles: ['moderator'] })
}
