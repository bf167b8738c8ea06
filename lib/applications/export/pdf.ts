import path from 'node:path'
import PDFDocument from 'pdfkit'
import type { ReadFile } from '../queries.ts'
import { type Block, type ExportLocale, outlineOf } from './outline.ts'
import { WORDS } from './words.ts'

/** Fonts with every letter that a French answer may hold; their glyphs go into the file. */
const font = (name: string) =>
  path.join(/* turbopackIgnore: true */ process.cwd(), 'node_modules/dejavu-fonts-ttf/ttf', name)

const LOOKS = {
  title: { tag: 'H1', size: 20, font: 'bold', before: 0, after: 10, colour: '#14211f' },
  heading: { tag: 'H2', size: 15, font: 'bold', before: 18, after: 4, colour: '#0b5a54' },
  question: { tag: 'H3', size: 11.5, font: 'bold', before: 12, after: 2, colour: '#14211f' },
  text: { tag: 'P', size: 10.5, font: 'plain', before: 0, after: 4, colour: '#14211f' },
  strong: { tag: 'P', size: 12, font: 'bold', before: 4, after: 6, colour: '#a31515' },
  note: { tag: 'P', size: 9.5, font: 'plain', before: 2, after: 3, colour: '#475754' },
} as const

/** A dossier as a PDF: tagged, so that it is read out in order, with its language and its title. */
export function dossierPdf(file: ReadFile, locale: ExportLocale): Promise<Uint8Array<ArrayBuffer>> {
  const blocks = outlineOf(file, locale)
  const title = blocks[0]?.kind === 'title' ? blocks[0].text : ''
  const doc = new PDFDocument({
    size: 'A4',
    margins: { top: 56, bottom: 64, left: 56, right: 56 },
    pdfVersion: '1.7',
    tagged: true,
    lang: locale === 'fr' ? 'fr-FR' : 'en-GB',
    displayTitle: true,
    bufferPages: true,
    font: font('DejaVuSans.ttf'),
    info: { Title: title, Creator: 'Mutualibre', Producer: 'Mutualibre' },
  })
  doc.registerFont('plain', font('DejaVuSans.ttf'))
  doc.registerFont('bold', font('DejaVuSans-Bold.ttf'))
  const chunks: Buffer[] = []
  const done = new Promise<Uint8Array<ArrayBuffer>>((resolve, reject) => {
    doc.on('data', (chunk: Buffer) => chunks.push(chunk))
    doc.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))))
    doc.on('error', reject)
  })
  const root = doc.struct('Document')
  doc.addStructure(root)
  for (const block of blocks) draw(doc, root, block)
  numberPages(doc, locale)
  root.end()
  doc.end()
  return done
}

function draw(doc: PDFKit.PDFDocument, root: PDFKit.PDFStructureElement, block: Block): void {
  if (block.kind === 'list') {
    const list = doc.struct('L')
    root.add(list)
    for (const item of block.items) {
      list.add(
        doc.struct('LI', {}, [
          doc.struct('LBody', {}, () => {
            doc.font('plain').fontSize(10).fillColor('#14211f')
            doc.text(`•  ${item}`, { indent: 8, paragraphGap: 2 })
          }),
        ]),
      )
    }
    list.end()
    return
  }
  const look = LOOKS[block.kind]
  // A heading does not stay alone at the foot of a page.
  if (look.tag.startsWith('H') && doc.y > doc.page.height - 140) doc.addPage()
  if (look.before > 0) doc.y += look.before
  root.add(
    doc.struct(look.tag, {}, () => {
      doc.font(look.font).fontSize(look.size).fillColor(look.colour)
      doc.text(block.text, { paragraphGap: look.after })
    }),
  )
}

function numberPages(doc: PDFKit.PDFDocument, locale: ExportLocale): void {
  const { start, count } = doc.bufferedPageRange()
  for (let at = start; at < start + count; at++) {
    doc.switchToPage(at)
    const { bottom } = doc.page.margins
    // Below the margin, where text would make a page of its own.
    doc.page.margins.bottom = 0
    doc.markContent('Artifact', { type: 'Pagination' })
    doc.font('plain').fontSize(8).fillColor('#475754')
    doc.text(WORDS[locale].page(at - start + 1, count), 56, doc.page.height - 40, {
      align: 'right',
      width: doc.page.width - 112,
    })
    doc.endMarkedContent()
    doc.page.margins.bottom = bottom
  }
}
