import { similarIds } from '#lib/adoptions/like-mine.ts'
import type { Context } from '#lib/context.ts'
import { getOrganisation } from '#lib/organisations/queries.ts'
import { getSoftwareBySlug, type SoftwareView } from '#lib/software/get-software.ts'
import { cellOf } from './internal/cell-of.ts'
import { factsOf } from './internal/facts-of.ts'
import { type Likes, likesOf } from './likes.ts'
import { COMPARED_FIELDS, type ComparedRow } from './rules/value.ts'

type Reading = Pick<Context, 'db' | 'now'>

export interface ComparedSoftware {
  slug: string
  name: string
  summary: SoftwareView['summary']
  use: SoftwareView['use']
}

export interface Comparison {
  software: ComparedSoftware[]
  rows: ComparedRow[]
  /** The organisation whose likes are looked at, and how many they are; undefined for nobody's. */
  like: { key: string; name: string; compared: number } | undefined
}

/**
 * Some software side by side, point by point.
 * @param slugs of today, five at most.
 * @param likeKey the organisation among whose likes users are counted, too.
 */
export function compareSoftware(
  context: Reading,
  slugs: readonly string[],
  likeKey?: string,
): Comparison {
  const entries = slugs.flatMap((slug) => getSoftwareBySlug(context, slug) ?? [])
  const to = likeKey === undefined ? undefined : getOrganisation(context, likeKey)
  const like = to && { key: to.key, name: to.name, ids: similarIds(context, to) }
  const likes: Likes | undefined =
    like &&
    likesOf(
      context,
      like.ids,
      entries.map(({ id }) => id),
    )
  const facts = entries.map((entry) => ({ entry, facts: factsOf(context, entry) }))
  const fields = COMPARED_FIELDS.filter((field) => field !== 'like' || like)
  return {
    software: entries.map(({ slug, name, summary, use }) => ({ slug, name, summary, use })),
    rows: fields.map((field) => ({
      field,
      cells: facts.map(({ entry, facts }) =>
        cellOf(field, entry, facts, like && { key: like.key, of: likes?.get(entry.id) }),
      ),
    })),
    like: like && { key: like.key, name: like.name, compared: like.ids.length },
  }
}
