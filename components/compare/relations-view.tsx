import { FieldsForm } from '#components/accounts/fields-form.tsx'
import { formTexts } from '#components/accounts/form-texts.ts'
import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { pathTo, softwarePath } from '#components/i18n/paths.ts'
import { Breadcrumb } from '#components/ui/breadcrumb.tsx'
import { Link } from '#components/ui/link.tsx'
import type { FormAction } from '#components/ui/use-sent-form.ts'
import type { RelationMeaning } from '#lib/compare/rules/relation-meaning.ts'
import { RELATION_KINDS, type RelationKind } from '#lib/compare/schema.ts'
import type { ShownRelation } from './related-section.tsx'

interface EditedRelation extends ShownRelation {
  kind: RelationKind
  /** Whether whoever reads may take it back. */
  mine: boolean
}

/** Where the people of a publisher, and moderators, say what a software is to others. */
export function RelationsView({
  locale,
  item,
  done,
  relate,
  unrelate,
}: {
  locale: Locale
  item: { slug: string; name: string; relations: readonly EditedRelation[] }
  done: { dit: string; retire?: 'oui' | undefined }
  relate: FormAction<string>
  unrelate: FormAction<string>
}) {
  const t = messages(locale)
  const { form, meanings, faults } = t.relations
  const address = pathTo(locale, `/espace/logiciels/${item.slug}/relations`)
  const signIn = { href: pathTo(locale, '/connexion'), label: t.accounts.header.signIn }
  const said = item.relations.find(({ other }) => other.slug === done.dit)
  return (
    <>
      <Breadcrumb
        locale={locale}
        trail={[
          { label: t.software.heading, href: pathTo(locale, '/logiciels') },
          { label: item.name, href: softwarePath(locale, item.slug) },
        ]}
      />
      <h1>{form.heading(item.name)}</h1>
      <p className="lead mt-2">{form.lead(item.name)}</p>
      {said || done.retire ? (
        <p role="status" className="panel mt-6 max-w-prose bg-accent-soft font-semibold">
          {said ? form.done(said.other.name) : form.removed}
        </p>
      ) : null}
      <section aria-labelledby="said" className="mt-8">
        <h2 id="said">{form.said}</h2>
        {item.relations.length === 0 ? <p className="mt-2">{form.saidNone}</p> : null}
        <ul className="mt-2 grid max-w-3xl">
          {item.relations.map((relation) => (
            <li
              key={`${relation.meaning} ${relation.other.slug}`}
              className="flex flex-wrap items-start justify-between gap-3 border-line border-t py-3"
            >
              <Said locale={locale} relation={relation} />
              {relation.mine ? (
                <FieldsForm
                  id={`take-back-${relation.meaning}-${relation.other.slug}`}
                  action={unrelate}
                  address={address}
                  hidden={{
                    locale,
                    slug: item.slug,
                    other: relation.other.slug,
                    kind: relation.kind,
                  }}
                  texts={formTexts(t, form.takeBack, form.wrong)}
                  signIn={signIn}
                  quiet
                  buttonLabel={form.takeBackOf(meanings[relation.meaning], relation.other.name)}
                />
              ) : (
                <p className="max-w-60 text-[0.95rem] text-muted">
                  {relation.by === 'publiccode' ? form.fixed : form.notYours}
                </p>
              )}
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="add" className="mt-10 max-w-[40rem]">
        <h2 id="add" className="mb-4">
          {form.add}
        </h2>
        <FieldsForm
          id="relate"
          action={relate}
          address={address}
          hidden={{ locale, slug: item.slug }}
          fields={[
            {
              name: 'kind',
              label: form.kind,
              hint: form.kindHint,
              kind: 'choice',
              value: 'alternative',
              choices: RELATION_KINDS.map((kind) => ({ value: kind, label: form.kinds[kind] })),
            },
            {
              name: 'other',
              label: form.other,
              hint: form.otherHint,
              kind: 'text',
              required: true,
            },
            { name: 'noteFr', label: form.noteFr, hint: form.noteHint, kind: 'lines' },
            { name: 'noteEn', label: form.noteEn, hint: form.noteHint, kind: 'lines' },
          ]}
          texts={formTexts(t, form.submit, form.wrong)}
          faults={faults}
          signIn={signIn}
        />
      </section>
      <p className="mt-8">
        <Link className="link" href={`${softwarePath(locale, item.slug)}#alternatives`}>
          {form.back}
        </Link>
      </p>
    </>
  )
}

function Said({
  locale,
  relation: { meaning, other, note, by, own },
}: {
  locale: Locale
  relation: { meaning: RelationMeaning } & ShownRelation
}) {
  const t = messages(locale).relations
  return (
    <div className="min-w-0 flex-1">
      <span className="text-muted">{t.meanings[meaning]}</span>{' '}
      <Link className="link font-semibold" href={softwarePath(locale, other.slug)}>
        {other.name}
      </Link>
      {[note.fr, note.en].filter(Boolean).map((words) => (
        <span key={words} className="block">
          {words}
        </span>
      ))}
      <span className="block text-[0.95rem] text-muted">
        {own ? t.said[by] : t.saidElsewhere[by](other.name)}
      </span>
    </div>
  )
}
