/** What a user may be over the whole catalogue. */
export const OVERALL_ROLES = ['moderator', 'label-organiser', 'juror', 'administrator'] as const
export type OverallRole = (typeof OVERALL_ROLES)[number]

/** What a user may be in an organisation. */
export const MEMBER_ROLES = ['member', 'manager'] as const
export type MemberRole = (typeof MEMBER_ROLES)[number]

/**
 * Everyone there is, from the visitor who is not signed in to the server itself (`server`: a command
 * line, a task of the service). `user` is anyone signed in; `member` and `manager` count in the
 * organisation that the command is about, and nowhere else.
 */
export type Role = 'visitor' | 'user' | MemberRole | OverallRole | 'server'

const ANYONE: readonly Role[] = ['visitor', 'user', 'server']
const SIGNED_IN: readonly Role[] = ['user']
const OF_THE_ORGANISATION: readonly Role[] = ['member', 'manager']
const ITS_MANAGERS: readonly Role[] = ['manager', 'administrator']
const MODERATORS: readonly Role[] = ['moderator', 'administrator']
const ORGANISERS: readonly Role[] = ['label-organiser']
const ADMINISTRATORS: readonly Role[] = ['administrator', 'server']

/**
 * Who may do what: the one table, which every command asks through assertMay. A test walks each right
 * and each role.
 */
export const RIGHTS = {
  /** Reference data, figures, indexes: from a command line. */
  'data.load': ['server'],
  'software-request.ask': ANYONE,
  'software-request.read': [...MODERATORS, 'server'],
  'software-request.settle': [...MODERATORS, 'server'],

  'account.read': SIGNED_IN,
  'account.change': SIGNED_IN,
  'account.delete': SIGNED_IN,
  'organisation.join': SIGNED_IN,
  'organisation.leave': OF_THE_ORGANISATION,
  'invitation.accept': SIGNED_IN,
  'member.read': [...OF_THE_ORGANISATION, 'administrator'],
  'member.invite': ITS_MANAGERS,
  'member.remove': ITS_MANAGERS,
  'member.change-role': ITS_MANAGERS,

  'adoption.declare': OF_THE_ORGANISATION,
  'adoption.change': OF_THE_ORGANISATION,
  'adoption.contest': OF_THE_ORGANISATION,
  'adoption.read-history': [...OF_THE_ORGANISATION, ...MODERATORS],
  /** By a signed link: whoever holds it speaks for the organisation it was sent to. */
  'adoption.reconfirm-by-link': ANYONE,
  'adoption.age': ['server'],
  'adoptions.import': OF_THE_ORGANISATION,
  /** Of others: only for an organisation that may, see rules/may-report.ts of the adoptions room. */
  'adoptions.report': OF_THE_ORGANISATION,
  'software.propose': OF_THE_ORGANISATION,
  'testimonial.write': OF_THE_ORGANISATION,
  'relay.write': SIGNED_IN,

  'label.edit-edition': ORGANISERS,
  'label.read-progress': OF_THE_ORGANISATION,
  'label.state-figures': OF_THE_ORGANISATION,
  'label.recompute': ['server'],
  'application.read': [...OF_THE_ORGANISATION, ...ORGANISERS],
  'application.write': OF_THE_ORGANISATION,
  'application.submit': OF_THE_ORGANISATION,
  /** By a signed link: whoever holds it is the élu référent that it was sent to. */
  'application.validate-by-link': ANYONE,
  'application.ask-more': ORGANISERS,
  'jury.assign': ORGANISERS,
  /** Of the files that one is assigned to, without a link to their candidate: the commands check it. */
  'jury.assess': ['juror'],
  /** The jury together: a juror of the file, or the organiser who keeps its minutes. */
  'jury.decide': ['juror', ...ORGANISERS],
  'label.publish': [...ORGANISERS, 'server'],
  'label.keep-keys': ['server'],

  'moderation.read': MODERATORS,
  'moderation.settle': MODERATORS,
  'software.merge': MODERATORS,
  'domain.verify': [...MODERATORS, 'server'],
  'role.grant': ADMINISTRATORS,
  'audit.read': ADMINISTRATORS,
} as const satisfies Record<string, readonly Role[]>

export type Right = keyof typeof RIGHTS

/** Whoever acts, as the table of rights sees them. Written apart from Context: pages use it, too. */
export type Rightholder =
  | { kind: 'visitor' }
  | { kind: 'operator' | 'system' }
  | {
      kind: 'user'
      roles: readonly OverallRole[]
      memberships: ReadonlyArray<{ organisationId: number; role: MemberRole }>
    }

/**
 * Whether someone may do something.
 * @param organisationId the organisation it is about, where it is about one: its members count as such
 * there alone.
 */
export function may(who: Rightholder, right: Right, organisationId?: number): boolean {
  const allowed: readonly Role[] = RIGHTS[right]
  return rolesOf(who, organisationId).some((role) => allowed.includes(role))
}

function rolesOf(who: Rightholder, organisationId: number | undefined): Role[] {
  if (who.kind === 'visitor') return ['visitor']
  if (who.kind !== 'user') return ['server']
  const here = who.memberships.filter((item) => item.organisationId === organisationId)
  return ['user', ...who.roles, ...here.map((item) => item.role)]
}
