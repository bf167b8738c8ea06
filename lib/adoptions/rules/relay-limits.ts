/** Messages that one person may send in 24 hours, to whomever. */
export const MOST_A_DAY = 5
/** The span that limits count over, in milliseconds. */
export const RELAY_SPAN = 86_400_000
/** How long it is remembered that someone wrote, in milliseconds: a week. */
export const RELAY_TRACE = 7 * RELAY_SPAN

/**
 * What keeps a message from going, if anything: a person writes once a day about one use, and a few
 * times a day in all.
 * @param sent what they sent within the span.
 */
export function relayLimit(
  sent: ReadonlyArray<{ adoptionId: number }>,
  adoptionId: number,
): 'same-adoption' | 'too-many' | null {
  if (sent.some((message) => message.adoptionId === adoptionId)) return 'same-adoption'
  return sent.length >= MOST_A_DAY ? 'too-many' : null
}
