import type { Db } from '#db/client.ts'
import { Forbidden } from '#lib/errors.ts'
import type { SearchEngine } from '#lib/search/engine.ts'

/** Who acts: a visitor who is not signed in, the one who runs the server, or the server itself. */
export type Actor =
  | { kind: 'visitor' }
  | { kind: 'operator'; name: string }
  | { kind: 'system'; name: string }

/** What every query and command is given. `now` is the time of the request, in UTC. */
export interface Context {
  db: Db
  actor: Actor
  now: Date
  /** What searches; the embedded engine when left out. */
  search?: SearchEngine
}

/**
 * Loading data is for the one who runs the server: a command line, never a page.
 * @throws Forbidden
 */
export function assertMayLoadData(actor: Actor): void {
  if (actor.kind === 'visitor') {
    throw new Forbidden(
      'Seul l’exploitant du serveur peut charger des données.',
      'Only the operator of the server may load data.',
    )
  }
}
