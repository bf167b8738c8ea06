import type { Context } from '#lib/context.ts'
import { readSettings } from '#lib/env.ts'
import { entryValues } from './entry-values.ts'
import { writePubliccode } from './rules/write.ts'

/**
 * An entry as a publiccode.yml of the current version; undefined when there is none. What the catalogue
 * cannot know is a commented line. Its users are not listed unless asked for: the standard is giving
 * `usedBy` up, and the entry's own list is truer.
 */
export function publiccodeOf(
  context: Pick<Context, 'db'>,
  slug: string,
  { usedBy = false, siteUrl = readSettings().siteUrl }: { usedBy?: boolean; siteUrl?: string } = {},
): string | undefined {
  const values = entryValues(context, slug, { usedBy })
  if (!values) return undefined
  const page = `${siteUrl}/logiciels/${slug}`
  const head = `# ${page} (Mutualibre). Les lignes en commentaire sont à remplir par l’éditeur.\n`
  return (
    head +
    writePubliccode(values, {
      usedBy: [`usedBy: les utilisateurs et leurs sources sont sur ${page}/utilisateurs`],
    })
  )
}
