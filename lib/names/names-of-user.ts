import { asc, eq } from 'drizzle-orm'
import { listedName, nameList } from '#db/schema/names.ts'
import { organisation } from '#db/schema/organisations.ts'
import { software } from '#db/schema/software.ts'
import { source } from '#db/schema/system.ts'
import { assertUserMay } from '#lib/accounts/assert-may.ts'
import type { Context } from '#lib/context.ts'

/** The lists of names that whoever asks handed in, and what they decided of names. @throws SignInNeeded */
export function namesOfUser(context: Context) {
  const { id } = assertUserMay(context.actor, 'account.read')
  return {
    lists: context.db
      .select({
        at: nameList.createdAt,
        software: software.slug,
        title: source.title,
        address: source.url,
      })
      .from(nameList)
      .innerJoin(software, eq(software.id, nameList.softwareId))
      .innerJoin(source, eq(source.id, nameList.sourceId))
      .where(eq(nameList.createdBy, id))
      .orderBy(asc(nameList.id))
      .all(),
    decisions: context.db
      .select({
        at: listedName.decidedAt,
        name: listedName.name,
        decision: listedName.state,
        organisation: organisation.key,
      })
      .from(listedName)
      .leftJoin(organisation, eq(organisation.id, listedName.organisationId))
      .where(eq(listedName.decidedBy, id))
      .orderBy(asc(listedName.id))
      .all(),
  }
}
