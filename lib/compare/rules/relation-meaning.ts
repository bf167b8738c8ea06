import type { RelationKind } from '../schema.ts'

/** What a relation is, read from one of its two sides. */
export type RelationMeaning = RelationKind | 'has-variant' | 'replaced-by'

const FROM_THE_OTHER_SIDE: Record<RelationKind, RelationMeaning> = {
  alternative: 'alternative',
  'works-with': 'works-with',
  'variant-of': 'has-variant',
  replaces: 'replaced-by',
}

/** @param own whether it is read from the side that it was said of. */
export const meaningFrom = (kind: RelationKind, own: boolean): RelationMeaning =>
  own ? kind : FROM_THE_OTHER_SIDE[kind]

/** Whether it says the same from both sides: then it is written once, whoever says it. */
export const isMutual = (kind: RelationKind): boolean => FROM_THE_OTHER_SIDE[kind] === kind
