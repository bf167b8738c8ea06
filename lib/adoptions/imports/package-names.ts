import { z } from 'zod'
import { REFERENCE_FOLDER, readYamlFile } from '#lib/importers/reference/read.ts'
import { fold } from '#lib/text.ts'
import { nameKeyOf } from '../rules/package-name.ts'

const names = z.array(z.string().min(2)).min(1)
const file = z.strictObject({
  packages: z.array(
    z.strictObject({
      slug: z.string().regex(/^[a-z0-9-]+$/),
      names,
      reason: z.string().min(10),
      source: z.url(),
    }),
  ),
  others: z.array(z.strictObject({ names, reason: z.string().min(10) })),
})

/** Which software the names of packages mean: its slug, '' for one that is none of the catalogue's. */
export interface PackageNames {
  exact: ReadonlyMap<string, string>
  /** Beginnings, longest first. */
  beginnings: ReadonlyArray<{ begins: string; slug: string }>
}

/** The reviewed list of db/reference. */
export function readPackageNames(): PackageNames {
  const { packages, others } = readYamlFile(`${REFERENCE_FOLDER}/package-names.yml`, file)
  const exact = new Map<string, string>()
  const beginnings: Array<{ begins: string; slug: string }> = []
  const all = [...packages, ...others.map((other) => ({ ...other, slug: '' }))]
  for (const { slug, names } of all) {
    for (const name of names) {
      if (name.endsWith('*')) beginnings.push({ begins: fold(name), slug })
      // A package's name may look like a version to the rule: both forms are known.
      else for (const key of [fold(name), nameKeyOf(name)]) exact.set(key, slug)
    }
  }
  beginnings.sort((a, b) => b.begins.length - a.begins.length)
  return { exact, beginnings }
}
