import { asc, eq } from 'drizzle-orm'
import { organisation } from '#db/schema/organisations.ts'
import {
  publisher,
  software,
  softwareFact,
  softwareFunction,
  softwareSource,
} from '#db/schema/software.ts'
import { source } from '#db/schema/system.ts'
import type { Context } from '#lib/context.ts'
import type { SourceView } from '#lib/sources.ts'
import { functionNames } from './internal/function-names.ts'
import { type Bilingual, type SoftwareCard, softwareCards } from './queries.ts'

export interface StatementView {
  text: Bilingual
  value: number | null
  source: SourceView
}

/** Everything that an entry's own page shows, but its users. */
export interface SoftwareView extends SoftwareCard {
  description: Bilingual
  licenceFamily: string
  licenceNote: Bilingual
  repository: string
  website: string
  firstRelease: number | null
  audience: string[]
  platforms: string[]
  languages: string[]
  aliases: string[]
  identifiers: Record<string, string | number>
  updatedAt: string
  publisher: SoftwareCard['publisher'] & { kind: string; organisationKey: string | null }
  /** By field of the entry, the documents that it rests on. */
  sources: Record<string, SourceView[]>
  facts: StatementView[]
  estimates: StatementView[]
}

/** An entry by its slug; undefined when there is none. */
export function getSoftwareBySlug(
  { db }: Pick<Context, 'db'>,
  slug: string,
): SoftwareView | undefined {
  const row = db.select().from(software).where(eq(software.slug, slug)).get()
  if (!row) return undefined
  const [card] = softwareCards({ db }, [row.id])
  if (!card) return undefined
  const owner = db
    .select({ kind: publisher.kind, organisationKey: organisation.key })
    .from(publisher)
    .leftJoin(organisation, eq(organisation.id, publisher.organisationId))
    .where(eq(publisher.id, row.publisherId))
    .get()
  const statements = statementsOf(db, row.id)
  return {
    ...card,
    description: { fr: row.descriptionFr, en: row.descriptionEn },
    licenceFamily: row.licenceFamily,
    licenceNote: { fr: row.licenceNoteFr, en: row.licenceNoteEn },
    repository: row.repository,
    website: row.website,
    firstRelease: row.firstRelease,
    audience: row.audience,
    platforms: row.platforms,
    languages: row.languages,
    aliases: row.aliases,
    identifiers: row.identifiers,
    updatedAt: row.updatedAt,
    publisher: {
      ...card.publisher,
      kind: owner?.kind ?? 'community',
      organisationKey: owner?.organisationKey ?? null,
    },
    functions: functionsOf(db, row.id),
    sources: sourcesOf(db, row.id),
    facts: statements.filter((item) => item.kind === 'fact'),
    estimates: statements.filter((item) => item.kind === 'estimate'),
  }
}

function functionsOf(db: Context['db'], softwareId: number) {
  const names = functionNames(db)
  return db
    .select({ id: softwareFunction.functionId })
    .from(softwareFunction)
    .where(eq(softwareFunction.softwareId, softwareId))
    .orderBy(asc(softwareFunction.position))
    .all()
    .flatMap(({ id }) => names.byId.get(id) ?? [])
}

function sourcesOf(db: Context['db'], softwareId: number): Record<string, SourceView[]> {
  const byField: Record<string, SourceView[]> = {}
  const rows = db
    .select({
      field: softwareSource.field,
      title: source.title,
      url: source.url,
      date: source.date,
    })
    .from(softwareSource)
    .innerJoin(source, eq(source.id, softwareSource.sourceId))
    .where(eq(softwareSource.softwareId, softwareId))
    .all()
  for (const { field, ...view } of rows) byField[field] = [...(byField[field] ?? []), view]
  return byField
}

function statementsOf(db: Context['db'], softwareId: number) {
  return db
    .select()
    .from(softwareFact)
    .innerJoin(source, eq(source.id, softwareFact.sourceId))
    .where(eq(softwareFact.softwareId, softwareId))
    .orderBy(asc(softwareFact.id))
    .all()
    .map(({ software_fact: fact, source: document }) => ({
      kind: fact.kind,
      text: { fr: fact.fr, en: fact.en },
      value: fact.value,
      source: { title: document.title, url: document.url, date: document.date },
    }))
}
