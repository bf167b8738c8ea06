import { sql } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { nameMatcher } from '../match-name.ts'
import type { NameMatch } from '../schema.ts'

interface Kept {
  stamp: number
  match: (name: string) => NameMatch
}

const kept = new WeakMap<Db, Kept>()
/** Names whose match is remembered: those of many lists. */
const MOST_REMEMBERED = 60_000

/**
 * The matcher of a database, kept until organisations are loaded anew: adoptions come and go without
 * changing whom a name means. What it said of a name is kept with it.
 */
export function registerMatcher(db: Db): (name: string) => NameMatch {
  const stamp = lastLoad(db)
  const known = kept.get(db)
  if (known?.stamp === stamp) return known.match
  const match = remembering(nameMatcher(db))
  kept.set(db, { stamp, match })
  return match
}

function remembering(match: (name: string) => NameMatch): (name: string) => NameMatch {
  const answers = new Map<string, NameMatch>()
  return (name) => {
    const known = answers.get(name)
    if (known) return known
    if (answers.size >= MOST_REMEMBERED) answers.clear()
    const answer = match(name)
    answers.set(name, answer)
    return answer
  }
}

/** The audit of the last load of what the matcher reads. */
function lastLoad(db: Db): number {
  const { n } = db.get<{ n: number }>(sql`SELECT coalesce(max(id), 0) AS n FROM audit_entry
    WHERE subject_kind IN ('organisation', 'territory') AND subject = '*'
      AND action IN ('organisations.load', 'territories.load')`)
  return n
}
