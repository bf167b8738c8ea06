'use server'

import { requestContext } from '#app/_request/context.ts'
import { formLocale, typedIn } from '#app/_request/run-command.ts'
import type { VerifyState } from '#components/label/verify-form.tsx'
import { outcomeInWords } from '#components/label/verify-words.ts'
import { LONGEST_CREDENTIAL, type Verification } from '#lib/credentials/schema.ts'
import { verifyAddress, verifyCredential } from '#lib/credentials/verify-credential.ts'
import { currentSettings } from '#lib/current-settings.ts'

/** Longest address that is looked at, and longest text that comes back with the page. */
const LONGEST_ADDRESS = 500
const LONGEST_KEPT = 50_000

/** Says what a credential is worth; it keeps nothing, and asks nobody. */
export async function verifyAction(previous: VerifyState, form: FormData): Promise<VerifyState> {
  const text = typedIn(form, 'text')
  const address = typedIn(form, 'address').slice(0, LONGEST_ADDRESS)
  const sent = form.get('file')
  const file = sent instanceof File && sent.size > 0 ? sent : undefined
  const context = await requestContext()
  const { siteUrl } = currentSettings()
  const verify = async (): Promise<Verification> => {
    if (file) {
      if (file.size > LONGEST_CREDENTIAL) return { verdict: 'unreadable', why: 'too-long' }
      return await verifyCredential(context, { siteUrl, sent: await file.text() })
    }
    if (text.trim() !== '') return await verifyCredential(context, { siteUrl, sent: text })
    return await verifyAddress(context, { siteUrl, address })
  }
  const outcome = outcomeInWords(formLocale(form), await verify())
  const before = Number(previous?.refusals)
  return {
    values: { text: text.slice(0, LONGEST_KEPT), file: '', address },
    faults: {},
    refusals: (Number.isInteger(before) ? before : 0) + 1,
    outcome,
  }
}
