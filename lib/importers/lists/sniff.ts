import { UnreadableList } from './unreadable-list.ts'

const starts = (bytes: Buffer, ...head: number[]) => head.every((byte, at) => bytes[at] === byte)
const text = (bytes: Buffer, head: string) =>
  bytes.subarray(0, head.length).toString('latin1').toLowerCase() === head

/**
 * What a file is by its first bytes, whatever its name claims: a zip (XLSX and ODS are) or a text.
 * @throws UnreadableList for everything else that it knows.
 */
export function sniff(bytes: Buffer): 'zip' | 'text' {
  if (bytes.length === 0) throw new UnreadableList('empty')
  if (starts(bytes, 0x50, 0x4b, 0x03, 0x04) || starts(bytes, 0x50, 0x4b, 0x05, 0x06)) return 'zip'
  if (starts(bytes, 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1)) throw new UnreadableList('old-spreadsheet')
  // A BIFF stream without its container: XLS before 1997.
  if (starts(bytes, 0x09, 0x08) || starts(bytes, 0x09, 0x04) || starts(bytes, 0x09, 0x02)) {
    throw new UnreadableList('old-spreadsheet')
  }
  if (text(bytes, '%pdf')) throw new UnreadableList('pdf')
  if (isImage(bytes)) throw new UnreadableList('image')
  if (isArchive(bytes)) throw new UnreadableList('archive')
  if (text(bytes, '{\\rtf') || text(bytes, '<!doctype html') || text(bytes, '<html')) {
    throw new UnreadableList('document')
  }
  return 'text'
}

function isImage(bytes: Buffer): boolean {
  return (
    starts(bytes, 0x89, 0x50, 0x4e, 0x47) ||
    starts(bytes, 0xff, 0xd8, 0xff) ||
    text(bytes, 'gif8') ||
    starts(bytes, 0x49, 0x49, 0x2a, 0x00) ||
    starts(bytes, 0x4d, 0x4d, 0x00, 0x2a) ||
    (text(bytes, 'riff') && bytes.subarray(8, 12).toString('latin1') === 'WEBP')
  )
}

/** gzip, 7z, rar, bzip2, xz. */
function isArchive(bytes: Buffer): boolean {
  return (
    starts(bytes, 0x1f, 0x8b) ||
    starts(bytes, 0x37, 0x7a, 0xbc, 0xaf) ||
    text(bytes, 'rar!') ||
    text(bytes, 'bzh') ||
    starts(bytes, 0xfd, 0x37, 0x7a, 0x58)
  )
}
