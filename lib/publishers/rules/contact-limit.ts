/** Requests that one person may send within the span, to whichever publishers. */
export const CONTACT_LIMIT = 5
/** The span that limits count over, in milliseconds: a day. */
export const CONTACT_SPAN = 86_400_000

interface About {
  publisherId: number
  softwareId: number | null
}

/**
 * What keeps a request from going, if anything: a person writes once a day to a publisher about one
 * software, and a few times a day in all.
 * @param sent what they sent within the span.
 */
export function contactLimit(sent: readonly About[], about: About): 'same' | 'too-many' | null {
  const same = sent.some(
    ({ publisherId, softwareId }) =>
      publisherId === about.publisherId && softwareId === about.softwareId,
  )
  if (same) return 'same'
  return sent.length >= CONTACT_LIMIT ? 'too-many' : null
}
