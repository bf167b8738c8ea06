import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { strToU8, type Zippable, zipSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { juryAssignment } from '#db/schema/applications.ts'
import type { UserActor } from '#lib/context.ts'
import { Conflict, DomainError } from '#lib/errors.ts'
import { aCandidate, WRITING } from '#lib/testing/applications.ts'
import { anOrganisation, aUser } from '#lib/testing/builders.ts'
import { closedOf } from '#lib/testing/jury.ts'
import { attachDocument, removeDocument } from './commands/attach-document.ts'
import { submitDossier } from './commands/submit-dossier.ts'
import { validateByLink } from './commands/validate-by-link.ts'
import { checkDocument } from './documents/check-document.ts'
import { readKept } from './documents/folder.ts'
import { sweepDocuments } from './documents/sweep.ts'
import { getDocument } from './queries.ts'
import { LONGEST_DOCUMENT } from './rules/document-kinds.ts'

const PDF = Buffer.from(
  '%PDF-1.7\n1 0 obj <</Type/Catalog>> endobj\ntrailer <</Root 1 0 R>>\n%%EOF\n',
)
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII=',
  'base64',
)
const MIME = 'application/vnd.oasis.opendocument.text'
const odt = (entries: Zippable = {}, mime = MIME) =>
  Buffer.from(
    zipSync({
      mimetype: [strToU8(mime), { level: 0 }],
      'content.xml': strToU8('<office:document-content/>'),
      ...entries,
    }),
  )
/** Its list of entries says that the last one unpacks to 4 GB. */
function flood(): Buffer {
  const bytes = odt()
  bytes.writeUInt32LE(0xf000_0000, bytes.lastIndexOf('PK\x01\x02', undefined, 'latin1') + 24)
  return bytes
}
const check = async (name: string, bytes: Buffer) => {
  try {
    return (await checkDocument(name, bytes)).mediaType
  } catch (error) {
    return (error as z.ZodError).issues[0]?.message
  }
}

describe('a file that is attached', () => {
  it.each([
    ['a PDF', 'rapport.pdf', PDF, 'application/pdf'],
    ['an image', 'carte.PNG', PNG, 'image/png'],
    [
      'a JPEG',
      'a.jpeg',
      Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex'),
      'image/jpeg',
    ],
    ['a text', 'note.odt', odt(), MIME],
    ['an empty file', 'vide.pdf', Buffer.alloc(0), 'file-missing'],
    [
      'one byte too many',
      'a.pdf',
      Buffer.concat([PDF, Buffer.alloc(LONGEST_DOCUMENT)]),
      'file-long',
    ],
    [
      'an SVG with a script',
      'a.svg',
      Buffer.from('<svg><script>alert(1)</script></svg>'),
      'file-svg',
    ],
    ['an SVG named as an image', 'a.png', Buffer.from('<svg xmlns="x"/>'), 'file-content'],
    [
      'a program named .pdf',
      'facture.pdf',
      Buffer.from('MZ\x90\x00\x03'.padEnd(200, '\0')),
      'file-content',
    ],
    [
      'an ELF named .pdf',
      'facture.pdf',
      Buffer.from(`\x7fELF\x02\x01\x01${'\0'.repeat(200)}`),
      'file-content',
    ],
    ['a program', 'setup.exe', Buffer.from('MZ'), 'file-kind'],
    ['a page', 'a.html', Buffer.from('<html>'), 'file-kind'],
    ['an image named .pdf', 'a.pdf', PNG, 'file-content'],
    [
      'a PDF that starts a program',
      'a.pdf',
      Buffer.concat([PDF, Buffer.from('<</S/Launch/F(cmd)>>')]),
      'file-active',
    ],
    [
      'a PDF with a script, its name disguised',
      'a.pdf',
      Buffer.concat([PDF, Buffer.from('<</S/J#61vaScript>>')]),
      'file-active',
    ],
    [
      'a text with a macro',
      'a.odt',
      odt({ 'Basic/Standard/Module1.xml': strToU8('x') }),
      'file-active',
    ],
    [
      'a sheet named .odt',
      'a.odt',
      odt({}, 'application/vnd.oasis.opendocument.spreadsheet'),
      'file-content',
    ],
    [
      'any zip named .odt',
      'a.odt',
      Buffer.from(zipSync({ 'a.txt': strToU8('a') })),
      'file-content',
    ],
    ['a flood', 'a.odt', flood(), 'file-content'],
    ['a text that is cut', 'a.odt', odt().subarray(0, 120), 'file-content'],
  ] as const)('is told by its name and its content: %s', async (_what, name, bytes, found) => {
    expect(await check(name, bytes)).toBe(found)
  })

  it('is named without folders or what would garble a line', async () => {
    const named = async (name: string) => (await checkDocument(name, PDF)).fileName
    expect(await named('C:\\Users\\moi\\délibération 2024.pdf')).toBe('délibération 2024.pdf')
    expect(await named('../../etc/a\r\nb.pdf')).toBe('a b.pdf')
    expect(await named('a\u202efdp.pdf')).toBe('a fdp.pdf')
  })
})

describe('the documents of a dossier', () => {
  let candidate: ReturnType<typeof aCandidate>
  let folder: string
  beforeEach(() => {
    candidate = aCandidate()
    folder = path.join(mkdtempSync(path.join(tmpdir(), 'mutualibre-documents-')), 'documents')
  })
  afterEach(() => rmSync(path.dirname(folder), { recursive: true, force: true }))

  const attach = (fileName = 'rapport.pdf', bytes = PDF) =>
    attachDocument(
      candidate.as(candidate.agent),
      { application: candidate.id, criterion: 'strategie.enjeux', fileName, bytes },
      folder,
    )
  const read = (actor: UserActor, id: number, at?: Date) => {
    try {
      return getDocument(candidate.as(actor, at), id).fileName
    } catch (error) {
      if (error instanceof DomainError) return error.code
      throw error
    }
  }

  it('are kept under names that say nothing, for the service alone', async () => {
    const { id } = await attach()
    const [name = ''] = readdirSync(folder)
    expect(name).toMatch(/^[0-9a-f]{32}$/)
    expect(statSync(path.join(folder, name)).mode & 0o777).toBe(0o600)
    const { storedAs } = getDocument(candidate.as(candidate.agent), id)
    expect(readKept(folder, storedAs)).toEqual(PDF)
    expect(readKept(folder, '../secret')).toBeUndefined()
  })

  it('are twenty at most, and the same file is there once', async () => {
    const first = await attach()
    expect(await attach()).toMatchObject(first)
    for (let n = 1; n < 20; n++) await attach('a.pdf', Buffer.concat([PDF, Buffer.from(`%${n}`)]))
    await expect(attach('b.png', PNG)).rejects.toThrow('file-many')
    expect(readdirSync(folder)).toHaveLength(20)
  })

  it('are read by those who may, whatever number others guess', async () => {
    await candidate.ready()
    const { id } = await attach()
    const { server } = candidate
    const elsewhere = anOrganisation(server)
    const juror = aUser(server, { roles: ['juror'] })
    const linked = aUser(server, { roles: ['juror'], memberOf: [elsewhere] })
    const organiser = aUser(server, { roles: ['label-organiser'] })
    const stranger = aUser(server, { managerOf: [elsewhere], roles: ['moderator'] })
    const assigned = { applicationId: candidate.id, assignedAt: '2026-01-15T12:00:00.000Z' }
    const assign = (userId: string, conflictAt = '') =>
      server.db
        .insert(juryAssignment)
        .values({ ...assigned, userId, conflictAt })
        .run()
    // A draft is its organisation's own affair.
    assign(juror.id)
    assign(linked.id, '2026-01-15T12:00:00.000Z')
    expect(read(candidate.colleague, id)).toBe('rapport.pdf')
    for (const who of [juror, linked, organiser, stranger]) {
      expect(read(who, id)).toMatch(/not-found|forbidden/)
    }
    await validated()
    submitDossier(candidate.as(candidate.agent), { application: candidate.id }, WRITING)
    expect(read(juror, id)).toBe('forbidden')
    expect(read(juror, id, closedOf(server))).toBe('rapport.pdf')
    expect(read(organiser, id)).toBe('rapport.pdf')
    expect(read(linked, id)).toBe('forbidden')
    expect(read(aUser(server, { roles: ['juror'] }), id)).toBe('forbidden')
    expect(read(stranger, id)).toBe('forbidden')
    expect(read(stranger, id + 1)).toBe('not-found')
    expect(() => getDocument(candidate.as({ kind: 'visitor' } as never), id)).toThrow(DomainError)
  })

  async function validated() {
    await validateByLink(candidate.as({ kind: 'visitor' }), candidate.ask(), WRITING)
  }

  it('make a validated dossier a draft again, and are frozen with it once it is submitted', async () => {
    await candidate.ready()
    expect(await attach()).toMatchObject({ unvalidated: true })
    await validated()
    submitDossier(candidate.as(candidate.agent), { application: candidate.id }, WRITING)
    await expect(attach('b.png', PNG)).rejects.toThrow(Conflict)
    expect(() =>
      removeDocument(candidate.as(candidate.agent), { application: candidate.id, document: 1 }),
    ).toThrow(Conflict)
  })

  it('are swept away once nothing has them: an upload that never ended, one that was taken out', async () => {
    const { id } = await attach()
    const kept = await attach('b.png', PNG)
    removeDocument(candidate.as(candidate.agent), { application: candidate.id, document: id })
    const orphan = path.join(folder, 'a'.repeat(32))
    writeFileSync(orphan, '')
    writeFileSync(`${orphan}.part`, '')
    const { now, db } = candidate.server
    sweepDocuments(db, folder, new Date())
    expect(readdirSync(folder), 'an upload may be under way').toHaveLength(4)
    for (const name of readdirSync(folder)) utimesSync(path.join(folder, name), now, now)
    sweepDocuments(db, folder, new Date())
    const { storedAs } = getDocument(candidate.as(candidate.agent), kept.id)
    expect(readdirSync(folder)).toEqual([storedAs])
    expect(readFileSync(path.join(folder, storedAs))).toEqual(PNG)
  })
})
