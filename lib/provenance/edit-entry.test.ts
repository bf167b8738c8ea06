import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { entryChange, fieldDifference, fieldOrigin } from '#db/schema/provenance.ts'
import { software } from '#db/schema/software.ts'
import { inTransaction } from '#db/transaction.ts'
import type { Context } from '#lib/context.ts'
import { Conflict, Forbidden } from '#lib/errors.ts'
import { aSoftware, aUser, publisherIdOf, someFunctions } from '#lib/testing/builders.ts'
import { makeTestContext } from '#lib/testing/context.ts'
import { aPubliccode, aRepositoryReading } from '#lib/testing/forge.ts'
import { applyReadingIn } from './apply-reading.ts'
import { decideDifference } from './commands/decide-difference.ts'
import { editEntry } from './commands/edit-entry.ts'
import type { EntryMeanwhile } from './entry-meanwhile.ts'

const SLUG = 'openexemple'

function aCatalogue() {
  const context = makeTestContext()
  someFunctions(context)
  const id = aSoftware(context)
  const member = aUser(context, { publisherMemberOf: [publisherIdOf(context)] })
  return { context, id, editor: { ...context, actor: member } as Context }
}

const read = (context: Context, id: number, name: string) =>
  inTransaction(context.db, (tx) =>
    applyReadingIn(tx, context, id, aRepositoryReading({ publiccode: aPubliccode({ name }) })),
  )
const entryOf = ({ db }: Context) => db.select().from(software).where(eq(software.slug, SLUG)).get()
const faultsOf = (run: () => unknown) => {
  try {
    run()
  } catch (error) {
    if (error instanceof z.ZodError) {
      return Object.fromEntries(error.issues.map(({ path, message }) => [path[0], message]))
    }
    throw error
  }
  return {}
}

describe('an entry that its publisher corrects', () => {
  it('is the person’s from then on, and its history says so without naming them', () => {
    const { context, editor } = aCatalogue()
    const changed = editEntry(editor, {
      software: SLUG,
      website: 'https://projet.example.org',
      languages: 'fr, en',
      firstRelease: '2014',
      name: 'openExemple',
    })
    expect(changed).toEqual(['website', 'languages', 'firstRelease'])
    expect(entryOf(context)).toMatchObject({ languages: ['fr', 'en'], firstRelease: 2014 })
    expect(context.db.select().from(fieldOrigin).all()).toHaveLength(3)
    expect(context.db.select().from(entryChange).all()).toMatchObject([{ by: 'publisher' }])
  })

  it('says what is wrong at each field', () => {
    const { editor } = aCatalogue()
    const typed = {
      software: SLUG,
      name: '',
      summaryFr: 'Court',
      licence: 'BUSL-1.1',
      website: 'javascript:alert(1)',
      repository: 'https://localhost/depot/prive',
      functions: 'inconnue',
      firstRelease: '12',
    }
    expect(faultsOf(() => editEntry(editor, typed))).toEqual({
      name: 'name-wrong',
      summaryFr: 'summaryFr-wrong',
      licence: 'licence-not-free',
      website: 'website-wrong',
      repository: 'forge-address-private',
      functions: 'functions-wrong',
      firstRelease: 'firstRelease-wrong',
    })
  })

  it('takes whatever people paste as the address of a repository', () => {
    const { context, editor } = aCatalogue()
    editEntry(editor, { software: SLUG, repository: 'git@gitlab.adullact.net:ville/depot.git' })
    expect(entryOf(context)?.repository).toBe('https://gitlab.adullact.net/ville/depot')
  })

  it('is refused to whoever is not of its publisher', () => {
    const { context } = aCatalogue()
    const stranger = { ...context, actor: aUser(context) }
    expect(() => editEntry(stranger, { software: SLUG, name: 'À moi' })).toThrow(Forbidden)
  })
})

describe('an entry that changed while it was being corrected', () => {
  it('keeps what changed in the fields that the form left alone', () => {
    const { context, editor } = aCatalogue()
    editEntry(editor, { software: SLUG, revision: '0', website: 'https://un.example.org' })
    editEntry(editor, { software: SLUG, revision: '0', website: '', firstRelease: '2014' })
    expect(entryOf(context)).toMatchObject({
      website: 'https://un.example.org',
      firstRelease: 2014,
    })
  })

  it('is not overwritten unseen: what is recorded comes back, and sending again writes over it', () => {
    const { context, editor } = aCatalogue()
    editEntry(editor, { software: SLUG, revision: '0', name: 'Le leur' })
    const typed = { software: SLUG, revision: '0', name: 'Le mien' }
    let meanwhile: unknown
    try {
      editEntry(editor, typed)
    } catch (error) {
      meanwhile = error
    }
    expect(meanwhile).toMatchObject({ recorded: { name: 'Le leur' } })
    const { revision } = meanwhile as EntryMeanwhile
    editEntry(editor, { ...typed, revision: String(revision) })
    expect(entryOf(context)?.name).toBe('Le mien')
  })
})

describe('a difference', () => {
  function aDifference() {
    const found = aCatalogue()
    editEntry(found.editor, { software: SLUG, name: 'Le nôtre' })
    read(found.context, found.id, 'Le leur')
    const row = found.context.db
      .select()
      .from(fieldDifference)
      .where(eq(fieldDifference.kind, 'publiccode'))
      .get()
    return { ...found, at: row?.at ?? '' }
  }
  const choice = { software: SLUG, field: 'name', of: 'repository' }
  const stateOf = ({ db }: Context) =>
    db
      .select({ state: fieldDifference.state })
      .from(fieldDifference)
      .where(eq(fieldDifference.kind, 'publiccode'))
      .get()?.state

  it('is taken: the field follows the repository from then on', () => {
    const { context, id, editor, at } = aDifference()
    expect(decideDifference(editor, { ...choice, at, decision: 'take' })).toEqual({ taken: true })
    expect(entryOf(context)?.name).toBe('Le leur')
    expect(stateOf(context)).toBeUndefined()
    read(context, id, 'Encore un autre')
    expect(entryOf(context)?.name).toBe('Encore un autre')
  })

  it('is declined: the same word is not brought up again, another is', () => {
    const { context, id, editor, at } = aDifference()
    decideDifference(editor, { ...choice, at, decision: 'keep' })
    read(context, id, 'Le leur')
    expect([entryOf(context)?.name, stateOf(context)]).toEqual(['Le nôtre', 'declined'])
    read(context, id, 'Encore un autre')
    expect([entryOf(context)?.name, stateOf(context)]).toEqual(['Le nôtre', 'open'])
  })

  it('is not settled by whoever was shown another', () => {
    const { editor } = aDifference()
    const late = { ...choice, at: '2020-01-01T00:00:00.000Z', decision: 'take' }
    expect(() => decideDifference(editor, late)).toThrow(Conflict)
  })

  it('is none once the entry says the same', () => {
    const { context, editor } = aDifference()
    editEntry(editor, { software: SLUG, revision: '99', name: 'Le leur' })
    expect(stateOf(context)).toBeUndefined()
  })
})
