import type { relations as fr } from '../fr/relations.ts'

export const relations: typeof fr = {
  relations: {
    heading: 'Alternatives and related software',
    declared: 'What is said of it',
    byFunction: 'For the same use',
    byFunctionLead: 'Those of the catalogue that fulfil a same function.',
    none: 'The catalogue knows of no other free software for these functions.',
    meanings: {
      alternative: 'Alternative',
      'variant-of': 'Variant of',
      'has-variant': 'Has a variant',
      'works-with': 'Works with',
      replaces: 'Replaces',
      'replaced-by': 'Replaced by',
    },
    said: {
      publisher: 'said by its publisher',
      moderator: 'said by the moderators',
      publiccode: 'by its publiccode.yml',
      server: 'said by this site',
    },
    saidElsewhere: {
      publisher: (name) => `said by the publisher of ${name}`,
      moderator: () => 'said by the moderators',
      publiccode: (name) => `by the publiccode.yml of ${name}`,
      server: () => 'said by this site',
    },
    compare: 'Compare',
    compareWith: (name, other) => `Compare ${name} and ${other}`,
    edit: 'Declare what this software is to others',
    form: {
      title: (name) => `Alternatives and software related to ${name}`,
      heading: (name) => `${name} and the others`,
      lead: (name) =>
        `Say what ${name} is to other software of the catalogue. Everyone sees it, on both pages, with who said it.`,
      said: 'What is said',
      saidNone: 'Nothing is said yet.',
      takeBack: 'Take back',
      takeBackOf: (meaning, other) => `Take back: ${meaning}, ${other}`,
      fixed: 'This comes from the publiccode.yml file: mend it there.',
      notYours: 'Said by others: the moderators can take it back.',
      add: 'Add a relation',
      kind: 'This software…',
      kindHint: 'An alternative and “works with” go both ways.',
      kinds: {
        alternative: 'is an alternative to',
        'variant-of': 'is a variant of (same code at the start)',
        'works-with': 'works with',
        replaces: 'replaces (comes after)',
      },
      other: 'The other software',
      otherHint: 'Its name, or the identifier of its page: it must be in the catalogue.',
      noteFr: 'A precision, in French (optional)',
      noteEn: 'The same, in English (optional)',
      noteHint: '300 characters at most. For example: what one does and the other does not.',
      submit: 'Publish this relation',
      wrong: 'The relation was not published',
      done: (other) => `It is said: the relation with ${other} shows on both pages.`,
      removed: 'The relation is taken back.',
      back: 'See the page',
    },
    faults: {
      'other-missing': 'Give the name of the other software.',
      'other-unknown':
        'No software of the catalogue has this name. Check the spelling, or copy the identifier of its page.',
      'other-several':
        'This name may mean several: give the exact name, or the identifier of its page (the end of its address).',
      kind: 'Choose what this software is to the other.',
      'note-long': 'Shorten the precision: 300 characters at most.',
    },
  },
}
