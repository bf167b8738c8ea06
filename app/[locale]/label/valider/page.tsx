import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { signInEnabled } from '#app/_request/auth.ts'
import { type SearchParams, startPage } from '#app/_request/context.ts'
import { currentWriting } from '#app/_request/dossier-address.ts'
import { pageMetadata } from '#app/_request/metadata.ts'
import { ValidateView } from '#components/dossier/validate-view.tsx'
import { readValidation } from '#lib/applications/commands/validate-by-link.ts'
import { sendBackAction, validateAction } from './actions.ts'

type Props = { searchParams: SearchParams }

/** Longer than any link that is sent. */
const LONGEST_TOKEN = 2_000

export async function generateMetadata(): Promise<Metadata> {
  const { locale, t } = await startPage()
  return {
    ...pageMetadata(locale, '/label/valider', { title: t.dossier.validate.title, noIndex: true }),
    // As /reconfirmer: the token goes to no other site, and the browser still says where the form stands.
    referrer: 'same-origin',
  }
}

/** Reading it changes nothing: only its buttons do, so that a program that opens links validates nothing. */
export default async function ValidatePage({ searchParams }: Props) {
  const { context, locale } = await startPage()
  if (!signInEnabled()) notFound()
  const { lien, fait } = await searchParams
  const token = typeof lien === 'string' ? lien.slice(0, LONGEST_TOKEN) : ''
  return (
    <ValidateView
      locale={locale}
      asked={await readValidation(context, { secret: currentWriting().secret, token })}
      token={token}
      done={fait === 'valide' || fait === 'renvoye' ? fait : ''}
      actions={{ validate: validateAction, sendBack: sendBackAction }}
    />
  )
}
