import { describe, expect, it } from 'vitest'
import { ADOPTION_STATES, ADOPTION_TRUSTS } from '#lib/adoptions/schema.ts'
import { countsAsUse } from './counts-as-use.ts'

const TABLE = {
  evaluating: { reported: false, confirmed: false, 'to-reconfirm': false, contested: false },
  pilot: { reported: true, confirmed: true, 'to-reconfirm': true, contested: false },
  production: { reported: true, confirmed: true, 'to-reconfirm': true, contested: false },
  stopped: { reported: false, confirmed: false, 'to-reconfirm': false, contested: false },
}

const CASES = ADOPTION_STATES.flatMap((state) =>
  ADOPTION_TRUSTS.map((trust) => ({ state, trust, counts: TABLE[state][trust] })),
)

describe('an adoption counts as a use', () => {
  it.each(CASES)('$state and $trust: $counts', ({ state, trust, counts }) => {
    expect(countsAsUse({ state, trust })).toBe(counts)
  })
})
