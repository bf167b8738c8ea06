import { fromBuffer, type ZipFile } from 'yauzl'

const MEDIA_TYPE = 'application/vnd.oasis.opendocument.text'
/** Entries of an honest document, and bytes that they may say they unpack to. */
const MOST_ENTRIES = 2_000
const MOST_BYTES = 200 * 1_024 * 1_024

/**
 * Whether a zip is a text of OpenDocument and nothing else: its first entry is its media type, plain
 * (OpenDocument 1.3, part 2, 3.3), it holds no macro, and it does not unpack to a flood. Only its list of
 * entries is read.
 */
export async function isPlainOdt(bytes: Buffer): Promise<true | 'file-content' | 'file-active'> {
  // Offset of the first name and of what follows it, in a local header without extra field.
  const start = bytes.toString('latin1', 30, 38 + MEDIA_TYPE.length)
  if (start !== `mimetype${MEDIA_TYPE}`) return 'file-content'
  try {
    return await entriesAreSound(await open(bytes))
  } catch {
    return 'file-content'
  }
}

const open = (bytes: Buffer) =>
  new Promise<ZipFile>((resolve, reject) =>
    fromBuffer(bytes, { lazyEntries: true }, (error, zip) =>
      error ? reject(error) : resolve(zip),
    ),
  )

function entriesAreSound(zip: ZipFile): Promise<true | 'file-content' | 'file-active'> {
  return new Promise((resolve, reject) => {
    let total = 0
    const names = new Set<string>()
    if (zip.entryCount > MOST_ENTRIES) resolve('file-content')
    zip.on('error', reject)
    zip.on('end', () => resolve(names.has('content.xml') ? true : 'file-content'))
    zip.on('entry', ({ fileName, uncompressedSize }) => {
      total += uncompressedSize
      names.add(fileName)
      if (total > MOST_BYTES) resolve('file-content')
      else if (/^(Basic|Scripts)\//i.test(fileName)) resolve('file-active')
      else zip.readEntry()
    })
    zip.readEntry()
  })
}
