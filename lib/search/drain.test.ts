import { describe, expect, it } from 'vitest'
import type { Context } from '#lib/context.ts'
import { readMeta } from '#lib/meta.ts'
import { loadOrganisations } from '#lib/organisations/commands.ts'
import { silentProgress } from '#lib/progress.ts'
import {
  anOrganisation,
  anOrganisationInput,
  aSoftware,
  SOURCE,
  someFunctions,
} from '#lib/testing/builders.ts'
import { makeTestContext } from '#lib/testing/context.ts'
import { outboxOf } from '#lib/testing/traces.ts'
import { drainSearchOutbox, rebuildEmbedded } from './commands.ts'
import { searchFunctionIds, searchOrganisationIds, searchSoftwareIds } from './queries.ts'

const organisations = (context: Context, q: string) => searchOrganisationIds(context, q, 10_000)

describe('bringing the index up to date', () => {
  it('finds software, organisations and functions from then on', () => {
    const context = makeTestContext()
    someFunctions(context)
    const software = aSoftware(context)
    const organisation = anOrganisation(context, { name: 'Arles' })

    expect(drainSearchOutbox(context)).toBeGreaterThan(0)

    expect(searchSoftwareIds(context, 'openexemple')).toEqual([software])
    expect(organisations(context, 'arles')).toEqual([organisation])
    expect(searchFunctionIds(context, 'jurys', 10)).toHaveLength(1)
    expect(outboxOf(context)).toEqual([])
  })

  it('does nothing when nothing has changed', () => {
    const context = makeTestContext()
    const organisation = anOrganisation(context, { name: 'Arles' })
    drainSearchOutbox(context)

    expect(drainSearchOutbox(context)).toBe(0)

    expect(organisations(context, 'arles')).toEqual([organisation])
  })

  it('reads only what came since, and replaces what it knew of it', () => {
    const context = makeTestContext()
    const before = anOrganisationInput({ name: 'Moulès' })
    const organisation = anOrganisation(context, before)
    anOrganisation(context, { name: 'Arles' })
    drainSearchOutbox(context)

    loadOrganisations(context, [{ ...before, name: 'Raphèle' }], SOURCE)

    expect(drainSearchOutbox(context)).toBe(1)
    expect(organisations(context, 'raphele')).toEqual([organisation])
    expect(organisations(context, 'moules')).toEqual([])
  })

  it('reads everything again when its tables are of another version', () => {
    const context = makeTestContext()
    const organisation = anOrganisation(context, { name: 'Arles' })
    drainSearchOutbox(context)

    context.db.$client.exec("UPDATE meta SET value = 'ancient' WHERE key = 'fts5-version'")

    expect(drainSearchOutbox(context)).toBe(1)
    expect(organisations(context, 'arles')).toEqual([organisation])
  })

  it('forgets a row that is gone', () => {
    const context = makeTestContext()
    const organisation = anOrganisation(context, { name: 'Arles' })
    drainSearchOutbox(context)

    context.db.$client.exec(`
      DELETE FROM organisation;
      INSERT INTO search_outbox (kind, subject_id) VALUES ('organisation', ${organisation});`)
    drainSearchOutbox(context)

    expect(organisations(context, 'arles')).toEqual([])
  })
})

describe('rebuilding the embedded index', () => {
  it('gives the same index, with what was written meanwhile', () => {
    const context = makeTestContext()
    someFunctions(context)
    aSoftware(context)
    anOrganisation(context, { name: 'Arles' })
    drainSearchOutbox(context)
    context.db.$client.exec("UPDATE software_fts SET name = 'abime', functions = ''")

    let met: number | undefined
    rebuildEmbedded(context, {
      ...silentProgress,
      step() {
        met ??= anOrganisation(context, { name: 'Moulès' })
      },
    })

    expect(searchSoftwareIds(context, 'openexemple')).toHaveLength(1)
    expect(searchSoftwareIds(context, 'abime')).toEqual([])
    expect(organisations(context, 'arles')).toHaveLength(1)
    expect(organisations(context, 'moules')).toEqual([met])
    expect(outboxOf(context)).toEqual([])
  })

  it('goes on searching, and starts afresh after a kill in the middle', () => {
    const context = makeTestContext()
    const arles = anOrganisation(context, { name: 'Arles' })
    drainSearchOutbox(context)
    const killed = {
      ...silentProgress,
      step() {
        throw new Error('killed')
      },
    }

    expect(() => rebuildEmbedded(context, killed)).toThrow('killed')
    expect(organisations(context, 'arles')).toEqual([arles])
    const moules = anOrganisation(context, { name: 'Moulès' })
    drainSearchOutbox(context)
    expect(organisations(context, 'moules')).toEqual([moules])

    rebuildEmbedded(context)
    expect(organisations(context, 'arles')).toEqual([arles])
    expect(organisations(context, 'moules')).toEqual([moules])
    expect(outboxOf(context)).toEqual([])
  })
})

describe('a process that dies in the middle of the work', () => {
  /** More organisations than one batch holds, all of them waiting. */
  function manyWaiting(): Context {
    const context = makeTestContext()
    loadOrganisations(
      context,
      Array.from({ length: 9_000 }, (_, n) =>
        anOrganisationInput({ key: `o-${n}`, siren: null, name: `Commune numéro${n}` }),
      ),
      SOURCE,
    )
    return context
  }

  const dying = {
    ...silentProgress,
    step() {
      throw new Error('killed')
    },
  }

  it('loses nothing and repeats nothing: the next one goes on where it stopped', () => {
    const context = manyWaiting()

    expect(() => drainSearchOutbox(context, dying)).toThrow('killed')
    const done = organisations(context, 'commune').length
    const waiting = outboxOf(context).length
    expect(done).toBeGreaterThan(0)
    expect(waiting).toBeGreaterThan(0)
    expect(done + waiting).toBe(9_000)

    expect(drainSearchOutbox(context)).toBe(waiting)
    expect(organisations(context, 'commune')).toHaveLength(9_000)
    expect(organisations(context, 'numero8999')).toHaveLength(1)
  })

  it('has moved its cursor exactly as far as the index goes', () => {
    const context = manyWaiting()

    expect(() => drainSearchOutbox(context, dying)).toThrow('killed')
    const [next] = context.db.$client
      .prepare('SELECT min(id) FROM search_outbox')
      .pluck()
      .all() as number[]

    expect(Number(readMeta(context.db, 'search-cursor:fts5')) + 1).toBe(next)
  })

  it('leaves the batch in hand as it was when the database itself refuses it', () => {
    const context = makeTestContext()
    anOrganisation(context, { name: 'Arles' })
    drainSearchOutbox(context)
    anOrganisation(context, { name: 'Tarascon' })
    const [before, cursor] = [outboxOf(context), readMeta(context.db, 'search-cursor:fts5')]

    context.db.$client.exec(
      "CREATE TRIGGER full BEFORE UPDATE ON meta BEGIN SELECT raise(ABORT, 'disk full'); END",
    )
    expect(() => drainSearchOutbox(context)).toThrow('disk full')

    expect(outboxOf(context)).toEqual(before)
    expect(readMeta(context.db, 'search-cursor:fts5')).toBe(cursor)
    expect(organisations(context, 'tarascon')).toEqual([])
    context.db.$client.exec('DROP TRIGGER full')
    expect(drainSearchOutbox(context)).toBe(1)
    expect(organisations(context, 'tarascon')).toHaveLength(1)
  })
})
