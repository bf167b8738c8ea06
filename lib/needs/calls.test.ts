import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { mailMessage } from '#db/schema/mail.ts'
import { readKept } from '#lib/applications/documents/folder.ts'
import type { Context } from '#lib/context.ts'
import { anOrganisation, aUser, someFunctions } from '#lib/testing/builders.ts'
import { makeTestContext } from '#lib/testing/context.ts'
import { askNeed } from './commands/ask-need.ts'
import { joinCall, leaveCall } from './commands/join-call.ts'
import { joinNeed } from './commands/join-need.ts'
import { changeCall, openCall } from './commands/open-call.ts'
import { attachSpecification, settleCall } from './commands/settle-call.ts'
import { getCall, getNeed, specificationOf } from './queries.ts'

const SITE = { siteUrl: 'https://catalogue.example.fr' }
const TEXT = 'Un module de tirage au sort, libre, pour toutes les communes du ressort.'
const CALL = {
  title: 'Financer le tirage au sort',
  body: TEXT,
  target: '30 000',
  deadline: '2026-03-31',
  specificationUrl: 'https://example.org/cahier.pdf',
}

/** Arles asks and leads; Aix shares the need; Apt looks on. */
function aNeed() {
  const server = makeTestContext()
  someFunctions(server)
  const town = (key: string, name: string) => {
    const id = anOrganisation(server, { key, siren: null, name, population: 10_000 })
    const email = `${name.toLowerCase()}@example.fr`
    const context: Context = { ...server, actor: aUser(server, { memberOf: [id], email }) }
    return { key, id, context }
  }
  const [arles, aix, apt] = [
    town('insee-1', 'Arles'),
    town('insee-2', 'Aix'),
    town('insee-3', 'Apt'),
  ] as const
  const { id } = askNeed(arles.context, {
    organisation: arles.key,
    function: 'jury-assises',
    title: 'Tirer au sort les jurés',
    body: TEXT,
  })
  joinNeed(aix.context, id, { organisation: aix.key })
  const open = (input: Record<string, unknown> = CALL) =>
    openCall(arles.context, { need: id, organisation: arles.key }, input, SITE).id
  return { server, arles, aix, apt, id, open }
}

const mailsOf = ({ db }: Pick<Context, 'db'>) =>
  db
    .select({ to: mailMessage.recipient, subject: mailMessage.subject, body: mailMessage.body })
    .from(mailMessage)
    .all()

describe('a call for pooling', () => {
  it('gathers a need: its lead takes part, and who shares the need is told', () => {
    const { server, id, open, aix } = aNeed()

    const call = open()

    expect(getCall(server, id, call)).toMatchObject({
      title: 'Financer le tirage au sort',
      lead: { key: 'insee-1' },
      target: 30_000,
      deadline: '2026-03-31',
      takesParts: true,
      specification: { url: 'https://example.org/cahier.pdf', fileName: '' },
      state: 'open',
      parts: [{ organisation: { key: 'insee-1' }, amount: null }],
    })
    expect(getNeed(server, id)?.calls).toEqual([
      { id: call, title: CALL.title, state: 'open', deadline: '2026-03-31' },
    ])
    const [mail] = mailsOf(server)
    expect(mail).toMatchObject({
      to: aix.context.actor.kind === 'user' ? aix.context.actor.email : '',
      subject: 'Appel à mutualisation : Financer le tirage au sort',
    })
    expect(mail?.body).toContain(`${SITE.siteUrl}/besoins/${id}/appels/${call}`)
  })

  it('is joined by a second organisation with what it puts in, which its lead hears of', () => {
    const { server, apt, id, open } = aNeed()
    const call = open()

    expect(joinCall(apt.context, call, { organisation: apt.key, amount: '4000' }, SITE)).toEqual({
      joined: 'new',
    })

    expect(getCall(server, id, call)?.reach).toMatchObject({ organisations: 2, amount: 4_000 })
    // Who pays for it needs it.
    expect(getNeed(server, id)?.reach.organisations).toBe(3)
    expect(mailsOf(server).at(-1)).toMatchObject({
      to: 'arles@example.fr',
      subject: 'Un organisme rejoint votre appel : Financer le tirage au sort',
    })
    joinCall(apt.context, call, { organisation: apt.key, amount: '5000' }, SITE)
    expect(mailsOf(server)).toHaveLength(2)
  })

  it('is left while it is open, but not by its lead', () => {
    const { server, arles, apt, id, open } = aNeed()
    const call = open()
    joinCall(apt.context, call, { organisation: apt.key }, SITE)

    leaveCall(apt.context, call, apt.key)

    expect(getCall(server, id, call)?.reach.organisations).toBe(1)
    expect(() => leaveCall(arles.context, call, arles.key)).toThrow(/abandonné/)
  })

  it('takes parts to the end of its last day in Paris', () => {
    const { apt, open } = aNeed()
    const call = open()
    const at = (now: string) => ({ ...apt.context, now: new Date(now) })
    const join = (context: Context) => joinCall(context, call, { organisation: apt.key }, SITE)

    // 31 March 2026 ends at 22:00 UTC: summer time began on the 29th.
    expect(join(at('2026-03-31T21:59:59Z'))).toEqual({ joined: 'new' })
    expect(() => join(at('2026-03-31T22:00:00Z'))).toThrow(
      expect.objectContaining({ code: 'conflict' }),
    )
  })

  it('does not open on a day that has passed, or with an address that is none', () => {
    const { open } = aNeed()

    expect(() => open({ ...CALL, deadline: '2026-01-14' })).toThrow(/deadline-past/)
    expect(() => open({ ...CALL, deadline: '31/03/2026' })).toThrow(/deadline-wrong/)
    expect(() => open({ ...CALL, specificationUrl: 'javascript:alert(1)' })).toThrow(
      /address-wrong/,
    )
  })

  it('is changed and settled by its lead alone; who takes part is told', () => {
    const { server, arles, apt, id, open } = aNeed()
    const call = open()
    joinCall(apt.context, call, { organisation: apt.key }, SITE)

    expect(() => settleCall(apt.context, call, { state: 'funded' }, SITE)).toThrow(
      expect.objectContaining({ code: 'forbidden' }),
    )
    expect(() => changeCall(apt.context, call, CALL)).toThrow(
      expect.objectContaining({ code: 'forbidden' }),
    )
    expect(() => settleCall(arles.context, call, { state: 'delivered' }, SITE)).toThrow(
      /outcome-missing/,
    )
    settleCall(
      arles.context,
      call,
      { state: 'delivered', outcome: 'Livré et publié.', outcomeUrl: 'https://example.org/code' },
      SITE,
    )

    expect(getCall(server, id, call)).toMatchObject({
      state: 'delivered',
      outcome: 'Livré et publié.',
      outcomeUrl: 'https://example.org/code',
      takesParts: false,
    })
    expect(mailsOf(server).at(-1)).toMatchObject({
      to: 'apt@example.fr',
      subject: 'Appel abouti : Financer le tirage au sort',
    })
  })

  describe('with its specification', () => {
    let folder = ''
    beforeEach(() => {
      folder = mkdtempSync(path.join(tmpdir(), 'cahier-'))
    })
    afterEach(() => rmSync(folder, { recursive: true, force: true }))
    const pdf = (text: string) => Buffer.from(`%PDF-1.4\n% ${text}\n%%EOF\n`)

    it('keeps the last file, under its name', async () => {
      const { server, arles, id, open } = aNeed()
      const call = open()

      await attachSpecification(
        arles.context,
        call,
        { fileName: 'cahier.pdf', bytes: pdf('un') },
        folder,
      )
      await attachSpecification(
        arles.context,
        call,
        { fileName: 'cahier-2.pdf', bytes: pdf('deux') },
        folder,
      )

      const kept = specificationOf(server, id, call)
      expect(kept?.fileName).toBe('cahier-2.pdf')
      expect(readKept(folder, kept?.storedAs ?? '')?.toString()).toContain('deux')
      expect(readdirSync(folder)).toHaveLength(1)
    })

    it('takes no program that is called a PDF, and nothing from others', async () => {
      const { arles, apt, open } = aNeed()
      const call = open()
      const program = { fileName: 'cahier.pdf', bytes: Buffer.from('MZ\u0090\u0000 not a pdf') }

      await expect(attachSpecification(arles.context, call, program, folder)).rejects.toThrow(
        /file-content/,
      )
      await expect(
        attachSpecification(apt.context, call, { fileName: 'c.pdf', bytes: pdf('x') }, folder),
      ).rejects.toThrow(expect.objectContaining({ code: 'forbidden' }))
      expect(readdirSync(folder)).toEqual([])
    })
  })
})
