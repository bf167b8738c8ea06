import type { imports as french } from '../fr/imports.ts'

export const imports: typeof french = {
  imports: {
    own: {
      title: 'Import a list of software',
      heading: 'Import what you use',
      lead: 'An export of GLPI or OCS Inventory, a spreadsheet, or a pasted list: each name is matched to the catalogue, you check, then all of it is declared at once.',
      submit: 'Read the list',
      how: 'What is read',
      howText: [
        'CSV, XLSX or ODS, at most 10 MB and 40,000 lines.',
        'The exports of GLPI and OCS Inventory as they come. Else, a column “Software”, and a column “Version” if you have it.',
        'Nothing is declared before you have checked it.',
      ],
    },
    report: {
      title: 'Report uses',
      heading: 'Say who uses a software',
      lead: 'As a publisher or a body that runs software for others, you know your users: a file will do. Each organisation will be asked to confirm; until then, the use counts as reported.',
      submit: 'Read the file',
      how: 'What is read',
      howText: [
        'CSV, XLSX or ODS, at most 10 MB and 40,000 lines.',
        'A column SIREN, SIRET or INSEE code, or two columns Name and Department.',
        'If you have them: Software, Version, Since, State.',
        'What an organisation has said itself is never replaced. The same file again changes nothing.',
      ],
      software: 'The software',
      softwareHint: 'Its name in the catalogue. Leave empty if the file has a column “Software”.',
      runs: 'We run this software for them',
      notAllowed:
        'Your organisation cannot say what others use: that is for the publisher of a software and for the bodies that run it for others.',
      notAllowedNext: 'Import what you use yourselves',
    },
    form: {
      file: 'The file',
      fileHint: 'CSV, XLSX or ODS, at most 10 MB.',
      pasted: 'Or paste the list',
      pastedHint:
        'One name a line, or columns copied from a spreadsheet. If a file is chosen, the file is read.',
      sending: 'Sending…',
      wrong: 'The list was not taken',
      mend: 'Correct what follows, then send again.',
      failed:
        'The service did not answer, or too many files came from your network within an hour. Nothing was recorded: try again later.',
      signIn: 'Sign in in another tab',
      faults: {
        'file-missing': 'Choose a file, or paste a list.',
        'file-long':
          'This file is larger than 10 MB. Keep only its useful columns, or cut it into several.',
        'software-unknown':
          'The catalogue does not have this software under this name: write it as on its page.',
      },
    },
    recent: 'Your last files',
    pasted: 'Pasted list',
    states: {
      uploaded: 'waiting to be read',
      ready: 'to be checked',
      refused: 'refused',
      applying: 'being applied',
      applied: 'applied',
      failed: 'not applied',
      dropped: 'given up',
    },
    progress: {
      reading: 'Reading your file',
      applying: 'Being applied',
      read: 'The file is being opened…',
      match: 'Line {n} of {of}',
      apply: 'All of it is recorded at once, or none of it.',
      waiting: 'Files before yours: {n}',
      refresh: 'This page reloads by itself.',
      lost: 'The service does not answer. The reading goes on without this page: reload it later.',
    },
    refused: {
      heading: 'This file was not read',
      again: 'Send another file',
      nothing: 'Nothing was recorded.',
    },
    failed: {
      heading: 'Nothing was recorded',
      'no-right':
        'The person who had it applied is not a member of this organisation any more. Send the file again to start over.',
    },
    interrupted: 'Applying was interrupted: nothing of it was recorded. You can start it again.',
    dropped: { heading: 'List given up', text: 'Its lines are erased, nothing was recorded.' },
    applied: {
      heading: 'Done',
      own: (created, changed) =>
        `Software declared: ${created}. Declarations brought up to date: ${changed}.`,
      report: (created, changed) => `Uses reported: ${created}. Brought up to date: ${changed}.`,
      unchanged: (n) => `Unchanged, because said meanwhile: ${n}.`,
      asked: (n) =>
        `Organisations asked to confirm by e-mail: ${n}. The others have no member here yet.`,
      space: 'See the organisation’s space',
      software: 'See the users of the software',
    },
    ready: {
      heading: 'Check before recording',
      found: (lines, format) => `${lines} lines read (${format}).`,
      columns: 'Columns recognised',
      counts: 'What was found',
      nothing:
        'All that this file says is known already, or cannot be recorded: it would change nothing.',
      state: 'State of this software with you',
      applyOwn: 'Declare the chosen lines',
      applyReport: (n) => `Report the ${n} matched lines`,
      save: 'Save these choices',
      saved: 'Your choices are saved.',
      drop: 'Give this list up',
      errors: 'Download the lines to correct (CSV)',
      undecided: (n) => `Lines that wait for your choice: ${n}. Without one, they are left aside.`,
      unknownNames: (names) => `Not in the catalogue under this name: ${names}.`,
      show: 'Show',
      all: 'all',
      line: 'Line',
      inList: 'In your list',
      means: 'In the catalogue',
      organisation: 'Organisation',
      status: 'Result',
      says: 'What will be recorded',
      choice: (label) => `What “${label}” means`,
      other: (label) => `Another name for “${label}”`,
      otherShort: 'Another name',
      decide: 'To be decided',
      leaveOut: 'Leave out',
      toCheck: 'To be checked',
      linesHeading: 'Lines of the file',
      matchedHeading: 'Recognised in the catalogue',
      unknownHeading: 'Not in the catalogue',
      unknownText:
        'Proprietary software, drivers, modules: the catalogue does not have them. If it is free software, propose it.',
      propose: 'Propose a software',
      presentHeading: 'Already declared by your organisation',
      confirms: 'another says so already; you would confirm it',
      linesCaption: (page) => `Lines of the file, ${page}`,
      version: (version) => `version ${version}`,
      installations: (n) => `workstations: ${n}`,
      since: (date) => `since ${date}`,
    },
    certainty: {
      exact: 'same name',
      alias: 'another known name',
      package: 'known name of a package',
      near: 'a name close to it: to be checked',
      siren: 'by its SIREN',
      insee: 'by its INSEE code',
      name: 'by name and département',
      update: 'brings up to date what you had reported',
      organisation: 'no such organisation',
      software: 'no such software in the catalogue',
      several: 'several organisations bear this name',
      'no-key': 'does not say which organisation is meant',
      'bad-siren': 'wrong SIREN: nine digits with their key are expected',
      'bad-siret': 'wrong SIRET: fourteen digits with their key are expected',
      'bad-insee': 'wrong INSEE code: five characters are expected',
      rounded:
        'number rounded by the spreadsheet (2.1E+08): make the column text before putting the numbers back',
      contradiction: 'the SIREN and the INSEE code mean two different organisations',
      'bad-state': 'unknown state: evaluation, pilot, production or stopped',
      'bad-since': 'date that cannot be read or is yet to come: YYYY, MM/YYYY or DD/MM/YYYY',
      'no-software': 'names no software',
      'not-yours': 'software that your organisation neither publishes nor runs for others',
      yourself: 'this is your own organisation: declare it in your space',
      twice: 'said already by an earlier line',
    },
    statuses: {
      matched: { one: 'matched', many: 'matched' },
      ambiguous: { one: 'to be specified', many: 'to be specified' },
      unknown: { one: 'unknown', many: 'unknown' },
      present: { one: 'already known', many: 'already known' },
      wrong: { one: 'wrong', many: 'wrong' },
    },
    faults: {
      empty:
        'This file is empty, or its first sheet is. Save it again from your spreadsheet, then send it.',
      'too-long':
        'This file is larger than 10 MB. Keep only its useful columns, or cut it into several.',
      'too-many-lines':
        'This file has more than 40,000 lines. Cut it into several, then send them one after the other.',
      'too-many-columns':
        'This file has more than 200 columns. Keep only the useful ones, then send it again.',
      binary:
        'This file is neither a text nor a spreadsheet. Save your list as CSV, XLSX or ODS, then send it again.',
      pdf: 'This is a PDF: nothing can be read from it for sure. Export the original list as CSV, XLSX or ODS.',
      image:
        'This is a picture: nothing is read from it. Export the original list as CSV, XLSX or ODS, or paste it as text.',
      'old-spreadsheet':
        'This is an old Excel file (.xls). Open it, save it as XLSX, ODS or CSV, then send it again.',
      document:
        'This is a document or a web page, not a table. Copy the list into a spreadsheet and save it as CSV, XLSX or ODS.',
      archive:
        'This is an archive, or a document that is no spreadsheet. Take the CSV, XLSX or ODS file out of it and send it alone.',
      'zip-bomb':
        'Unfolded, this file would be out of all proportion: it was not opened. Save your list as CSV, then send it again.',
      damaged:
        'This file is damaged or incomplete. Open it in your spreadsheet, save it again, then send it.',
      encrypted:
        'This file is protected by a password. Save a copy without protection, then send that.',
      quotes:
        'A quotation mark is opened and never closed: the rest of the file would be read as one cell. Correct it, or save the list as XLSX.',
      'no-software-column':
        'No column of names of software was recognised. Name it “Software” on the first line, then send the file again.',
      'no-organisation-column':
        'No column says which organisations are meant. Name one “SIREN”, “SIRET” or “INSEE code”, or two “Name” and “Department”, on the first line.',
      'too-heavy':
        'This file takes more memory or time than a list does. Save it as CSV with its useful columns alone, then send it again.',
      unexpected:
        'The reading was cut short by a fault of the service, which is noted. Send the file again; if it happens again, send it as CSV.',
    },
    errorFile: {
      line: 'Line',
      said: 'What the line says',
      result: 'Result',
      why: 'Why',
      file: 'lines-to-correct',
    },
  },
}
