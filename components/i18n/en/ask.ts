import type { ask as french } from '../fr/ask.ts'

export const ask: typeof french = {
  ask: {
    title: 'Ask for software',
    description:
      'Say which free software the catalogue lacks, for which function and which kind of organisation.',
    heading: 'Ask for software that is missing',
    lead: 'Did not find it? Say so: a need that several authorities share is where shared software begins.',
    what: 'What becomes of your request',
    whatRead:
      'The people who run the catalogue read it and look for free software that answers it. None of it is published.',
    whatPersonal:
      'You are asked for neither name nor e-mail: please write none. So nobody can reply to you; come back to the function in the catalogue.',
    whatKept: 'The text is erased once the request is settled.',
    legal: 'Personal data: the legal notice',
    form: {
      asked: 'What are you looking for?',
      askedHint: 'The name of a software, a use. From 2 to 200 characters, required.',
      need: 'What must it do?',
      needHint: 'Optional, at most 2,000 characters. Write neither name nor e-mail in it.',
      function: 'For which function?',
      functionNone: 'I do not know, or none',
      organisationKind: 'What kind of organisation asks?',
      kindNone: 'I would rather not say',
      optional: 'Optional.',
      trap: 'Write nothing here',
      submit: 'Send the request',
      sending: 'Sending…',
      wrong: 'The request was not sent',
      mend: 'Correct what follows, then send again. Nothing that you wrote is lost.',
      failed:
        'The service did not answer, or too many requests came from your network within an hour. Nothing that you wrote is lost: try again later, without closing this page.',
      faults: {
        'asked-missing': 'Write what you are looking for: a few words will do.',
        'asked-short': 'Write at least two characters.',
        'asked-long':
          'This is too long: at most 200 characters. The details have their place in the next field.',
        'need-long': 'This is too long: at most 2,000 characters.',
        'function-unknown': 'Choose a function of the list, or none.',
        'kind-unknown': 'Choose a kind of organisation of the list, or none.',
      },
    },
    sentTitle: 'Request sent',
    sentHeading: 'Your request is recorded',
    reference: (n) => `Reference: request no. ${n}`,
    sentText:
      'The people who run the catalogue will read it. Keep this number if you want to speak to them about it.',
    next: 'What next',
    nextFunction: (name) => `See the function “${name}”`,
    nextFunctions: 'Browse the functions',
    nextAgain: 'Ask for another software',
  },
}
