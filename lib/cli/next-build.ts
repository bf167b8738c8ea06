import { spawn } from 'node:child_process'
import path from 'node:path'
import { buildIsCurrent, markBuild } from './build-mark.ts'
import { CannotGoOn } from './fail.ts'

/**
 * Builds the pages unless the last build was made from the same sources.
 * @throws CannotGoOn with what the build printed.
 */
export async function ensureBuild(root: string): Promise<void> {
  if (buildIsCurrent(root)) return
  process.stderr.write('Construction des pages (une minute environ)…\n')
  const output: string[] = []
  const build = spawn(
    process.execPath,
    [path.join(root, 'node_modules/next/dist/bin/next'), 'build'],
    { cwd: root, env: { ...process.env, NODE_ENV: 'production' } },
  )
  for (const stream of [build.stdout, build.stderr]) {
    stream.on('data', (chunk: Buffer) => output.push(chunk.toString()))
  }
  const code = await new Promise<number | null>((resolve) => build.on('exit', resolve))
  if (code !== 0) throw new CannotGoOn(`La construction des pages a échoué.\n${output.join('')}`)
  markBuild(root)
}
