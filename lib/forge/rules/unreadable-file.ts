import type { PubliccodeReading } from '#lib/publiccode/document.ts'

const SENTENCES = {
  'file-too-large': {
    fr: 'Le fichier publiccode.yml est trop gros pour être lu (plus d’un mégaoctet). Allégez-le : quelques dizaines de lignes suffisent.',
    en: 'The file publiccode.yml is too large to be read (more than a megabyte). Make it smaller: a few dozen lines will do.',
  },
  'file-is-link': {
    fr: 'publiccode.yml est un lien symbolique, que nous ne suivons pas. Remplacez-le par le fichier lui-même.',
    en: 'publiccode.yml is a symbolic link, which we do not follow. Put the file itself in its place.',
  },
} as const

/** What there is to say of a publiccode.yml that is in the repository and was not read. */
export function unreadablePubliccode(code: keyof typeof SENTENCES): PubliccodeReading {
  const message = SENTENCES[code]
  return {
    version: null,
    valid: false,
    findings: [{ path: '', line: 0, severity: 'error', code, message, mended: false }],
    values: { description: {} },
    lines: {},
    corrected: null,
  }
}
