import { fold } from '#lib/text.ts'

/** The address that a name suggests: "LibreOffice Draw" gives `libreoffice-draw`. */
export const slugOf = (name: string): string =>
  fold(name)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
