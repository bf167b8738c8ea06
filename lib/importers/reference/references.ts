import type { Db } from '#db/client.ts'
import { organisation } from '#db/schema/organisations.ts'
import { software } from '#db/schema/software.ts'
import { mergedSlugs } from '#lib/software/resolve-slug.ts'
import type { ReferenceReport } from './load-reference.ts'

/** Finds the rows that reference files name; what is not there is noted, and its line left out. */
export interface KnownReferences {
  organisation(
    ref: { siren?: string | undefined; body?: string | undefined },
    of: string,
  ): number | null
  software(slug: string, of: string): number | null
}

/** @param bodies key of the bodies that files may call by a slug although they have a SIREN. */
export function knownReferences(
  db: Db,
  report: ReferenceReport,
  bodies: ReadonlyMap<string, string>,
): KnownReferences {
  const organisations = new Map(
    db
      .select({ key: organisation.key, id: organisation.id })
      .from(organisation)
      .all()
      .map((row) => [row.key, row.id]),
  )
  const entries = new Map(
    db
      .select({ slug: software.slug, id: software.id })
      .from(software)
      .all()
      .map((row) => [row.slug, row.id]),
  )
  // A file that names an entry merged into another means the other.
  for (const [slug, { id }] of mergedSlugs(db)) entries.set(slug, id)
  const note = (sentence: string) => {
    if (!report.dangling.includes(sentence)) report.dangling.push(sentence)
    return null
  }
  return {
    organisation(ref, of) {
      const named = ref.siren ?? ref.body
      if (named === undefined) return null
      const key = bodies.get(named) ?? named
      return organisations.get(key) ?? note(`${of} : organisme inconnu « ${key} »`)
    },
    software: (slug, of) => entries.get(slug) ?? note(`${of} : logiciel absent « ${slug} »`),
  }
}
