import { activityOf } from '#lib/compare/activity.ts'
import type { Context } from '#lib/context.ts'
import { criteriaOfSoftware } from '#lib/evidence/backed-criteria.ts'
import { getSoftwareCard, type SoftwareCard } from '#lib/software/queries.ts'
import { activityBadge, type BadgeWords, labelBadge, usersBadge } from './badge-words.ts'
import type { BadgeKind } from './schema.ts'

type Reading = Pick<Context, 'db' | 'now'>
type Locale = 'fr' | 'en'

/** What a badge of an entry says now; undefined when there is no such entry. */
export function getBadge(
  context: Reading,
  slug: string,
  kind: BadgeKind,
  locale: Locale,
): BadgeWords | undefined {
  const card = getSoftwareCard(context, slug)
  return card && wordsOf(context, card, kind, locale)
}

function wordsOf(
  context: Reading,
  { id, name, use, functions }: SoftwareCard,
  kind: BadgeKind,
  locale: Locale,
): BadgeWords {
  switch (kind) {
    case 'utilisateurs':
      return usersBadge(locale, name, use)
    case 'label':
      return labelBadge(locale, name, criteriaOfSoftware(context, functions))
    case 'activite':
      return activityBadge(locale, name, activityOf(context, id))
  }
}
