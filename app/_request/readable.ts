import { notFound } from 'next/navigation'
import { Forbidden, NotFound, SignInNeeded } from '#lib/errors.ts'

/**
 * What a query of the members' pages answers; a page that its reader may not see is one that is not
 * there: its address tells nothing.
 */
export function readable<T>(query: () => T | undefined): T {
  const found = allowed(query)
  if (found === undefined) notFound()
  return found
}

function allowed<T>(query: () => T | undefined): T | undefined {
  try {
    return query()
  } catch (error) {
    if (error instanceof NotFound) return undefined
    if (error instanceof Forbidden && !(error instanceof SignInNeeded)) return undefined
    throw error
  }
}
