import type { Db } from '#db/client.ts'
import type { SearchEngine } from '#lib/search/engine.ts'
import type {
  MemberRole,
  OverallRole,
  ProviderMembership,
  PublisherMembership,
} from './accounts/rules/rights.ts'

/** Someone signed in, with what they may do. Made anew for each request, so that a right ends at once. */
export interface UserActor {
  kind: 'user'
  id: string
  email: string
  /** Empty until its owner gives one. */
  name: string
  roles: readonly OverallRole[]
  memberships: ReadonlyArray<{ organisationId: number; role: MemberRole }>
  publishers?: readonly PublisherMembership[]
  providers?: readonly ProviderMembership[]
}

/**
 * Who acts: a visitor who is not signed in, a user, the one who runs the server (`operator`, from a
 * command line), or the server itself.
 */
export type Actor =
  | { kind: 'visitor' }
  | UserActor
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
