import { DoneNote } from '#components/accounts/done-note.tsx'
import { type Field, FieldsForm } from '#components/accounts/fields-form.tsx'
import { formTexts } from '#components/accounts/form-texts.ts'
import { colon, formatList } from '#components/i18n/format.ts'
import type { Bilingual, Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { formatParis } from '#components/i18n/paris.ts'
import { organiserPath, pathTo } from '#components/i18n/paths.ts'
import { Link } from '#components/ui/link.tsx'
import type { FormAction } from '#components/ui/use-sent-form.ts'
import type { EditionCalendar, EditionPhase } from '#lib/label/schema.ts'

interface ListProps {
  locale: Locale
  editions: ReadonlyArray<EditionCalendar & { phase: EditionPhase }>
  schemes: ReadonlyArray<{
    slug: string
    name: Bilingual
    levels: readonly Bilingual[]
    builtin: boolean
  }>
  /** The year that is most likely to be prepared. */
  nextYear: number
  done: string
  copy: FormAction<string>
  define: FormAction<string>
}

/** The editions that organisers prepare and run, and how one begins. */
export function OrganiserListView(props: ListProps) {
  const { locale, editions, schemes, done } = props
  const all = messages(locale)
  const t = all.labelEditions
  const common = {
    address: organiserPath(locale),
    hidden: { locale },
    signIn: { href: pathTo(locale, '/connexion'), label: all.accounts.form.signIn },
  }
  return (
    <>
      <h1>{t.list.title}</h1>
      <p className="lead mt-2">{t.list.lead}</p>
      <DoneNote text={t.done[done]} />
      <section aria-labelledby="here" className="mt-8">
        <h2 id="here">{t.list.caption}</h2>
        {editions.length === 0 ? (
          <p className="mt-2">{t.list.none}</p>
        ) : (
          <EditionTable locale={locale} editions={editions} />
        )}
      </section>
      <section aria-labelledby="copy" className="mt-10 max-w-3xl">
        <h2 id="copy">{t.list.copy}</h2>
        <p className="mt-1 mb-4">{t.list.copyLead}</p>
        <FieldsForm
          {...common}
          id="copy-form"
          action={props.copy}
          fields={copyFields(props)}
          texts={formTexts(all, t.list.submitCopy, t.edit.wrong)}
        />
      </section>
      <section aria-labelledby="schemes" className="mt-10 max-w-3xl">
        <h2 id="schemes">{t.list.schemes}</h2>
        <ul className="mt-2 list-disc pl-5">
          {schemes.map((scheme) => (
            <li key={scheme.slug}>
              <strong>{scheme.name[locale]}</strong>
              {scheme.builtin ? ` (${t.list.builtin})` : null}
              {colon(locale)}
              {formatList(
                locale,
                scheme.levels.map((level) => level[locale]),
              )}
            </li>
          ))}
        </ul>
        <h3 className="mt-6">{t.list.define}</h3>
        <p className="mt-1 mb-4">{t.list.defineLead}</p>
        <FieldsForm
          {...common}
          id="scheme-form"
          action={props.define}
          fields={schemeFields(locale)}
          faults={t.schemeFaults}
          texts={formTexts(all, t.list.submitDefine, t.edit.wrong)}
          quiet
        />
      </section>
    </>
  )
}

function copyFields({ locale, editions, schemes, nextYear }: ListProps): Field[] {
  const t = messages(locale).labelEditions.list
  return [
    {
      name: 'from',
      label: t.from,
      hint: t.fromHint,
      kind: 'choice',
      value: 'reference',
      choices: [
        { value: 'reference', label: t.fromReference },
        ...editions.map(({ year }) => ({ value: String(year), label: t.fromYear(year) })),
      ],
    },
    {
      name: 'year',
      label: t.year,
      hint: t.yearHint,
      kind: 'text',
      value: String(nextYear),
      required: true,
    },
    {
      name: 'scheme',
      label: t.scheme,
      hint: t.schemeHint,
      kind: 'choice',
      value: editions[0]?.scheme ?? schemes[0]?.slug ?? '',
      choices: schemes.map(({ slug, name }) => ({ value: slug, label: name[locale] })),
    },
  ]
}

function schemeFields(locale: Locale): Field[] {
  const t = messages(locale).labelEditions.list
  return [
    { name: 'slug', label: t.slug, hint: t.slugHint, kind: 'text', required: true },
    { name: 'nameFr', label: t.nameFr, hint: t.nameHint, kind: 'text', required: true },
    { name: 'nameEn', label: t.nameEn, hint: t.nameHint, kind: 'text', required: true },
    { name: 'levels', label: t.levels, hint: t.levelsHint, kind: 'lines', required: true },
  ]
}

function EditionTable({ locale, editions }: Pick<ListProps, 'locale' | 'editions'>) {
  const t = messages(locale).labelEditions
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard.
    <section className="table-scroll mt-3" aria-label={t.list.caption} tabIndex={0}>
      <table className="table">
        <caption className="sr-only">{t.list.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t.list.columns.year}</th>
            <th scope="col">{t.list.columns.phase}</th>
            <th scope="col">{t.list.columns.closes}</th>
            <th scope="col">{t.list.columns.links}</th>
          </tr>
        </thead>
        <tbody>
          {editions.map(({ year, phase, closesAt }) => (
            <tr key={year}>
              <th scope="row">
                <Link className="link" href={organiserPath(locale, year)}>
                  {year}
                </Link>
              </th>
              <td>{t.phases[phase]}</td>
              <td>{formatParis(locale, closesAt) || t.list.notSet}</td>
              <td>
                <ul className="flex flex-wrap gap-x-5 gap-y-2">
                  {(
                    [
                      ['apercu', t.list.preview],
                      ['candidatures', t.list.applications],
                    ] as const
                  ).map(([place, label]) => (
                    <li key={place}>
                      <Link
                        className="link"
                        href={`${organiserPath(locale, year)}/${place}`}
                        aria-label={`${label} ${year}`}
                      >
                        {label}
                      </Link>
                    </li>
                  ))}
                </ul>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
