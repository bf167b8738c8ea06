import { type Field, FieldsForm } from '#components/accounts/fields-form.tsx'
import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { pathTo } from '#components/i18n/paths.ts'
import { Breadcrumb } from '#components/ui/breadcrumb.tsx'
import { Link } from '#components/ui/link.tsx'
import type { FormAction } from '#components/ui/use-sent-form.ts'
import { ADOPTION_STATES } from '#lib/adoptions/schema.ts'

/** A software that the catalogue lacks, with the declaration that waits for it. */
export function ProposeView({
  locale,
  action,
  address,
  organisations,
  organisationKey,
  name,
  declaration,
}: {
  locale: Locale
  action: FormAction<string>
  /** Of this very page. */
  address: string
  /** Those that the user is a member of. */
  organisations: ReadonlyArray<{ key: string; name: string }>
  organisationKey: string
  name: string
  /** What was typed on the page that declares. */
  declaration: Readonly<Record<string, string>>
}) {
  const { moderation, accounts, common } = messages(locale)
  const t = moderation.propose
  const { state = '', since = '', ...carried } = declaration
  const chosen = organisations.some(({ key }) => key === organisationKey)
    ? organisationKey
    : organisations.length === 1
      ? organisations[0]?.key
      : ''
  const fields: Field[] = [
    {
      name: 'organisation',
      label: t.organisation,
      hint: t.organisationHint,
      kind: 'choice',
      value: chosen ?? '',
      choices: [
        { value: '', label: t.organisationNone },
        ...organisations.map((item) => ({ value: item.key, label: item.name })),
      ],
    },
    { name: 'name', label: t.name, hint: t.nameHint, kind: 'text', value: name, required: true },
    { name: 'website', label: t.website, hint: t.websiteHint, kind: 'text' },
    { name: 'what', label: t.what, hint: t.whatHint, kind: 'lines' },
    {
      name: 'state',
      label: t.state,
      hint: t.stateHint,
      kind: 'choice',
      value: state,
      choices: [
        { value: '', label: t.stateNone },
        ...ADOPTION_STATES.map((value) => ({ value, label: common.states[value] })),
      ],
    },
    { name: 'since', label: t.since, hint: t.sinceHint, kind: 'text', value: since },
  ]
  const { wrong, mend, failed, sending, submit } = t
  return (
    <>
      <Breadcrumb locale={locale} trail={[{ label: t.space, href: pathTo(locale, '/espace') }]} />
      <h1>{t.heading}</h1>
      <p className="lead mt-2">{t.lead}</p>
      {organisations.length === 0 ? (
        <div className="panel mt-6">
          <p>{t.noOrganisation}</p>
          <p className="mt-3">
            <Link className="button" href={pathTo(locale, '/espace/rejoindre')}>
              {t.join}
            </Link>
          </p>
        </div>
      ) : (
        <div className="mt-6 max-w-2xl">
          {Object.keys(carried).length > 0 ? <p className="mb-4">{t.carried}</p> : null}
          <FieldsForm
            // Fields take their values when made: another address makes them anew.
            key={address}
            id="propose"
            action={action}
            address={address}
            fields={fields}
            hidden={{ locale, ...carried }}
            texts={{ wrong, mend, failed, sending, submit }}
            faults={{
              ...t.faults,
              'state-missing': t.stateFault,
              'date-wrong': t.sinceFault,
              'date-future': t.sinceFault,
            }}
            signIn={{ href: pathTo(locale, '/connexion'), label: accounts.form.signIn }}
          />
        </div>
      )}
    </>
  )
}
