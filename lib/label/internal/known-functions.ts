import type { Db } from '#db/client.ts'
import { businessFunction, functionGroup } from '#db/schema/software.ts'
import type { Tx } from '#db/transaction.ts'
import type { KnownFunctions } from '../rules/grid-faults.ts'

/** What rules may name: the catalogue's tree as it is now. */
export function knownFunctions(db: Db | Tx): KnownFunctions {
  const functions = db.select({ slug: businessFunction.slug }).from(businessFunction).all()
  const groups = db.select({ slug: functionGroup.slug }).from(functionGroup).all()
  return {
    functions: new Set(functions.map((row) => row.slug)),
    groups: new Set(groups.map((row) => row.slug)),
  }
}
