import type { Metadata } from 'next'
import { signInEnabled } from '#app/_request/auth.ts'
import { type SearchParams, startPage } from '#app/_request/context.ts'
import { pageMetadata } from '#app/_request/metadata.ts'
import { AskView } from '#components/moderation/ask-view.tsx'
import { AskedView } from '#components/moderation/asked-view.tsx'
import { askAddress } from '#lib/moderation/schema.ts'
import { functionTree, getFunctionBySlug } from '#lib/software/function-queries.ts'
import { askForSoftwareAction } from './actions.ts'

type Props = { searchParams: SearchParams }

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { locale, t } = await startPage()
  const { envoyee } = askAddress.parse(await searchParams)
  return pageMetadata(locale, '/logiciels/demander', {
    title: envoyee === null ? t.ask.title : t.ask.sentTitle,
    description: t.ask.description,
    noIndex: envoyee !== null,
  })
}

export default async function AskPage({ searchParams }: Props) {
  const { context, locale } = await startPage()
  const { nom, fonction, envoyee } = askAddress.parse(await searchParams)
  const chosen = getFunctionBySlug(context, fonction)
  if (envoyee !== null) return <AskedView locale={locale} reference={envoyee} chosen={chosen} />
  return (
    <AskView
      locale={locale}
      action={askForSoftwareAction}
      name={nom}
      wanted={chosen?.slug ?? ''}
      groups={functionTree(context)}
      add={signInEnabled()}
    />
  )
}
