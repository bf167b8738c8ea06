import { FieldsForm } from '#components/accounts/fields-form.tsx'
import { formTexts } from '#components/accounts/form-texts.ts'
import { formatNumber } from '#components/i18n/format.ts'
import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { pathTo } from '#components/i18n/paths.ts'
import { Breadcrumb } from '#components/ui/breadcrumb.tsx'
import { Link } from '#components/ui/link.tsx'
import { TakesFocus } from '#components/ui/takes-focus.tsx'
import type { FormAction } from '#components/ui/use-sent-form.ts'
import { DocumentForm } from './document-form.tsx'
import { dossierPath, type ShownDossier, type ShownPlace } from './shown-dossier.ts'

/** The documents of a dossier, and the form that attaches one. */
export function DocumentsView({
  locale,
  place,
  dossier,
  criterion,
  done,
  actions,
}: {
  locale: Locale
  place: ShownPlace
  dossier: ShownDossier
  /** Slug of the criterion that is asked for; empty for none. */
  criterion: string
  done: 'joint' | 'retire' | ''
  actions: { attach: FormAction<string>; remove: FormAction<string> }
}) {
  const all = messages(locale)
  const t = all.dossier.documents
  const { organisation, edition, grid } = place
  const address = `${dossierPath(locale, place)}/documents`
  const hidden = {
    ...{ locale, key: organisation.key, grille: grid.key },
    dossier: String(dossier.row.id),
  }
  const writes = dossier.writable
  const criteria = grid.axes.flatMap((axis) =>
    axis.criteria.map((item) => ({ value: item.slug, label: item.label[locale] })),
  )
  return (
    <>
      <Breadcrumb
        locale={locale}
        trail={[
          { label: all.space.breadcrumb, href: pathTo(locale, '/espace') },
          {
            label: organisation.name,
            href: pathTo(locale, `/espace/collectivites/${organisation.key}`),
          },
          {
            label: edition ? all.dossier.title(String(edition.year)) : all.dossier.selfTitle,
            href: dossierPath(locale, place),
          },
        ]}
      />
      <h1>{t.title}</h1>
      <p className="lead mt-2">{t.lead}</p>
      {done ? (
        <TakesFocus labelledBy="done" className="mt-4 rounded-lg border-2 border-accent p-4">
          <p id="done">{done === 'joint' ? t.added : t.removed}</p>
        </TakesFocus>
      ) : null}
      {writes ? (
        <DocumentForm
          {...{ locale, hidden, address }}
          action={actions.attach}
          criterion={criterion}
          criteria={[{ value: '', label: t.whole }, ...criteria]}
          t={{
            ...{ file: t.file, fileHint: t.fileHint, submit: t.submit },
            ...{ criterion: t.criterion, criterionHint: t.criterionHint },
          }}
          form={formTexts(all, t.submit)}
          faults={all.dossier.faults}
          signIn={{ href: pathTo(locale, '/connexion'), label: all.accounts.header.signIn }}
        />
      ) : null}
      <h2 className="mt-8">{t.list}</h2>
      {dossier.documents.length === 0 ? (
        <p className="mt-2">{t.none}</p>
      ) : (
        <ul className="mt-2 grid gap-4 wrap-anywhere">
          {dossier.documents.map((file) => (
            <li key={file.id} className="border-line border-t pt-3">
              <a className="link font-semibold" href={`/api/espace/documents/${file.id}`}>
                {file.fileName}
              </a>{' '}
              <span className="text-muted">
                {t.kilobytes(formatNumber(locale, Math.ceil(file.bytes / 1_024)))},{' '}
                {criteria.find(({ value }) => value === file.criterion)?.label ?? t.whole}
              </span>
              <span className="block text-[0.9rem] text-muted">
                {t.hash} <code className="break-all">{file.sha256}</code>
              </span>
              {writes ? (
                <FieldsForm
                  id={`remove-${file.id}`}
                  action={actions.remove}
                  address={address}
                  hidden={{ ...hidden, document: String(file.id) }}
                  texts={formTexts(all, t.remove)}
                  buttonLabel={t.removeOf(file.fileName)}
                  quiet
                />
              ) : null}
            </li>
          ))}
        </ul>
      )}
      <p className="mt-8">
        <Link className="link" href={dossierPath(locale, place)}>
          {t.back}
        </Link>
      </p>
    </>
  )
}
