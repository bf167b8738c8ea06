/** What a README can show of an entry; the same words stand in addresses. */
export const BADGE_KINDS = ['utilisateurs', 'label', 'activite'] as const
export type BadgeKind = (typeof BADGE_KINDS)[number]

export const isBadgeKind = (name: string): name is BadgeKind =>
  (BADGE_KINDS as readonly string[]).includes(name)
