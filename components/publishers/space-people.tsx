import { FieldsForm } from '#components/accounts/fields-form.tsx'
import { formTexts } from '#components/accounts/form-texts.ts'
import { formatDate } from '#components/i18n/format.ts'
import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { pathTo } from '#components/i18n/paths.ts'
import { MEMBER_ROLES, type MemberRole } from '#lib/accounts/rules/rights.ts'
import type { SpaceActions } from './space-view.tsx'

interface Person {
  userId: string
  name: string
  email: string
  role: MemberRole
  since: string
  ofOrganisation: boolean
}

export interface SpacePeopleProps {
  locale: Locale
  publisher: { slug: string; organisation: { key: string; name: string } | null }
  /** Who reads. */
  me: string
  manages: boolean
  people: readonly Person[]
  invitations: ReadonlyArray<{ id: number; email: string; role: MemberRole; expiresAt: string }>
  actions: Pick<SpaceActions, 'invite' | 'cancel' | 'remove' | 'changeRole' | 'leave'>
}

/** Who speaks for a publisher, who is invited, and what its managers do about it. */
export function SpacePeople(props: SpacePeopleProps) {
  const { locale, publisher, me, people, manages } = props
  const t = messages(locale)
  const text = t.publisherSpace.people
  const { organisation } = publisher
  return (
    <section aria-labelledby="people" className="mt-10 max-w-3xl">
      <h2 id="people">{text.heading}</h2>
      <p className="mt-2 text-muted">{text.lead}</p>
      {organisation ? <p className="mt-2">{text.organisationHelp(organisation.name)}</p> : null}
      {people.length === 0 ? <p className="mt-3">{text.none}</p> : null}
      <ul className="mt-3 divide-y divide-line">
        {people.map((person) => (
          <li
            key={`${person.userId}-${person.ofOrganisation}`}
            className="flex flex-wrap items-center justify-between gap-3 py-3"
          >
            <div className="min-w-0 [overflow-wrap:anywhere]">
              <span className="font-semibold">{person.name || person.email}</span>{' '}
              {person.userId === me ? t.members.people.you : ''}
              <span className="block text-muted">
                {person.name ? `${person.email} · ` : ''}
                {t.accounts.roles[person.role]}
                {person.ofOrganisation && organisation
                  ? ` · ${text.ofOrganisation(organisation.name)}`
                  : ''}
              </span>
            </div>
            {person.ofOrganisation ? null : <PersonForms {...props} person={person} />}
          </li>
        ))}
      </ul>
      {manages ? <Invitations {...props} /> : null}
    </section>
  )
}

function PersonForms(props: SpacePeopleProps & { person: Person }) {
  const { locale, publisher, me, manages, actions, person } = props
  const t = messages(locale)
  const text = t.members.people
  const address = pathTo(locale, `/espace/editeurs/${publisher.slug}`)
  const hidden = { locale, slug: publisher.slug, userId: person.userId }
  const who = person.name || person.email
  const other = person.role === 'manager' ? 'member' : 'manager'
  return (
    <div className="flex flex-wrap gap-2">
      {manages ? (
        <FieldsForm
          id={`role-${person.userId}`}
          action={actions.changeRole}
          address={address}
          hidden={{ ...hidden, role: other }}
          texts={formTexts(t, other === 'manager' ? text.makeManager : text.makeMember)}
          buttonLabel={other === 'manager' ? text.makeManagerOf(who) : text.makeMemberOf(who)}
          quiet
        />
      ) : null}
      {person.userId === me ? (
        <FieldsForm
          id="leave"
          action={actions.leave}
          address={address}
          hidden={hidden}
          texts={formTexts(t, t.publisherSpace.people.leave)}
          quiet
        />
      ) : null}
      {manages && person.userId !== me ? (
        <FieldsForm
          id={`remove-${person.userId}`}
          action={actions.remove}
          address={address}
          hidden={hidden}
          texts={formTexts(t, text.remove)}
          buttonLabel={text.removeOf(who)}
          quiet
        />
      ) : null}
    </div>
  )
}

function Invitations({ locale, publisher, invitations, actions }: SpacePeopleProps) {
  const t = messages(locale)
  const text = t.members.people
  const address = pathTo(locale, `/espace/editeurs/${publisher.slug}`)
  const hidden = { locale, slug: publisher.slug }
  return (
    <>
      {invitations.length > 0 ? (
        <>
          <h3 className="mt-6 text-lg">{text.invited}</h3>
          <ul className="mt-2 space-y-2">
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
        </>
      ) : null}
      <h3 className="mt-6 mb-3 text-lg">{text.invite}</h3>
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
            hint: t.publisherSpace.people.roleHint,
            kind: 'choice',
            value: 'member',
            choices: MEMBER_ROLES.map((value) => ({ value, label: t.accounts.roles[value] })),
          },
        ]}
        hidden={hidden}
        texts={formTexts(t, text.inviteSubmit)}
        faults={t.publisherSpace.faults}
        signIn={{
          href: pathTo(locale, '/connexion', { suite: address }),
          label: t.accounts.form.signIn,
        }}
      />
    </>
  )
}
