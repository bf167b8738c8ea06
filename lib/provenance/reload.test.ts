import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { entryChange, fieldDifference, fieldOrigin } from '#db/schema/provenance.ts'
import { software } from '#db/schema/software.ts'
import { inTransaction } from '#db/transaction.ts'
import type { Context } from '#lib/context.ts'
import { importSoftware } from '#lib/software/commands/import-software.ts'
import { mergeSoftwareIn } from '#lib/software/commands/merge-software-in.ts'
import { anEntry, aSoftware, aUser, someFunctions } from '#lib/testing/builders.ts'
import { makeTestContext } from '#lib/testing/context.ts'
import { aPubliccode, aRepositoryReading } from '#lib/testing/forge.ts'
import { applyReadingIn } from './apply-reading.ts'
import { decideDifference } from './commands/decide-difference.ts'
import { editEntry } from './commands/edit-entry.ts'
import { MERGED_FROM } from './keep-written.ts'

const SLUG = 'openexemple'

function aCatalogue() {
  const context = makeTestContext()
  someFunctions(context)
  const id = aSoftware(context)
  const moderator: Context = { ...context, actor: aUser(context, { roles: ['moderator'] }) }
  return { context, id, moderator }
}

/** Loads the file of the reference data, as `npm run load` does. */
const load = (context: Context, overrides: Record<string, unknown> = {}) =>
  importSoftware(context, [{ slug: SLUG, entry: anEntry(overrides) }])
const entryOf = ({ db }: Context) => db.select().from(software).where(eq(software.slug, SLUG)).get()
const differences = ({ db }: Context) =>
  db
    .select({
      field: fieldDifference.field,
      kind: fieldDifference.kind,
      value: fieldDifference.value,
      state: fieldDifference.state,
    })
    .from(fieldDifference)
    .all()
const history = ({ db }: Context) => db.select().from(entryChange).all()

describe('the reference data loaded anew', () => {
  it('keeps what a person corrected, twice over, and shows what it says otherwise', () => {
    const { context, moderator } = aCatalogue()
    editEntry(moderator, {
      software: SLUG,
      name: 'openExemple, corrigé',
      functions: 'listes-electorales,sauvegarde',
    })
    expect(load(context).unchanged).toEqual([SLUG])
    expect(load(context).unchanged).toEqual([SLUG])
    expect(entryOf(context)?.name).toBe('openExemple, corrigé')
    expect(differences(context)).toContainEqual({
      field: 'name',
      kind: 'reference',
      value: 'openExemple',
      state: 'declined',
    })
    expect(history(context)).toHaveLength(1)
  })

  it('brings up what its file says since', () => {
    const { context, moderator } = aCatalogue()
    editEntry(moderator, { software: SLUG, name: 'openExemple, corrigé' })
    load(context, { name: 'openExemple 2' })
    expect(entryOf(context)?.name).toBe('openExemple, corrigé')
    expect(differences(context)).toEqual([
      { field: 'name', kind: 'reference', value: 'openExemple 2', state: 'open' },
    ])
    const [row] = context.db.select().from(fieldDifference).all()
    decideDifference(moderator, {
      software: SLUG,
      field: 'name',
      of: 'reference',
      at: row?.at,
      decision: 'take',
    })
    expect(entryOf(context)?.name).toBe('openExemple 2')
    // It is the file's again, and follows it.
    load(context, { name: 'openExemple 3' })
    expect(entryOf(context)?.name).toBe('openExemple 3')
    expect(differences(context)).toEqual([])
  })

  it('changes what nobody else has said, and says so in the history', () => {
    const { context } = aCatalogue()
    expect(load(context, { licence: 'EUPL-1.2' }).changed).toEqual([SLUG])
    expect(history(context)).toMatchObject([
      {
        by: 'reference',
        changes: [{ field: 'licence', from: 'AGPL-3.0-or-later', to: 'EUPL-1.2' }],
      },
    ])
  })

  it('leaves what the repository filled in', () => {
    const { context, id } = aCatalogue()
    const landingURL = 'https://projet.example.org'
    const publiccode = aPubliccode({ landingURL })
    inTransaction(context.db, (tx) =>
      applyReadingIn(tx, context, id, aRepositoryReading({ publiccode })),
    )
    expect(load(context).unchanged).toEqual([SLUG])
    expect(entryOf(context)?.website).toBe(landingURL)
    expect(differences(context)).toEqual([])
  })
})

it('a merge gives the history and the origins of both to the entry that remains', () => {
  const { context, id, moderator } = aCatalogue()
  aSoftware(context, { slug: 'autre', name: 'Autre' })
  editEntry(moderator, { software: 'autre', website: 'https://autre.example.org' })
  inTransaction(context.db, (tx) =>
    mergeSoftwareIn(tx, moderator, { fromSlug: 'autre', intoId: id, why: 'La même' }),
  )
  expect(entryOf(context)?.website).toBe('https://autre.example.org')
  expect(context.db.select().from(fieldOrigin).all()).toMatchObject([
    { softwareId: id, field: 'website', kind: 'person' },
  ])
  const note = `${MERGED_FROM}Autre`
  expect(history(context)).toMatchObject([
    { softwareId: id, note, changes: [{ field: 'website', from: '' }] },
    { softwareId: id, note, by: 'moderator', changes: [{ field: 'website' }] },
  ])
})
