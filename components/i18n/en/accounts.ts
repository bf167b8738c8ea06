import type { accounts as french } from '../fr/accounts.ts'

export const accounts: typeof french = {
  accounts: {
    faults: {
      'email-missing': 'Write an e-mail address.',
      'email-wrong': 'This is not an e-mail address: it reads name@domain.fr.',
      'name-long': 'This is too long: at most 80 characters.',
      'message-long': 'This is too long: at most 1,000 characters.',
      'role-unknown': 'Choose a role of the list.',
      'locale-unknown': 'Choose a language of the list.',
      'confirmation-wrong': 'Write exactly the word that is asked for.',
    },
    form: {
      wrong: 'This did not work',
      mend: 'Correct what follows, then send again. Nothing that you wrote is lost.',
      failed:
        'The service did not answer, or too many forms came from your network within an hour. Nothing that you wrote is lost: try again later, without closing this page.',
      sending: 'Sending…',
      signIn: 'Sign in in another tab',
    },
    header: { signIn: 'Sign in', space: 'My space' },
    roles: { member: 'member', manager: 'manager' },
    overallRoles: {
      moderator: 'moderation of the catalogue',
      'label-organiser': 'organisation of the label',
      juror: 'jury of the label',
      administrator: 'administration',
    },
    how: {
      domain: 'your address is in a verified domain of this organisation',
      'provider-claim': 'your identity provider gives its SIRET',
      invitation: 'a manager invited you',
      moderator: 'the moderators accepted your request',
      server: 'whoever runs the service put you there',
    },
    signIn: {
      title: 'Sign in',
      lead: 'To say what your organisation uses. Reading the catalogue asks for no account.',
      byMail: 'By e-mail',
      email: 'Your e-mail address',
      emailHint:
        'Required. Preferably that of your work: it may be enough to join your organisation.',
      how: 'There is no password: a link is sent to you. It works once, within 15 minutes. The account is made when you first sign in.',
      submit: 'Receive a link',
      byProvider: 'With an account that you have already',
      provider: (name) => `Sign in with ${name}`,
      legal: 'What the site keeps about you',
      already: (email) => `You are signed in with the address ${email}.`,
      goOn: 'Go on',
      signOut: 'Sign out',
      providerWrong: 'Signing in did not work',
      providerDenied: 'You stopped it at your identity provider.',
      providerFailed:
        'Your identity provider did not answer, gave no verified e-mail address, or it took too long. Start again from this page.',
    },
    sent: {
      title: 'Link sent',
      heading: 'Look at your mail',
      to: (email) => `A link to sign in is on its way to ${email}.`,
      toSomeone: 'A link to sign in is on its way to the address that you gave.',
      open: 'Open it within 15 minutes, on this device or another, then press the button of the page. You can close this one.',
      nothing:
        'Nothing after a few minutes? Look at the spam folder, check the address, then ask for another link.',
      again: 'Ask for another link',
      folder: 'This service has no mail server: read the message here',
    },
    link: {
      title: 'Confirm that you sign in',
      heading: 'Sign in to Mutualibre',
      text: 'The link of the mail is good until you press this button; after that it is of no use. So a program that opens the links of a mail before you does not use it up.',
      submit: 'Sign me in',
      again: 'Ask for another link',
    },
    mails: {
      title: 'Mails of this service',
      lead: 'This service has neither a public address nor a mail server: its mails do not leave this machine. They are written into a folder, and shown here.',
      empty: 'No mail yet.',
      to: (address) => `To ${address}`,
      signIn: 'Ask for a link to sign in',
    },
  },
}
