import { beforeEach, describe, expect, it } from 'vitest'
import { applicationSnapshot } from '#db/schema/applications.ts'
import { Conflict, Forbidden } from '#lib/errors.ts'
import { aCandidate, WRITING } from '#lib/testing/applications.ts'
import { aUser } from '#lib/testing/builders.ts'
import { auditOf, contentsOf } from '#lib/testing/traces.ts'
import { askForMore } from './commands/ask-for-more.ts'
import { askValidation } from './commands/ask-validation.ts'
import { openDossier } from './commands/open-dossier.ts'
import { saveAnswer } from './commands/save-answer.ts'
import { submitDossier } from './commands/submit-dossier.ts'
import { readValidation, sendBackByLink, validateByLink } from './commands/validate-by-link.ts'
import { withdrawDossier } from './commands/withdraw-dossier.ts'
import { sha256 } from './internal/content-of.ts'
import { getFileForOrganiser, readFile } from './queries.ts'

let candidate: ReturnType<typeof aCandidate>
beforeEach(() => {
  candidate = aCandidate()
})

const agent = (at?: Date) => candidate.as(candidate.agent, at)
const elected = (at?: Date) => candidate.as({ kind: 'visitor' }, at)
const submit = (at?: Date) => submitDossier(agent(at), { application: candidate.id }, WRITING)
const read = (link: { secret: string; token: string }, at?: Date) =>
  readValidation(elected(at), link)
const subjects = () => candidate.mails().map(({ to, subject }) => `${to}: ${subject}`)

describe('the word of the élu référent', () => {
  it('is asked by a mail to them alone, once nothing else is missing', () => {
    expect(() => candidate.ask()).toThrow(Conflict)
    candidate.fill()
    candidate.ask()
    expect(subjects()).toEqual([
      'elu@mairie-exemple.fr: Arles, label 2026 : votre validation est demandée',
    ])
  })

  it('is given by the link, once, and told to everyone', async () => {
    candidate.fill()
    const link = candidate.ask()
    const before = contentsOf(candidate.server)
    expect(await read(link)).toMatchObject({ elected: 'Dominique Durand' })
    expect(contentsOf(candidate.server), 'reading it validates nothing').toEqual(before)
    await validateByLink(elected(), link, WRITING)
    expect(candidate.row()).toMatchObject({ state: 'validated' })
    expect(candidate.row().validatedHash).toMatch(/^[0-9a-f]{64}$/)
    expect(candidate.mails()).toHaveLength(5)
    expect(await read(link)).toBe('validated')
    await expect(validateByLink(elected(), link, WRITING)).rejects.toThrow('déjà servi')
  })

  it('is not given by a program that makes links up, nor after thirty days', async () => {
    candidate.fill()
    const link = candidate.ask()
    const late = new Date(candidate.server.now.getTime() + 31 * 86_400_000)
    expect(await read(link, late)).toBe('expired')
    expect(await read({ ...link, secret: 'another' })).toBe('forged')
    expect(await read({ ...link, token: `${link.token.slice(0, -4)}AAAA` })).toBe('forged')
    await expect(validateByLink(elected(late), link, WRITING)).rejects.toThrow('30 jours')
    expect(candidate.row().state).toBe('draft')
  })

  it('is not given for what was changed since the link was sent', async () => {
    candidate.fill()
    const link = candidate.ask()
    candidate.answer('strategie.enjeux', { text: 'Autre chose' }, 1)
    expect(await read(link)).toBe('changed')
    await expect(validateByLink(elected(), link, WRITING)).rejects.toThrow('modifiée')
  })

  it('is not given in their place by a member who is signed in', async () => {
    candidate.fill()
    const link = candidate.ask()
    await expect(validateByLink(agent(), link, WRITING)).rejects.toThrow(Forbidden)
    expect(candidate.row().state).toBe('draft')
  })

  it('sends the dossier back with a comment, which its history keeps', async () => {
    candidate.fill()
    const link = candidate.ask()
    await expect(sendBackByLink(elected(), link, { comment: ' ' }, WRITING)).rejects.toThrow()
    await sendBackByLink(elected(), link, { comment: 'Précisez les enjeux.' }, WRITING)
    expect(candidate.row().state).toBe('draft')
    expect(await read(link)).toBe('sent-back')
    expect(candidate.mails().at(-1)?.body).toContain('Précisez les enjeux.')
  })

  it('is lost when the dossier changes afterwards: it is a draft again, and says so', async () => {
    await candidate.ready()
    expect(candidate.answer('logiciels.metier-nombre', { number: '3' })).toMatchObject({
      unvalidated: true,
    })
    expect(candidate.row()).toMatchObject({ state: 'draft', validatedAt: '', validatedHash: '' })
    expect(candidate.kinds().at(-1)).toBe('changed-after-validation')
    expect(() => submit()).toThrow(Conflict)
  })
})

describe('a submission', () => {
  it('freezes the dossier whole, with its hash, and tells everyone', async () => {
    await candidate.ready()
    const { sha256: hash } = submit()
    const stored = candidate.server.db.select().from(applicationSnapshot).all()
    expect(stored).toHaveLength(1)
    expect(sha256(stored[0]?.content ?? '')).toBe(hash)
    expect(readFile(agent(), candidate.id)).toMatchObject({
      sha256: hash,
      content: {
        edition: 2026,
        organisation: { key: 'candidate', name: 'Arles' },
        elected: { name: 'Dominique Durand' },
      },
    })
    expect(candidate.row()).toMatchObject({
      state: 'submitted',
      submittedAt: candidate.server.now.toISOString(),
    })
    expect(candidate.mails()).toHaveLength(4)
    expect(candidate.mails().every(({ body }) => body.includes(hash))).toBe(true)
    expect(auditOf(candidate.server).at(-1)).toMatchObject({ action: 'application.submitted' })
  })

  it('twice at once is one', async () => {
    await candidate.ready()
    expect(submit()).toEqual(submit())
    expect(candidate.server.db.select().from(applicationSnapshot).all()).toHaveLength(1)
    expect(candidate.kinds().filter((kind) => kind === 'submitted')).toHaveLength(1)
  })

  it('is taken until the end of the grace, to the second', async () => {
    await candidate.ready()
    expect(() => submit(new Date('2026-02-14T12:10:00.000Z'))).toThrow('délai de grâce')
    expect(candidate.row().state).toBe('validated')
    submit(new Date('2026-02-14T12:09:59.999Z'))
    expect(candidate.row().state).toBe('submitted')
  })

  it('is not changed by any program that writes to the database', async () => {
    await candidate.ready()
    submit()
    const { $client } = candidate.server.db
    const run = (sql: string) => () => $client.prepare(sql).run()
    expect(run(`UPDATE application_snapshot SET content = '{}'`)).toThrow(/append-only/)
    expect(run(`UPDATE application_snapshot SET sha256 = ''`)).toThrow(/append-only/)
    expect(
      run(`INSERT OR REPLACE INTO application_snapshot (id, application_id, created_at, content, sha256)
        SELECT id, application_id, created_at, '{}', '' FROM application_snapshot`),
    ).toThrow(/append-only/)
  })

  it('that more is asked of is changed, validated and submitted again; the first stays', async () => {
    await candidate.ready()
    const first = submit()
    const organiser = candidate.as(aUser(candidate.server, { roles: ['label-organiser'] }))
    const ask = (until: string) =>
      askForMore(organiser, { application: candidate.id, what: 'Quel budget ?', until }, WRITING)
    expect(() => ask('2026-01-14')).toThrow('until-past')
    ask('2026-03-01')
    // Long after closing.
    const at = new Date('2026-03-01T22:00:00.000Z')
    expect(() => submit(at)).toThrow(Conflict)
    const answer = { application: candidate.id, criterion: 'logiciels.metier-nombre', revision: 0 }
    saveAnswer(agent(at), { ...answer, typed: { number: '7' } })
    await validateByLink(elected(at), candidate.ask(at), WRITING)
    expect(candidate.row().state).toBe('more-requested')
    const second = submit(at)
    expect(second).not.toEqual(first)
    const kept = candidate.server.db.select().from(applicationSnapshot).all()
    expect(kept.map((item) => item.sha256)).toEqual([first.sha256, second.sha256])
    expect(getFileForOrganiser(organiser, candidate.id).file?.sha256).toBe(second.sha256)
  })

  it('is withdrawn, and taken up again while the edition is open', async () => {
    await candidate.ready()
    submit()
    withdrawDossier(agent(), { application: candidate.id }, WRITING)
    expect(candidate.row().state).toBe('withdrawn')
    expect(() => submit()).toThrow(Conflict)
    const again = { organisation: 'candidate', grid: '2026' }
    expect(() => openDossier(agent(new Date('2026-02-14T12:00:00Z')), again, WRITING)).toThrow()
    expect(openDossier(agent(), again, WRITING)).toEqual({ id: candidate.id })
    expect(candidate.row()).toMatchObject({ state: 'draft', validatedAt: '', submittedAt: '' })
  })

  it('does not exist for the self-assessment', () => {
    const { id } = openDossier(agent(), { organisation: 'candidate', grid: 'reference' }, WRITING)
    const of = { application: id }
    expect(() => submitDossier(agent(), of, WRITING)).toThrow('auto-évaluation')
    expect(() => askValidation(agent(), of, WRITING)).toThrow('auto-évaluation')
  })
})

describe('each step', () => {
  it('is in the history, in order', async () => {
    await candidate.ready()
    submit()
    expect(candidate.kinds()).toEqual([
      'opened',
      'people-changed',
      'validation-asked',
      'validated',
      'submitted',
    ])
  })
})
