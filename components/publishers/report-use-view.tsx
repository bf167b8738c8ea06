import { DoneNote } from '#components/accounts/done-note.tsx'
import { FieldsForm } from '#components/accounts/fields-form.tsx'
import { formTexts } from '#components/accounts/form-texts.ts'
import { colon } from '#components/i18n/format.ts'
import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { pathTo } from '#components/i18n/paths.ts'
import { Link } from '#components/ui/link.tsx'
import type { FormAction } from '#components/ui/use-sent-form.ts'
import { SpaceTrail } from './space-trail.tsx'

interface ReportUseViewProps {
  locale: Locale
  publisher: { slug: string; name: string; organisation: { key: string; name: string } | null }
  software: ReadonlyArray<{ slug: string; name: string }>
  done: string | undefined
  /** The organisation that was meant, where something was just said. */
  meant: { key: string; name: string } | undefined
  action: FormAction<string>
}

/** Where a publisher says who uses its software: one organisation at a time, or by whole lists. */
export function ReportUseView(props: ReportUseViewProps) {
  const { locale, publisher, software, done, meant, action } = props
  const all = messages(locale)
  const t = all.publisherReport
  const address = pathTo(locale, `/espace/editeurs/${publisher.slug}/signaler`)
  const dones: Readonly<Record<string, string>> = all.publisherSpace.done
  const said = dones[done ?? '']
  return (
    <>
      <SpaceTrail locale={locale} publisher={publisher} />
      <h1>{t.title(publisher.name)}</h1>
      <p className="lead mt-2">{t.lead}</p>
      <DoneNote text={said && meant ? `${meant.name}${colon(locale)}${said}` : said} />
      <div className="mt-8 grid items-start gap-8 lg:grid-cols-[minmax(0,40rem)_minmax(0,1fr)]">
        {software.length === 0 ? (
          <p>{all.publisherSpace.software.none}</p>
        ) : (
          <FieldsForm
            id="report"
            action={action}
            address={address}
            hidden={{ locale, slug: publisher.slug }}
            fields={fieldsOf(locale, software)}
            texts={formTexts(all, t.submit)}
            faults={all.publisherSpace.faults}
            signIn={{
              href: pathTo(locale, '/connexion', { suite: address }),
              label: all.accounts.form.signIn,
            }}
          />
        )}
        <Lists {...props} />
      </div>
    </>
  )
}

function fieldsOf(locale: Locale, software: ReportUseViewProps['software']) {
  const all = messages(locale)
  const t = all.publisherReport
  const text = (name: string, label: string, hint: string) =>
    ({ name, label, hint, kind: 'text' }) as const
  return [
    {
      name: 'software',
      label: t.software,
      hint: t.softwareHint,
      kind: 'choice',
      value: software[0]?.slug ?? '',
      choices: software.map(({ slug, name }) => ({ value: slug, label: name })),
    },
    text('organisation', t.organisation, t.organisationHint),
    text('departement', t.departement, t.departementHint),
    {
      name: 'state',
      label: t.state,
      hint: t.stateHint,
      kind: 'choice',
      value: 'production',
      choices: (['production', 'pilot', 'evaluating', 'stopped'] as const).map((value) => ({
        value,
        label: all.common.states[value],
      })),
    },
    text('since', t.since, t.sinceHint),
    text('source', t.source, t.sourceHint),
  ] as const
}

function Lists({ locale, publisher, software }: ReportUseViewProps) {
  const t = messages(locale).publisherReport
  const { organisation } = publisher
  return (
    <section aria-labelledby="lists" className="panel bg-soft">
      <h2 id="lists" className="text-lg">
        {t.list}
      </h2>
      <p className="mt-2">{t.listNames}</p>
      <ul className="mt-2 list-disc space-y-1 pl-5">
        {software.map(({ slug, name }) => (
          <li key={slug}>
            <Link className="link" href={pathTo(locale, `/espace/logiciels/${slug}/noms`)}>
              {t.listNamesOf(name)}
            </Link>
          </li>
        ))}
      </ul>
      {organisation ? (
        <p className="mt-4">
          {t.listOrganisation(organisation.name)}{' '}
          <Link
            className="link"
            href={pathTo(locale, `/espace/collectivites/${organisation.key}/signaler`)}
          >
            {t.listOrganisationLink}
          </Link>
        </p>
      ) : null}
    </section>
  )
}
