import { type SQL, sql } from 'drizzle-orm'

/**
 * The state that a row of criterion_evidence has on a day: `evidenced` or `partial`; a criterion without
 * a row is `empty`. The same as lib/evidence/rules/evidence-state.ts, for readers that count.
 * @param alias of criterion_evidence in the statement. @param day YYYY-MM-DD.
 */
export function stateSql(alias: string, day: string): SQL<'evidenced' | 'partial'> {
  const [full, until] = [sql.raw(`${alias}.full`), sql.raw(`${alias}.fresh_until`)]
  return sql`CASE WHEN ${full} = 1 AND ${until} >= ${day} THEN 'evidenced' ELSE 'partial' END`
}
