import { formatDate } from '#components/i18n/format.ts'
import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { awardPath } from '#components/i18n/paths.ts'
import { CHECKS, type Check, type Verification } from '#lib/credentials/schema.ts'

type Checked = Exclude<Verification, { verdict: 'unreadable' }>

/** What verifying found, in the reader's words: made by the server, so that a form holds no other text. */
export interface ShownOutcome {
  valid: boolean
  heading: string
  /** The first one says whose award it is. */
  sentences: string[]
  /** The way to the award. */
  link: { href: string; label: string } | null
  checks: Array<{ check: string; found: string }>
}

export function outcomeInWords(locale: Locale, outcome: Verification): ShownOutcome {
  const t = messages(locale).badges.verify
  const heading = t.resultHeading[outcome.verdict]
  if (outcome.verdict === 'unreadable') {
    return { valid: false, heading, sentences: [t.why[outcome.why]], link: null, checks: [] }
  }
  const checks = CHECKS.map((check) => ({
    check: t.checks[check],
    found: foundOf(locale, outcome, check),
  }))
  if (outcome.verdict === 'invalid') {
    return { valid: false, heading, sentences: [], link: null, checks }
  }
  const { organisation, edition, scheme, level } = outcome.award
  return {
    valid: true,
    heading,
    sentences: [
      t.says(organisation.name, level?.[locale] ?? t.noRank, edition),
      t.scale(scheme[locale]),
    ],
    link: {
      href: awardPath(locale, edition, organisation.key),
      label: t.seeAward,
    },
    checks,
  }
}

function foundOf(locale: Locale, outcome: Checked, check: Check): string {
  const t = messages(locale).badges.verify
  if (outcome.verdict === 'invalid') {
    if (outcome.failed === check) return t.why[outcome.why]
    return outcome.passed.includes(check) ? t.passed[check] : t.notMade
  }
  const day = (at: string) => formatDate(locale, at.slice(0, 10))
  if (check === 'key') {
    const { kid, retiredAt } = outcome
    return retiredAt === '' ? t.keySigns(kid) : t.keyRetired(kid, day(retiredAt))
  }
  return check === 'dates'
    ? t.datesOf(day(outcome.validFrom), day(outcome.signedAt))
    : t.passed[check]
}
