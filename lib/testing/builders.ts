import { eq } from 'drizzle-orm'
import { membership, user, userRole } from '#db/schema/accounts.ts'
import { organisation } from '#db/schema/organisations.ts'
import { provider, providerMember } from '#db/schema/providers.ts'
import { publisherMember } from '#db/schema/publishers.ts'
import { publisher, software } from '#db/schema/software.ts'
import type { MemberRole, OverallRole } from '#lib/accounts/rules/rights.ts'
import type { AdoptionInput } from '#lib/adoptions/commands/report-adoptions.ts'
import type { Context, UserActor } from '#lib/context.ts'
import {
  loadOrganisations,
  loadTerritories,
  type OrganisationInput,
} from '#lib/organisations/commands.ts'
import { loadPublishers, type PublisherInput } from '#lib/publishers/commands.ts'
import { importSoftware } from '#lib/software/commands/import-software.ts'
import { loadFunctions } from '#lib/software/commands/load-functions.ts'

let counter = 0

/** A SIREN nobody else in the run has, with its right key. */
export function aSiren(): string {
  counter++
  const head = `90${String(counter).padStart(6, '0')}`
  let sum = 0
  for (let index = 0; index < 8; index++) {
    const digit = Number(head[index]) * (index % 2 === 1 ? 2 : 1)
    sum += digit > 9 ? digit - 9 : digit
  }
  return `${head}${(10 - (sum % 10)) % 10}`
}

export const SOURCE = {
  title: 'Document de test',
  url: 'https://source.example.org/document',
  date: '2024',
}

/** Two régions and three départements: enough for every test of places. */
export function someTerritories(context: Context): void {
  loadTerritories(context, {
    regions: [
      { code: '93', name: 'Provence-Alpes-Côte d’Azur', zone: 'metro' },
      { code: '53', name: 'Bretagne', zone: 'metro' },
    ],
    departements: [
      { code: '13', name: 'Bouches-du-Rhône', zone: 'metro', region: '93' },
      { code: '84', name: 'Vaucluse', zone: 'metro', region: '93' },
      { code: '35', name: 'Ille-et-Vilaine', zone: 'metro', region: '53' },
    ],
  })
}

/** A commune of the Bouches-du-Rhône, unless told otherwise. */
export function anOrganisationInput(overrides: Partial<OrganisationInput> = {}): OrganisationInput {
  const siren = overrides.siren === undefined ? aSiren() : overrides.siren
  counter++
  return {
    key: siren ?? `insee-${counter}`,
    siren,
    insee: `13${String(counter).padStart(3, '0')}`,
    kind: 'commune',
    form: '',
    name: `Commune ${counter}`,
    departement: '13',
    region: '93',
    epci: null,
    population: 5_000,
    postcodes: [],
    aliases: [],
    ...overrides,
  }
}

/** The same, loaded. @returns its id. */
export function anOrganisation(
  context: Context,
  overrides: Partial<OrganisationInput> = {},
): number {
  const input = anOrganisationInput(overrides)
  loadOrganisations(context, [input], SOURCE)
  const row = context.db
    .select({ id: organisation.id })
    .from(organisation)
    .where(eq(organisation.key, input.key))
    .get()
  if (!row) throw new Error('the organisation was not loaded')
  return row.id
}

/** Two groups of two functions each, one of them for no software. */
export function someFunctions(context: Context): void {
  const leaf = (slug: string, fr: string, synonyms: string[] = []) => ({
    slug,
    name: { fr, en: slug },
    summary: { fr: `Résumé ${fr}`, en: `Summary ${slug}` },
    synonyms: { fr: synonyms, en: [] },
  })
  loadFunctions(context, [
    {
      slug: 'elections',
      name: { fr: 'Élections', en: 'Elections' },
      business: true,
      functions: [
        leaf('listes-electorales', 'Listes électorales', ['élections', 'REU']),
        leaf('jury-assises', 'Jurys d’assises'),
      ],
    },
    {
      slug: 'infrastructure',
      name: { fr: 'Infrastructure', en: 'Infrastructure' },
      business: false,
      functions: [leaf('supervision', 'Supervision'), leaf('sauvegarde', 'Sauvegarde')],
    },
  ])
}

/** A sound entry as a person would type it; change it to see what the import says. */
export function anEntry(overrides: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    slug: 'openexemple',
    name: 'openExemple',
    publisher: 'editeur-exemple',
    licence: 'AGPL-3.0-or-later',
    functions: ['listes-electorales'],
    platforms: ['web'],
    summary: { fr: 'Tient les listes électorales', en: 'Keeps the electoral rolls' },
    description: { fr: 'Description. '.repeat(10), en: 'Description. '.repeat(10) },
    sources: [
      {
        id: 's1',
        title: 'Dépôt du projet',
        url: 'https://forge.example.org/openexemple',
        date: '2024-05',
        covers: ['name', 'publisher', 'licence', 'functions'],
      },
    ],
    ...overrides,
  }
}

/** The publisher of every entry, unless told otherwise. */
export function aPublisher(context: Context, overrides: Partial<PublisherInput> = {}): void {
  loadPublishers(context, [
    {
      slug: 'editeur-exemple',
      name: 'Éditeur Exemple',
      kind: 'community',
      summary: { fr: 'Un éditeur', en: 'A publisher' },
      source: SOURCE,
      ...overrides,
    },
  ])
}

/**
 * Imports a sound entry, with its publisher where it is the usual one. Needs someFunctions().
 * @returns its id.
 */
export function aSoftware(context: Context, overrides: Record<string, unknown> = {}): number {
  if (overrides.publisher === undefined) aPublisher(context)
  const entry = anEntry(overrides)
  const slug = String(entry.slug)
  const report = importSoftware(context, [{ slug, entry }])
  const [skipped] = report.skipped
  if (skipped) throw new Error(skipped.reasons.join('; '))
  const row = context.db
    .select({ id: software.id })
    .from(software)
    .where(eq(software.slug, slug))
    .get()
  if (!row) throw new Error('the software was not imported')
  return row.id
}

/** A reported use in production, of a documented source. */
export function anAdoption(
  softwareId: number,
  organisationId: number,
  overrides: Partial<AdoptionInput> = {},
): AdoptionInput {
  return {
    softwareId,
    organisationId,
    state: 'production',
    trust: 'reported',
    since: '2019',
    version: '',
    perimeterUnit: '',
    perimeterMin: null,
    perimeterMax: null,
    operatorId: null,
    noteFr: '',
    noteEn: '',
    reportedOn: '2024-05',
    source: SOURCE,
    ...overrides,
  }
}

/**
 * A user with an account of their own.
 * @returns who they are: give it to a context as its actor.
 */
export function aUser(
  context: Context,
  options: {
    email?: string
    name?: string
    roles?: readonly OverallRole[]
    memberOf?: readonly number[]
    managerOf?: readonly number[]
    /** Ids of publishers. */
    publisherMemberOf?: readonly number[]
    publisherManagerOf?: readonly number[]
    /** Ids of providers. */
    providerMemberOf?: readonly number[]
    providerManagerOf?: readonly number[]
  } = {},
): UserActor {
  counter++
  const id = `user-${counter}`
  const { email = `agent${counter}@mairie-exemple.fr`, name = '', roles = [] } = options
  const at = context.now
  const createdAt = at.toISOString()
  context.db
    .insert(user)
    .values({ id, email, name, emailVerified: true, createdAt: at, updatedAt: at })
    .run()
  for (const role of roles)
    context.db.insert(userRole).values({ userId: id, role, createdAt }).run()
  const memberships: Array<{ organisationId: number; role: MemberRole }> = [
    ...(options.memberOf ?? []).map((organisationId) => ({
      organisationId,
      role: 'member' as const,
    })),
    ...(options.managerOf ?? []).map((organisationId) => ({
      organisationId,
      role: 'manager' as const,
    })),
  ]
  for (const row of memberships) {
    context.db
      .insert(membership)
      .values({ ...row, userId: id, how: 'server', createdAt })
      .run()
  }
  const publishers = [
    ...(options.publisherMemberOf ?? []).map((publisherId) => ({
      publisherId,
      role: 'member' as const,
    })),
    ...(options.publisherManagerOf ?? []).map((publisherId) => ({
      publisherId,
      role: 'manager' as const,
    })),
  ]
  for (const row of publishers) {
    context.db
      .insert(publisherMember)
      .values({ ...row, userId: id, how: 'server', createdAt })
      .run()
  }
  const providers = [
    ...(options.providerMemberOf ?? []).map((providerId) => ({
      providerId,
      role: 'member' as const,
    })),
    ...(options.providerManagerOf ?? []).map((providerId) => ({
      providerId,
      role: 'manager' as const,
    })),
  ]
  for (const row of providers) {
    context.db
      .insert(providerMember)
      .values({ ...row, userId: id, createdAt })
      .run()
  }
  return { kind: 'user', id, email, name, roles, memberships, publishers, providers }
}

/** The id of a publisher by its slug, the usual one unless told otherwise. */
export function publisherIdOf(context: Context, slug = 'editeur-exemple'): number {
  const row = context.db
    .select({ id: publisher.id })
    .from(publisher)
    .where(eq(publisher.slug, slug))
    .get()
  if (!row) throw new Error(`no publisher ${slug}`)
  return row.id
}

/** A provider that everyone sees, unless told otherwise. @returns its id. */
export function aProvider(
  context: Context,
  overrides: Partial<typeof provider.$inferInsert> = {},
): number {
  counter++
  const name = overrides.name ?? `Prestataire ${counter}`
  const at = context.now.toISOString()
  return context.db
    .insert(provider)
    .values({
      slug: `prestataire-${counter}`,
      name,
      nameKey: name.toLowerCase(),
      kind: 'company',
      siren: aSiren(),
      summaryFr: 'Un prestataire',
      state: 'published',
      createdAt: at,
      updatedAt: at,
      ...overrides,
    })
    .returning({ id: provider.id })
    .get().id
}
