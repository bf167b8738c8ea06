import { guardedFetch } from '#lib/forge/guarded-fetch.ts'
import { ForgeRefusal } from '#lib/forge/refusal.ts'

/** Why a delivery failed; the pages word it. Empty when its status says it all, or it went through. */
export type DeliveryFault =
  | ''
  | 'address-private'
  | 'certificate'
  | 'name-unknown'
  | 'refused'
  | 'silent'
  | 'redirect'
  | 'broken'
  | 'secret-lost'

export interface Sent {
  /** HTTP status; 0 when there was no answer. */
  status: number
  fault: DeliveryFault
  /** Milliseconds. */
  took: number
}

/** Milliseconds that a receiver has to answer. */
const TIMEOUT = 10_000

const FAULTS: Partial<Record<ForgeRefusal['fault'], DeliveryFault>> = {
  'address-private': 'address-private',
  'address-scheme': 'address-private',
  certificate: 'certificate',
  'name-unknown': 'name-unknown',
  'host-refuses': 'refused',
  'host-silent': 'silent',
}

/**
 * Posts a delivery: to the public network alone, within ten seconds, no redirect followed. The status is
 * all that counts of the answer; its body is not read, however long or slow it is.
 * @param options.listed hosts of a private network that may be reached. @param options.timeout for tests.
 */
export async function sendDelivery(
  url: string,
  { headers, body }: { headers: Record<string, string>; body: string },
  options: { listed: readonly string[]; timeout?: number; signal?: AbortSignal },
): Promise<Sent> {
  const start = performance.now()
  const took = () => Math.round(performance.now() - start)
  try {
    const { status } = await guardedFetch(url, {
      method: 'POST',
      headers: { ...headers, 'User-Agent': 'Mutualibre-Webhooks' },
      body,
      withoutBody: true,
      redirects: 0,
      timeout: TIMEOUT,
      ...options,
    })
    const fault = status >= 300 && status < 400 ? 'redirect' : ''
    return { status, fault, took: took() }
  } catch (error) {
    const fault = error instanceof ForgeRefusal ? (FAULTS[error.fault] ?? 'broken') : 'broken'
    return { status: 0, fault, took: took() }
  }
}
