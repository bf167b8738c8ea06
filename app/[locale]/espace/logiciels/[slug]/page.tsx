import type { Metadata } from 'next'
import { type SearchParams, startPage } from '#app/_request/context.ts'
import { startMemberPage } from '#app/_request/member-page.ts'
import { pageMetadata } from '#app/_request/metadata.ts'
import { readable } from '#app/_request/readable.ts'
import { EditView } from '#components/provenance/edit-view.tsx'
import { FORGE_FAULTS, type ForgeFault } from '#lib/forge/reading.ts'
import { faultSentence } from '#lib/forge/refusal.ts'
import { entryForEdit } from '#lib/provenance/entry-for-edit.ts'
import { functionTree } from '#lib/software/function-queries.ts'
import { decideAction, editAction, readAgainAction } from './actions.ts'

type Props = { params: Promise<{ slug: string }>; searchParams: SearchParams }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, t } = await startPage()
  const { slug } = await params
  return pageMetadata(locale, `/espace/logiciels/${slug}`, {
    title: t.entryEdit.title(slug),
    noIndex: true,
  })
}

export default async function EditEntryPage({ params, searchParams }: Props) {
  const { context, locale } = await startMemberPage()
  const { slug } = await params
  const entry = readable(() => entryForEdit(context, slug))
  const { fait } = await searchParams
  const { repository } = entry
  return (
    <EditView
      locale={locale}
      entry={entry}
      repository={
        repository && {
          ...repository,
          fault:
            repository.fault === ''
              ? null
              : faultSentence(repository.fault as ForgeFault, repository.host),
        }
      }
      groups={functionTree(context)}
      done={typeof fait === 'string' ? fait : ''}
      addressFaults={Object.fromEntries(
        FORGE_FAULTS.filter((fault) => fault.startsWith('address-')).map((fault) => [
          `forge-${fault}`,
          faultSentence(fault, locale === 'fr' ? 'Cette adresse' : 'This address')[locale],
        ]),
      )}
      actions={{ edit: editAction, decide: decideAction, readAgain: readAgainAction }}
    />
  )
}
