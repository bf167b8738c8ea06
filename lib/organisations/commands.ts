import { eq, inArray, sql } from 'drizzle-orm'
import { departement, organisation, organisationFact, region } from '#db/schema/organisations.ts'
import { inTransaction } from '#db/transaction.ts'
import { assertMay } from '#lib/accounts/assert-may.ts'
import { followOrganisations } from '#lib/adoptions/commands/follow-organisations.ts'
import { recordAudit } from '#lib/audit.ts'
import type { Context } from '#lib/context.ts'
import { nextCatalogueVersion } from '#lib/meta.ts'
import { sizeClassOf } from '#lib/organisations/rules/size-class.ts'
import { type Progress, silentProgress } from '#lib/progress.ts'
import { enqueueForSearch } from '#lib/search/commands.ts'
import { type SourceInput, sourceRow } from '#lib/sources.ts'
import { fold } from '#lib/text.ts'
import {
  addPlaces,
  forgetPlaces,
  type PlaceRows,
  type Places,
  samePlaces,
  storedPlaces,
  writePlaces,
} from './internal/places.ts'

export interface TerritoryInput {
  code: string
  name: string
  zone: 'metro' | 'drom' | 'com'
}

export interface OrganisationInput extends Places {
  key: string
  siren: string | null
  insee: string
  kind: string
  form: string
  name: string
  departement: string
  region: string
  /** SIREN of the EPCI that a commune belongs to: loaded before it, or in the same call. */
  epci: string | null
  population: number | null
}

export interface LoadReport {
  created: number
  changed: number
  unchanged: number
}

/** Loads régions and départements: the two tables that places are read from. Idempotent. */
export function loadTerritories(
  context: Context,
  input: { regions: TerritoryInput[]; departements: Array<TerritoryInput & { region: string }> },
): void {
  assertMay(context.actor, 'data.load')
  inTransaction(context.db, (tx) => {
    const positions = new Map(
      tx
        .select({ code: region.code, position: region.position })
        .from(region)
        .all()
        .map((row) => [row.code, row.position]),
    )
    for (const { code, name, zone } of input.regions) {
      const position = positions.get(code) ?? positions.size
      positions.set(code, position)
      tx.insert(region)
        .values({ code, name, zone, position })
        .onConflictDoUpdate({ target: region.code, set: { name, zone } })
        .run()
    }
    for (const { code, name, zone, region: of } of input.departements) {
      tx.insert(departement)
        .values({ code, name, zone, region: of })
        .onConflictDoUpdate({ target: departement.code, set: { name, zone, region: of } })
        .run()
    }
    nextCatalogueVersion(tx)
    recordAudit(tx, context, {
      action: 'territories.load',
      subjectKind: 'territory',
      subject: '*',
      detail: { regions: input.regions.length, departements: input.departements.length },
    })
  })
}

/**
 * Loads organisations by key: adds the new, brings the known up to date, removes none (one that has
 * gone from the source may still have adoptions). One transaction; the same input twice changes nothing.
 */
export function loadOrganisations(
  context: Context,
  input: OrganisationInput[],
  source: Omit<SourceInput, 'id'>,
  progress: Progress = silentProgress,
): LoadReport {
  assertMay(context.actor, 'data.load')
  return inTransaction(context.db, (tx) => {
    const sourceId = sourceRow(tx, source)
    const known = new Map(
      tx
        .select()
        .from(organisation)
        .all()
        .map((row) => [row.key, row]),
    )
    const knownPlaces = storedPlaces(
      tx,
      input.flatMap((item) => known.get(item.key)?.id ?? []),
    )
    const ids = new Map([...known].map(([key, row]) => [key, row.id]))
    const report: LoadReport = { created: 0, changed: 0, unchanged: 0 }
    const touched: number[] = []
    const changed: number[] = []
    const places: PlaceRows = { postcodes: [], aliases: [] }
    const insert = tx
      .insert(organisation)
      .values(placeholders(ROW_COLUMNS))
      .returning({ id: organisation.id })
      .prepare()
    // EPCI first: communes point at them.
    const ordered = [...input].sort((a, b) => Number(a.epci !== null) - Number(b.epci !== null))
    for (const item of ordered) {
      progress.step()
      const row = rowOf(item, item.epci === null ? null : (ids.get(item.epci) ?? null), sourceId)
      const before = known.get(item.key)
      if (!before) {
        const { id } = insert.get(row)
        ids.set(item.key, id)
        addPlaces(places, id, item)
        touched.push(id)
        report.created++
      } else if (sameRow(before, row) && samePlaces(knownPlaces.get(before.id), item)) {
        report.unchanged++
      } else {
        tx.update(organisation).set(row).where(eq(organisation.id, before.id)).run()
        forgetPlaces(tx, before.id)
        addPlaces(places, before.id, item)
        touched.push(before.id)
        changed.push(before.id)
        report.changed++
      }
    }
    writePlaces(tx, places)
    enqueueForSearch(tx, 'organisation', touched)
    followOrganisations(tx, changed)
    if (touched.length > 0) nextCatalogueVersion(tx)
    recordAudit(tx, context, {
      action: 'organisations.load',
      subjectKind: 'organisation',
      subject: '*',
      detail: { source: source.url, ...report },
    })
    return report
  })
}

function rowOf(item: OrganisationInput, epciId: number | null, sourceId: number) {
  return {
    key: item.key,
    siren: item.siren,
    insee: item.insee,
    kind: item.kind,
    form: item.form,
    name: item.name,
    nameKey: fold(item.name),
    departement: item.departement,
    region: item.region,
    epciId,
    population: item.population,
    sizeClass: sizeClassOf(item.population),
    sourceId,
  }
}

const ROW_COLUMNS = [
  'key',
  'siren',
  'insee',
  'kind',
  'form',
  'name',
  'nameKey',
  'departement',
  'region',
  'epciId',
  'population',
  'sizeClass',
  'sourceId',
] as const satisfies ReadonlyArray<keyof ReturnType<typeof rowOf>>

/** One named parameter a column, for a statement that is prepared once and run 36,000 times. */
function placeholders<Name extends string>(columns: readonly Name[]) {
  return Object.fromEntries(columns.map((name) => [name, sql.placeholder(name)])) as Record<
    Name,
    ReturnType<typeof sql.placeholder<Name>>
  >
}

function sameRow(
  before: typeof organisation.$inferSelect,
  after: ReturnType<typeof rowOf>,
): boolean {
  return (Object.keys(after) as Array<keyof typeof after>).every(
    (column) => before[column] === after[column],
  )
}

/** Replaces the documented facts of the organisations named. Idempotent. */
export function loadOrganisationFacts(
  context: Context,
  input: Array<{
    organisationId: number
    fr: string
    en: string
    date: string
    source: Omit<SourceInput, 'id'>
  }>,
): void {
  assertMay(context.actor, 'data.load')
  inTransaction(context.db, (tx) => {
    const organisations = [...new Set(input.map((fact) => fact.organisationId))]
    if (organisations.length > 0) {
      tx.delete(organisationFact)
        .where(inArray(organisationFact.organisationId, organisations))
        .run()
    }
    for (const { source, ...fact } of input) {
      tx.insert(organisationFact)
        .values({ ...fact, sourceId: sourceRow(tx, source) })
        .run()
    }
    nextCatalogueVersion(tx)
    recordAudit(tx, context, {
      action: 'organisation-facts.load',
      subjectKind: 'organisation',
      subject: '*',
      detail: { facts: input.length },
    })
  })
}
