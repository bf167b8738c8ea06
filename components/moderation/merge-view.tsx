import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { pathTo } from '#components/i18n/paths.ts'
import { Breadcrumb } from '#components/ui/breadcrumb.tsx'
import type { FormAction } from '#components/ui/use-sent-form.ts'
import type { MergePreview } from '#lib/moderation/rules/case-view.ts'
import { MergeForm } from './merge-form.tsx'
import { MergePreviewView } from './merge-preview-view.tsx'

/** Two entries are chosen, what a merge would move is shown, and only then is it asked for. */
export function MergeView({
  locale,
  action,
  fromSlug,
  intoSlug,
  preview,
}: {
  locale: Locale
  action: FormAction<string>
  /** As typed. */
  fromSlug: string
  intoSlug: string
  preview: MergePreview | undefined
}) {
  const { moderation, accounts } = messages(locale)
  const t = moderation.merge
  const path = '/espace/moderation/fusionner'
  const asked = fromSlug !== '' || intoSlug !== ''
  const { why, confirm, propose } = t
  const fields = [
    { name: 'de', label: t.from, value: fromSlug },
    { name: 'vers', label: t.into, value: intoSlug },
  ]
  return (
    <>
      <Breadcrumb
        locale={locale}
        trail={[{ label: moderation.queue.title, href: pathTo(locale, '/espace/moderation') }]}
      />
      <h1>{t.heading}</h1>
      <p className="lead mt-2">{t.lead}</p>
      <form
        // Fields take their values when made: another address makes them anew.
        key={`${fromSlug} ${intoSlug}`}
        action={pathTo(locale, path)}
        className="panel mt-6 grid max-w-2xl gap-4"
      >
        {fields.map(({ name, label, value }) => (
          <div key={name}>
            <label htmlFor={`merge-${name}`} className="block font-semibold">
              {label}
            </label>
            <p id={`merge-${name}-hint`} className="text-[0.95rem] text-muted">
              {t.slugHint}
            </p>
            <input
              id={`merge-${name}`}
              aria-describedby={`merge-${name}-hint`}
              name={name}
              type="text"
              required
              autoComplete="off"
              defaultValue={value}
              className="field mt-1.5"
            />
          </div>
        ))}
        <div>
          <button type="submit" className="button">
            {t.look}
          </button>
        </div>
      </form>
      {preview ? (
        <>
          <MergePreviewView locale={locale} preview={preview} level="h2" />
          <MergeForm
            key={`${preview.from.slug} ${preview.into.slug}`}
            locale={locale}
            action={action}
            address={pathTo(locale, path, { de: fromSlug, vers: intoSlug })}
            fromSlug={preview.from.slug}
            intoSlug={preview.into.slug}
            t={{ ...moderation.settle, why, confirm, propose }}
            signIn={{ href: pathTo(locale, '/connexion'), label: accounts.form.signIn }}
          />
        </>
      ) : asked ? (
        <p role="status" className="panel mt-6">
          {t.unknown}
        </p>
      ) : null}
    </>
  )
}
