import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { freePort } from '#lib/testing/machine.ts'
import { DATA_FOLDER, REAL } from './addresses.ts'

interface Ended {
  code: number | null
  stderr: string
}

/** A service started as a person would start it, with what it says and how it ends. */
function start(env: Record<string, string>): {
  child: ChildProcess
  said: () => string
  end: Promise<Ended>
} {
  const child = spawn(process.execPath, ['lib/cli/up.ts'], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let stderr = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text
  })
  const end = new Promise<Ended>((resolve) => {
    child.on('close', (code) => resolve({ code, stderr }))
  })
  return { child, said: () => stderr, end }
}

let folder: string
test.beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'mutualibre-e2e-'))
})
test.afterEach(() => rmSync(folder, { recursive: true, force: true }))

test.describe('[RUN-01] a start that cannot succeed ends with one clear sentence', () => {
  /** Starts with these settings and returns the only line that the failure left. */
  async function refusal(env: Record<string, string>): Promise<string> {
    const { end } = start({
      PORT: String(await freePort()),
      MUTUALIBRE_DATA: path.join(folder, 'data'),
      ...env,
    })
    const { code, stderr } = await end
    expect(code, stderr).toBe(1)
    const lines = stderr.trim().split('\n')
    expect(lines, 'one line, without a stack').toHaveLength(1)
    return lines[0] ?? ''
  }

  test('when the port is taken', async () => {
    const sentence = await refusal({ PORT: new URL(REAL).port })
    expect(sentence).toContain('Le port 3210 est déjà pris')
    expect(sentence).toContain('PORT=3211')
  })

  test('when the host is not an address of this machine', async () => {
    const sentence = await refusal({ MUTUALIBRE_HOST: '203.0.113.7', SIGN_IN: 'off' })
    expect(sentence).toContain('Impossible d’écouter sur 203.0.113.7')
  })

  test('when the data folder cannot be written', async () => {
    // Under a file, so that even root cannot.
    const file = path.join(folder, 'a-file')
    writeFileSync(file, '')
    const sentence = await refusal({ MUTUALIBRE_DATA: path.join(file, 'data') })
    expect(sentence).toContain(path.join(file, 'data'))
    expect(sentence).toContain('n’est pas accessible en écriture')
    expect(sentence).toContain('MUTUALIBRE_DATA')
  })

  for (const [what, content] of [
    ['garbage', 'not a database at all'.repeat(500)],
    ['garbage behind the right first bytes', `SQLite format 3\0${'x'.repeat(8_000)}`],
  ] as const) {
    test(`when the database file is ${what}, which is left as it is`, async () => {
      const file = path.join(folder, 'mutualibre.db')
      writeFileSync(file, content)
      const sentence = await refusal({ MUTUALIBRE_DATA: folder })
      expect(sentence).toContain(`${file} n’est pas une base SQLite`)
      expect(readFileSync(file, 'utf8')).toBe(content)
    })
  }

  for (const port of ['abc', '0', '65536', '30.5', '-1', '1e9', '3000; id']) {
    test(`when PORT is “${port}”`, async () => {
      expect(await refusal({ PORT: port })).toMatch(/^PORT .*(3000|entre 1 et 65535)/)
    })
  }

  test('when a setting is unknown, with the one that was meant', async () => {
    const sentence = await refusal({ MUTUALIBRE_DTA: 'elsewhere' })
    expect(sentence).toContain('Réglage inconnu : MUTUALIBRE_DTA.')
    expect(sentence).toContain('Vouliez-vous dire MUTUALIBRE_DATA ?')
  })

  test('when the data set is none of those that exist', async () => {
    expect(await refusal({ MUTUALIBRE_DATASET: 'prod' })).toContain(
      '« real », « demo » ou « bench »',
    )
  })

  test('when the public address is not an address', async () => {
    expect(await refusal({ SITE_URL: 'catalogue.example.fr' })).toContain('SITE_URL attend')
  })
})

test.describe('[RUN-02] a service that is told to stop', () => {
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    test(`by ${signal} ends the request in flight, takes no other, and exits with 0`, async () => {
      test.slow()
      const port = await freePort()
      const address = `http://127.0.0.1:${port}`
      const { child, said, end } = start({ PORT: String(port), MUTUALIBRE_DATA: DATA_FOLDER })
      try {
        await expect.poll(said, { timeout: 60_000 }).toContain(`http://localhost:${port}`)
        const slow = await halfARequest(port)
        // Answered by the same process, after it read the half above.
        expect((await fetch(`${address}/api/health`)).status).toBe(200)
        child.kill(signal)
        await expect.poll(said).toContain('Arrêt')
        await expect.poll(() => reachable(port)).toBe(false)
        expect(child.exitCode, 'still waiting for the request').toBeNull()
        const answer = await slow.finish()
        expect(answer).toMatch(/^HTTP\/1\.1 200 /)
        expect(answer.trimEnd().endsWith('</html>')).toBe(true)
        expect((await end).code).toBe(0)
      } finally {
        child.kill('SIGKILL')
      }
    })
  }

  test('by SIGTERM stops too when nobody reads its log any more', async () => {
    test.slow()
    const port = await freePort()
    const { child, said } = start({ PORT: String(port), MUTUALIBRE_DATA: DATA_FOLDER })
    try {
      await expect.poll(said, { timeout: 60_000 }).toContain(`http://localhost:${port}`)
      const ended = new Promise((resolve) => child.once('exit', resolve))
      child.stdout?.destroy()
      child.stderr?.destroy()
      child.kill('SIGTERM')
      const late = new Promise((resolve) => setTimeout(resolve, 20_000, 'still running'))
      expect(await Promise.race([ended, late])).toBe(0)
    } finally {
      child.kill('SIGKILL')
    }
  })

  /** A request whose last bytes are kept back until `finish`, which reads the whole answer. */
  async function halfARequest(port: number): Promise<{ finish: () => Promise<string> }> {
    const socket = await open(port)
    socket.write('GET /logiciels HTTP/1.0\r\nHost: localhost\r\n')
    return {
      async finish() {
        let answer = ''
        socket.setEncoding('utf8').on('data', (text: string) => {
          answer += text
        })
        socket.write('\r\n')
        await new Promise((resolve) => socket.on('close', resolve))
        return answer
      },
    }
  }

  function open(port: number): Promise<Socket> {
    return new Promise((resolve, reject) => {
      const socket = connect(port, '127.0.0.1')
      socket.once('connect', () => resolve(socket)).once('error', reject)
    })
  }

  async function reachable(port: number): Promise<boolean> {
    const socket = await open(port).catch(() => null)
    socket?.destroy()
    return socket !== null
  }
})

test.describe('[RUN-03] what is sent to the service', () => {
  const FORM = `${REAL}/logiciels/demander`

  for (const [method, path] of [
    ['POST', '/'],
    ['POST', '/logiciels/openelec'],
    ['POST', '/en/label/2016'],
    ['POST', '/nulle-part'],
    ['POST', '/api/v1/search?q=a'],
    ['PUT', '/logiciels/demander'],
    ['DELETE', '/logiciels/openelec'],
    ['OPTIONS', '/'],
  ] as const) {
    test(`${method} ${path} is refused, in words`, async ({ request }) => {
      const answer = await request.fetch(`${REAL}${path}`, { method, multipart: { a: 'b' } })
      expect(answer.status()).toBe(405)
      expect(answer.headers().allow).toBe('GET, HEAD')
      expect(answer.headers()['content-security-policy']).toContain("form-action 'self'")
      expect(await answer.text()).toMatch(/Rien n’a été enregistré|Nothing was recorded/)
    })
  }

  test('a form of another site is refused', async ({ request }) => {
    const answer = await request.post(FORM, {
      multipart: { asked: 'Un logiciel' },
      headers: { Origin: 'https://attacker.example' },
    })
    expect(answer.status()).toBe(403)
    expect(await answer.text()).toContain('envoyé depuis un autre site')
  })

  for (const [where, headers] of [
    ['our own page', {}],
    ['our own page, behind a proxy', { 'X-Forwarded-Host': 'catalogue.example.fr' }],
  ] as const) {
    test(`the form of ${where} is taken`, async ({ request }) => {
      const page = await (await request.get(FORM)).text()
      const hidden = [
        ...page.matchAll(/<input type="hidden" name="(\$ACTION[^"]*)"(?: value="([^"]*)")?/g),
      ].map(([, name = '', value = '']) => [name, value.replaceAll('&quot;', '"')])
      const origin = Object.keys(headers).length > 0 ? 'https://catalogue.example.fr' : REAL
      const answer = await request.post(FORM, {
        multipart: { ...Object.fromEntries(hidden), locale: 'fr', asked: `Essai ${Date.now()}` },
        headers: { ...headers, Origin: origin, 'X-Forwarded-For': '198.51.100.7' },
        maxRedirects: 0,
      })
      expect(answer.status()).toBe(303)
      expect(answer.headers().location).toMatch(/^\/logiciels\/demander\?envoyee=\d+$/)
    })
  }

  test('a form that is none of ours ends in words, without a stack', async ({ request }) => {
    const answer = await request.post(FORM, {
      multipart: { asked: 'Un logiciel' },
      headers: { 'X-Forwarded-For': '198.51.100.8' },
    })
    expect(answer.status()).toBe(400)
    expect(await answer.text()).not.toMatch(/\n\s+at /)
  })
})
