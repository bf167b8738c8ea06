import { type Field, FieldsForm } from '#components/accounts/fields-form.tsx'
import { formTexts } from '#components/accounts/form-texts.ts'
import { colon } from '#components/i18n/format.ts'
import type { Bilingual, Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { pathTo } from '#components/i18n/paths.ts'
import type { FormAction } from '#components/ui/use-sent-form.ts'
import type { NeedCard as Card } from '#lib/needs/schema.ts'
import { NeedCard } from './need-card.tsx'
import { joinFields, type Mine } from './need-forms.ts'
import { SpaceFrame } from './space-frame.tsx'

/** Asking for what is missing: of a function, or on a software. */
export function AskNeedView({
  locale,
  mine,
  software,
  chosen,
  functions,
  already,
  action,
}: {
  locale: Locale
  mine: readonly Mine[]
  /** The software that it is a wish on. */
  software: { slug: string; name: string } | undefined
  /** Slug of the function that the page was opened for. */
  chosen: string
  functions: ReadonlyArray<{ slug: string; name: Bilingual }>
  already: readonly Card[]
  action: FormAction<string>
}) {
  const t = messages(locale)
  const { form, faults } = t.needs
  const [organisation, ...rest] = joinFields(locale, mine)
  const about: Field[] = software
    ? []
    : [
        {
          name: 'function',
          label: form.function,
          hint: form.functionHint,
          kind: 'choice',
          value: chosen,
          choices: [
            { value: '', label: form.functionNone },
            ...functions.map(({ slug, name }) => ({ value: slug, label: name[locale] })),
          ],
        },
      ]
  const fields: Field[] = [
    ...(organisation ? [organisation] : []),
    ...about,
    {
      name: 'title',
      label: form.needTitle,
      hint: form.needTitleHint,
      kind: 'text',
      required: true,
    },
    { name: 'body', label: form.body, hint: form.bodyHint, kind: 'lines' },
    ...rest,
  ]
  const address = pathTo(locale, '/espace/besoins/ajouter', {
    logiciel: software?.slug,
    fonction: software ? undefined : chosen,
  })
  return (
    <SpaceFrame
      locale={locale}
      title={software ? form.title + colon(locale) + software.name : form.title}
      lead={form.lead}
      organisations={mine.length}
    >
      {already.length === 0 ? null : (
        <section aria-labelledby="already" className="mt-6 max-w-3xl">
          <h2 id="already" className="text-xl">
            {form.already}
          </h2>
          {already.map((item) => (
            <NeedCard key={item.id} locale={locale} item={item} level={3} subject={false} />
          ))}
        </section>
      )}
      <div className="mt-8 max-w-2xl">
        <FieldsForm
          key={address}
          id="need"
          action={action}
          address={address}
          fields={fields}
          hidden={{ locale, software: software?.slug ?? '', ...(software ? { function: '' } : {}) }}
          texts={formTexts(t, form.submit)}
          faults={faults}
          signIn={{ href: pathTo(locale, '/connexion'), label: t.accounts.form.signIn }}
        />
      </div>
    </SpaceFrame>
  )
}
