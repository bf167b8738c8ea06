import { formatDate } from '#components/i18n/format.ts'
import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { pathTo } from '#components/i18n/paths.ts'
import { Breadcrumb } from '#components/ui/breadcrumb.tsx'
import { Link } from '#components/ui/link.tsx'
import type { FormAction } from '#components/ui/use-sent-form.ts'
import { MEMBER_ROLES, type MemberRole } from '#lib/accounts/rules/rights.ts'
import { DoneNote } from './done-note.tsx'
import { FieldsForm } from './fields-form.tsx'
import { formTexts } from './form-texts.ts'

interface Person {
  userId: string
  name: string
  email: string
  role: MemberRole
  since: string
}

export interface PeopleActions {
  invite: FormAction<string>
  cancel: FormAction<string>
  remove: FormAction<string>
  changeRole: FormAction<string>
}

interface PeopleViewProps {
  locale: Locale
  organisation: { key: string; name: string }
  /** Who reads. */
  me: string
  manages: boolean
  people: readonly Person[]
  invitations: ReadonlyArray<{ id: number; email: string; role: MemberRole; expiresAt: string }>
  done: string | undefined
  actions: PeopleActions
}

/** Who is in an organisation, who is invited, and what its managers do about it. */
export function PeopleView(props: PeopleViewProps) {
  const { locale, organisation, manages, people, me } = props
  const t = messages(locale)
  const text = t.members.people
  const space = `/espace/collectivites/${organisation.key}`
  const done = (text.done as Record<string, string>)[props.done ?? '']
  return (
    <>
      <Breadcrumb
        locale={locale}
        trail={[
          { label: t.members.home.title, href: pathTo(locale, '/espace') },
          { label: organisation.name, href: pathTo(locale, space) },
        ]}
      />
      <h1>{text.title(organisation.name)}</h1>
      <p className="lead mt-2">{text.lead}</p>
      <DoneNote text={done} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways is reached by keyboard. */}
      <section className="table-scroll mt-6" aria-label={text.caption} tabIndex={0}>
        <table className="table">
          <caption className="sr-only">{text.caption}</caption>
          <thead>
            <tr>
              <th scope="col">{text.person}</th>
              <th scope="col">{text.role}</th>
              <th scope="col">{text.since}</th>
              {manages ? <th scope="col">{text.change}</th> : null}
            </tr>
          </thead>
          <tbody>
            {people.map((person) => (
              <tr key={person.userId}>
                <th scope="row" className="min-w-48 [overflow-wrap:anywhere]">
                  {person.name || person.email} {person.userId === me ? text.you : ''}
                  {person.name === '' ? null : (
                    <span className="block font-normal text-muted">{person.email}</span>
                  )}
                </th>
                <td>{t.accounts.roles[person.role]}</td>
                <td>{formatDate(locale, person.since.slice(0, 10))}</td>
                {manages ? (
                  <td>
                    <PersonForms {...props} person={person} />
                  </td>
                ) : null}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {manages ? <Invitations {...props} /> : <p className="mt-4">{text.onlyManagers}</p>}
      <p className="mt-8">
        <Link className="link" href={pathTo(locale, space)}>
          {text.space}
        </Link>
      </p>
    </>
  )
}

function PersonForms({
  locale,
  organisation,
  actions,
  me,
  person,
}: PeopleViewProps & { person: Person }) {
  const t = messages(locale)
  const text = t.members.people
  const address = pathTo(locale, `/espace/collectivites/${organisation.key}/membres`)
  const hidden = { locale, key: organisation.key, userId: person.userId }
  const who = person.name || person.email
  const other = person.role === 'manager' ? 'member' : 'manager'
  return (
    <div className="flex flex-wrap gap-2">
      <FieldsForm
        id={`role-${person.userId}`}
        action={actions.changeRole}
        address={address}
        hidden={{ ...hidden, role: other }}
        texts={formTexts(t, other === 'manager' ? text.makeManager : text.makeMember)}
        buttonLabel={other === 'manager' ? text.makeManagerOf(who) : text.makeMemberOf(who)}
        quiet
      />
      {person.userId === me ? null : (
        <FieldsForm
          id={`remove-${person.userId}`}
          action={actions.remove}
          address={address}
          hidden={hidden}
          texts={formTexts(t, text.remove)}
          buttonLabel={text.removeOf(who)}
          quiet
        />
      )}
    </div>
  )
}

function Invitations({ locale, organisation, invitations, actions }: PeopleViewProps) {
  const t = messages(locale)
  const text = t.members.people
  const address = pathTo(locale, `/espace/collectivites/${organisation.key}/membres`)
  const hidden = { locale, key: organisation.key }
  return (
    <>
      {invitations.length > 0 ? (
        <section aria-labelledby="invited" className="mt-8">
          <h2 id="invited" className="text-xl">
            {text.invited}
          </h2>
          <ul className="mt-3 space-y-2">
            {invitations.map(({ id, email, role, expiresAt }) => (
              <li key={id} className="flex flex-wrap items-center gap-3 [overflow-wrap:anywhere]">
                {text.invitedUntil(
                  email,
                  t.accounts.roles[role],
                  formatDate(locale, expiresAt.slice(0, 10)),
                )}
                <FieldsForm
                  id={`cancel-${id}`}
                  action={actions.cancel}
                  address={address}
                  hidden={{ ...hidden, invitation: String(id) }}
                  texts={formTexts(t, text.cancel)}
                  buttonLabel={text.cancelOf(email)}
                  quiet
                />
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <section aria-labelledby="invite-heading" className="mt-8 max-w-2xl">
        <h2 id="invite-heading" className="mb-3 text-xl">
          {text.invite}
        </h2>
        <FieldsForm
          id="invite"
          action={actions.invite}
          address={address}
          fields={[
            {
              name: 'email',
              label: text.inviteEmail,
              hint: text.inviteEmailHint,
              kind: 'email',
              required: true,
            },
            {
              name: 'role',
              label: text.inviteRole,
              hint: text.inviteRoleHint,
              kind: 'choice',
              value: 'member',
              choices: MEMBER_ROLES.map((value) => ({ value, label: t.accounts.roles[value] })),
            },
          ]}
          hidden={hidden}
          texts={formTexts(t, text.inviteSubmit)}
          faults={t.accounts.faults}
          signIn={{
            href: pathTo(locale, '/connexion', { suite: address }),
            label: t.accounts.form.signIn,
          }}
        />
      </section>
    </>
  )
}
