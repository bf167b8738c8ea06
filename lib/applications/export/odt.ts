import { strToU8, zipSync } from 'fflate'
import { fold } from '#lib/text.ts'
import { xmlText } from '#lib/xml.ts'
import type { ReadFile } from '../queries.ts'
import { type Block, type ExportLocale, outlineOf } from './outline.ts'

const MEDIA_TYPE = 'application/vnd.oasis.opendocument.text'
const NAMESPACES = [
  'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"',
  'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"',
  'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"',
  'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"',
  'xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0"',
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
  'office:version="1.3"',
].join(' ')
const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'

/**
 * A dossier as an OpenDocument text (1.3): a zip of four small files, its media type first and plain. No
 * library writes one that is kept up and needs no template; the format is public.
 */
export function dossierOdt(file: ReadFile, locale: ExportLocale): Uint8Array<ArrayBuffer> {
  const blocks = outlineOf(file, locale)
  const title = blocks[0]?.kind === 'title' ? blocks[0].text : ''
  return zipSync(
    {
      mimetype: [strToU8(MEDIA_TYPE), { level: 0 }],
      'META-INF/manifest.xml': strToU8(MANIFEST),
      'content.xml': strToU8(
        `${HEAD}<office:document-content ${NAMESPACES}><office:body><office:text>${blocks
          .map(written)
          .join('\n')}</office:text></office:body></office:document-content>`,
      ),
      'styles.xml': strToU8(stylesOf(locale)),
      'meta.xml': strToU8(
        `${HEAD}<office:document-meta ${NAMESPACES}><office:meta><meta:generator>Mutualibre</meta:generator><dc:title>${xmlText(title)}</dc:title><dc:language>${locale === 'fr' ? 'fr-FR' : 'en-GB'}</dc:language></office:meta></office:document-meta>`,
      ),
    },
    // The same dossier gives the same file.
    { mtime: new Date('2000-01-01T12:00:00Z') },
  )
}

/** A name for the file on its reader's disk. */
export function dossierFileName({ content, sha256 }: ReadFile): string {
  const name = fold(content.organisation.name).replaceAll(' ', '-')
  const what = content.edition === 0 ? 'auto-evaluation' : `candidature-${content.edition}`
  return `${what}-${name}${sha256 === '' && content.edition !== 0 ? '-brouillon' : ''}`
}

const LEVELS = { title: 1, heading: 2, question: 3 } as const

function written(block: Block): string {
  switch (block.kind) {
    case 'list':
      return `<text:list>${block.items
        .map(
          (item) =>
            `<text:list-item><text:p text:style-name="Text_20_body">${xmlText(item)}</text:p></text:list-item>`,
        )
        .join('')}</text:list>`
    case 'title':
    case 'heading':
    case 'question': {
      const level = LEVELS[block.kind]
      return `<text:h text:style-name="Heading_20_${level}" text:outline-level="${level}">${xmlText(block.text)}</text:h>`
    }
    default: {
      const style = { text: 'Text_20_body', note: 'Note', strong: 'Strong' }[block.kind]
      return `<text:p text:style-name="${style}">${xmlText(block.text)}</text:p>`
    }
  }
}

function stylesOf(locale: ExportLocale): string {
  const [language, country] = locale === 'fr' ? ['fr', 'FR'] : ['en', 'GB']
  const heading = (level: number, size: number, colour: string) =>
    `<style:style style:name="Heading_20_${level}" style:display-name="Heading ${level}" style:family="paragraph" style:default-outline-level="${level}"><style:paragraph-properties fo:margin-top="0.4cm" fo:margin-bottom="0.15cm" fo:keep-with-next="always"/><style:text-properties fo:font-size="${size}pt" fo:font-weight="bold" fo:color="${colour}"/></style:style>`
  const plain = (name: string, shown: string, text: string) =>
    `<style:style style:name="${name}" style:display-name="${shown}" style:family="paragraph"><style:paragraph-properties fo:margin-bottom="0.2cm"/><style:text-properties ${text}/></style:style>`
  return `${HEAD}<office:document-styles ${NAMESPACES}><office:styles><style:default-style style:family="paragraph"><style:text-properties fo:language="${language}" fo:country="${country}" fo:font-size="11pt"/></style:default-style>${[
    heading(1, 20, '#14211f'),
    heading(2, 15, '#0b5a54'),
    heading(3, 12, '#14211f'),
    plain('Text_20_body', 'Text body', 'fo:font-size="11pt"'),
    plain('Note', 'Note', 'fo:font-size="9.5pt" fo:color="#475754"'),
    plain('Strong', 'Strong', 'fo:font-weight="bold" fo:color="#a31515"'),
  ].join('')}</office:styles></office:document-styles>`
}

const MANIFEST = `${HEAD}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3"><manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="${MEDIA_TYPE}"/>${[
  'content.xml',
  'styles.xml',
  'meta.xml',
]
  .map(
    (name) => `<manifest:file-entry manifest:full-path="${name}" manifest:media-type="text/xml"/>`,
  )
  .join('')}</manifest:manifest>`
