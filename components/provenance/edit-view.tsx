import { DoneNote } from '#components/accounts/done-note.tsx'
import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { badgesPath, pathTo, softwarePath } from '#components/i18n/paths.ts'
import { Breadcrumb } from '#components/ui/breadcrumb.tsx'
import { Link } from '#components/ui/link.tsx'
import type { FormAction } from '#components/ui/use-sent-form.ts'
import { DifferenceList } from './difference-list.tsx'
import { editFields, type ShownEdit, type ShownGroup } from './edit-fields.ts'
import { EditForm } from './edit-form.tsx'
import {
  FindingsPanel,
  RepositoryPanel,
  type ShownFindings,
  type ShownRepository,
} from './repository-panel.tsx'
import { functionNamesOf } from './value-words.ts'

interface EditViewProps {
  locale: Locale
  entry: ShownEdit & { publiccode: ShownFindings | null }
  repository: ShownRepository | null
  groups: readonly ShownGroup[]
  /** Key of what a form of the page has just done. */
  done: string
  /** Sentences of what may be wrong with an address, by key. */
  addressFaults: Record<string, string>
  actions: Record<'edit' | 'decide' | 'readAgain', FormAction<string>>
}

/** An entry for its publisher and the moderation: what is to decide, its repository, all its fields. */
export function EditView(props: EditViewProps) {
  const { locale, entry, repository, groups, actions } = props
  const all = messages(locale)
  const t = all.entryEdit
  const address = pathTo(locale, `/espace/logiciels/${entry.slug}`)
  const { submit, sending, wrong, mend, failed, meanwhile, meanwhileEmpty, takeTheirs } = t.form
  return (
    <>
      <Breadcrumb
        locale={locale}
        trail={[
          { label: all.software.heading, href: pathTo(locale, '/logiciels') },
          { label: entry.name, href: softwarePath(locale, entry.slug) },
        ]}
      />
      <h1>{t.title(entry.name)}</h1>
      <p className="lead mt-2">{t.lead}</p>
      <DoneNote text={t.done[props.done]} />
      <ul className="mt-4 flex flex-wrap gap-x-6 gap-y-1">
        <li>
          <Link className="link" href={softwarePath(locale, entry.slug)}>
            {t.publicPage}
          </Link>
        </li>
        <li>
          <Link className="link" href={pathTo(locale, `/logiciels/${entry.slug}/historique`)}>
            {t.history}
          </Link>
        </li>
        <li>
          <Link className="link" href={`${address}/noms`}>
            {all.names.title(entry.name)}
          </Link>
        </li>
        <li>
          <Link className="link" href={`${address}/relations`}>
            {all.relations.edit}
          </Link>
        </li>
        <li>
          <Link className="link" href={badgesPath(locale, entry.slug)}>
            {all.readmeBadges.link}
          </Link>
        </li>
      </ul>
      <DifferenceList
        locale={locale}
        entry={entry}
        functions={functionNamesOf(groups)}
        action={actions.decide}
        address={address}
      />
      <RepositoryPanel
        locale={locale}
        slug={entry.slug}
        repository={repository}
        action={actions.readAgain}
        address={address}
      />
      <FindingsPanel locale={locale} slug={entry.slug} publiccode={entry.publiccode} />
      <section aria-labelledby="entry" className="mt-10 max-w-3xl">
        <h2 id="entry" className="mb-4">
          {t.form.heading}
        </h2>
        <EditForm
          key={entry.revision}
          action={actions.edit}
          address={address}
          fields={editFields(locale, entry, groups)}
          hidden={{ locale, software: entry.slug }}
          revision={String(entry.revision)}
          texts={{
            ...{ submit, sending, wrong, mend, failed },
            ...{ meanwhile, meanwhileEmpty, takeTheirs },
          }}
          faults={{ ...t.faults, ...props.addressFaults }}
          signIn={{ href: pathTo(locale, '/connexion'), label: all.accounts.form.signIn }}
        />
      </section>
    </>
  )
}
