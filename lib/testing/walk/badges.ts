import type { Context } from '#lib/context.ts'
import { issueCredential, issueWaiting } from '#lib/credentials/commands/issue-credential.ts'
import { makeLabelKey, rotateLabelKey } from '#lib/credentials/commands/keep-keys.ts'
import { aKeyFolder, SITE } from '#lib/testing/credentials.ts'

type Call = (context: Context) => unknown

/** What is done with the organiser's keys and with what they sign. */
export function callsOfBadges(): Record<'label.keep-keys' | 'label.publish', Call[]> {
  const signing = () => ({ folder: aKeyFolder(), siteUrl: SITE })
  return {
    'label.keep-keys': [
      (context) => makeLabelKey(context, signing()),
      (context) => rotateLabelKey(context, signing()),
    ],
    'label.publish': [
      (context) => issueCredential(context, signing(), 1),
      (context) => issueWaiting(context, signing()),
    ],
  }
}
