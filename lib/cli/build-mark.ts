import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const SOURCES = ['app', 'components', 'lib', 'db/schema', 'db/client.ts', 'db/transaction.ts']
const CONFIGURATION = [
  'next.config.mjs',
  'postcss.config.mjs',
  'tsconfig.json',
  'package-lock.json',
]

/** One hash over everything that the build is made from. */
function sourceHash(root: string): string {
  const hash = createHash('sha256')
  const files = SOURCES.flatMap((name) => {
    const full = path.join(root, name)
    if (name.endsWith('.ts')) return [full]
    return readdirSync(full, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.name.endsWith('.test.ts'))
      .map((entry) => path.join(entry.parentPath, entry.name))
  })
  for (const file of [...files, ...CONFIGURATION.map((name) => path.join(root, name))].sort()) {
    hash.update(path.relative(root, file)).update(readFileSync(file))
  }
  return hash.digest('hex')
}

const markOf = (root: string) => path.join(root, '.next/mutualibre-build')

/** Whether the last build was made from the sources as they are now. */
export function buildIsCurrent(root: string): boolean {
  const mark = markOf(root)
  if (!existsSync(mark) || !existsSync(path.join(root, '.next/BUILD_ID'))) return false
  return readFileSync(mark, 'utf8') === sourceHash(root)
}

export function markBuild(root: string): void {
  writeFileSync(markOf(root), sourceHash(root))
}
