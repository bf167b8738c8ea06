import { application } from '#db/schema/applications.ts'
import { mailMessage } from '#db/schema/mail.ts'
import { askValidation } from '#lib/applications/commands/ask-validation.ts'
import { changePeople } from '#lib/applications/commands/change-people.ts'
import { openDossier } from '#lib/applications/commands/open-dossier.ts'
import { saveAnswer } from '#lib/applications/commands/save-answer.ts'
import { validateByLink } from '#lib/applications/commands/validate-by-link.ts'
import type { Actor, Context } from '#lib/context.ts'
import { anOrganisation, aUser, someFunctions, someTerritories } from './builders.ts'
import { makeTestContext } from './context.ts'
import { aGrid, anOpenEdition } from './label.ts'

/** Where mails lead, and what signs their links. */
export const WRITING = { siteUrl: 'https://catalogue.example.fr', secret: 'a-secret-for-tests' }

export const PEOPLE = {
  responsibleName: 'Camille Martin',
  responsibleOffice: 'Directrice du numérique',
  responsibleEmail: 'camille@mairie-exemple.fr',
  electedName: 'Dominique Durand',
  electedOffice: 'Adjoint au numérique',
  electedEmail: 'elu@mairie-exemple.fr',
  namesPublic: true,
}

/** A commune with a dossier of an open edition, and two agents who fill it. */
export function aCandidate(server: Context = makeTestContext()) {
  someTerritories(server)
  someFunctions(server)
  aGrid(server, 'reference')
  const year = anOpenEdition(server)
  const organisationId = anOrganisation(server, { key: 'candidate', name: 'Arles' })
  const agent = aUser(server, { memberOf: [organisationId], name: 'Camille' })
  const colleague = aUser(server, { memberOf: [organisationId], name: 'Sacha' })
  const as = (actor: Actor, at = server.now): Context => ({ ...server, actor, now: at })
  const { id } = openDossier(as(agent), { organisation: 'candidate', grid: String(year) }, WRITING)
  server.db.delete(mailMessage).run()
  const row = () => server.db.select().from(application).get() as typeof application.$inferSelect
  const mails = () =>
    server.db
      .select()
      .from(mailMessage)
      .all()
      .map(({ recipient, subject, body }) => ({ to: recipient, subject, body }))
  const answer = (criterion: string, typed: Record<string, string>, revision = 0, who = agent) =>
    saveAnswer(as(who), { application: id, criterion, revision, typed })
  /** Named people, and the one answer that is required. */
  const fill = () => {
    changePeople(as(agent), { application: id, revision: row().revision, ...PEOPLE })
    answer('strategie.enjeux', { text: 'Maîtriser nos données.' })
  }
  /** The link of the last mail to the élu. */
  const link = () => ({
    secret: WRITING.secret,
    token:
      mails()
        .at(-1)
        ?.body.match(/lien=(\S+)/)?.[1] ?? '',
  })
  const ask = (at = server.now) => {
    askValidation(as(agent, at), { application: id }, WRITING)
    return link()
  }
  /** All that a submission needs. */
  const ready = async () => {
    fill()
    await validateByLink(as({ kind: 'visitor' }), ask(), WRITING)
    server.db.delete(mailMessage).run()
  }
  const kinds = () =>
    server.db.$client
      .prepare('SELECT kind FROM application_event ORDER BY id')
      .pluck()
      .all() as string[]
  return {
    ...{ server, id, year, organisationId, agent, colleague, as, row, mails },
    ...{ answer, fill, ask, ready, kinds },
  }
}
