import type { RelationBy } from '../schema.ts'

type Speaker = 'publisher' | 'moderator'

/** As whom someone speaks of an entry: a moderator who is of its publisher, too, as the publisher. */
export const speakerOf = (
  user: { publishers?: ReadonlyArray<{ publisherId: number }> },
  publisherId: number,
): Speaker =>
  user.publishers?.some((of) => of.publisherId === publisherId) ? 'publisher' : 'moderator'

/**
 * Whether what was said may be taken back: by the publisher what its people said of its own entry, by
 * moderators all that people said. What a file says is taken back in the file.
 * @param said.own whether it was said of the entry that is looked at.
 */
export function mayTakeBack(speaker: Speaker, said: { by: RelationBy; own: boolean }): boolean {
  if (said.by === 'publiccode') return false
  return speaker === 'moderator' || (said.own && said.by === 'publisher')
}
