import { describe, expect, it } from 'vitest'
import { openDatabase } from '#db/client.ts'
import { importJob } from '#db/schema/adoption-life.ts'
import { mailMessage } from '#db/schema/mail.ts'
import { ageAdoptions } from '#lib/adoptions/commands/age-adoptions.ts'
import {
  changeAdoption,
  endAdoption,
  reopenAdoption,
} from '#lib/adoptions/commands/change-adoption.ts'
import { confirmAdoptions } from '#lib/adoptions/commands/confirm-adoptions.ts'
import { contestAdoption } from '#lib/adoptions/commands/contest-adoption.ts'
import { declareAdoption } from '#lib/adoptions/commands/declare-adoption.ts'
import { rebuildFigures } from '#lib/adoptions/commands/figures.ts'
import { reconfirmByLink } from '#lib/adoptions/commands/reconfirm-by-link.ts'
import { reportAdoptions } from '#lib/adoptions/commands/report-adoptions.ts'
import {
  decideImportLines,
  dropImport,
  startImport,
} from '#lib/adoptions/commands/settle-import.ts'
import { uploadList } from '#lib/adoptions/commands/upload-list.ts'
import { writeTestimonial } from '#lib/adoptions/commands/write-testimonial.ts'
import { writeToUser } from '#lib/adoptions/commands/write-to-user.ts'
import {
  getImport,
  getImportProgress,
  getUploadPlace,
  listImportErrors,
  listImportLines,
} from '#lib/adoptions/import-queries.ts'
import { adoptionLife } from '#lib/adoptions/life-query.ts'
import { readAudit, searchAudit } from '#lib/audit-log/queries.ts'
import { auditFilters } from '#lib/audit-log/schema.ts'
import type { Actor, Context, UserActor } from '#lib/context.ts'
import { Forbidden, SignInNeeded } from '#lib/errors.ts'
import { loadReferenceGrid } from '#lib/label/commands/load-grid.ts'
import { freshenCase } from '#lib/listings/commands/settle-listing.ts'
import { mergeSoftware, proposeMerge } from '#lib/moderation/commands/merge-software.ts'
import { proposeSoftware } from '#lib/moderation/commands/propose-software.ts'
import { settleCase } from '#lib/moderation/commands/settle-case.ts'
import { askForSoftware, settleSoftwareRequest } from '#lib/moderation/commands.ts'
import { getCase } from '#lib/moderation/get-case.ts'
import { previewMerge } from '#lib/moderation/merge-preview.ts'
import { listSoftwareRequests } from '#lib/moderation/queries.ts'
import { countWaiting, listQueue } from '#lib/moderation/queue-queries.ts'
import { queueFilters } from '#lib/moderation/schema.ts'
import { loadOrganisations } from '#lib/organisations/commands.ts'
import { loadPublishers } from '#lib/publishers/commands.ts'
import { loadSynonyms } from '#lib/search/commands.ts'
import { importSoftware } from '#lib/software/commands/import-software.ts'
import { loadFunctions } from '#lib/software/commands/load-functions.ts'
import {
  anAdoption,
  anOrganisation,
  aProvider,
  aPublisher,
  aSoftware,
  aUser,
  publisherIdOf,
  SOURCE,
  someFunctions,
  someTerritories,
} from '#lib/testing/builders.ts'
import { makeTestContext } from '#lib/testing/context.ts'
import { aTownsReading, forgeOf } from '#lib/testing/listings.ts'
import { contentsOf } from '#lib/testing/traces.ts'
import { callsOfBadges } from '#lib/testing/walk/badges.ts'
import { callsOfCompare } from '#lib/testing/walk/compare.ts'
import { aSubmittedDossier, callsOfDossier } from '#lib/testing/walk/dossier.ts'
import { callsOfEditions } from '#lib/testing/walk/editions.ts'
import { callsOfEvidence } from '#lib/testing/walk/evidence.ts'
import { callsOfForge } from '#lib/testing/walk/forge.ts'
import { callsOfJury } from '#lib/testing/walk/jury.ts'
import { callsOfListings } from '#lib/testing/walk/listings.ts'
import { callsOfNames } from '#lib/testing/walk/names.ts'
import { aNeedWithCall, callsOfNeeds } from '#lib/testing/walk/needs.ts'
import { callsOfProgress } from '#lib/testing/walk/progress.ts'
import { callsOfProvenance } from '#lib/testing/walk/provenance.ts'
import { callsOfProviders } from '#lib/testing/walk/providers.ts'
import { callsOfPublishers } from '#lib/testing/walk/publishers.ts'
import { acceptInvitation } from './commands/accept-invitation.ts'
import { changeMemberRole, leaveOrganisation, removeMember } from './commands/change-members.ts'
import {
  enrolMember,
  grantRole,
  listRoles,
  revokeRole,
  verifyDomain,
} from './commands/grant-role.ts'
import { inviteMember } from './commands/invite.ts'
import { askToJoin } from './commands/join.ts'
import {
  changeProfile,
  deleteAccount,
  endOtherSessions,
  endSession,
} from './commands/my-account.ts'
import { listDomains, removeDomain } from './commands/remove-domain.ts'
import { membersOfOrganisation } from './member-queries.ts'
import { myJoinRequests, myOrganisations } from './my-account.ts'
import { may, OVERALL_ROLES, RIGHTS, type Right } from './rules/rights.ts'

const KEY = '210100012'
const WHY = 'Parce que c’est ainsi.'
const SLUGS = { fromSlug: 'autre', intoSlug: 'openexemple' }
const WRITING = { siteUrl: 'https://catalogue.example.fr', locale: 'fr' } as const
const NOBODY = 'nobody@mairie-exemple.fr'

/** A catalogue in which every command has something to do, as bytes: each call has one of its own. */
function aWorld() {
  const server = makeTestContext()
  someTerritories(server)
  someFunctions(server)
  const software = aSoftware(server)
  aSoftware(server, { slug: 'autre', name: 'Autre' })
  const here = anOrganisation(server, { key: KEY, siren: KEY })
  const elsewhere = anOrganisation(server)
  reportAdoptions(server, [anAdoption(software, here)])
  const { reference } = askForSoftware(server, { asked: 'Un outil', need: 'Un besoin' })
  const asking = aUser(server)
  askToJoin({ ...server, actor: asking }, { organisation: KEY, role: 'member', message: '' })
  const colleague = aUser(server, { managerOf: [here] })
  const publisher = publisherIdOf(server)
  aPublisher(server, { slug: 'autre-editeur', name: 'Autre éditeur' })
  const otherPublisher = publisherIdOf(server, 'autre-editeur')
  const provider = aProvider(server, { slug: 'prestataire' })
  const otherProvider = aProvider(server)
  const actors: Record<string, Actor> = {
    'a visitor': { kind: 'visitor' },
    'a user': aUser(server),
    'a member of another organisation': aUser(server, { memberOf: [elsewhere] }),
    'a manager of another organisation': aUser(server, { managerOf: [elsewhere] }),
    'a member': aUser(server, { memberOf: [here] }),
    'a manager': aUser(server, { managerOf: [here] }),
    'a member of the publisher': aUser(server, { publisherMemberOf: [publisher] }),
    'a manager of the publisher': aUser(server, { publisherManagerOf: [publisher] }),
    'a manager of another publisher': aUser(server, { publisherManagerOf: [otherPublisher] }),
    'a member of the provider': aUser(server, { providerMemberOf: [provider] }),
    'a manager of the provider': aUser(server, { providerManagerOf: [provider] }),
    'a manager of another provider': aUser(server, { providerManagerOf: [otherProvider] }),
    ...Object.fromEntries(OVERALL_ROLES.map((role) => [role, aUser(server, { roles: [role] })])),
    'the server': server.actor,
  }
  const dossier = aSubmittedDossier(server, here)
  const needs = aNeedWithCall({ ...server, actor: colleague }, KEY)
  server.db.delete(mailMessage).run()
  const list = (kind: 'own' | 'report') => {
    const at = server.now.toISOString()
    const row = { kind, organisationId: here, fileName: 'liste.csv', state: 'ready' as const }
    return server.db
      .insert(importJob)
      .values({ ...row, summary: {}, createdAt: at, updatedAt: at })
      .returning({ id: importJob.id })
      .get().id
  }
  return {
    dossier,
    needs,
    ownList: list('own'),
    report: list('report'),
    bytes: server.db.$client.serialize(),
    now: server.now,
    here,
    publisher,
    provider,
    reference,
    colleague,
    actors,
  }
}

const world = aWorld()
const { here, publisher, provider, reference, colleague, dossier, needs, ownList, report } = world

type Call = (context: Context) => unknown

/** What is done with a list of one's own software, or with a report on others. */
function callsOfLists(id: number, kind: 'own' | 'report'): Call[] {
  const file = Buffer.from('SIREN;Logiciel')
  const upload = { kind, organisation: KEY, software: '', runs: false, fileName: 'l.csv', file }
  return [
    (context) => uploadList(context, upload),
    (context) => getImport(context, id),
    (context) => getImportProgress(context, id),
    (context) => listImportLines(context, id, { statuses: ['matched'], page: 1 }),
    (context) => listImportErrors(context, id),
    (context) => decideImportLines(context, { id, choices: [] }),
    (context) => startImport(context, { id, state: 'production' }),
    (context) => dropImport(context, { id }),
    ...(kind === 'own' ? [(context: Context) => getUploadPlace(context, KEY)] : []),
  ]
}

/**
 * For each right, every command and query that asks it, with something sound to do. A right without a
 * call is not walked: whoever adds a command adds it here.
 */
const CALLS = {
  ...callsOfBadges(),
  ...callsOfCompare(),
  ...callsOfPublishers(),
  'data.load': [
    (context) => loadReferenceGrid(context, { grid: {}, schemes: [] }),
    rebuildFigures,
    (context) => importSoftware(context, []),
    (context) => loadFunctions(context, []),
    (context) => loadPublishers(context, []),
    (context) => loadSynonyms(context, []),
    (context) => loadOrganisations(context, [], SOURCE),
    (context) => reportAdoptions(context, []),
  ],
  'software-request.ask': [(context) => askForSoftware(context, { asked: 'Autre chose' })],
  'software-request.read': [listSoftwareRequests],
  'software-request.settle': [(context) => settleSoftwareRequest(context, reference)],

  'account.read': [myOrganisations, myJoinRequests],
  'account.change': [
    (context) => changeProfile(context, { name: 'Nom', language: 'fr' }),
    (context) => endSession(context, 'none'),
    (context) => endOtherSessions(context, 'none'),
  ],
  'account.delete': [(context) => deleteAccount(context, { confirmation: 'SUPPRIMER' })],
  'organisation.join': [
    (context) => askToJoin(context, { organisation: KEY, role: 'member', message: '' }),
  ],
  'organisation.leave': [(context) => leaveOrganisation(context, { key: KEY })],
  'invitation.accept': [(context) => acceptInvitation(context, 'none')],
  'member.read': [(context) => membersOfOrganisation(context, KEY)],
  'member.invite': [
    (context) => inviteMember(context, { ...WRITING, key: KEY }, { email: NOBODY, role: 'member' }),
  ],
  'member.remove': [(context) => removeMember(context, { key: KEY, userId: colleague.id })],
  'member.change-role': [
    (context) => changeMemberRole(context, { key: KEY, userId: colleague.id, role: 'member' }),
  ],

  'adoption.declare': [
    (context) =>
      declareAdoption(context, { organisation: KEY, software: 'autre', state: 'production' }),
  ],
  'adoption.change': [
    (context) => changeAdoption(context, { adoption: '1', revision: '1', state: 'pilot' }),
    (context) => endAdoption(context, { adoption: '1', revision: '1', stopReason: 'cost' }),
    (context) => reopenAdoption(context, { adoption: '1', revision: '1', state: 'pilot' }),
    (context) => confirmAdoptions(context, { organisationId: here, adoptions: '' }),
  ],
  'adoption.contest': [(context) => contestAdoption(context, { adoption: '1', reason: WHY })],
  'adoption.read-history': [(context) => adoptionLife(context, 1)],
  'adoption.reconfirm-by-link': [
    (context) => reconfirmByLink(context, { secret: 'secret', token: 'none' }),
  ],
  'adoption.age': [
    (context) => ageAdoptions(context, { siteUrl: WRITING.siteUrl, secret: 'secret' }),
  ],
  // The branch of imports has their commands.
  'adoptions.import': callsOfLists(ownList, 'own'),
  'adoptions.report': callsOfLists(report, 'report'),
  'software.propose': [
    (context) =>
      proposeSoftware(context, {
        organisation: KEY,
        name: 'openAbsent',
        what: 'Tient les absences',
        declaration: { state: 'production' },
      }),
  ],
  'testimonial.write': [
    (context) =>
      writeTestimonial(context, { adoptionId: '1', body: 'Bien. '.repeat(20), locale: 'fr' }),
  ],
  'relay.write': [
    (context) =>
      writeToUser(
        context,
        { adoptionId: '1', from: KEY, message: 'Bonjour. '.repeat(10) },
        WRITING,
      ),
  ],

  ...callsOfDossier({ organisation: KEY, grid: '2026', ...dossier }),
  ...callsOfJury(),
  'label.edit-edition': callsOfEditions(),

  'moderation.read': [
    (context) => listQueue(context, queueFilters.parse({})),
    countWaiting,
    (context) => getCase(context, 1),
  ],
  ...callsOfListings(),
  'moderation.settle': [
    (context) => freshenCase(context, 1, forgeOf(aTownsReading())),
    (context) => settleCase(context, { caseId: 1, accepted: false, reason: WHY }),
  ],
  'software.merge': [
    (context) => previewMerge(context, SLUGS),
    (context) => proposeMerge(context, { ...SLUGS, why: WHY }),
    (context) => mergeSoftware(context, { ...SLUGS, why: WHY }),
  ],
  'domain.verify': [
    listDomains,
    (context) => verifyDomain(context, { domain: 'mairie-exemple.fr', key: KEY }),
    (context) => removeDomain(context, { domain: 'mairie-exemple.fr', key: KEY }),
    (context) => enrolMember(context, { email: NOBODY, key: KEY, role: 'member' }),
  ],
  'role.grant': [
    listRoles,
    (context) => grantRole(context, { email: NOBODY, role: 'juror' }),
    (context) => revokeRole(context, { email: colleague.email, role: 'juror' }),
  ],
  'audit.read': [
    (context) => searchAudit(context, auditFilters.parse({})),
    (context) => readAudit(context, auditFilters.parse({})),
  ],

  ...callsOfEvidence(KEY),
  ...callsOfProgress(KEY),
  ...callsOfProvenance('autre'),
  ...callsOfNeeds(KEY, needs),
  ...callsOfProviders(KEY),
  ...callsOfNames(),
  ...callsOfForge(),
} satisfies Record<Right, Call[]>

/** Whether it is the table of rights that refused, not a rule of the domain further on. */
const isRefusal = (error: unknown): boolean =>
  error instanceof SignInNeeded ||
  (error instanceof Forbidden && error.message.startsWith('Vous n’avez pas le droit de faire cela'))

describe.each(Object.keys(RIGHTS) as Right[])('%s', (right) => {
  const calls: readonly Call[] = CALLS[right]
  it.each(Object.keys(world.actors))('is what the table says for %s', async (who) => {
    const actor = world.actors[who] as Actor
    const allowed = may(actor as UserActor, right, {
      organisation: here,
      publisher,
      provider,
    })
    for (const [at, call] of calls.entries()) {
      const context: Context = { db: openDatabase(world.bytes), actor, now: world.now }
      const before = allowed ? undefined : contentsOf(context)
      let refused = false
      try {
        await call(context)
      } catch (error) {
        refused = isRefusal(error)
      }
      expect(refused, `call ${at + 1}`).toBe(!allowed)
      if (before) expect(contentsOf(context), `call ${at + 1}`).toEqual(before)
      context.db.$client.close()
    }
  })
})

it('is walked for every right that a command asks', () => {
  const unwalked = (Object.keys(RIGHTS) as Right[]).filter((right) => CALLS[right].length === 0)
  expect(unwalked).toEqual([])
})
