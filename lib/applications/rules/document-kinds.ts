/** Bytes of a document, documents of a dossier. */
export const LONGEST_DOCUMENT = 10 * 1_024 * 1_024
export const MOST_DOCUMENTS = 20

/** What may be attached: how its name ends, what it is served as. */
const KINDS = {
  pdf: 'application/pdf',
  odt: 'application/vnd.oasis.opendocument.text',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
} as const
export type MediaType = (typeof KINDS)[keyof typeof KINDS]

/** As a file field names them. */
export const ACCEPTED = [
  ...Object.keys(KINDS).map((ending) => `.${ending}`),
  ...new Set(Object.values(KINDS)),
].join(',')

const endingOf = (fileName: string) => fileName.split('.').at(-1)?.toLowerCase() ?? ''

/** What a file claims to be by its name; undefined for what is not taken. */
export function kindOfName(fileName: string): MediaType | undefined {
  const ending = endingOf(fileName)
  return Object.hasOwn(KINDS, ending) ? KINDS[ending as keyof typeof KINDS] : undefined
}

export const isSvgName = (fileName: string) => ['svg', 'svgz'].includes(endingOf(fileName))

/** A name as it is kept and shown: its last part, without what no person types. */
export function shownName(fileName: string): string {
  const last = fileName.split(/[\\/]/).at(-1) ?? ''
  const plain = last
    .replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069"<>|:*?]/gu, ' ')
    .replace(/\s+/g, ' ')
  return plain.trim().replace(/^\.+/, '').slice(-120)
}
