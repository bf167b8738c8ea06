import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'
import { UnreadableList } from './unreadable-list.ts'

/** What a spreadsheet of 40,000 lines unfolds to leaves room below this: 96 MB. */
const LARGEST_UNFOLDED = 96 * 1_024 * 1_024
const MOST_ENTRIES = 2_000

/**
 * Unfolds the parts of a zip that are asked for, and no more than a spreadsheet needs: what its
 * directory announces is added up before anything is unfolded, and what comes out is counted while it
 * comes, because a directory can lie.
 * @throws UnreadableList
 */
export async function unzip(
  bytes: Buffer,
  wanted: (path: string) => boolean,
): Promise<Map<string, Buffer>> {
  try {
    const zip = await fromBufferPromise(bytes, { lazyEntries: true, validateEntrySizes: true })
    if (zip.entryCount > MOST_ENTRIES) throw new UnreadableList('zip-bomb')
    const entries: Entry[] = []
    let announced = 0
    for await (const entry of zip.eachEntry()) {
      if (entry.isEncrypted()) throw new UnreadableList('encrypted')
      if (!wanted(entry.fileName)) continue
      announced += entry.uncompressedSize
      if (announced > LARGEST_UNFOLDED) throw new UnreadableList('zip-bomb')
      entries.push(entry)
    }
    const files = new Map<string, Buffer>()
    let left = LARGEST_UNFOLDED
    for (const entry of entries) {
      const content = await unfold(zip, entry, left)
      left -= content.length
      files.set(entry.fileName, content)
    }
    return files
  } catch (error) {
    if (error instanceof UnreadableList) throw error
    throw new UnreadableList('damaged', { cause: error })
  }
}

async function unfold(zip: ZipFile, entry: Entry, left: number): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of await zip.openReadStreamPromise(entry)) {
    size += (chunk as Buffer).length
    if (size > left) throw new UnreadableList('zip-bomb')
    chunks.push(chunk as Buffer)
  }
  return Buffer.concat(chunks)
}
