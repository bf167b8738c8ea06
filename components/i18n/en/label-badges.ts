import type { labelBadges as fr } from '../fr/label-badges.ts'

export const labelBadges: typeof fr = {
  badges: {
    healthRow: 'Credentials of the label',
    healthCounts: (issued, waiting, key) =>
      `${issued} signed, ${waiting} waiting${key ? '' : ' (no key: npm run label:key -- new)'}`,

    title: (name, year) => `${name}, label ${year}`,
    heading: (name, year) => `${name}: Territoire Numérique Libre label, ${year} edition`,
    more: 'Badge and details',
    moreOf: (name, year) => `Badge and details: ${name}, ${year}`,
    result: 'Result',
    scale: 'Scale of this edition',
    mentions: 'Special mentions',
    givenHere: 'Given here by the jury of the edition',
    givenOn: (date) => `published on ${date}`,
    documented: 'Documented award, not given here',
    documentedBy: (title) =>
      `A public source attests it: ${title}. It has no signed credential, since this site did not give it.`,
    whose: 'Who attests it',
    carried: 'Application carried by',
    responsible: 'in charge of the application',
    elected: 'elected official',
    organisation: 'See the page of this organisation',
    allOf: (year) => `See the laureates of ${year}`,

    badge: 'The badge',
    badgeLead:
      'An image at a permanent address, to show on another site. It is not the official logo of the label.',
    badgeOpen: 'Open the image alone',
    embedFr: 'Code to copy, in French',
    embedEn: 'Code to copy, in English',
    embedHint:
      'HTML to paste into a page: the image, its alternative text and a link to this page.',
    copy: 'Copy',
    copied: 'Copied.',
    copyFailed: 'Copying did not work: select the text and copy it.',

    credential: 'The signed credential',
    credentialLead:
      'A document in the Open Badges 3.0 format, signed by the organiser of the label on this site: any verifier of that format can tell whether it is true, without trusting us.',
    credentialOpen: 'Open the credential (JSON)',
    credentialBaked: 'Download the badge with its credential (SVG)',
    credentialVerify: 'Verify it here',
    credentialSigned: (date) => `Signed on ${date}.`,
    credentialWaits:
      'The credential is not signed yet: it will be as soon as the key of the organiser is in place. The result itself is public.',
    notAdullact:
      'The organiser is that of this site. It is not ADULLACT, which has run the label since 2016, unless an agreement is published here.',

    verify: {
      title: 'Verify a credential of the label',
      description:
        'Verifies an Open Badges 3.0 credential of the Territoire Numérique Libre label that this site signed.',
      heading: 'Verify a credential of the label',
      lead: 'Paste a credential, send its file or give its address. Nothing of what you send is kept.',
      what: 'What is verified',
      whatList: [
        'the issuer is the organiser of the label on this site;',
        'the key is one of its own, whether it still signs or is retired;',
        'the signature covers the whole document: a word changed makes it false;',
        'the dates: that of the credential, that of the signature;',
        'the award is still on record on this site.',
      ],
      never:
        'This site asks no other site: for a credential from elsewhere, use the verifier of its issuer.',
      fields: {
        text: 'The credential',
        textHint: 'The whole JSON text, from the first brace to the last.',
        file: 'Or its file',
        fileHint: 'JSON, or the SVG badge that holds it; 1 MB at most.',
        address: 'Or its address on this site',
        addressHint:
          'The address of a credential, or of the page of an award. Only addresses of this site are read.',
      },
      submit: 'Verify',
      sending: 'Verifying…',
      wrong: 'Nothing could be verified',
      mend: 'Mend what follows, then send again.',
      failed:
        'The service did not answer. Nothing of what you wrote is lost: try again later, without closing this page.',
      resultHeading: {
        valid: 'This credential is valid',
        invalid: 'This credential is not valid',
        unreadable: 'Nothing could be verified',
      },
      says: (name, result, year) =>
        `${name}: ${result}, ${year} edition of the Territoire Numérique Libre label.`,
      noRank: 'laureate',
      scale: (scheme) => `Scale of this edition: ${scheme}.`,
      seeAward: 'See the page of this award',
      checksCaption: 'What was verified',
      columns: { check: 'Verified', result: 'Result' },
      checks: {
        issuer: 'Issuer',
        key: 'Key',
        signature: 'Signature',
        dates: 'Dates',
        record: 'Record',
      },
      passed: {
        issuer: 'the organiser of the label on this site',
        key: 'a key of the organiser',
        signature: 'exact: nothing was changed since',
        dates: 'consistent',
        record: 'the award is still there',
      },
      keySigns: (kid) => `the one that signs today (${kid})`,
      keyRetired: (kid, date) =>
        `retired on ${date}, after this signature, which remains good (${kid})`,
      datesOf: (from, signed) => `valid since ${from}, signed on ${signed}`,
      notMade: 'not verified, for want of the above',
      why: {
        'other-issuer': 'the issuer is not this site. Use the verifier of whoever issued it.',
        'unknown-key': 'the key is not, and never was, one of the organiser’s.',
        altered: 'the signature does not match: the document was changed, or it is forged.',
        'signed-after-retirement': 'the key was already retired when this was signed.',
        'signed-before-key': 'the key did not exist yet when this was signed.',
        'not-yet-valid': 'it is not valid yet today.',
        expired: 'it is not valid any more today.',
        'not-on-record':
          'the signature is good, but this award is no longer on record on this site.',
        empty: 'Paste a credential, choose a file or give an address.',
        'too-long':
          'This is too long: a credential is some thousands of characters, 1 MB at most is read.',
        'not-json': 'This text is not complete JSON: copy it from the first brace to the last.',
        'too-complex':
          'This document is larger, deeper or otherwise made than a credential: it was not read any further.',
        'no-credential-in-svg':
          'This image holds no credential: take the badge that is offered with its credential.',
        'not-a-credential':
          'This JSON is not an Open Badges 3.0 credential signed like those of this site.',
        'foreign-contexts':
          'This document uses other vocabularies than the credentials of this site: it is none of them.',
        elsewhere:
          'This address is not of this site, which asks no other. Open it, then paste here what it shows.',
        'unknown-address': 'No credential is at this address: check it, or paste the credential.',
      },
    },
  },
}
