import { describe, expect, it } from 'vitest'
import { APPLICATION_STATES as STORED } from '#db/schema/applications.ts'
import { MOVES, moveFrom } from './moves.ts'
import { APPLICATION_STATES } from './states.ts'

/** One line a state, one column a move, in the order of MOVES; `-` is refused. */
const TABLE = `
  state           change          validate        send-back       submit     withdraw   reopen  ask-more        examine    assess    deliberate   announce   publish
  draft           draft           validated       draft           -          withdrawn  -       -               -          -         -            -          -
  validated       draft           -               -               submitted  withdrawn  -       -               -          -         -            -          -
  submitted       -               -               -               -          withdrawn  -       more-requested  examining  -         -            -          -
  more-requested  more-requested  more-requested  more-requested  submitted  withdrawn  -       -               -          -         -            -          -
  examining       -               -               -               -          withdrawn  -       more-requested  -          assessed  deliberated  -          -
  assessed        -               -               -               -          withdrawn  -       more-requested  -          -         deliberated  -          -
  deliberated     -               -               -               -          -          -       -               -          -         -            announced  published
  announced       -               -               -               -          -          -       -               -          -         -            -          published
  published       -               -               -               -          -          -       -               -          -         -            -          -
  withdrawn       -               -               -               -          -          draft   -               -          -         -            -          -
`
const [head = [], ...lines] = TABLE.trim()
  .split('\n')
  .map((line) => line.trim().split(/\s+/))

describe('the life of a dossier', () => {
  it('is written down for every state and every move', () => {
    expect(head.slice(1)).toEqual([...MOVES])
    expect(lines.map(([state]) => state)).toEqual([...APPLICATION_STATES])
    expect([...APPLICATION_STATES]).toEqual([...STORED])
  })

  it.each(lines.map((line) => [line[0], line] as const))('from %s', (state, line) => {
    const leads = MOVES.map((move) => moveFrom(state as (typeof STORED)[number], move) ?? '-')
    expect(leads).toEqual(line.slice(1))
  })
})
