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
      others: (n) => `and ${n} more: all uses`,
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
  labelFigures: {
    title: 'Figures of the year',
    heading: (year) => `Figures of ${year}`,
    lead: (name) =>
      `How many workstations and servers ${name} has in all: what turns a list of software into a share, such as “90% of workstations”.`,
    which:
      'For a date, the latest year stated counts, as a whole. What you save shows at once on your criteria of the label; a file that was submitted does not change.',
    form: {
      wrong: 'These figures are not saved yet',
      mend: 'Mend what is marked below, then save again.',
      failed: 'The service does not answer. Nothing is lost: try again in a moment.',
      sending: 'Saving…',
      submit: 'Save',
      year: 'Year',
      workstations: 'Workstations',
      workstationsHint:
        'All those of staff and elected members, schools left out. Empty if you do not know.',
      servers: 'Servers',
      serversHint: 'All, those that others run for you included. Empty if you do not know.',
      serversVirtual: 'Does this number count virtual machines?',
      serversVirtualHint: 'Without this answer, the share of servers is evidenced in part only.',
      virtual: { unsaid: 'Not said', yes: 'Yes, each counts', no: 'No, physical machines alone' },
      schoolWorkstations: 'School workstations',
      schoolWorkstationsHint: 'Those of the schools in your charge, counted apart.',
    },
    faults: {
      'year-wrong': 'Choose a year since 2016.',
      'year-future': 'This year has not begun: only what is can be stated.',
      'count-wrong': 'Write a whole number, such as 620, or nothing.',
      'virtual-wrong': 'Choose an answer from the list.',
      'nothing-said': 'State one figure at least.',
    },
    saved: (year) => `The figures of ${year} are saved.`,
    stated: 'Years stated',
    none: 'No year is stated yet.',
    columns: {
      year: 'Year',
      workstations: 'Workstations',
      servers: 'Servers',
      schoolWorkstations: 'School workstations',
    },
    unsaid: 'not stated',
    virtualIncluded: 'virtual machines included',
    virtualLeftOut: 'virtual machines not included',
    virtualUnsaid: 'virtual machines: not said',
    correct: (year) => `Correct ${year}`,
    otherYears: 'Another year',
  },
}
