import type { about as french } from '../fr/about.ts'

export const about: typeof french = {
  about: {
    title: 'About Mutualibre',
    lead: 'Arles wrote openElec in 2003; other municipalities use it without paying for it twice. Mutualibre makes this reuse visible and easy.',
    sections: [
      {
        heading: 'What is here',
        text: [
          'The free software that serves the work of a local authority, described in our own words; who uses it, row by row; and the awards of the label Territoire Numérique Libre that public documents attest.',
          'Only software whose licence is approved by the Free Software Foundation or the Open Source Initiative enters the catalogue.',
        ],
      },
      {
        heading: 'What the figures are worth',
        text: [
          'A use is a row: an organisation, a software, a state, and who says so. It is “reported” while the word is someone else’s (a publisher, an operator, a published document) and “confirmed” once the organisation itself has said it. The numbers shown are counted on these rows, never typed in.',
          'A publisher’s estimate (“about a thousand communes”) is shown apart, with its source, and is added to nothing.',
          'A dated document says what was true on its date. Absence proves nothing.',
        ],
      },
      {
        heading: 'Where the data come from',
        text: [
          'Communes, intercommunalities, départements and régions: administrative divisions published by Etalab (INSEE, DGCL, La Poste), Licence Ouverte. Software: the projects’ repositories, SILL (DINUM, Licence Ouverte 2.0), public documentation; every fact carries a “source” mark that opens its document.',
          'A mistake? The reference files can be read and corrected in the project’s repository.',
        ],
      },
      {
        heading: 'Reuse',
        text: [
          'The code is free, under AGPL-3.0-or-later. The texts written for the catalogue are under Licence Ouverte 2.0.',
        ],
      },
    ],
  },
  legal: {
    title: 'Legal notice',
    lead: 'What the law asks to be said, and what this site keeps about you: nothing but what you write yourself, or what your identity provider says.',
    sections: [
      {
        heading: 'Publisher and host',
        text: [
          'This site is an instance of the free software Mutualibre. The body that runs it and its host must be named here before it opens to the public (French law no. 2004-575 of 21 June 2004, article 1-1).',
        ],
      },
      {
        heading: 'Personal data',
        text: [
          'The published catalogue holds no personal data, except what an agent wrote there in order to be reached. Reading the site sets no cookie; it measures no audience and passes nothing on to third parties.',
          'A request for software holds personal data only if one writes some in it: neither name nor e-mail is asked for, and nothing of the device or the network is attached. It is not published; the people who run the catalogue read it. Its text is kept until the request is settled, then erased from the database; what is left is its number, date and language, and the function and kind of organisation that were chosen. Backups that the operator made in the meantime keep it as long as they last.',
          'To bound the number of searches and of forms sent, the service remembers the network address in memory, for a minute after a search, for an hour after a form; it writes it nowhere.',
          'Your last five searches stay in your browser, on this device: the list of them is never sent. To erase it, open the empty search field and choose “Clear these searches”.',
        ],
      },
      {
        heading: 'If you have an account',
        text: [
          'The controller is the body that runs this site. It keeps these data so that public bodies can say themselves what they use, and so that one knows whose word each is: a task carried out in the public interest (GDPR, article 6, 1, e).',
          'The account: your e-mail address, your name if you give it, your language, your roles, your organisations and what ties you to them (the domain of the address, the SIRET that your identity provider gives, an invitation, a decision of the moderators). It is kept until you delete it. Your name and address are seen by the members of your organisations, the moderators and the administrators alone.',
          'Sessions: their date and the browser that they name, 14 days. A link to sign in: 15 minutes. An invitation: 14 days to be used, erased 90 days later. A request to join and its message: until 90 days after the decision.',
          'Mails: address, subject and text are erased from the database as soon as they are sent; what is left, for 90 days, is the trace that there was one. Nothing in them measures whether you read them.',
          'The files that you send: their content is kept only until it is read; their lines, 90 days. A testimonial: as long as the use that it is about, without your name. A message to a public body: erased as soon as it is sent; that you wrote to it, a week.',
          'An application for the label: name, office and e-mail of the two people behind it, answers and documents, read by the members of the organisation and, once it is submitted, by those who run the edition and by the jurors it is given to. It is kept with the edition, even if the account of whoever wrote it is deleted; the two names are published with the result only if these people agree. A juror’s notes go with their account. As long as an answer has not been saved, a copy of it stays in your browser.',
          'A provider: its members, their role, and who asked for or answered a reference, seen by the members of the provider, the moderators and the administrators; nothing of it is published. An invitation to look after its page is kept nowhere: the link in the mail carries it, for 14 days.',
          'What you do (declare, confirm, decide) is written to the service’s log under an identifier. Once the account is deleted, this identifier leads to nobody; the declarations of your organisation stay, without you.',
          'Two cookies, without which signing in does not work, are set only if you sign in: the session (14 days), and, while signing in, the address that the link was sent to or the exchange with your identity provider (15 minutes at most). No advertising, no measuring.',
          'A project listed or an entry claimed: who did it, what was written and read of the repository, until the moderators have decided, or 90 days if nobody comes back to a draft; after that only the link with the account remains, erased with it. The contacts that a publiccode.yml names are kept as long as the repository says them, for the publisher and the moderators alone: they are neither published nor exported.',
          'A request for contact with a publisher: your message and your address are sent to it by mail, as the form says; the request is seen by the members of the publisher and forgotten after 400 days. The members of a publisher are seen by its members and the administrators. A need, a call for pooling and the parts in it are public in the name of an organisation, never of a person.',
          'Your rights: to read and take away your data, to correct them, to delete the account, to end a session, on the page “My account”, without asking anyone. To restrict or object to a processing, write to the operator; you can also turn to the French data protection authority (www.cnil.fr).',
        ],
      },
      {
        heading: 'Intellectual property',
        text: [
          'Code: AGPL-3.0-or-later. Texts and compilation: Licence Ouverte 2.0. The names of software and of the label Territoire Numérique Libre belong to their owners; Mutualibre is not the official site of the label.',
        ],
      },
    ],
  },
  accessibility: {
    title: 'Accessibility statement',
    lead: 'Compliance with RGAA 4.1: not compliant, for want of an audit. Here is what has been done and what remains.',
    sections: [
      {
        heading: 'What is checked',
        text: [
          'Every page passes, at every change, the automatic checks of axe (WCAG 2.2 A and AA) in French and English, light and dark, without any error. The main paths are tried with the keyboard alone and without JavaScript. Every map has its table.',
        ],
      },
      {
        heading: 'What is missing',
        text: [
          'No complete audit of the 106 RGAA criteria has been made by an outside person, nor any trial with screen readers by their users. This is why the site declares itself not compliant.',
        ],
      },
      {
        heading: 'Report a difficulty',
        text: [
          'Write to the body that runs this site, named in the legal notice. Without a satisfactory answer, you can turn to the French Défenseur des droits (www.defenseurdesdroits.fr).',
        ],
      },
    ],
  },
  notFound: {
    title: 'Page not found',
    text: (path) => `The address ${path} leads nowhere here.`,
    near: 'Perhaps you were looking for:',
    search: 'Search the catalogue',
    home: 'Back to the home page',
  },
  error: {
    title: 'The service ran into a problem',
    text: 'It is not your doing, and nothing you did elsewhere is lost. Try again in a moment.',
    reference: (digest) => `Reference to give if it lasts: ${digest}`,
    retry: 'Try again',
  },
  health: {
    title: 'Service status',
    ok: 'Everything works.',
    caption: 'What the service holds',
    rows: {
      software: 'Software',
      organisations: 'Organisations',
      uses: 'Known uses',
      indexed: 'Documents in the index',
      lag: 'Changes to index',
      lastError: 'Last failure of Meilisearch',
      engine: 'Search engine',
      dataset: 'Data',
    },
    engines: { fts5: 'SQLite FTS5 (embedded)', meilisearch: 'Meilisearch' },
    circuits: { closed: 'answers', open: 'does not answer', 'half-open': 'on trial' },
    reasons: {
      slow: 'too slow',
      unreachable: 'unreachable',
      refused: 'request refused',
      unusable: 'unusable: see the server’s log',
      failed: 'failed: see the server’s log',
    },
    datasets: { real: 'real', demo: 'simulated (demonstration)', bench: 'made up (measuring)' },
  },
}
