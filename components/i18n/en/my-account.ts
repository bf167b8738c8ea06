import type { myAccount as french } from '../fr/my-account.ts'

export const myAccount: typeof french = {
  myAccount: {
    title: 'My account',
    address: (email) =>
      `Your address: ${email}. It does not change; for another, make another account.`,
    done: {
      profil: 'Saved.',
      session: 'The session is ended.',
      autres: 'Your other sessions are ended.',
      quitte: 'You have left the organisation. What you declared for it stays.',
    },
    profile: 'Name and language',
    name: 'Your name',
    nameHint:
      'Optional, at most 80 characters. Only the members of your organisations and the moderators see it.',
    language: 'The language of mails',
    languageHint: 'That of the pages follows their address.',
    languages: { fr: 'French (français)', en: 'English' },
    save: 'Save',
    memberships: 'What you are, and where it comes from',
    overallRole: (role) => `Over the whole catalogue: ${role}, given by the administrators.`,
    membership: (name, role, date) => `${name}: ${role}, since ${date}`,
    noMembership: 'You are not a member of any organisation.',
    join: 'Join an organisation',
    leave: 'Leave',
    leaveOf: (name) => `Leave ${name}`,
    sessions: 'Your sessions',
    sessionsText: 'Each lasts 14 days. If there is one that you do not know, end it.',
    session: (device, date, end) => `${device}, opened on ${date}, until ${end}`,
    unknownDevice: 'an unknown device',
    here: 'this one',
    endSession: 'End',
    endSessionOf: (what) => `End the session: ${what}`,
    endOthers: 'End the others',
    data: 'Your data',
    dataText:
      'All that the service holds about you, in a JSON file: the account, the organisations, the requests, the sessions, what you declared.',
    download: 'Download my data',
    durations: 'What is kept, and for how long',
    remove: 'Delete my account',
    removeText:
      'The account, your name, your address, your sessions and your memberships are erased at once and for good. What you declared for an organisation stays, without your name.',
    confirm: (word) => `Write ${word} to confirm`,
    confirmHint: 'Nothing will bring it back.',
    removeSubmit: 'Delete my account',
    removedTitle: 'Account deleted',
    removed: 'Your account is deleted',
    removedText:
      'Your name and your address are not in the database any more. Backups that the operator made before keep them as long as they last.',
    removedHome: 'Back to the catalogue',
  },
}
