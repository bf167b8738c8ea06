import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { nameList } from '#db/schema/names.ts'
import type { Context } from '#lib/context.ts'
import { aSoftware, aUser, publisherIdOf, someFunctions } from '#lib/testing/builders.ts'
import { makeTestContext } from '#lib/testing/context.ts'
import { aRegister } from '#lib/testing/names.ts'
import { type SentNames, takeNames } from './commands/take-names.ts'
import { getNames } from './queries.ts'
import { readPage } from './read-page.ts'

let server: Server
let host: string
let context: Context

beforeAll(async () => {
  const pages: Record<string, [status: number, type: string, body: string]> = {
    '/references': [
      200,
      'text/html; charset=utf-8',
      '<main><ul><li>Ville de Boé<li>Saint-Denis</ul></main>',
    ],
    '/image': [200, 'image/png', 'PNG'],
    '/lourde': [200, 'text/html', `<p>${'a '.repeat(3_000_000)}`],
  }
  server = createServer((request, response) => {
    const [status, type, body] = pages[request.url ?? ''] ?? [404, 'text/html', '']
    response.writeHead(status, { 'Content-Type': type }).end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  const base = makeTestContext()
  someFunctions(base)
  aRegister(base)
  aSoftware(base)
  context = { ...base, actor: aUser(base, { publisherMemberOf: [publisherIdOf(base)] }) }
})
afterAll(() => server.close())

const NOTHING: SentNames = {
  software: 'openexemple',
  file: null,
  column: '',
  pasted: '',
  address: '',
  title: '',
  date: '',
}
const take = (sent: Partial<SentNames>, listed = [host]) =>
  takeNames(context, { ...NOTHING, ...sent }, { listed })
const refused = (path: string, message: string) =>
  expect.objectContaining({ issues: [expect.objectContaining({ path: [path], message })] })

describe('a page', () => {
  const read = (path: string, listed = [host]) => readPage(`http://${host}${path}`, { listed })

  it('gives its lines', async () => {
    expect(await read('/references')).toEqual(['Ville de Boé', 'Saint-Denis'])
  })

  it.each([['/absente'], ['/image'], ['/lourde']])(
    'is left unread where it is none: %s',
    async (path) => {
      expect(await read(path)).toBeUndefined()
    },
  )

  it('is not gone to on a private network', async () => {
    expect(await read('/references', [])).toBeUndefined()
  })

  it('is read for an address alone, and records nothing', async () => {
    const address = 'https://editeur.invalid/references'

    await expect(take({ address })).rejects.toEqual(refused('address', 'page-unreadable'))
    expect(context.db.select().from(nameList).all()).toEqual([])
  })
})

describe('a file of names', () => {
  const csv = (text: string) => Buffer.from(text)

  it('is read by the column that its header tells', async () => {
    const file = csv('Année;Collectivité;Montant\n2024;Ville de Boé;1\n2025;Mairie du Havre;2')

    expect(await take({ file, title: 'Par titre' })).toMatchObject({ names: 2, added: 2 })
  })

  it('is read by the column that a person tells, by its name or its number', async () => {
    const file = csv('Quoi;Qui\nA;Ville de Boé\nB;Arles')

    expect(await take({ file, title: 'Inconnue' })).toEqual({ columns: ['Quoi', 'Qui'] })
    expect(await take({ file, title: 'Par nom', column: 'qui' })).toMatchObject({ names: 2 })
    expect(await take({ file, title: 'Par numéro', column: '2' })).toMatchObject({ names: 2 })
  })

  it('needs no header where it has one column', async () => {
    expect(
      await take({ file: csv('Ville de Boé\nArles\nSaint-Denis\n'), title: 'Sans' }),
    ).toMatchObject({
      names: 3,
    })
  })

  it.each([
    [csv('%PDF-1.7 …'), 'pdf'],
    [Buffer.alloc(11 * 1_024 * 1_024, 'a\n'), 'file-long'],
    [Buffer.from([0, 1, 2, 0, 255, 0, 3]), 'binary'],
  ])('is refused with what is wrong with it', async (file, fault) => {
    await expect(take({ file, title: 'Fautif' })).rejects.toEqual(refused('file', fault))
  })
})

describe('pasted names', () => {
  it('are one a line: a comma does not cut a name', async () => {
    const pasted = 'One Scarl, Compagnia Toscana\r\n\r\nVille de Boé'

    expect(await take({ pasted, title: 'Collée' })).toMatchObject({ names: 2 })
    expect(getNames(context, 'openexemple').lists.at(-1)).toMatchObject({ kind: 'spreadsheet' })
  })

  it('are the list of a page where they come with its address', async () => {
    await take({ pasted: 'Ville de Boé', address: 'https://editeur.example.org/refs' })

    expect(getNames(context, 'openexemple').lists.at(-1)).toMatchObject({
      kind: 'page',
      source: { url: 'https://editeur.example.org/refs' },
    })
  })

  it('must be there', async () => {
    await expect(take({ pasted: ' \n ' })).rejects.toEqual(refused('pasted', 'names-missing'))
  })
})
