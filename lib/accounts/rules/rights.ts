/** What a user may be over the whole catalogue. */
export const OVERALL_ROLES = ['moderator', 'label-organiser', 'juror', 'administrator'] as const
export type OverallRole = (typeof OVERALL_ROLES)[number]

/** What a user may be in an organisation. */
export const MEMBER_ROLES = ['member', 'manager'] as const
export type MemberRole = (typeof MEMBER_ROLES)[number]

/**
 * Everyone there is, from the visitor who is not signed in to the server itself (`server`: a command
 * line, a task of the service). `user` is anyone signed in; `member` and `manager` count in the
 * organisation that the command is about, and nowhere else; so do those of a publisher and of a provider.
 */
export type Role =
  | 'visitor'
  | 'user'
  | MemberRole
  | `publisher-${MemberRole}`
  | `provider-${MemberRole}`
  | OverallRole
  | 'server'

const ANYONE: readonly Role[] = ['visitor', 'user', 'server']
const SIGNED_IN: readonly Role[] = ['user']
const OF_THE_ORGANISATION: readonly Role[] = ['member', 'manager']
const ITS_MANAGERS: readonly Role[] = ['manager', 'administrator']
const OF_THE_PUBLISHER: readonly Role[] = ['publisher-member', 'publisher-manager']
const ITS_PUBLISHER_MANAGERS: readonly Role[] = ['publisher-manager', 'administrator']
const OF_THE_PROVIDER: readonly Role[] = ['provider-member', 'provider-manager']
const ITS_PROVIDER_MANAGERS: readonly Role[] = ['provider-manager', 'administrator']
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

  /** A project of one's own choice, until a moderator or a verified publisher publishes it. */
  'listing.write': SIGNED_IN,
  'software.claim': SIGNED_IN,
  /** What the repository says and no public page does: findings, differences, contacts. */
  'software.read-origins': [...OF_THE_PUBLISHER, ...MODERATORS],
  'software.edit': [...OF_THE_PUBLISHER, ...MODERATORS],
  'software.relate': [...OF_THE_PUBLISHER, ...MODERATORS],
  'forge.harvest': ['server'],
  /** One repository, now. */
  'forge.visit': [...OF_THE_PUBLISHER, ...MODERATORS, 'server'],
  'names.read': [...OF_THE_PUBLISHER, ...MODERATORS],
  'names.decide': [...OF_THE_PUBLISHER, ...MODERATORS],
  'publisher.read-space': [...OF_THE_PUBLISHER, 'administrator'],
  'publisher.leave': OF_THE_PUBLISHER,
  /** Who uses its software, in its name. */
  'publisher.report-use': OF_THE_PUBLISHER,
  'publisher.edit': [...OF_THE_PUBLISHER, ...MODERATORS],
  'publisher.manage-members': ITS_PUBLISHER_MANAGERS,
  'publisher.manage-webhooks': ITS_PUBLISHER_MANAGERS,
  'publisher.answer': OF_THE_PUBLISHER,
  'publisher.contact': SIGNED_IN,
  'publisher.verify': [...MODERATORS, 'server'],
  'webhook.deliver': ['server'],
  'provider.create': SIGNED_IN,
  'provider.read-space': [...OF_THE_PROVIDER, ...MODERATORS],
  'provider.edit': [...OF_THE_PROVIDER, ...MODERATORS],
  'provider.manage-members': ITS_PROVIDER_MANAGERS,
  /** The organisation named says whether it is so. */
  'reference.settle': OF_THE_ORGANISATION,
  'need.write': OF_THE_ORGANISATION,
  'need.join': OF_THE_ORGANISATION,
  'need.close': [...OF_THE_ORGANISATION, ...MODERATORS],
  'pooling.lead': OF_THE_ORGANISATION,
  'pooling.join': OF_THE_ORGANISATION,

  'moderation.read': MODERATORS,
  'moderation.settle': MODERATORS,
  'software.merge': MODERATORS,
  'domain.verify': [...MODERATORS, 'server'],
  'role.grant': ADMINISTRATORS,
  'audit.read': ADMINISTRATORS,
} as const satisfies Record<string, readonly Role[]>

export type Right = keyof typeof RIGHTS

/** Membership of a publisher: its own members, and those of the organisation that it is. */
export interface PublisherMembership {
  publisherId: number
  role: MemberRole
}

export interface ProviderMembership {
  providerId: number
  role: MemberRole
}

/** Whoever acts, as the table of rights sees them. Written apart from Context: pages use it, too. */
export type Rightholder =
  | { kind: 'visitor' }
  | { kind: 'operator' | 'system' }
  | {
      kind: 'user'
      roles: readonly OverallRole[]
      memberships: ReadonlyArray<{ organisationId: number; role: MemberRole }>
      publishers?: readonly PublisherMembership[]
      providers?: readonly ProviderMembership[]
    }

/** What a command is about: an organisation (its id alone will do), a publisher, a provider. */
export type Place = number | { organisation?: number; publisher?: number; provider?: number }

/**
 * Whether someone may do something.
 * @param place what it is about, where it is about one: its members count as such there alone.
 */
export function may(who: Rightholder, right: Right, place?: Place): boolean {
  const allowed: readonly Role[] = RIGHTS[right]
  return rolesOf(who, typeof place === 'number' ? { organisation: place } : (place ?? {})).some(
    (role) => allowed.includes(role),
  )
}

function rolesOf(who: Rightholder, place: Exclude<Place, number>): Role[] {
  if (who.kind === 'visitor') return ['visitor']
  if (who.kind !== 'user') return ['server']
  return [
    'user',
    ...who.roles,
    ...who.memberships
      .filter(({ organisationId }) => organisationId === place.organisation)
      .map(({ role }) => role),
    ...(who.publishers ?? [])
      .filter(({ publisherId }) => publisherId === place.publisher)
      .map(({ role }) => `publisher-${role}` as const),
    ...(who.providers ?? [])
      .filter(({ providerId }) => providerId === place.provider)
      .map(({ role }) => `provider-${role}` as const),
  ]
}
