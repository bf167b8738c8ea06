import type { ReactNode } from 'react'
import { formatDate } from '#components/i18n/format.ts'
import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { pathTo } from '#components/i18n/paths.ts'
import { Breadcrumb } from '#components/ui/breadcrumb.tsx'
import { Link } from '#components/ui/link.tsx'
import type { FormAction } from '#components/ui/use-sent-form.ts'
import type { MemberRole, OverallRole } from '#lib/accounts/rules/rights.ts'
import { DoneNote } from './done-note.tsx'
import { FieldsForm } from './fields-form.tsx'
import { formTexts } from './form-texts.ts'

export interface ShownSession {
  id: string
  device: string
  /** YYYY-MM-DD. */
  startedOn: string
  endsOn: string
  here: boolean
}

interface AccountViewProps {
  locale: Locale
  person: { email: string; name: string; language: Locale; roles: readonly OverallRole[] }
  organisations: ReadonlyArray<{
    key: string
    name: string
    role: MemberRole
    how: 'domain' | 'provider-claim' | 'invitation' | 'moderator' | 'server'
    since: string
  }>
  sessions: readonly ShownSession[]
  /** The word to type to delete the account. */
  confirmation: string
  done: string | undefined
  actions: Record<'profile' | 'leave' | 'endSession' | 'endOthers' | 'remove', FormAction<string>>
}

/** One's own account: who one is, where one is signed in, what is held, and the way out. */
export function AccountView(props: AccountViewProps) {
  const { locale, person, actions } = props
  const t = messages(locale)
  const text = t.myAccount
  const address = pathTo(locale, '/espace/compte')
  const common = {
    address,
    faults: t.accounts.faults,
    signIn: {
      href: pathTo(locale, '/connexion', { suite: address }),
      label: t.accounts.form.signIn,
    },
  }
  const done = (text.done as Record<string, string>)[props.done ?? '']
  return (
    <>
      <Breadcrumb
        locale={locale}
        trail={[{ label: t.members.home.title, href: pathTo(locale, '/espace') }]}
      />
      <h1>{text.title}</h1>
      <p className="mt-2 max-w-prose [overflow-wrap:anywhere]">{text.address(person.email)}</p>
      <DoneNote text={done} />
      <Part id="profile" heading={text.profile}>
        <FieldsForm
          {...common}
          id="profile-form"
          action={actions.profile}
          fields={[
            {
              name: 'name',
              label: text.name,
              hint: text.nameHint,
              kind: 'text',
              value: person.name,
              autoComplete: 'name',
            },
            {
              name: 'language',
              label: text.language,
              hint: text.languageHint,
              kind: 'choice',
              value: person.language,
              choices: [
                { value: 'fr', label: text.languages.fr },
                { value: 'en', label: text.languages.en },
              ],
            },
          ]}
          hidden={{ locale }}
          texts={formTexts(t, text.save)}
        />
      </Part>
      <Part id="memberships" heading={text.memberships}>
        <Memberships {...props} />
      </Part>
      <Part id="sessions" heading={text.sessions}>
        <Sessions {...props} />
      </Part>
      <Part id="data" heading={text.data}>
        <p className="max-w-prose">{text.dataText}</p>
        <p className="mt-3">
          <a
            className="button button-quiet"
            href={pathTo(locale, '/espace/compte/donnees')}
            download
          >
            {text.download}
          </a>
        </p>
        <p className="mt-3">
          <Link className="link" href={pathTo(locale, '/mentions-legales')}>
            {text.durations}
          </Link>
        </p>
      </Part>
      <Part id="remove" heading={text.remove}>
        <p className="mb-4 max-w-prose">{text.removeText}</p>
        <FieldsForm
          {...common}
          id="remove-form"
          action={actions.remove}
          fields={[
            {
              name: 'confirmation',
              label: text.confirm(props.confirmation),
              hint: text.confirmHint,
              kind: 'text',
              required: true,
            },
          ]}
          hidden={{ locale }}
          texts={formTexts(t, text.removeSubmit)}
        />
      </Part>
    </>
  )
}

function Memberships({ locale, person, organisations, actions }: AccountViewProps) {
  const t = messages(locale)
  const text = t.myAccount
  return (
    <>
      <ul className="space-y-4">
        {person.roles.map((role) => (
          <li key={role}>{text.overallRole(t.accounts.overallRoles[role])}</li>
        ))}
        {organisations.map(({ key, name, role, how, since }) => (
          <li key={key} className="flex flex-wrap items-center gap-3">
            <span>
              {text.membership(
                name,
                t.accounts.roles[role],
                formatDate(locale, since.slice(0, 10)),
              )}
              <span className="block text-muted">{t.accounts.how[how]}</span>
            </span>
            <FieldsForm
              id={`leave-${key}`}
              action={actions.leave}
              address={pathTo(locale, '/espace/compte')}
              hidden={{ locale, key }}
              texts={formTexts(t, text.leave)}
              buttonLabel={text.leaveOf(name)}
              quiet
            />
          </li>
        ))}
      </ul>
      {organisations.length === 0 ? <p>{text.noMembership}</p> : null}
      <p className="mt-3">
        <Link className="link" href={pathTo(locale, '/espace/rejoindre')}>
          {text.join}
        </Link>
      </p>
    </>
  )
}

function Sessions({ locale, sessions, actions }: AccountViewProps) {
  const t = messages(locale)
  const text = t.myAccount
  const address = pathTo(locale, '/espace/compte')
  return (
    <>
      <p className="max-w-prose">{text.sessionsText}</p>
      <ul className="mt-3 space-y-3">
        {sessions.map(({ id, device, startedOn, endsOn, here }) => {
          const said = text.session(
            device || text.unknownDevice,
            formatDate(locale, startedOn),
            formatDate(locale, endsOn),
          )
          return (
            <li key={id} className="flex flex-wrap items-center gap-3">
              {said}
              {here ? (
                <span className="tag">{text.here}</span>
              ) : (
                <FieldsForm
                  id={`end-${id}`}
                  action={actions.endSession}
                  address={address}
                  hidden={{ locale, session: id }}
                  texts={formTexts(t, text.endSession)}
                  buttonLabel={text.endSessionOf(said)}
                  quiet
                />
              )}
            </li>
          )
        })}
      </ul>
      {sessions.length > 1 ? (
        <div className="mt-4">
          <FieldsForm
            id="end-others"
            action={actions.endOthers}
            address={address}
            hidden={{ locale }}
            texts={formTexts(t, text.endOthers)}
            quiet
          />
        </div>
      ) : null}
    </>
  )
}

function Part({ id, heading, children }: { id: string; heading: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id} className="mt-10 max-w-3xl">
      <h2 id={id} className="mb-3 text-xl">
        {heading}
      </h2>
      {children}
    </section>
  )
}
