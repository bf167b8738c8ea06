import type { TrustCount } from '#lib/adoptions/schema.ts'
import type { Activity } from '#lib/compare/activity.ts'
import type { NamedCriterion } from '#lib/evidence/backed-criteria.ts'

type Locale = 'fr' | 'en'

/** What a badge says: in few words on it, in a sentence to whoever does not see it. */
export interface BadgeWords {
  label: string
  text: string
  alt: string
  description: string
  /** Whether there is something to say. */
  known: boolean
}

/** A version is written by anyone: so much of it is shown. */
const LONGEST_VERSION = 20

const plural = (locale: Locale, n: number, one: string, many: string) =>
  `${new Intl.NumberFormat(locale === 'fr' ? 'fr-FR' : 'en-GB').format(n)} ${(locale === 'fr' ? n < 2 : n === 1) ? one : many}`

/** Who uses it: how many are known, and how many of them said so themselves. */
export function usersBadge(locale: Locale, name: string, use: TrustCount): BadgeWords {
  const fr = locale === 'fr'
  const label = fr ? 'utilisé par' : 'used by'
  if (use.total === 0) {
    const text = fr ? 'aucune utilisation connue' : 'no known use'
    return { label, text, alt: alone(locale, name, text), description: FROM[locale], known: false }
  }
  const all = fr
    ? plural(locale, use.total, 'collectivité', 'collectivités')
    : plural(locale, use.total, 'public body', 'public bodies')
  const said =
    use.confirmed > 0
      ? fr
        ? plural(locale, use.confirmed, 'confirmée', 'confirmées')
        : `${use.confirmed} confirmed`
      : fr
        ? 'aucune confirmée'
        : 'none confirmed'
  return {
    label,
    text: `${all} · ${said}`,
    alt: `${name}${fr ? ', utilisé par ' : ', used by '}${all}, ${said}`,
    description: FROM[locale],
    known: true,
  }
}

/** The criteria of the label that it can back. */
export function labelBadge(
  locale: Locale,
  name: string,
  criteria: readonly NamedCriterion[],
): BadgeWords {
  const fr = locale === 'fr'
  const label = 'Territoire Numérique Libre'
  const known = criteria.length > 0
  const count = fr
    ? plural(locale, criteria.length, 'critère', 'critères')
    : plural(locale, criteria.length, 'criterion', 'criteria')
  const text = known
    ? fr
      ? `peut justifier ${count}`
      : `can back ${count}`
    : fr
      ? 'aucun critère'
      : 'no criterion'
  return {
    label,
    text,
    alt: `${name}, label ${label}${fr ? ' : ' : ': '}${text}`,
    description: known ? criteria.map((item) => item.label[locale]).join(' ; ') : FROM[locale],
    known,
  }
}

/**
 * The life of its repository as dates, which stay true in a copy that is kept for days: no "12 days ago",
 * and no score.
 */
export function activityBadge(locale: Locale, name: string, activity: Activity): BadgeWords {
  const fr = locale === 'fr'
  const { state, lastRelease, lastCommit } = activity
  const parts: string[] = []
  if (state === 'archived') parts.push(fr ? 'dépôt archivé' : 'archived repository')
  if (state === 'vanished') parts.push(fr ? 'dépôt introuvable' : 'repository not found')
  if (lastRelease) {
    const version = [...lastRelease.version].slice(0, LONGEST_VERSION).join('')
    parts.push(`version ${version} (${lastRelease.date.slice(0, 7)})`)
  }
  if (lastCommit) {
    parts.push(`${fr ? 'dernier commit le ' : 'last commit on '}${lastCommit.slice(0, 10)}`)
  }
  const known = parts.length > 0
  const text = known ? parts.join(' · ') : fr ? 'non connue' : 'not known'
  return {
    label: fr ? 'activité' : 'activity',
    text,
    alt: `${name}, ${fr ? 'activité : ' : 'activity: '}${parts.length > 0 ? parts.join(', ') : text}`,
    description: FROM[locale],
    known,
  }
}

/** What stands in place of the badge of an entry that there is not. */
export const unknownBadge = (locale: Locale): BadgeWords =>
  locale === 'fr'
    ? {
        label: 'Mutualibre',
        text: 'logiciel inconnu',
        alt: 'Mutualibre : ce logiciel n’est pas au catalogue',
        description: FROM.fr,
        known: false,
      }
    : {
        label: 'Mutualibre',
        text: 'unknown software',
        alt: 'Mutualibre: this software is not in the catalogue',
        description: FROM.en,
        known: false,
      }

const FROM = {
  fr: 'D’après le catalogue Mutualibre, où chaque chiffre mène à ses lignes.',
  en: 'From the Mutualibre catalogue, where each figure leads to its rows.',
}

const alone = (locale: Locale, name: string, text: string) =>
  `${name}${locale === 'fr' ? ' : ' : ': '}${text}`
