import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { type SearchParams, startPage } from '#app/_request/context.ts'
import { startMemberPage } from '#app/_request/member-page.ts'
import { pageMetadata } from '#app/_request/metadata.ts'
import { readable } from '#app/_request/readable.ts'
import { organiserPath } from '#components/i18n/paths.ts'
import { ClarifyView, CriterionEditorView } from '#components/label/criterion-editor-view.tsx'
import { criterionAsInput } from '#lib/label/grid-file.ts'
import { getCriterionForOrganiser, getEditionForOrganiser } from '#lib/label/organiser-queries.ts'
import { criterionTyped, NEW_CRITERION } from '#lib/label/rules/criterion-form.ts'
import { functionNames, functionTree } from '#lib/software/function-queries.ts'
import { clarifyAction, removeCriterionAction, saveCriterionAction } from './actions.ts'

type Props = { params: Promise<{ year: string; id: string }>; searchParams: SearchParams }

const NEW = 'nouveau'

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, t } = await startPage()
  const { year, id } = await params
  const { edit, criterion } = t.labelEditions
  return pageMetadata(locale, `/espace/label/millesimes/${year}/criteres/${id}`, {
    title: id === NEW ? criterion.titleNew : `${edit.titleOpen(Number(year))}, ${edit.edit}`,
    noIndex: true,
  })
}

export default async function CriterionPage({ params, searchParams }: Props) {
  const { context, locale } = await startMemberPage()
  const { year, id } = await params
  const { edition, grid } = readable(() => getEditionForOrganiser(context, Number(year)))
  const draft = edition.state === 'draft'
  const found =
    id === NEW ? undefined : readable(() => getCriterionForOrganiser(context, grid.key, Number(id)))
  const common = {
    locale,
    year: edition.year,
    address: `${organiserPath(locale, edition.year)}/criteres/${id}`,
  }
  if (found && !draft) {
    return (
      <ClarifyView
        {...common}
        criterion={found.criterion}
        stamp={found.clarificationStamp}
        names={functionNames(context)}
        clarify={clarifyAction}
      />
    )
  }
  const { axe } = await searchParams
  const slug = found?.criterion.axis ?? axe
  const axis = grid.axes.find((item) => item.slug === slug)
  if (!axis || !draft) notFound()
  return (
    <CriterionEditorView
      {...common}
      address={found ? common.address : `${common.address}?axe=${axis.slug}`}
      axis={{ slug: axis.slug, name: axis.name[locale] }}
      criterion={
        found && {
          id: found.criterion.id,
          label: found.criterion.label[locale],
          stamp: found.stamp,
        }
      }
      typed={found ? criterionTyped(criterionAsInput(found.criterion)) : NEW_CRITERION}
      groups={functionTree(context)}
      save={saveCriterionAction}
      remove={removeCriterionAction}
    />
  )
}
