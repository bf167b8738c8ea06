import type { CandidateReason, NameListKind, NameReason, NameView } from '#lib/names/schema.ts'
import type { names as french } from '../fr/names.ts'
import { imports } from './imports.ts'

const reasons: Record<NameReason, string> = {
  homonyms: 'Several organisations bear this name.',
  'city-and-group':
    'A municipality and its intermunicipal body are known by this name: nothing says which.',
  former: 'This is the name of a delegated or associated municipality, which is part of another.',
  misspelt: 'Nobody bears this name, give or take a letter or two.',
  acronym: 'This acronym is that of an organisation of the register; another might have the same.',
  'other-kind': 'This name exists, but not for a body of this kind.',
  elsewhere: 'This name exists, but not in the place given.',
  gloss: 'The words in brackets may mean somebody else.',
  short: 'This name is so short that it may be an acronym.',
  'also-other': 'This name is also that of a company, of a place abroad or of a “pays”.',
  territory: 'This is the name of a territory: several bodies there may be called so.',
  several: 'This name means two organisations: tick those that you keep.',
  list: 'This line holds several names: tick those that you keep.',
  demonstration: 'This is a demonstration, a test or an example.',
  vague: 'These words name nobody.',
  foreign: 'This organisation is not in France.',
  teaching:
    'This is a school, a university or a research body: the register holds local authorities and their joint bodies only.',
  company: 'This is a company: no public body of the register has this name.',
  state: 'This is a service of the State: the register holds local authorities only.',
  health: 'This is a health institution: the register holds local authorities only.',
  unknown: 'No public body of the register has this name.',
}

const why: Record<CandidateReason, string> = {
  name: 'bears this name',
  core: 'bears this name',
  former: 'the municipality that took it in',
  near: 'a similar name',
  acronym: 'bears this acronym',
  group: 'intermunicipal body of the municipality',
  'other-kind': 'same name, other kind',
  elsewhere: 'same name, elsewhere',
  part: 'one of the names of the line',
}

const kinds: Record<NameListKind, string> = {
  'used-by': 'usedBy field of publiccode.yml',
  page: 'web page',
  spreadsheet: 'list handed in',
}

const views: Record<NameView, string> = {
  surs: 'Recognised',
  douteux: 'To look into',
  sans: 'Without an organisation',
  decides: 'Decided',
  disparus: 'Gone from the list',
}

/** Names of users that publishers keep, and the organisations that they mean. */
export const names: typeof french = {
  names: {
    title: (software) => `Who uses ${software}: names to reconcile`,
    heading: (software) => `The users that the publisher of ${software} names`,
    list: { one: 'list', many: 'lists' },
    name: { one: 'name', many: 'names' },
    figures: {
      surs: { one: 'recognised without doubt', many: 'recognised without doubt' },
      douteux: { one: 'to look into', many: 'to look into' },
      sans: {
        one: 'without an organisation in the register',
        many: 'without an organisation in the register',
      },
      decides: { one: 'decided', many: 'decided' },
    },
    sentence: (names, lists, figures) => `${names} in ${lists}: ${figures}.`,
    lead: 'A name alone does not count: it becomes a reported use once it is tied to one organisation. Nothing is guessed, you decide, and the decision is remembered for the next list.',
    nothing:
      'The publisher keeps no list of users here. Add one: a page, a spreadsheet or a few pasted names will do.',
    add: 'Add a list',
    users: 'See the users of the software',
    listsHeading: 'The lists',
    listsCaption: 'Lists of names, with their source and what is left to decide',
    columns: { list: 'List', names: 'Names', waiting: 'To decide', decided: 'Decided' },
    kinds,
    dated: (date) => `of ${date}`,
    full: (n) =>
      `This list is read up to its ${n}th name: what follows in the document, if anything, is not here.`,
    views,
    viewsLabel: 'Names of the list, by where they stand',
    viewLead: {
      surs: 'One organisation alone can be meant, or you have decided on this name before. Look at them, then accept them as a whole; decide apart on what would be wrong.',
      douteux:
        'Each name is shown with the organisations that it may mean and why it is doubtful. What you leave “to decide later” waits.',
      sans: 'Nobody is proposed for these names. Look for the organisation if you know it, or say that it is none.',
      decides: 'What was decided. All of it can be changed or undone.',
      disparus:
        'These names were kept, then left the list. The use stays reported until you say that it has ended.',
    },
    empty: {
      surs: 'No recognised name waits.',
      douteux: 'No doubtful name waits.',
      sans: 'No name without an organisation waits.',
      decides: 'Nothing is decided yet.',
      disparus: 'No name that was kept has left the list.',
    },
    onPages: (n) => `They are on ${n} pages.`,
    accept: (n) => `Accept the ${n}`,
    acceptOne: 'Accept this name',
    acceptWhat:
      'Each becomes a reported use, with this list as its source. What an organisation said itself is not touched.',
    refuseAll: (n) => `None of the ${n} is in the register`,
    refuseOne: 'This name is not in the register',
    refuseWhat:
      'These names will be remembered as being no public bodies of the register, here and in lists to come.',
    reasons,
    homonyms: (n) => `This name is borne in ${n} départements.`,
    more: (n) => `${n} more are not shown: search by SIREN or postal code.`,
    why,
    alias: (name) => `under the name “${name}”`,
    siren: (siren) => `SIREN ${siren}`,
    noSiren: 'no SIREN',
    onRecord: {
      reported: 'reported already',
      confirmed: 'has confirmed already',
      'to-reconfirm': 'on record already, to be reconfirmed',
      contested: 'contests this use',
    },
    stopped: 'no longer uses it',
    sure: 'One organisation alone bears this name.',
    remembered: 'Decided before for this name.',
    rememberedNot: 'Decided before: it is no organisation of the register.',
    meaning: (what) => `→ ${what}`,
    decided: {
      kept: 'Kept',
      'not-an-organisation': 'No organisation of the register',
      'left-out': 'Left out',
    },
    how: {
      exact: 'accepted with the recognised names',
      remembered: 'taken from an earlier decision',
      person: 'decided by hand',
    },
    otherwise: 'Decide otherwise',
    choices: {
      later: 'Decide later',
      not: 'No public body of the register',
      leave: 'Leave out of this list',
      open: 'Undo this decision',
      keep: 'The use goes on',
      end: 'The use has ended',
      notHint: 'Remembered for this name, here and elsewhere.',
      leaveHint: 'For this list only.',
      openHint: 'The reported use is withdrawn, unless somebody else has spoken of it since.',
      keepHint: 'It stays reported, with the list as its source.',
      endHint: 'The use is marked as stopped.',
      foundHint: 'found by your search',
    },
    search: 'Look for another organisation',
    searchHint: 'Name, SIREN, INSEE code or postal code.',
    searchButton: 'Search',
    searchFor: (name) => `Look for an organisation for “${name}”`,
    found: 'Choose among the organisations found, then save.',
    notFound: 'No organisation of the register answers this search. Try its SIREN.',
    save: 'Save these decisions',
    done: {
      heading: 'Saved',
      kept: (n) => `Kept: ${n}.`,
      reported: (n) => `Uses newly reported: ${n}.`,
      not: (n) => `Not in the register: ${n}.`,
      left: (n) => `Left out: ${n}.`,
      undone: (n) => `Undone: ${n}.`,
      ended: (n) => `Uses stopped: ${n}.`,
      stayed: (n) => `Uses that stay, because somebody else told of them: ${n}.`,
      nothing: 'Nothing has changed.',
    },
    remove: 'Remove this list',
    form: {
      ...imports.imports.form,
      wrong: 'Nothing is recorded',
      column: 'Column of the names',
      columnHint:
        'Its name or its number, if the file has several. Empty: it is looked for by its title.',
      pasted: 'The list',
      file: 'Or a file',
      columnUnknown: (columns) =>
        `No column of names was recognised. Write which, among: ${columns}. Choose the file again if need be.`,
      pastedHint: 'One name a line. If a file is chosen, it is the one that is read.',
      address: 'Address of the page',
      addressHint:
        'Where the list is published: it will be the source shown to the public. Alone, with no pasted list, the page is read and its lines are shown to you. Empty for a list that is not online.',
      titleField: 'Title of the list',
      titleHint: 'Optional. For instance: “Our references 2025”.',
      date: 'Date of the list',
      dateHint: 'YYYY, YYYY-MM or YYYY-MM-DD. Empty: today.',
      submit: 'Read the list',
      faults: {
        ...imports.imports.faults,
        'file-long': imports.imports.form.faults['file-long'],
        'names-missing': 'No name was found. Paste one name a line, or choose a file.',
        'names-many':
          'This list has more than 10,000 names. Cut it into several, each with its title.',
        'address-missing': 'Give the address of the page.',
        'address-wrong': 'This is not the address of a page: it begins with https://.',
        'page-read':
          'These are the lines of the page. Delete those that name no user, then send again.',
        'page-unreadable':
          'This page could not be read from here: it is not there, too large, made by scripts, or on a private network. Paste its names.',
        'page-long': 'This page has more than 10,000 lines. Paste its names alone.',
        'title-long': 'This title is longer than 200 characters: shorten it.',
        'date-wrong': 'Write the date like this: 2025, 2025-11 or 2025-11-03.',
        'date-future': 'This date has not come yet.',
      },
    },
    addHeading: 'Add a list of users',
    addLead:
      'You know who uses your software, but have only names: paste them, or send the spreadsheet. You then decide which organisation each of them means.',
    reading: 'What is read',
    howText: [
      'One name a line, or a column of a CSV, XLSX or ODS file of 10 MB at most.',
      '10,000 names at most: beyond that the list is refused, never cut.',
      'The same list sent again, from the same address or under the same title, is brought up to date: what is decided stays so.',
      'Nothing is reported before you have decided it. If you have the SIREN numbers, rather send a file from the space of your organisation.',
    ],
    longs: (n) => `Lines too long to be names, left aside: ${n}.`,
  },
}
