import { sql } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import type { NameMatch, NameView } from '../schema.ts'
import { registerMatcher } from './register-memo.ts'

/** A name of a list as it is on record, with what was decided of the same name elsewhere. */
export interface StoredName {
  id: number
  listId: number
  name: string
  state: 'open' | 'kept' | 'not-an-organisation' | 'left-out' | 'gone'
  how: '' | 'exact' | 'remembered' | 'person'
  organisationId: number | null
  adoptionId: number | null
  decidedAt: string
  /** Whether the name was decided on, in any list. */
  known: 0 | 1
  /** What it was decided to mean; null for no public body. */
  knownId: number | null
}

/** All the names of a list, in its order. */
export function storedNames(db: Pick<Db, 'all'>, listId: number): StoredName[] {
  return db.all<StoredName>(sql`
    SELECT n.id, n.list_id AS listId, n.name, n.state, n.how, n.organisation_id AS organisationId,
      n.adoption_id AS adoptionId, n.decided_at AS decidedAt,
      d.name_key IS NOT NULL AS known, d.organisation_id AS knownId
    FROM listed_name n LEFT JOIN name_decision d ON d.name_key = n.name_key
    WHERE n.list_id = ${listId} ORDER BY n.position, n.id`)
}

export interface ClassedName extends StoredName {
  /** Null for what is settled: nobody looks for whom it may mean. */
  match: NameMatch | null
  view: NameView | null
}

/** What waits for whom: names that are proposed, to be looked into, without anybody, decided, gone. */
export function classify(db: Db, names: readonly StoredName[]): ClassedName[] {
  // Made when it is needed: reading the whole register takes a moment.
  let match: ReturnType<typeof registerMatcher> | undefined
  return names.map((name) => {
    if (name.state === 'gone') {
      return { ...name, match: null, view: name.adoptionId === null ? null : 'disparus' }
    }
    if (name.state !== 'open') return { ...name, match: null, view: 'decides' }
    match ??= registerMatcher(db)
    const found = match(name.name)
    return { ...name, match: found, view: viewOf(name, found) }
  })
}

function viewOf(name: StoredName, match: NameMatch): NameView {
  if (match.status === 'exact') {
    // Somebody said otherwise than the register: that is for a person to look into.
    const apart = name.known === 1 && name.knownId !== match.candidates[0]?.organisationId
    return apart ? 'douteux' : 'surs'
  }
  if (name.known === 1) return 'surs'
  return match.status === 'doubtful' ? 'douteux' : 'sans'
}

/** What accepting a proposed name as it is would decide. */
export function proposedChoice(name: ClassedName): string {
  if (name.known === 1) return name.knownId === null ? 'not' : String(name.knownId)
  return String(name.match?.candidates[0]?.organisationId ?? '')
}
