import { expect, it } from 'vitest'
import { inTransaction } from '#db/transaction.ts'
import { DomainError } from '#lib/errors.ts'
import { compareEvidence } from '#lib/evidence/commands/recompute-evidence.ts'
import { refreshDueEvidence } from '#lib/evidence/commands/refresh-evidence.ts'
import { seededRandom } from '#lib/importers/demonstration/random.ts'
import {
  anAdoption,
  anOrganisation,
  aSoftware,
  aUser,
  someFunctions,
  someTerritories,
} from '#lib/testing/builders.ts'
import { makeTestContext } from '#lib/testing/context.ts'
import { aGridOfEveryRule } from '#lib/testing/evidence.ts'
import { aGrid } from '#lib/testing/label.ts'
import { wrongFigures } from '#lib/testing/life.ts'
import { contentsOf } from '#lib/testing/traces.ts'
import { ageAdoptions } from './commands/age-adoptions.ts'
import { changeAdoption, endAdoption, reopenAdoption } from './commands/change-adoption.ts'
import { confirmAdoptions } from './commands/confirm-adoptions.ts'
import { contestAdoption } from './commands/contest-adoption.ts'
import { declareAdoption } from './commands/declare-adoption.ts'
import { reportAdoptions } from './commands/report-adoptions.ts'
import { settleContestation } from './commands/settle-contestation.ts'
import { ADOPTION_STATES } from './schema.ts'

const STEPS = 400
const LINK = { siteUrl: 'https://mutualibre.example', secret: 's'.repeat(32) }
const FUNCTIONS = ['listes-electorales', 'jury-assises', 'supervision', 'sauvegarde']

interface Row {
  id: number
  organisation_id: number
  revision: number
  trust: string
}

/** Every step of an adoption's life, drawn from a seed; months go by between them. */
function aLife(random: () => number) {
  const context = makeTestContext({ now: new Date('2020-01-15T12:00:00Z') })
  someTerritories(context)
  someFunctions(context)
  aGrid(context, 'reference', aGridOfEveryRule())
  const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)] as T
  const slugs = ['un', 'deux', 'trois', 'quatre']
  const software = slugs.map((slug, n) =>
    aSoftware(context, { slug, name: slug, functions: FUNCTIONS.slice(n, n + 2) }),
  )
  const organisations = Array.from({ length: 5 }, (_, n) => ({
    key: `organisation-${n}`,
    id: anOrganisation(context, { key: `organisation-${n}`, siren: null }),
  }))
  const everywhere = aUser(context, { memberOf: organisations.map(({ id }) => id) })
  let now = context.now
  const as = (actor: typeof context.actor) => ({ ...context, actor, now })
  const agent = () => as(everywhere)
  const rows = () => contentsOf(context).adoption as Row[]
  const some = () => {
    const row = pick(rows())
    return row && { adoption: String(row.id), revision: String(row.revision), row }
  }

  const steps: Array<() => unknown> = [
    () =>
      declareAdoption(agent(), {
        organisation: pick(organisations).key,
        software: pick(slugs),
        state: pick(ADOPTION_STATES),
        since: pick(['', '2003', '2019-05']),
        workstations: pick(['', '12']),
        runBy: pick(['', 'operator', 'own-it']),
      }),
    () => {
      const use = some()
      if (use) changeAdoption(agent(), { ...which(use), state: pick(ADOPTION_STATES), since: '' })
    },
    () => {
      const use = some()
      if (use) endAdoption(agent(), { ...which(use), stopReason: 'cost' })
    },
    () => {
      const use = some()
      if (use) reopenAdoption(agent(), { ...which(use), state: 'pilot' })
    },
    () => {
      const use = some()
      if (use) contestAdoption(agent(), { adoption: use.adoption, reason: 'Faux.' })
    },
    () => {
      const use = some()
      if (!use) return
      const adoptions = `${use.adoption}.${use.revision}`
      confirmAdoptions(agent(), { organisationId: use.row.organisation_id, adoptions })
    },
    () => {
      const waiting = contentsOf(context).contestation as Array<{ id: number }>
      const one = pick(waiting)
      if (one) {
        inTransaction(context.db, (tx) =>
          settleContestation(tx, as(context.actor), one.id, random() < 0.5),
        )
      }
    },
    () =>
      reportAdoptions(as(context.actor), [
        anAdoption(pick(software), pick(organisations).id, { state: pick(ADOPTION_STATES) }),
      ]),
    () => ageAdoptions(as({ kind: 'system', name: 'test' }), LINK),
  ]
  return {
    context,
    /** Rows of the evidence that differ from what the adoptions say; what is due is computed before. */
    wrongEvidence() {
      while (refreshDueEvidence(context.db, now, 3) > 0);
      return compareEvidence({ ...context, now }).differences
    },
    async step() {
      now = new Date(now.getTime() + random() * 60 * 86_400_000)
      try {
        await pick(steps)()
      } catch (error) {
        if (!(error instanceof DomainError)) throw error
      }
    },
  }
}

const which = ({ adoption, revision }: { adoption: string; revision: string }) => ({
  adoption,
  revision,
})

it.each([1977, 2026])(
  'figures and evidence stay equal to the rows through hundreds of steps of the life of adoptions (seed %i)',
  async (seed) => {
    const { context, step, wrongEvidence } = aLife(seededRandom(seed))
    for (let n = 1; n <= STEPS; n++) {
      await step()
      if (n % 20 !== 0) continue
      expect(wrongFigures(context), `after ${n} steps`).toEqual([])
      expect(wrongEvidence(), `after ${n} steps`).toBe(0)
    }
    const {
      adoption = [],
      adoption_event: events = [],
      criterion_evidence: evidence = [],
    } = contentsOf(context)
    expect(adoption.length).toBeGreaterThan(10)
    expect(evidence.length).toBeGreaterThan(0)
    // The walk went everywhere.
    const kinds = new Set((events as Array<{ kind: string }>).map(({ kind }) => kind))
    for (const kind of [
      'declared',
      'confirmed',
      'changed',
      'ended',
      'reopened',
      'contested',
      'aged',
    ])
      expect(kinds, kind).toContain(kind)
  },
  60_000,
)
