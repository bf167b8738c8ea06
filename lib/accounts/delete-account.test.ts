import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { adoptionDetail } from '#db/schema/adoption-life.ts'
import { adoption } from '#db/schema/adoptions.ts'
import { organisation } from '#db/schema/organisations.ts'
import { inTransaction } from '#db/transaction.ts'
import { declareIn } from '#lib/adoptions/commands/declare-in.ts'
import type { Context } from '#lib/context.ts'
import { Conflict } from '#lib/errors.ts'
import { queueMail } from '#lib/mail/commands.ts'
import {
  anOrganisation,
  aSoftware,
  aUser,
  someFunctions,
  someTerritories,
} from '#lib/testing/builders.ts'
import { makeTestContext } from '#lib/testing/context.ts'
import { contentsOf } from '#lib/testing/traces.ts'
import { grantRole, revokeRole } from './commands/grant-role.ts'
import { askToJoin } from './commands/join.ts'
import { changeProfile, deleteAccount } from './commands/my-account.ts'
import { myData } from './my-account.ts'

const confirmed = { confirmation: 'supprimer' }

test('what was declared stays, and no name, address or message of the person is left anywhere', () => {
  const server = makeTestContext()
  someTerritories(server)
  someFunctions(server)
  const softwareId = aSoftware(server)
  const [arles, nimes] = [anOrganisation(server), anOrganisation(server)]
  const actor = aUser(server, { email: 'camille.dupont@arles.example', memberOf: [arles] })
  const context: Context = { ...server, actor }
  changeProfile(context, { name: 'Camille Dupont', language: 'fr' })
  inTransaction(server.db, (tx) => {
    declareIn(tx, context, {
      softwareId,
      organisationId: arles,
      userId: actor.id,
      declaration: {
        state: 'production',
        contactWish: 'public',
        contactPublic: 'camille.dupont@arles.example',
      },
    })
    queueMail(tx, context, { to: actor.email, kind: 'relay', subject: 'Pour Camille', body: 'x' })
  })
  const key =
    server.db.select().from(organisation).where(eq(organisation.id, nimes)).get()?.key ?? ''
  askToJoin(context, { organisation: key, role: 'member', message: 'Camille Dupont, DSI' })
  expect(JSON.stringify(myData(context))).toContain('Camille Dupont')
  expect(myData(context).declarations).toMatchObject([{ did: 'declared' }])

  expect(() => deleteAccount(context, { confirmation: 'oui' })).toThrow(z.ZodError)
  deleteAccount(context, confirmed)

  const left = JSON.stringify(contentsOf(server))
  expect(left).not.toMatch(/camille|dupont/i)
  expect(server.db.select().from(adoption).all()).toMatchObject([
    { organisationId: arles, state: 'production', trust: 'confirmed' },
  ])
  expect(server.db.select().from(adoptionDetail).all()).toMatchObject([
    { declaredBy: null, contactUserId: null, contactWish: 'none' },
  ])
})

test('the last administrator cannot leave the catalogue alone; a last manager can', () => {
  const server = makeTestContext()
  const [first, second] = [aUser(server), aUser(server)]
  const as = (actor: typeof first): Context => ({ ...server, actor })
  grantRole(server, { email: first.email, role: 'administrator' })
  const administrator = { ...first, roles: ['administrator' as const] }
  expect(() => deleteAccount(as(first), confirmed)).toThrow(Conflict)
  expect(() =>
    revokeRole(as(administrator), { email: first.email, role: 'administrator' }),
  ).toThrow(Conflict)
  grantRole(as(administrator), { email: second.email, role: 'administrator' })
  deleteAccount(as(first), confirmed)
  expect(() => deleteAccount(as(second), confirmed)).toThrow(Conflict)
})
