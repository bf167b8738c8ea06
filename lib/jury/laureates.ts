import { and, desc, eq, lte, ne } from 'drizzle-orm'
import { application, applicationSnapshot } from '#db/schema/applications.ts'
import { award } from '#db/schema/label.ts'
import { organisation } from '#db/schema/organisations.ts'
import { snapshotContent } from '#lib/applications/snapshot-schema.ts'
import type { Context } from '#lib/context.ts'

export interface NamedPerson {
  name: string
  office: string
}

/**
 * The two people behind each award of an edition, by the key of their organisation: only where they
 * agreed when they submitted, and have not changed their mind since; only of awards that are public.
 */
export function peopleOfLaureates(
  { db, now }: Pick<Context, 'db' | 'now'>,
  year: number,
): Map<string, { responsible: NamedPerson; elected: NamedPerson }> {
  const rows = db
    .select({ id: application.id, key: organisation.key })
    .from(award)
    .innerJoin(application, eq(application.id, award.applicationId))
    .innerJoin(organisation, eq(organisation.id, application.organisationId))
    .where(
      and(
        eq(award.edition, year),
        eq(application.namesPublic, true),
        ne(application.state, 'withdrawn'),
        lte(award.visibleFrom, now.toISOString()),
      ),
    )
    .all()
  const people = new Map<string, { responsible: NamedPerson; elected: NamedPerson }>()
  for (const { id, key } of rows) {
    const last = db
      .select({ content: applicationSnapshot.content })
      .from(applicationSnapshot)
      .where(eq(applicationSnapshot.applicationId, id))
      .orderBy(desc(applicationSnapshot.id))
      .get()
    if (!last) continue
    const { namesPublic, responsible, elected } = snapshotContent.parse(JSON.parse(last.content))
    if (!namesPublic) continue
    const { name, office } = elected
    people.set(key, { responsible, elected: { name, office } })
  }
  return people
}
