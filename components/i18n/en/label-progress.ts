import type { labelProgress as french } from '../fr/label-progress.ts'

export const labelProgress: typeof french = {
  labelProgress: {
    heading: 'My progress towards the label',
    choose: {
      title: 'My progress towards the label',
      lead: 'Of which organisation do you want to see the progress?',
      none: 'You are a member of no organisation. Join yours: you will see what its free software already backs.',
    },
    link: 'Label: where do you stand?',
    linkShort: 'Label',
    none: (total) =>
      `None of ${total} criteria is evidenced or answered yet: a first software is enough to begin.`,
    sentence: (covered, total, one) =>
      `${covered} ${one ? 'criterion' : 'criteria'} out of ${total} ${one ? 'is' : 'are'} evidenced or answered.`,
    split: (words) => `Among them: ${words}.`,
    noLevel:
      'This is coverage, not a mark: the weights of the label are not public, and no level is drawn from it.',
    ours: 'This grid is ours: a reminder, not the official questions of the label.',
    states: {
      evidenced: { one: 'evidenced', many: 'evidenced' },
      partial: { one: 'evidenced in part', many: 'evidenced in part' },
      declared: { one: 'answered by hand', many: 'answered by hand' },
      empty: { one: 'empty', many: 'empty' },
    },
    statesHelp: {
      evidenced: 'your uses answer it, and you confirmed them less than a year ago',
      partial:
        'your uses answer it in part: to be confirmed, given a figure, or completed with an answer',
      declared: 'you answer it in your file, with no use behind it',
      empty: 'nothing yet',
    },
    grid: {
      label: 'Grid read',
      closes: (date) => `closes on ${date}`,
    },
    empty: {
      heading: 'Start with one software',
      text: 'Firefox, LibreOffice, free software for civil registration, the engine of your website: nearly every collectivité uses some already. Declare the first, it takes two minutes, and this page will say at once which criteria it backs.',
      first: 'Declare a first software',
      import: 'Import a list',
      around: 'Around you',
    },
    next: {
      heading: 'What would add the most',
      nothing: 'Nothing stands out: go through the criteria below.',
      dossier: 'Open the file',
      selfAssessment: 'Answer the other criteria',
      figures: 'Yearly figures',
      declare: 'Declare a software',
      csv: 'Download as CSV',
    },
    steps: {
      stateFigure: {
        workstations: 'State how many workstations you have',
        servers: 'State how many servers you have, and whether virtual machines count among them',
        schoolWorkstations: 'State how many workstations your schools have',
      },
      becomesShare: 'this list will become a share',
      becomeShares: (n) => `${n} criteria gain a share`,
      checkFigure: {
        workstations: 'Check your number of workstations: your uses add up to more',
        servers: 'Check your number of servers: your uses add up to more',
        schoolWorkstations:
          'Check the number of workstations of your schools: your uses add up to more',
      },
      sayUnits: {
        workstations: {
          one: 'use: say on how many workstations',
          many: 'uses: say on how many workstations',
        },
        servers: { one: 'use: say on how many servers', many: 'uses: say on how many servers' },
        schoolWorkstations: {
          one: 'use: say on how many workstations of schools',
          many: 'uses: say on how many workstations of schools',
        },
      },
      reconfirm: (n, many) => `Reconfirm ${n} ${many ? 'uses' : 'use'} more than a year old`,
      confirm: (n, many) =>
        `Confirm ${n} ${many ? 'uses' : 'use'}: you have not for a year, or never did`,
      forCriteria: { one: 'criterion depends on it', many: 'criteria depend on it' },
      near: (who, what, many) =>
        many
          ? `${who} of your département ${what}: see them`
          : `${who} of your département ${what}: see which`,
      use: {
        one: (name) => `uses free software for “${name}”`,
        many: (name) => `use free software for “${name}”`,
      },
      back: {
        one: 'already has something to back this criterion',
        many: 'already have something to back this criterion',
      },
      declare: 'Declare a software that backs it: see which do',
      answer: 'Answer it in your file',
      answerToo: 'Complete it with an answer in your file',
    },
    chart: {
      heading: 'By axis',
      caption: 'Criteria of each axis, by state',
      asTable: 'The same as a table',
      axis: 'Axis',
      total: 'in all',
    },
    criteria: {
      heading: 'Criterion by criterion',
      answer: 'Your answer',
      peers: (backed, known) => `${backed} of ${known} similar organisations back it`,
      parts: { yes: 'yes', no: 'no' },
    },
    peers: {
      percent: (value) => `${value}%`,
      heading: 'Against similar organisations',
      who: (kind, size) => `${kind}, ${size}`,
      lead: (known, all, who) =>
        `Of ${all} similar organisations (${who}), ${known} have at least one use or one publication that backs a criterion. Shares are of those: what the others use is not known.`,
      none: (who) =>
        `No similar organisation (${who}) has a known use that backs a criterion yet: there is nothing to compare with.`,
      few: 'They are too few to show a trend: read them as examples.',
      caption: 'Criteria backed, by axis: you and similar organisations',
      you: 'You',
      average: 'On average',
      of: (n, total) => `${n} of ${total}`,
      byCriterion: 'By criterion',
      byCriterionCaption: 'Share of similar organisations that back each criterion',
      criterion: 'Criterion',
      state: 'You',
      share: 'Similar ones that back it',
      evidenced: 'up to date',
      like: 'What they use and you do not',
    },
    years: {
      heading: 'Over the editions',
      none: 'No file and no known award yet: this page will keep track of each edition.',
      caption: 'Coverage of each file, in the grid of its edition',
      grids:
        'Each edition has its grid: two years compare only as far as their criteria are alike.',
      year: 'Edition',
      covered: 'Criteria evidenced or answered',
      from: 'Read',
      froms: {
        submitted: 'in the file that was submitted',
        closing: 'at the closing date',
        today: 'today',
      },
      awards: 'Known awards',
    },
    csv: {
      axis: 'Axis',
      criterion: 'Criterion',
      state: 'State',
      value: 'Computed value',
      behind: 'Software behind it',
      answer: 'Answer by hand',
      backed: 'Similar ones that back it',
      known: 'Similar ones compared',
    },
    otherSide: {
      software: {
        heading: 'What it can back for the label',
        lead: 'In production in a collectivité, this software can back, by its functions:',
        ours: 'Criteria of our reference grid, which is not the official questionnaire.',
      },
      organisation: {
        heading: 'Criteria that its software backs',
        lead: (backed, of) => `Its uses back ${backed} out of ${of} of our reference grid.`,
        criteria: { one: 'criterion', many: 'criteria' },
        ours: 'This is drawn from what is public here, it is no assessment: our grid is not the official questionnaire, and no level follows from it.',
        show: 'See which, and what they rest on',
        more: (n) => `and ${n} more`,
      },
    },
    criterion: {
      title: (label) => `${label}: criterion`,
      axis: 'Axis',
      basis: {
        question: 'The label describes the question publicly; the wording is ours.',
        theme: 'A source attests the theme alone; the wording is ours.',
        proposal: 'A criterion that we propose: no source says that it is asked.',
      },
      sources: 'Sources',
      required: 'An answer is required in this edition.',
      clarification: 'Clarification added after the opening',
      rule: 'How we back it',
      rules: {
        'software-count':
          'We count free software of these functions, in production; each counts once.',
        'largest-share':
          'We take the most widespread use among this software, and divide it by the number of workstations that the organisation states.',
        'summed-share':
          'We add these uses up, and divide by the number of machines that the organisation states.',
        'pooled-share':
          'We count, of all its free software in production, what a pooling body runs for it. A hint, never the answer.',
        'any-software':
          'One free software of these functions, in production, is enough. None does not mean “no”: only that we know of none.',
        'open-formats':
          'The catalogue does not say which formats software writes: this criterion is answered by hand.',
        timeline:
          'We list its free software by date, evaluations and pilots included: material for the answer.',
        'published-software':
          'We list the software that it publishes under a free licence in a public repository.',
        testimonials: 'We list the testimonials that it has published here.',
      },
      noRule: 'No data of the catalogue backs it: this criterion is answered by hand.',
      functions: 'Functions looked at',
      software: 'The software that can back it',
      softwareFound: {
        one: 'free software of the catalogue',
        many: 'free software of the catalogue',
      },
      softwareAll: 'See all of it',
      backers: 'The organisations that back it',
      backersFound: { one: 'organisation', many: 'organisations' },
      backersLead:
        'Drawn from what is public here: uses documented or declared, published software, testimonials. It is no list of laureates.',
      backersNone: 'No organisation is known yet with these filters.',
      backersCaption: (label) => `Organisations that back “${label}”`,
      behind: 'What backs it',
      items: { one: 'item', many: 'items' },
      filter: 'Filter',
      departement: 'Département',
      kind: 'Kind of organisation',
      every: 'All',
      mine: 'See where you stand',
      json: 'These data as JSON',
    },
  },
}
