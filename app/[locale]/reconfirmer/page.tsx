import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { signInEnabled } from '#app/_request/auth.ts'
import { type SearchParams, startPage } from '#app/_request/context.ts'
import { pageMetadata } from '#app/_request/metadata.ts'
import { ReconfirmView } from '#components/adoptions/reconfirm-view.tsx'
import { accountSecret } from '#lib/accounts/secret.ts'
import { readAsked } from '#lib/adoptions/commands/reconfirm-by-link.ts'
import { currentSettings } from '#lib/current-settings.ts'
import { reconfirmAction } from './actions.ts'

type Props = { searchParams: SearchParams }

/** Longer than any link that is sent. */
const LONGEST_TOKEN = 6_000

export async function generateMetadata(): Promise<Metadata> {
  const { locale, t } = await startPage()
  return {
    ...pageMetadata(locale, '/reconfirmer', { title: t.reconfirm.title, noIndex: true }),
    // The token in the address goes to no other site; none at all would make the browser hide where the form
    // stands, which the gate of forms refuses.
    referrer: 'same-origin',
  }
}

/** Reading it changes nothing: only its button does, so that a program that opens links answers nothing. */
export default async function ReconfirmPage({ searchParams }: Props) {
  const { context, locale } = await startPage()
  if (!signInEnabled()) notFound()
  const { jeton, fait } = await searchParams
  const token = typeof jeton === 'string' ? jeton.slice(0, LONGEST_TOKEN) : ''
  return (
    <ReconfirmView
      locale={locale}
      asked={await readAsked(context, { secret: accountSecret(currentSettings()), token })}
      token={token}
      action={reconfirmAction}
      justDone={fait === 'oui'}
    />
  )
}
