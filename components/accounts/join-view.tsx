import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { pathTo } from '#components/i18n/paths.ts'
import { Breadcrumb } from '#components/ui/breadcrumb.tsx'
import { Link } from '#components/ui/link.tsx'
import { TakesFocus } from '#components/ui/takes-focus.tsx'
import type { FormAction } from '#components/ui/use-sent-form.ts'
import { MEMBER_ROLES } from '#lib/accounts/rules/rights.ts'
import { FieldsForm } from './fields-form.tsx'
import { formTexts } from './form-texts.ts'

const PATH = '/espace/rejoindre'

/** Asks to join the organisation that was chosen. */
export function JoinView({
  locale,
  organisation,
  action,
}: {
  locale: Locale
  organisation: { key: string; name: string }
  action: FormAction<string>
}) {
  const t = messages(locale)
  const { join, home } = t.members
  const address = pathTo(locale, PATH, { organisme: organisation.key })
  return (
    <>
      <Breadcrumb
        locale={locale}
        trail={[
          { label: home.title, href: pathTo(locale, '/espace') },
          { label: join.title, href: pathTo(locale, PATH) },
        ]}
      />
      <h1>{join.chosen(organisation.name)}</h1>
      <div className="mt-8 grid items-start gap-8 lg:grid-cols-[minmax(0,40rem)_minmax(0,1fr)]">
        <FieldsForm
          id="join"
          action={action}
          address={address}
          fields={[
            {
              name: 'role',
              label: join.role,
              hint: join.roleHint,
              kind: 'choice',
              value: 'member',
              choices: MEMBER_ROLES.map((value) => ({ value, label: t.accounts.roles[value] })),
            },
            { name: 'message', label: join.message, hint: join.messageHint, kind: 'lines' },
          ]}
          hidden={{ locale, organisation: organisation.key }}
          texts={formTexts(t, join.submit)}
          faults={t.accounts.faults}
          signIn={{
            href: pathTo(locale, '/connexion', { suite: address }),
            label: t.accounts.form.signIn,
          }}
        />
        <section aria-labelledby="how" className="panel bg-soft">
          <h2 id="how" className="text-lg">
            {join.how}
          </h2>
          <ul className="mt-2 list-disc space-y-2 pl-5">
            <li>{join.howDomain}</li>
            <li>{join.howInvite}</li>
            <li>{join.howModerator}</li>
          </ul>
        </section>
      </div>
      <p className="mt-6">
        <Link className="link" href={pathTo(locale, PATH)}>
          {join.other}
        </Link>
      </p>
    </>
  )
}

/** What became of it. */
export function JoinedView({
  locale,
  organisation,
  outcome,
  managerAsked,
}: {
  locale: Locale
  organisation: { key: string; name: string }
  outcome: 'joined' | 'asked' | 'already'
  managerAsked: boolean
}) {
  const { join } = messages(locale).members
  const { key, name } = organisation
  return (
    <>
      <TakesFocus labelledBy="outcome" className="panel max-w-3xl bg-accent-soft">
        <h1 id="outcome">{join[outcome](name)}</h1>
        {outcome === 'joined' ? <p className="mt-3 max-w-prose">{join.joinedText}</p> : null}
        {outcome === 'asked' ? <p className="mt-3 max-w-prose">{join.askedText}</p> : null}
        {outcome === 'joined' && managerAsked ? (
          <p className="mt-2 max-w-prose">{join.joinedManager}</p>
        ) : null}
      </TakesFocus>
      <ul className="mt-6 flex flex-wrap gap-3">
        {outcome === 'asked' ? null : (
          <li>
            <Link className="button" href={pathTo(locale, `/espace/collectivites/${key}`)}>
              {join.openSpace}
            </Link>
          </li>
        )}
        <li>
          <Link className="button button-quiet" href={pathTo(locale, '/espace')}>
            {join.home}
          </Link>
        </li>
      </ul>
    </>
  )
}
