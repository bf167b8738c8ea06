import { sql } from 'drizzle-orm'
import { inTransaction } from '#db/transaction.ts'
import type { Context } from '#lib/context.ts'
import type { Progress } from '#lib/progress.ts'

/** One in so many of what organisations say themselves comes with details, a cost, a way to write. */
const DETAILED = 3
const COSTED = 15
const REACHABLE = 6

/**
 * Makes what organisations say themselves theirs, with the details that a form would bring, drawn from
 * the ids so that each run makes the same.
 */
export function makeDetails({ db }: Context, progress: Progress): void {
  progress.start('Détails des utilisations', 1)
  inTransaction(db, (tx) => {
    tx.run(sql`UPDATE adoption SET origin = 'organisation',
      confirmed_at = reported_on || 'T12:00:00.000Z'
      WHERE trust IN ('confirmed', 'to-reconfirm')`)
    tx.run(sql`INSERT INTO adoption_detail (adoption_id, workstations, users, servers, services, run_by,
        replaces, cost_avoided, cost_method, contact_wish, note, stopped_on, stop_reason, stop_note)
      SELECT id, 5 + id % 400, 10 + id % 900, 1 + id % 4, 'Service inventé', 'own-it',
        'Logiciel inventé',
        iif(id % ${COSTED} = 0, 500 + id % 20000, NULL),
        iif(id % ${COSTED} = 0, 'Inventé pour mesurer', ''),
        iif(id % ${REACHABLE} = 0, 'relay', 'none'),
        'Note inventée pour mesurer les temps de réponse.',
        iif(state = 'stopped', '2024', ''), iif(state = 'stopped', 'replaced', ''),
        iif(state = 'stopped', 'Motif inventé.', '')
      FROM adoption WHERE origin = 'organisation' AND id % ${DETAILED} = 0`)
    // One organisation in so many states what it has in all: shares are made of it.
    tx.run(sql`INSERT INTO organisation_year
        (organisation_id, year, workstations, servers, school_workstations, servers_virtual, updated_at)
      SELECT id, 2020, 20 + id % 2000, 2 + id % 60, 10 + id % 300, id % 2, ''
      FROM organisation WHERE id % ${DETAILED} = 0`)
  })
  progress.step()
  progress.stop()
}
