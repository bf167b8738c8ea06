import { describe, expect, it } from 'vitest'
import { mailMessage } from '#db/schema/mail.ts'
import { providerMember } from '#db/schema/providers.ts'
import { Conflict, Forbidden, NotFound } from '#lib/errors.ts'
import { aProvider, aUser } from '#lib/testing/builders.ts'
import { makeTestContext } from '#lib/testing/context.ts'
import { SITE } from '#lib/testing/providers.ts'
import { changeProviderRole, removeFromProvider } from './commands/change-members.ts'
import { inviteToProvider, joinProvider } from './commands/invite-to-provider.ts'

const SECRET = 'a-secret-of-this-test-alone-of-32-letters'

function aTeam() {
  const context = makeTestContext()
  const id = aProvider(context, { slug: 'atelier' })
  const manager = aUser(context, { providerManagerOf: [id] })
  const asManager = { ...context, actor: manager }
  const invite = (email: string) =>
    inviteToProvider(
      asManager,
      'atelier',
      { email, role: 'member' },
      {
        siteUrl: SITE,
        secret: SECRET,
        locale: 'fr',
      },
    )
  const token = () => {
    const mail = context.db.select().from(mailMessage).all().at(-1)
    return mail?.body.match(/jeton=(\S+)/)?.[1] ?? ''
  }
  const roles = () =>
    Object.fromEntries(
      context.db
        .select()
        .from(providerMember)
        .all()
        .map((row) => [row.userId, row.role]),
    )
  return { context, manager, asManager, invite, token, roles }
}

describe('the members of a provider', () => {
  it('are invited by a mail that counts for its address alone, and are members once they accept', async () => {
    const { context, invite, token, roles } = aTeam()
    const invited = aUser(context)
    invite(invited.email)
    expect(roles()[invited.id]).toBeUndefined()

    await expect(
      joinProvider({ ...context, actor: aUser(context) }, token(), SECRET),
    ).rejects.toThrow(Forbidden)
    const joining = () => joinProvider({ ...context, actor: invited }, token(), SECRET)
    expect(await joining()).toEqual({ slug: 'atelier' })
    await joining()
    expect(roles()[invited.id]).toBe('member')
  })

  it('are answered alike whether an address has an account or none', () => {
    const { context, invite } = aTeam()
    invite(aUser(context).email)
    invite('personne@exemple.fr')
    const [one, other] = context.db.select().from(mailMessage).all()
    expect(one?.subject).toBe(other?.subject)
  })

  it.each([
    ['guessed', () => 'guessed', 0],
    ['15 days old', (token: string) => token, 15],
  ])('do not join by a link that is %s', async (_what, of, days) => {
    const { context, invite, token, roles } = aTeam()
    const invited = aUser(context)
    invite(invited.email)
    const now = new Date(context.now.getTime() + days * 86_400_000)
    await expect(
      joinProvider({ ...context, actor: invited, now }, of(token()), SECRET),
    ).rejects.toThrow(NotFound)
    expect(roles()[invited.id]).toBeUndefined()
  })

  it('are changed and put out by a manager, who is never the last one to go', async () => {
    const { context, manager, asManager, invite, token, roles } = aTeam()
    const other = aUser(context)
    const leave = () => removeFromProvider(asManager, 'atelier', { userId: manager.id })
    expect(leave).toThrow(Conflict)
    invite(other.email)
    await joinProvider({ ...context, actor: other }, token(), SECRET)
    expect(leave).toThrow(Conflict)

    changeProviderRole(asManager, 'atelier', { userId: other.id, role: 'manager' })
    leave()

    expect(roles()).toEqual({ [other.id]: 'manager' })
  })
})
