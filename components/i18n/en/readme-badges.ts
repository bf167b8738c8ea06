import type { readmeBadges as fr } from '../fr/readme-badges.ts'

export const readmeBadges: typeof fr = {
  readmeBadges: {
    title: (name) => `Badges of ${name}`,
    description: (name) =>
      `Images to paste into the README of ${name}: users, criteria of the label, activity.`,
    heading: (name) => `Badges of ${name}`,
    lead: 'Three images at permanent addresses, for a README or a site. Each says a fact of the catalogue, keeps itself up to date and leads to the rows behind it.',
    short: 'Badges',
    link: 'Badges for the README',
    kinds: {
      utilisateurs: {
        name: 'Users',
        what: 'How many public bodies use it, and how many said so themselves.',
        rows: 'See the rows behind this badge: who uses it',
      },
      label: {
        name: 'Criteria of the label',
        what: 'How many criteria of the Territoire Numérique Libre label its use can back.',
        rows: 'See these criteria on its page',
      },
      activite: {
        name: 'Activity',
        what: 'The last release and the last commit, read in the repository: dates, never a score.',
        rows: 'See its activity on its page',
      },
    },
    nothingYet: 'There is nothing to say of it yet: the badge says so.',
    forms: {
      markdown: { label: (badge) => `${badge}, in Markdown`, hint: 'For a README.md file.' },
      html: { label: (badge) => `${badge}, in HTML`, hint: 'For a web page.' },
      asciidoc: { label: (badge) => `${badge}, in AsciiDoc`, hint: 'For a README.adoc file.' },
    },
    goodToKnow: 'Good to know',
    notes: [
      'A copy may be kept for an hour: a change takes that long to show, and longer on a forge that copies images.',
      'The alternative text says what the badge said when it was copied.',
      'If the entry is merged with another, the address of the badge leads there.',
      'These badges are not the official logo of the label, and award nothing.',
    ],
    back: (name) => `Back to the page of ${name}`,
  },
}
