import { fileTypeFromBuffer } from 'file-type'
import { z } from 'zod'
import {
  isSvgName,
  kindOfName,
  LONGEST_DOCUMENT,
  type MediaType,
  shownName,
} from '../rules/document-kinds.ts'
import type { DossierFault } from '../schema.ts'
import { isPlainOdt } from './odt.ts'

/**
 * What a PDF needs to act when it is opened. Names may be written with escapes (/J#61vaScript), and
 * objects may be packed: those of packed objects are not seen. Files are downloaded, never opened here.
 */
const PDF_ACTS = /\/(JavaScript|JS|Launch|EmbeddedFile|RichMedia|XFA)(?![A-Za-z])/

/**
 * What a file that is attached really is: its size, its name and its content have to agree.
 * @throws z.ZodError on `file`, with a key of DOSSIER_FAULTS
 */
export async function checkDocument(
  typedName: string,
  bytes: Buffer,
): Promise<{ fileName: string; mediaType: MediaType }> {
  const fileName = shownName(typedName)
  if (bytes.length === 0 || fileName === '') throw fault('file-missing')
  if (bytes.length > LONGEST_DOCUMENT) throw fault('file-long')
  if (isSvgName(fileName)) throw fault('file-svg')
  const mediaType = kindOfName(fileName)
  if (mediaType === undefined) throw fault('file-kind')
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined)
  if (found?.mime !== mediaType) throw fault('file-content')
  if (mediaType === 'application/pdf' && !isPassivePdf(bytes)) throw fault('file-active')
  if (mediaType.endsWith('opendocument.text')) {
    const plain = await isPlainOdt(bytes)
    if (plain !== true) throw fault(plain)
  }
  return { fileName, mediaType }
}

function isPassivePdf(bytes: Buffer): boolean {
  const text = bytes
    .toString('latin1')
    .replace(/#([0-9a-fA-F]{2})/g, (_, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    )
  // Compressed pages may hold these letters by chance: only what stands outside of streams is read.
  const outside = text.replace(/\bstream\r?\n[\s\S]*?endstream/g, ' ')
  return text.startsWith('%PDF-') && !PDF_ACTS.test(outside)
}

const fault = (message: DossierFault) =>
  new z.ZodError([{ code: 'custom', path: ['file'], message, input: undefined }])
