import { randomBytes } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'

/** Names that this folder gives, and no other: a row can point nowhere else. */
const NAME = /^[0-9a-f]{32}$/

/** Where the bytes of documents are, in the data folder, which no server serves. */
export const documentFolder = (dataFolder: string) =>
  path.join(/* turbopackIgnore: true */ dataFolder, 'documents')

/**
 * Keeps bytes under a random name, readable by the service's own user alone: written aside first, so that
 * what bears a name is whole.
 */
export function keepFile(folder: string, bytes: Buffer): string {
  mkdirSync(/* turbopackIgnore: true */ folder, { recursive: true, mode: 0o700 })
  const name = randomBytes(16).toString('hex')
  const aside = path.join(/* turbopackIgnore: true */ folder, `${name}.part`)
  writeFileSync(/* turbopackIgnore: true */ aside, bytes, { mode: 0o600, flag: 'wx', flush: true })
  renameSync(aside, path.join(/* turbopackIgnore: true */ folder, name))
  return name
}

/** @returns undefined where the file is gone. */
export function readKept(folder: string, name: string): Buffer | undefined {
  if (!NAME.test(name)) return undefined
  const file = path.join(/* turbopackIgnore: true */ folder, name)
  return existsSync(/* turbopackIgnore: true */ file)
    ? readFileSync(/* turbopackIgnore: true */ file)
    : undefined
}

export function dropKept(folder: string, name: string): void {
  if (NAME.test(name)) rmSync(path.join(/* turbopackIgnore: true */ folder, name), { force: true })
}

/** Names of what has lain there since before a moment, what was left half written included. */
export function keptBefore(folder: string, moment: Date): string[] {
  if (!existsSync(/* turbopackIgnore: true */ folder)) return []
  return readdirSync(/* turbopackIgnore: true */ folder).filter(
    (name) =>
      /^[0-9a-f]{32}(\.part)?$/.test(name) &&
      statSync(path.join(/* turbopackIgnore: true */ folder, name)).mtime < moment,
  )
}
