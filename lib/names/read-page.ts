import { guardedFetch } from '#lib/forge/guarded-fetch.ts'
import { ForgeRefusal } from '#lib/forge/refusal.ts'
import { decodeText } from '#lib/importers/lists/decode-text.ts'
import { UnreadableList } from '#lib/importers/lists/unreadable-list.ts'
import { pageLines } from './rules/page-lines.ts'

/** Bytes of a page: a list of ten thousand names with all that a page wraps them in. */
const LONGEST_PAGE = 4 * 1_024 * 1_024

/** How a page is reached: FORGE_HOSTS. */
export interface PageReach {
  listed: readonly string[]
}

/**
 * The lines of a web page, for a person to keep the names of. Only public addresses are gone to.
 * @returns undefined when it cannot be read from here, for whatever reason: its names can be pasted.
 */
export async function readPage(address: string, reach: PageReach): Promise<string[] | undefined> {
  try {
    const { status, headers, body } = await guardedFetch(address, {
      ...reach,
      maxBytes: LONGEST_PAGE,
      headers: { Accept: 'text/html, text/plain;q=0.9' },
    })
    const type = headers['content-type'] ?? ''
    if (status !== 200 || !/^(text\/(html|plain)|application\/xhtml\+xml)\b/i.test(type))
      return undefined
    const { text } = decodeText(body)
    return /^text\/plain/i.test(type) ? text.split(/\r\n|\r|\n/) : pageLines(text)
  } catch (error) {
    if (error instanceof ForgeRefusal || error instanceof UnreadableList) return undefined
    throw error
  }
}
