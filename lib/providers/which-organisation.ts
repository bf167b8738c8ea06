import type { Context } from '#lib/context.ts'
import { findOrganisations, getOrganisation } from '#lib/organisations/queries.ts'
import { typedName } from '#lib/organisations/rules/typed-name.ts'
import { organisationFilters } from '#lib/organisations/schema.ts'
import { fold } from '#lib/text.ts'

export interface MeantOrganisation {
  key: string
  name: string
  departement: string
}

/** As many as a person reads through. */
const OFFERED = 8

/**
 * The organisation that someone means by what they typed: one when a key, a code or a name leads to it
 * alone; else those that it may be. Never the largest of several: a person decides.
 */
export function organisationMeant(
  context: Pick<Context, 'db'>,
  typed: string,
): { one: MeantOrganisation } | { several: MeantOrganisation[] } {
  const text = typed.trim()
  const direct = text === '' ? undefined : getOrganisation(context, text)
  if (direct) return { one: direct }
  const said = typedName(text)
  const asked = organisationFilters.parse(said)
  if (asked.q === '') return { several: [] }
  const { items } = findOrganisations(context, asked)
  const named = items.filter(({ name }) => fold(name) === fold(said.q))
  const [first] = named.length > 0 ? named : items
  if (first && (named.length === 1 || items.length === 1)) return { one: first }
  return {
    several: (named.length > 1 ? named : items)
      .slice(0, OFFERED)
      .map(({ key, name, departement: code }) => ({ key, name, departement: code })),
  }
}
