import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { VALID_CERTIFICATE } from '#lib/testing/certificates.ts'
import { type GitFault, type GitServer, startGitServer } from '#lib/testing/git-server.ts'
import { type ReadOptions, readRepository } from './read-repository.ts'
import { FORGE_FAULTS, type RepositoryReading } from './reading.ts'
import { ForgeRefusal, faultSentence } from './refusal.ts'

// Bounds are of bytes, and of milliseconds given to a visit: what the machine is busy with does not count.
vi.setConfig({ testTimeout: 90_000 })

let forge: GitServer
const closing: Array<() => unknown> = []
const tmp = process.env.TMPDIR
beforeEach(async () => {
  forge = await startGitServer()
  // What visits leave behind, or take while they run, is looked for in a folder of their own.
  const folder = mkdtempSync(path.join(tmpdir(), 'mutualibre-faults-'))
  process.env.TMPDIR = folder
  closing.push(() => {
    if (tmp === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = tmp
    rmSync(folder, { recursive: true, force: true })
  })
})
afterEach(async () => {
  await forge.close()
  const left = readdirSync(tmpdir()).filter((name) => name.startsWith('mutualibre-visit-'))
  for (const close of closing.splice(0)) await close()
  expect(left, 'nothing of a visit is left behind').toEqual([])
})

async function read(address: string, more: Partial<ReadOptions> = {}) {
  const settings = { forgeHosts: [forge.host] }
  const reading = await readRepository(address, { settings, ...more })
  return reading as RepositoryReading
}
async function refusalOf(reading: Promise<unknown>): Promise<ForgeRefusal> {
  try {
    await reading
  } catch (error) {
    if (error instanceof ForgeRefusal) return error
    throw error
  }
  throw new Error('it was read')
}
const faultOf = async (reading: Promise<unknown>) => (await refusalOf(reading)).fault
const FILES = { 'publiccode.yml': 'name: Cimetière\n', LICENSE: 'x', 'README.md': '# x' }

describe('where a visit does not go', () => {
  it('is not read: an internal machine, whatever its spelling, and nothing is asked of it', async () => {
    const address = forge.add('ville/interne', { files: FILES })
    const notListed = { settings: { forgeHosts: [] } }

    for (const spelling of [
      address,
      address.replace('127.0.0.1', '2130706433'),
      address.replace('127.0.0.1', 'localhost'),
      address.replace('127.0.0.1', '[::ffff:127.0.0.1]'),
    ]) {
      expect(await faultOf(read(spelling, notListed)), spelling).toBe('address-private')
    }
    expect(forge.requests).toEqual([])
  })

  it('is a name that resolves to one, also when it resolves to a public one besides', async () => {
    for (const found of [['127.0.0.1'], ['10.0.0.8'], ['8.8.8.8', '169.254.169.254']]) {
      const resolve = async () => found.map((address) => ({ address, family: 4 }))

      const refusal = await refusalOf(read('https://git.ville.example.fr/a/b', { resolve }))

      expect(refusal.fault).toBe('address-private')
      expect(refusal.message).toContain('git.ville.example.fr')
    }
    expect(forge.requests).toEqual([])
  })

  it('is what a public server redirects to', async () => {
    const other = await startGitServer()
    closing.push(() => other.close())
    const inside = other.add('interne', { files: FILES })
    forge.fail('ville/renvoi', { redirect: `${inside}/info/refs?service=git-upload-pack` })

    expect(await faultOf(read(`${forge.url}/ville/renvoi.git`))).toBe('redirect-private')
    expect(other.requests).toEqual([])
  })

  it('is what it redirects git alone to, once it has been looked at', async () => {
    const other = await startGitServer()
    closing.push(() => other.close())
    const inside = other.add('interne', { files: FILES })
    const address = forge.add('ville/renvoi', { files: FILES })
    let times = 0
    forge.answer = (request, response) => {
      if (!request.url?.includes('info/refs') || times++ === 0) return false
      response.writeHead(302, { Location: `${inside}/info/refs?service=git-upload-pack` }).end()
      return true
    }

    expect(await faultOf(read(address))).toBe('redirect-private')
    expect(times).toBe(2)
    expect(other.requests).toEqual([])
  })

  it('is another protocol, by a redirect either', async () => {
    forge.fail('ville/fichier', { redirect: 'file:///etc/passwd' })

    expect(await faultOf(read(`${forge.url}/ville/fichier.git`))).toBe('address-scheme')
    expect(await faultOf(read('file:///srv/git/a'))).toBe('address-scheme')
    expect(await faultOf(read('ext::sh -c touch% /tmp/x'))).toMatch(/^address-/)
    expect(await faultOf(read('--upload-pack=touch /tmp/x'))).toBe('address-not-an-address')
  })
})

describe('a server at fault', () => {
  it.each<[string, GitFault, string]>([
    ['asks for a password', 'password', 'not-found-or-private'],
    ['has no such repository', 'gone', 'not-found-or-private'],
    ['forbids it', { status: 403 }, 'not-found-or-private'],
    ['shows a page for people', 'page', 'not-git'],
    ['is out of order', { status: 503 }, 'server-fault'],
    ['asks us to come later', { status: 429 }, 'server-fault'],
    ['never answers', 'hang', 'host-silent'],
  ])('%s', async (_what, fault, expected) => {
    const address = forge.add('ville/fautif', { files: FILES })
    forge.fail('ville/fautif', fault)

    expect(await faultOf(read(address, { idle: 300 }))).toBe(expected)
  })

  it('is none, or has no name', async () => {
    const gone = await startGitServer()
    await gone.close()
    const resolve = async () => {
      throw new Error('ENOTFOUND')
    }

    expect(
      await faultOf(read(`${gone.url}/a/b`, { settings: { forgeHosts: ['127.0.0.1'] } })),
    ).toBe('host-refuses')
    expect(await faultOf(read('https://nulle.part.example.fr/a/b', { resolve }))).toBe(
      'name-unknown',
    )
  })

  it('advertises what is no advertisement, or names that are none', async () => {
    const type = 'application/x-git-upload-pack-advertisement'
    const saying = (...lines: string[]) => {
      const packets = lines.map((line) => (line.length + 4).toString(16).padStart(4, '0') + line)
      forge.answer = (_request, response) => {
        response.writeHead(200, { 'Content-Type': type }).end(`${packets.join('')}0000`)
        return true
      }
    }
    const commit = 'a'.repeat(40)
    saying(
      '# service=git-upload-pack\n',
      `${commit} HEAD\0 symref=HEAD:refs/heads/../../x\n`,
      `${commit} refs/heads/../../x\n`,
      `${commit} refs/heads/-x y\n`,
      `${commit} refs/tags/v1.0:refs/heads/evil\n`,
      `${commit} refs/tags/v1.*\n`,
    )

    expect(await read(`${forge.url}/a/b`)).toMatchObject({ head: null, releases: [] })
    forge.answer = (_request, response) => {
      response.writeHead(200, { 'Content-Type': type }).end('zzzz nonsense')
      return true
    }
    expect(await faultOf(read(`${forge.url}/a/b`))).toBe('not-git')
    forge.answer = (_request, response) => {
      const line = `${commit} refs/heads/x\n`
      const packet = (line.length + 4).toString(16).padStart(4, '0') + line
      response.writeHead(200, { 'Content-Type': type }).end(packet.repeat(700_000))
      return true
    }
    expect(await faultOf(read(`${forge.url}/a/b`))).toBe('too-large')
  })

  it('sends a repository of 5 GB: the visit ends at its bound of bytes, on disk as in memory', async () => {
    const address = forge.add('ville/enorme', { files: FILES })
    forge.fail('ville/enorme', 'endless')
    let largest = 0
    const watch = setInterval(() => {
      largest = Math.max(largest, bytesUnder(tmpdir()))
    }, 20)

    const fault = await faultOf(read(address))
    clearInterval(watch)

    expect(fault).toBe('too-large')
    expect(largest).toBeLessThan(80 * 1_048_576)
    expect(process.memoryUsage().rss).toBeLessThan(500 * 1_048_576)
  })

  it('sends it drop by drop: the visit ends at its bound of time', async () => {
    const address = forge.add('ville/goutte', { files: FILES })
    forge.fail('ville/goutte', 'drip')

    expect(await faultOf(read(address, { timeout: 3_000 }))).toBe('too-slow')
  })

  it('has a certificate that has expired', async () => {
    const expired = await startGitServer({ tls: 'expired' })
    closing.push(() => expired.close())
    const address = expired.add('ville/tls', { files: FILES })

    expect(await faultOf(read(address, { settings: { forgeHosts: [expired.host] } }))).toBe(
      'certificate',
    )
  })

  it('has one that we trust: it is read by https', async () => {
    const secure = await startGitServer({ tls: 'valid' })
    const authority = path.join(secure.folder, 'authority.pem')
    writeFileSync(authority, VALID_CERTIFICATE)
    const before = process.env.NODE_EXTRA_CA_CERTS
    process.env.NODE_EXTRA_CA_CERTS = authority
    // Node reads that variable as it starts: this process has.
    const authorities = getCACertificates('default')
    setDefaultCACertificates([...authorities, VALID_CERTIFICATE])
    closing.push(() => {
      if (before === undefined) delete process.env.NODE_EXTRA_CA_CERTS
      else process.env.NODE_EXTRA_CA_CERTS = before
      setDefaultCACertificates(authorities)
      return secure.close()
    })
    const address = secure.add('ville/tls', { files: FILES })

    expect(await read(address, { settings: { forgeHosts: [secure.host] } })).toMatchObject({
      publiccode: { reading: { values: { name: 'Cimetière' } } },
    })
  })
})

describe('a repository at fault', () => {
  it('has a publiccode.yml of 50 MB: it is not read, the rest is', async () => {
    const address = forge.add('ville/gros', {
      files: { ...FILES, 'publiccode.yml': 'a'.repeat(50_000_000) },
    })
    // The same, which no compression makes small.
    const noisy = forge.add('ville/bruit', {
      files: { ...FILES, 'publiccode.yml': noise(20_000_000) },
    })

    for (const one of [address, noisy]) {
      const reading = await read(one)

      expect(reading.publiccode?.reading.findings[0]?.code).toBe('file-too-large')
      expect(reading.readme?.text).toBe('# x')
    }
  })

  it('has a publiccode.yml of a billion laughs', async () => {
    const laughs = Array.from(
      { length: 12 },
      (_, n) =>
        `a${n}: &a${n} [${Array.from({ length: 9 }, () => (n ? `*a${n - 1}` : 'lol')).join(',')}]`,
    )
    const address = forge.add('ville/rires', {
      files: { ...FILES, 'publiccode.yml': `${laughs.join('\n')}\nname: *a11\n` },
    })

    const reading = await read(address)

    expect(reading.publiccode?.reading.valid).toBe(false)
    expect(JSON.stringify(reading).length).toBeLessThan(1_000_000)
    expect(reading.readme?.text).toBe('# x')
  })

  it('has symbolic links out of its tree: they are not followed', async () => {
    const address = forge.add('ville/liens', {
      files: {
        'publiccode.yml': { link: '/etc/passwd' },
        'README.md': { link: '../../../../etc/passwd' },
        LICENSE: { link: '/etc/passwd' },
        'codemeta.json': { link: '/etc/hosts' },
      },
    })

    const reading = await read(address)

    expect(reading.publiccode?.reading.findings[0]?.code).toBe('file-is-link')
    expect(reading).toMatchObject({ readme: null, codemeta: null, licenceFiles: [] })
    expect(JSON.stringify(reading)).not.toContain('root:')
  })

  it('has bad UTF-8 in its files, its names and its log', async () => {
    const bad = Buffer.from([0x23, 0x20, 0xff, 0xfe, 0xc3, 0x28])
    const address = forge.add('ville/octets', {
      files: {
        ...FILES,
        'README.md': bad,
        'publiccode.yml': Buffer.concat([Buffer.from('name: '), bad]),
      },
      commits: [{ author: 'Bad \xff <\xff@example.org>', message: '\xff' }],
    })

    const reading = await read(address)

    expect(reading.readme?.text.startsWith('# �')).toBe(true)
    expect(reading.publiccode).not.toBeNull()
  })

  it('has a file whose name is an option, a path out of the tree or a command', async () => {
    const address = forge.add('ville/noms', {
      files: { ...FILES, '--help': 'x', 'licenses/$(touch x).txt': 'x', 'LICENSE\nx': 'x' },
    })

    expect((await read(address)).readme?.text).toBe('# x')
  })
})

describe('git', () => {
  it('is missing from this machine', async () => {
    const address = forge.add('ville/cimetiere', { files: FILES })
    const nothing = mkdtempSync(path.join(tmpdir(), 'mutualibre-no-git-'))
    closing.push(() => rmSync(nothing, { recursive: true, force: true }))

    expect(await faultOf(read(address, { path: nothing }))).toBe('git-missing')
  })

  it('runs nothing that the settings of this machine, or of the repository, say', async () => {
    const address = forge.add('ville/crochets', { files: FILES })
    const home = mkdtempSync(path.join(tmpdir(), 'mutualibre-home-'))
    const witness = path.join(home, 'witness')
    writeFileSync(
      path.join(home, '.gitconfig'),
      `[credential]\n\thelper = "!touch ${witness}"\n[core]\n\tfsmonitor = "touch ${witness}"\n[url "file:///nowhere"]\n\tinsteadOf = http\n`,
    )
    const before = process.env.HOME
    process.env.HOME = home
    closing.push(() => {
      process.env.HOME = before
      rmSync(home, { recursive: true, force: true })
    })

    expect((await read(address)).head).not.toBeNull()
    forge.fail('ville/crochets', 'password')
    expect(await faultOf(read(address))).toBe('not-found-or-private')
    expect(readdirSync(home)).toEqual(['.gitconfig'])
  })

  it('leaves no process behind', async () => {
    const address = forge.add('ville/goutte', { files: FILES })
    forge.fail('ville/goutte', 'drip')

    await refusalOf(read(address, { timeout: 1_500 }))

    const left = execFileSync('ps', ['-eo', 'args'], { encoding: 'utf8' })
    expect(
      left
        .split('\n')
        .filter((line) => /git.*(index-pack|remote-http)/.test(line) && line.includes(forge.host)),
    ).toEqual([])
  })
})

it.each(FORGE_FAULTS)(
  'the fault %s has a sentence in each language, that says what to do',
  (fault) => {
    const { fr, en } = faultSentence(fault, 'git.example.fr')

    for (const sentence of [fr, en]) expect(sentence).toMatch(/^\S.{40,}\.$/u)
    expect(fr).not.toBe(en)
  },
)

function bytesUnder(folder: string): number {
  let sum = 0
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    try {
      if (entry.isFile()) sum += statSync(path.join(entry.parentPath, entry.name)).size
    } catch {
      // It went meanwhile.
    }
  }
  return sum
}

function noise(length: number): Buffer {
  const bytes = Buffer.alloc(length)
  let state = 1
  for (let at = 0; at < length; at++) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    bytes[at] = state >>> 24
  }
  return bytes
}
