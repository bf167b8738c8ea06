import { type SQL, sql } from 'drizzle-orm'
import type { AdoptionState, AdoptionTrust, PublicDetail } from '#lib/adoptions/schema.ts'
import type { Context } from '#lib/context.ts'
import type { OrganisationKind } from '#lib/organisations/schema.ts'
import type { SourceView } from '#lib/sources.ts'

type Reading = Pick<Context, 'db'>

/** An adoption as a table of users or of software shows it. */
export interface AdoptionView {
  id: number
  software: { slug: string; name: string }
  organisation: {
    key: string
    name: string
    kind: OrganisationKind
    departement: string
    population: number | null
  }
  operator: { key: string; name: string } | null
  /** The operator or publisher whose word it is, when it is one. */
  reporter: { key: string; name: string } | null
  state: AdoptionState
  trust: AdoptionTrust
  since: string
  version: string
  perimeter: { unit: string; min: number | null; max: number | null } | null
  note: { fr: string; en: string }
  reportedOn: string
  source: SourceView | null
  /** What the organisation itself says beyond that; null when it never did. */
  detail: PublicDetail | null
}

interface AdoptionRecord extends PublicDetail {
  id: number
  slug: string
  softwareName: string
  key: string
  organisationName: string
  kind: OrganisationKind
  departement: string
  population: number | null
  operatorKey: string | null
  operatorName: string | null
  reporterKey: string | null
  reporterName: string | null
  detailOf: number | null
  state: AdoptionState
  trust: AdoptionTrust
  since: string
  version: string
  perimeterUnit: string
  perimeterMin: number | null
  perimeterMax: number | null
  noteFr: string
  noteEn: string
  reportedOn: string
  title: string | null
  url: string | null
  date: string | null
}

/**
 * What everyone may read of some adoptions. Details are joined for the rows picked and no other.
 * @param picked a query of ids; @param order of the rows, on alias `a`.
 */
export function adoptionRows({ db }: Reading, picked: SQL, order: SQL): AdoptionView[] {
  // CROSS JOIN: left to itself, SQLite reads every adoption in the order asked for and looks each one up
  // in `picked`, which takes seconds where there are a million.
  return db
    .all<AdoptionRecord>(sql`
      SELECT a.id, s.slug, s.name AS softwareName, o.key, o.name AS organisationName, o.kind,
        o.departement, o.population, p.key AS operatorKey, p.name AS operatorName,
        r.key AS reporterKey, r.name AS reporterName,
        a.state, a.trust, a.since, a.version, a.perimeter_unit AS perimeterUnit,
        a.perimeter_min AS perimeterMin, a.perimeter_max AS perimeterMax,
        a.note_fr AS noteFr, a.note_en AS noteEn, a.reported_on AS reportedOn,
        d.title, d.url, d.date,
        t.adoption_id AS detailOf, t.workstations, t.users, t.servers,
        t.school_workstations AS schoolWorkstations, t.services, t.run_by AS runBy,
        t.provider, t.replaces, t.cost_avoided AS costAvoided, t.cost_method AS costMethod,
        t.contact_wish AS contactWish,
        CASE t.contact_wish WHEN 'public' THEN t.contact_public ELSE '' END AS contactPublic,
        t.note, t.stopped_on AS stoppedOn, t.stop_reason AS stopReason, t.stop_note AS stopNote
      FROM (${picked}) picked
      CROSS JOIN adoption a ON a.id = picked.id
      JOIN software s ON s.id = a.software_id
      JOIN organisation o ON o.id = a.organisation_id
      LEFT JOIN organisation p ON p.id = a.operator_id
      LEFT JOIN organisation r ON r.id = a.reporter_id
      LEFT JOIN adoption_detail t ON t.adoption_id = a.id
      LEFT JOIN source d ON d.id = a.source_id
      ${order}`)
    .map((row) => ({
      id: row.id,
      software: { slug: row.slug, name: row.softwareName },
      organisation: {
        key: row.key,
        name: row.organisationName,
        kind: row.kind,
        departement: row.departement,
        population: row.population,
      },
      operator:
        row.operatorKey && row.operatorName
          ? { key: row.operatorKey, name: row.operatorName }
          : null,
      reporter:
        row.reporterKey && row.reporterName
          ? { key: row.reporterKey, name: row.reporterName }
          : null,
      state: row.state,
      trust: row.trust,
      since: row.since,
      version: row.version,
      perimeter: row.perimeterUnit
        ? { unit: row.perimeterUnit, min: row.perimeterMin, max: row.perimeterMax }
        : null,
      note: { fr: row.noteFr, en: row.noteEn },
      reportedOn: row.reportedOn,
      source: row.title ? { title: row.title, url: row.url ?? '', date: row.date ?? '' } : null,
      detail: row.detailOf === null ? null : detailOf(row),
    }))
}

function detailOf(row: PublicDetail): PublicDetail {
  const { workstations, users, servers, services, runBy, provider, replaces, note } = row
  const { schoolWorkstations } = row
  const { costAvoided, costMethod, contactWish, contactPublic } = row
  const { stoppedOn, stopReason, stopNote } = row
  return {
    ...{
      workstations,
      users,
      servers,
      schoolWorkstations,
      services,
      runBy,
      provider,
      replaces,
      note,
    },
    ...{ costAvoided, costMethod, contactWish, contactPublic },
    ...{ stoppedOn, stopReason, stopNote },
  }
}
