import { describe, expect, it } from 'vitest'
import { may, OVERALL_ROLES, RIGHTS, type Right, type Rightholder } from './rights.ts'

const HERE = 1
const ELSEWHERE = 2

const visitor: Rightholder = { kind: 'visitor' }
const server: Rightholder = { kind: 'system' }
const user = (of: Partial<Extract<Rightholder, { kind: 'user' }>> = {}): Rightholder => ({
  kind: 'user',
  roles: [],
  memberships: [],
  ...of,
})
const member = user({ memberships: [{ organisationId: HERE, role: 'member' }] })
const manager = user({ memberships: [{ organisationId: HERE, role: 'manager' }] })

describe('a membership', () => {
  it('counts in its own organisation and nowhere else', () => {
    expect(may(member, 'adoption.declare', HERE)).toBe(true)
    expect(may(member, 'adoption.declare', ELSEWHERE)).toBe(false)
    expect(may(member, 'adoption.declare')).toBe(false)
    expect(may(manager, 'member.invite', HERE)).toBe(true)
    expect(may(manager, 'member.invite', ELSEWHERE)).toBe(false)
  })

  it('as a member does not manage the others', () => {
    for (const right of ['member.invite', 'member.remove', 'member.change-role'] as const) {
      expect(may(member, right, HERE)).toBe(false)
    }
  })
})

describe('a visitor', () => {
  it('may ask for a software, answer a signed link, and nothing else', () => {
    const allowed = (Object.keys(RIGHTS) as Right[]).filter((right) => may(visitor, right, HERE))

    expect(allowed).toEqual([
      'software-request.ask',
      'adoption.reconfirm-by-link',
      'application.validate-by-link',
    ])
  })
})

describe('a role over the whole catalogue', () => {
  it.each(OVERALL_ROLES)('speaks for no organisation: %s', (role) => {
    for (const right of ['adoption.declare', 'adoption.change', 'adoptions.report'] as const) {
      expect(may(user({ roles: [role] }), right, HERE)).toBe(false)
    }
  })

  it('grants roles and reads the audit log only as an administrator', () => {
    for (const right of ['role.grant', 'audit.read'] as const) {
      expect(OVERALL_ROLES.filter((role) => may(user({ roles: [role] }), right))).toEqual([
        'administrator',
      ])
    }
  })

  it('settles cases as a moderator or an administrator', () => {
    expect(
      OVERALL_ROLES.filter((role) => may(user({ roles: [role] }), 'moderation.settle')),
    ).toEqual(['moderator', 'administrator'])
  })
})

describe('the server', () => {
  it('loads data and lets adoptions grow old, which no person does', () => {
    const administrator = user({ roles: ['administrator'] })
    for (const right of ['data.load', 'adoption.age'] as const) {
      expect(may(server, right)).toBe(true)
      expect(may(administrator, right)).toBe(false)
    }
  })

  it('speaks for no organisation', () => {
    expect(may(server, 'adoption.declare', HERE)).toBe(false)
  })
})
