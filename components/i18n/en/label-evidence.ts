import type { labelEvidence as french } from '../fr/label-evidence.ts'

export const labelEvidence: typeof french = {
  evidence: {
    states: {
      evidenced: 'evidenced',
      partial: 'evidenced in part',
      declared: 'declared',
      empty: 'not evidenced',
    },
    business: {
      one: 'free business application in production',
      many: 'free business applications in production',
    },
    software: { one: 'free software in production', many: 'free software in production' },
    published: {
      one: 'software published under a free licence',
      many: 'software published under a free licence',
    },
    testimonials: { one: 'published testimonial', many: 'published testimonials' },
    atLeastOne: 'At least one free software in production',
    noShare: 'In production, with no share computed',
    others: { one: 'other', many: 'others' },
    share: (percent, whole, part, all) => `${percent}% ${whole} (${part} out of ${all})`,
    atLeastShare: (share) => `At least ${share}`,
    wholes: {
      '': 'of the total',
      workstations: 'of workstations',
      servers: 'of servers',
      schoolWorkstations: 'of school workstations',
    },
    pooled: (share) => `${share} run by a body for its members`,
    pooledWhole: 'of free software in production',
    virtual: {
      yes: 'virtual machines included',
      no: 'virtual machines not included',
    },
    since: (first, last) => (first === last ? `since ${first}` : `from ${first} to ${last}`),
    nothing: {
      use: 'No declared use evidences it.',
      formats:
        'The catalogue does not say which formats a software writes: nothing is derived from it.',
      published:
        'The catalogue knows no free software that this organisation publishes in a public repository.',
      testimonials: 'No published testimonial in the catalogue.',
      pooled: 'No software is known to be run by a body for its members.',
    },
    apart: (names) => `On trial, listed apart and not counted: ${names}.`,
    reasons: {
      stale: 'The organisation has not confirmed some of what shows it for twelve months, or ever.',
      hint: 'It is a hint, not an answer: a declaration is still needed.',
      'over-100':
        'There are more than the organisation states in all: one of these figures has to be checked.',
      'virtual-not-said': 'Whether virtual machines count among the servers is not said.',
    },
    noDenominator: {
      '': 'The total of the organisation is not stated: without it, no percentage.',
      workstations:
        'The number of workstations of the organisation is not stated: without it, no percentage.',
      servers:
        'The number of servers of the organisation is not stated: without it, no percentage.',
      schoolWorkstations:
        'The number of school workstations is not stated: without it, no percentage.',
    },
    noUnits: {
      '': 'On how many is not said for all of this software.',
      workstations: 'On how many workstations is not said for all of this software.',
      servers: 'On how many servers is not said for all of this software.',
      schoolWorkstations: 'On how many school workstations is not said for all of this software.',
    },
    items: {
      see: (n) => `See what shows it (${n})`,
      apart: 'On trial, not counted',
      stale: 'not confirmed for twelve months',
      never: 'never confirmed by the organisation',
      confirmedOn: (date) => `confirmed on ${date}`,
      since: (date) => `since ${date}`,
      writtenOn: (date) => `testimonial of ${date}`,
      firstRelease: (year) => `first release in ${year}`,
      published: 'published by the organisation',
      units: {
        '': (n) => `extent: ${n}`,
        workstations: (n) => `workstations: ${n}`,
        servers: (n) => `servers: ${n}`,
        schoolWorkstations: (n) => `school workstations: ${n}`,
      },
    },
    differences: {
      number: (answered, computed, gap) =>
        `Answer: ${answered}; according to declared uses: ${computed} (a difference of ${gap}).`,
      share: (answered, computed, gap) =>
        `Answer: ${answered}%; according to declared uses: ${computed}% (a difference of ${gap} points).`,
      onePoint: (answered, computed) =>
        `Answer: ${answered}%; according to declared uses: ${computed}% (a difference of 1 point).`,
      unproven: 'Answer: yes; no declared use evidences it.',
      contrary: (names) => `Answer: no; yet declared uses show ${names}.`,
      onlyAnswered: (names) => `Only in the answer: ${names}.`,
      onlyComputed: (names) => `Only in declared uses: ${names}.`,
      same: 'The answer says the same as declared uses.',
    },
  },
}
