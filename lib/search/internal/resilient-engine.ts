import {
  CircuitState,
  ConsecutiveBreaker,
  circuitBreaker,
  ExponentialBackoff,
  handleAll,
  TimeoutStrategy,
  timeout,
  wrap,
} from 'cockatiel'
import type { SearchEngine, SearchFound } from '../engine.ts'
import { noteError, type SearchGate } from '../gate.ts'

/** Milliseconds that a visitor waits for Meilisearch before the embedded engine answers. */
const PATIENCE = 300
/** Failures in a row after which it is no longer asked. */
const FAILURES = 3
/** Milliseconds after which it is asked again, once: at first, and at most. */
const FIRST_RETRY = 500
const LAST_RETRY = 5_000

const STATES = {
  [CircuitState.Closed]: 'closed',
  [CircuitState.Open]: 'open',
  [CircuitState.HalfOpen]: 'half-open',
  [CircuitState.Isolated]: 'open',
} as const

/**
 * The first engine while it answers well and in time, else the second: a visitor always gets results.
 * What goes wrong is said in the log and kept in the gate, never to the visitor.
 */
export function resilientEngine(options: {
  first: SearchEngine
  second: SearchEngine
  gate: SearchGate
  log(sentence: string): void
}): SearchEngine {
  const { first, second, gate, log } = options
  const breaker = circuitBreaker(handleAll, {
    breaker: new ConsecutiveBreaker(FAILURES),
    halfOpenAfter: new ExponentialBackoff({ initialDelay: FIRST_RETRY, maxDelay: LAST_RETRY }),
  })
  breaker.onStateChange((state) => {
    gate.circuit = STATES[state]
    if (state === CircuitState.Open) {
      log(
        `search: ${first.name} is away, ${second.name} answers (${gate.lastError?.message ?? ''})`,
      )
    }
    if (state === CircuitState.Closed) log(`search: ${first.name} answers again`)
  })
  const policy = wrap(breaker, timeout(PATIENCE, TimeoutStrategy.Aggressive))
  breaker.onFailure(({ reason }) => {
    if ('error' in reason) noteError(gate, reason.error)
  })
  return {
    name: first.name,
    async search(question) {
      if (!gate.ready) return second.search(question)
      let found: SearchFound
      try {
        found = await policy.execute(({ signal }) => first.search(question, signal))
      } catch {
        gate.doubt = true
        return second.search(question)
      }
      if (!isEmpty(found)) return found
      // An index that was emptied finds nothing, and says so without an error.
      const other = await second.search(question)
      if (isEmpty(other)) return found
      gate.doubt = true
      return other
    },
  }
}

const isEmpty = ({ software, organisations, functions }: SearchFound) =>
  software.total + organisations.total + functions.total === 0
