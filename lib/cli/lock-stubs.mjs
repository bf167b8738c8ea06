// npm run lock:stubs, after any change of dependencies and before committing the lock: `npm ci` demands an
// entry for the optional packages of every platform, and the registry does not have them all. This adds the
// missing ones as stubs, which npm skips on the platforms that it runs on.
import { readFileSync, writeFileSync } from 'node:fs'

const FILE = 'package-lock.json'
const SYSTEMS = [
  'android',
  'darwin',
  'freebsd',
  'linux',
  'openbsd',
  'netbsd',
  'sunos',
  'aix',
  'openharmony',
  'win32',
]
const PROCESSORS = [
  'arm64',
  'wasm32',
  'x64',
  'ia32',
  'riscv64',
  's390x',
  'ppc64',
  'loong64',
  'mips64el',
  'arm',
]

const lock = JSON.parse(readFileSync(FILE, 'utf8'))

/** Looks a package up as Node would, from the folder of the one that asks for it. */
function isLocked(at, name) {
  for (
    let folder = at;
    ;
    folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))
  ) {
    if (lock.packages[`${folder ? `${folder}/` : ''}node_modules/${name}`]) return true
    if (folder === '') return false
  }
}

for (const [at, entry] of Object.entries(lock.packages)) {
  for (const [name, range] of Object.entries(entry.optionalDependencies ?? {})) {
    if (isLocked(at, name)) continue
    const system = SYSTEMS.find((word) => name.includes(word))
    const processor = PROCESSORS.find((word) => name.includes(word))
    if (processor !== 'wasm32' && !(system && processor)) {
      process.stderr.write(`no stub for ${name}\n`)
      continue
    }
    lock.packages[`node_modules/${name}`] = {
      version: range.replace(/^[\^~]/, ''),
      ...(processor && { cpu: [processor] }),
      ...(entry.dev && { dev: true }),
      ...(name.includes('musl') && { libc: ['musl'] }),
      optional: true,
      ...(system && { os: [system] }),
    }
  }
}
lock.packages = Object.fromEntries(
  Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)),
)
writeFileSync(FILE, `${JSON.stringify(lock, null, 2)}\n`)
