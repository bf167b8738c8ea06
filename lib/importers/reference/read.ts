import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'yaml'
import type { z } from 'zod'
import { InvalidInput } from '#lib/errors.ts'
import { inFrench } from '#lib/in-french.ts'

export const REFERENCE_FOLDER = path.join(import.meta.dirname, '../../../db/reference')

/**
 * Reads a YAML file of a trusted shape.
 * @throws InvalidInput naming the file and every place in it that is not as it should be.
 */
export function readYamlFile<T>(file: string, schema: z.ZodType<T>): T {
  const parsed = schema.safeParse(parseYamlFile(file), inFrench)
  if (parsed.success) return parsed.data
  const places = parsed.error.issues.map((issue) => `${issue.path.join('.')} : ${issue.message}`)
  throw new InvalidInput(
    `Le fichier ${path.basename(file)} n’a pas la forme attendue. ${places.join(' ; ')}`,
    `The file ${path.basename(file)} does not have the expected shape. ${places.join('; ')}`,
  )
}

/** @throws InvalidInput when the text is not YAML, with the line and column. */
export function parseYamlFile(file: string): unknown {
  const text = readFileSync(file, 'utf8')
  try {
    // Aliases are bounded: no file of ours needs them, a hostile one would multiply them.
    return parse(text, { maxAliasCount: 20, prettyErrors: true })
  } catch (error) {
    const why = error instanceof Error ? error.message.split('\n')[0] : String(error)
    throw new InvalidInput(
      `Le fichier ${path.basename(file)} n’est pas du YAML lisible : ${why}`,
      `The file ${path.basename(file)} is not readable YAML: ${why}`,
    )
  }
}

/** The YAML files of a folder, sorted by name, so that two loads read them in the same order. */
export function yamlFilesOf(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => /\.ya?ml$/.test(name))
    .sort()
    .map((name) => path.join(folder, name))
}

/** One hash over files, in order: tells whether any of them has changed since it was loaded. */
export function hashFiles(files: readonly string[], salt = ''): string {
  const hash = createHash('sha256').update(salt)
  for (const file of files) hash.update(path.basename(file)).update(readFileSync(file))
  return hash.digest('hex')
}
