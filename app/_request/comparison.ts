import 'server-only'
import { type CompareAddress, MOST_COMPARED } from '#lib/compare/schema.ts'
import { findSelection } from '#lib/compare/selection.ts'
import type { Context } from '#lib/context.ts'
import { findPlace } from '#lib/organisations/place.ts'
import { organisationKeyOf } from '#lib/organisations/queries.ts'

/** Says that nobody's likes are looked at, not even those of one's own organisation. */
const NOBODY = 'personne'

/** What an address of the comparison comes to for whoever reads it. */
export function readComparison(context: Context, asked: CompareAddress) {
  const selection = findSelection(context, asked.logiciels)
  const slugs = selection.items.map(({ slug }) => slug)
  const { actor } = context
  const own =
    asked.comme === '' && actor.kind === 'user' ? actor.memberships[0]?.organisationId : undefined
  const place =
    asked.comme === '' || asked.comme === NOBODY ? undefined : findPlace(context, asked.comme)
  return {
    ...selection,
    slugs,
    /** The names of the address, those of today in place of old ones. */
    names: [...slugs, ...selection.unknown],
    likeKey: own === undefined ? place?.key : organisationKeyOf(context, own),
    /** What was typed for an organisation, where it means none. */
    likeTyped: asked.comme !== '' && asked.comme !== NOBODY && !place ? asked.comme : '',
    tooMany: slugs.length > MOST_COMPARED,
  }
}
