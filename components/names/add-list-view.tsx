import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { pathTo, softwarePath } from '#components/i18n/paths.ts'
import { Breadcrumb } from '#components/ui/breadcrumb.tsx'
import { type AddListAction, AddListForm } from './add-list-form.tsx'

/** The page that takes a list of names of users. */
export function AddListView({
  locale,
  software,
  action,
}: {
  locale: Locale
  software: { slug: string; name: string }
  action: AddListAction
}) {
  const { names: t, space } = messages(locale)
  const { form } = t
  const path = `/espace/logiciels/${software.slug}/noms`
  return (
    <>
      <Breadcrumb
        locale={locale}
        trail={[
          { label: space.breadcrumb, href: pathTo(locale, '/espace') },
          { label: software.name, href: softwarePath(locale, software.slug) },
          { label: t.listsHeading, href: pathTo(locale, path) },
        ]}
      />
      <h1>{t.addHeading}</h1>
      <p className="lead mt-2">{t.addLead}</p>
      <div className="mt-8 grid items-start gap-8 lg:grid-cols-[minmax(0,40rem)_minmax(0,1fr)]">
        <AddListForm
          locale={locale}
          action={action}
          here={pathTo(locale, `${path}/ajouter`)}
          software={software.slug}
          texts={{
            wrong: form.wrong,
            mend: form.mend,
            failed: form.failed,
            sending: form.sending,
            submit: form.submit,
            faults: form.faults,
            columnUnknown: form.columnUnknown('{columns}'),
            fields: {
              pasted: { label: form.pasted, hint: form.pastedHint },
              file: { label: form.file, hint: form.fileHint },
              column: { label: form.column, hint: form.columnHint },
              address: { label: form.address, hint: form.addressHint },
              title: { label: form.titleField, hint: form.titleHint },
              date: { label: form.date, hint: form.dateHint },
            },
          }}
          signIn={{ href: pathTo(locale, '/connexion'), label: form.signIn }}
        />
        <section aria-labelledby="lu" className="panel bg-soft">
          <h2 id="lu" className="text-lg">
            {t.reading}
          </h2>
          <ul className="mt-2 list-disc space-y-2 pl-5">
            {t.howText.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </section>
      </div>
    </>
  )
}
