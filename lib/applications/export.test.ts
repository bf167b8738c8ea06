import { Buffer } from 'node:buffer'
import { strFromU8, unzipSync } from 'fflate'
import { expect, it } from 'vitest'
import { aCandidate, WRITING } from '#lib/testing/applications.ts'
import { submitDossier } from './commands/submit-dossier.ts'
import { checkDocument } from './documents/check-document.ts'
import { dossierFileName, dossierOdt } from './export/odt.ts'
import { outlineOf } from './export/outline.ts'
import { dossierPdf } from './export/pdf.ts'
import { readFile } from './queries.ts'

async function submitted() {
  const candidate = aCandidate()
  await candidate.ready()
  const agent = candidate.as(candidate.agent)
  submitDossier(agent, { application: candidate.id }, WRITING)
  return readFile(agent, candidate.id)
}

it('a dossier as a file says whose it is, that it is not the official form, and its hash', async () => {
  const file = await submitted()
  for (const locale of ['fr', 'en'] as const) {
    const text = JSON.stringify(outlineOf(file, locale))
    expect(text).toContain('Arles')
    expect(text).toContain('Dominique Durand, Adjoint au numérique')
    expect(text).toContain('Maîtriser nos données.')
    expect(text).toContain(file.sha256)
    expect(text).toMatch(/n’est pas le formulaire officiel|is not the official form/)
  }
  expect(dossierFileName(file)).toBe('candidature-2026-arles')
})

it('a draft says that it is one', () => {
  const candidate = aCandidate()
  const file = readFile(candidate.as(candidate.agent), candidate.id)
  expect(JSON.stringify(outlineOf(file, 'fr'))).toContain('BROUILLON')
  expect(dossierFileName(file)).toBe('candidature-2026-arles-brouillon')
})

it('the PDF and the ODT are what our own check of documents takes', async () => {
  const file = await submitted()
  const odt = Buffer.from(dossierOdt(file, 'fr'))
  expect(await checkDocument('dossier.odt', odt)).toMatchObject({ fileName: 'dossier.odt' })
  const pdf = Buffer.from(await dossierPdf(file, 'fr'))
  expect(await checkDocument('dossier.pdf', pdf)).toMatchObject({ mediaType: 'application/pdf' })
  const text = pdf.toString('latin1')
  expect(text).toContain('/Lang (fr-FR)')
  expect(text).toContain('/StructTreeRoot')
  expect(text).toContain('/MarkInfo')
})

it('what XML cannot hold breaks no ODT', async () => {
  const file = await submitted()
  const criterion = file.content.axes[0]?.criteria[0]
  if (criterion) criterion.answer = { text: 'a\u0000b <i> & "\ud800 \uffff 🦋' }
  const content = strFromU8(unzipSync(dossierOdt(file, 'fr'))['content.xml'] as Uint8Array)
  expect(content).toContain('ab &lt;i&gt; &amp; &quot;\ufffd  🦋')
})
