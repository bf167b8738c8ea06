import { type BrowserContext, test as base, expect } from '@playwright/test'

/** What a browser complains of while the pages of a context live; the list grows as it goes. */
export function watch(context: BrowserContext): string[] {
  const complaints: string[] = []
  context.on('console', (message) => {
    if (message.type() !== 'error' && message.type() !== 'warning') return
    const { url } = message.location()
    complaints.push(`${message.type()} on ${message.page()?.url()}: ${message.text()} (${url})`)
  })
  context.on('weberror', (failure) => {
    complaints.push(`uncaught on ${failure.page()?.url()}: ${failure.error().message}`)
  })
  context.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url())
    if (/^(https?|wss?):$/.test(protocol) && hostname !== '127.0.0.1') {
      complaints.push(`request to ${request.url()}`)
    }
  })
  return complaints
}

interface Fixtures {
  /** Says beforehand which complaint of the browser a test brings about on purpose. */
  announce: (complaint: RegExp) => void
}

/**
 * A page that complains fails its test: console errors and warnings (violations of the
 * Content-Security-Policy are among them), uncaught errors, requests to anywhere but this machine.
 */
export const test = base.extend<Fixtures>({
  announce: [
    async ({ context }, use) => {
      const complaints = watch(context)
      const announced: RegExp[] = []
      await use((complaint) => announced.push(complaint))
      const unforeseen = complaints.filter((text) => !announced.some((known) => known.test(text)))
      expect(unforeseen, 'complaints of the browser').toEqual([])
    },
    { auto: true },
  ],
})

export type { Locator, Page } from '@playwright/test'
export { expect }

/** What the browser says of a page that answers 404. */
export const NOT_FOUND_ANSWER = /responded with a status of 404/
