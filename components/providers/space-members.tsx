import { FieldsForm } from '#components/accounts/fields-form.tsx'
import { formatDate } from '#components/i18n/format.ts'
import { messages } from '#components/i18n/messages.ts'
import { organisationPath } from '#components/i18n/paths.ts'
import { Link } from '#components/ui/link.tsx'
import { sharedOf } from './provider-fields.ts'
import { type ProviderSpaceProps, spaceAddress } from './shown-space.ts'

/** Who looks after a provider, and what its managers do about it. */
export function SpaceMembers({ locale, space, me, actions }: ProviderSpaceProps) {
  const t = messages(locale)
  const s = t.providers.space
  const { people } = t.members
  const address = spaceAddress(locale, space.slug)
  const hidden = { locale, slug: space.slug }
  return (
    <section aria-labelledby="members" className="mt-12 max-w-3xl">
      <h2 id="members">{s.members}</h2>
      <p className="mt-1 text-muted">{s.membersLead}</p>
      {space.organisation ? (
        <p className="mt-3">
          {s.membersOfBody}{' '}
          <Link className="link" href={organisationPath(locale, space.organisation.key)}>
            {space.organisation.name}
          </Link>
        </p>
      ) : null}
      <ul className="mt-3">
        {space.members.map((person) => {
          const who = person.name || person.email
          const other = person.role === 'manager' ? 'member' : 'manager'
          return (
            <li key={person.userId} className="border-line border-t py-3">
              <p className="[overflow-wrap:anywhere]">
                <span className="font-semibold">{who}</span>{' '}
                {person.userId === me ? people.you : null}
                {person.name === '' ? null : ` · ${person.email}`}
              </p>
              <p className="text-muted">
                {s.memberSince(
                  t.accounts.roles[person.role],
                  formatDate(locale, person.since.slice(0, 10)),
                )}
              </p>
              {space.manages ? (
                <div className="mt-2 flex flex-wrap gap-2">
                  <FieldsForm
                    id={`role-${person.userId}`}
                    action={actions.changeRole}
                    address={address}
                    hidden={{ ...hidden, userId: person.userId, role: other }}
                    buttonLabel={
                      other === 'manager' ? people.makeManagerOf(who) : people.makeMemberOf(who)
                    }
                    quiet
                    {...sharedOf(
                      locale,
                      other === 'manager' ? people.makeManager : people.makeMember,
                    )}
                  />
                  <FieldsForm
                    id={`remove-${person.userId}`}
                    action={actions.removeMember}
                    address={address}
                    hidden={{ ...hidden, userId: person.userId }}
                    buttonLabel={people.removeOf(who)}
                    quiet
                    {...sharedOf(locale, people.remove)}
                  />
                </div>
              ) : null}
            </li>
          )
        })}
      </ul>
      {space.manages ? (
        <div className="max-w-2xl">
          <h3 className="mt-6 mb-3">{s.invite}</h3>
          <FieldsForm
            id="invite"
            action={actions.invite}
            address={address}
            hidden={hidden}
            fields={[
              {
                name: 'email',
                label: people.inviteEmail,
                hint: people.inviteEmailHint,
                kind: 'email',
                required: true,
              },
              {
                name: 'role',
                label: people.inviteRole,
                hint: people.inviteRoleHint,
                kind: 'choice',
                value: 'member',
                choices: (['member', 'manager'] as const).map((value) => ({
                  value,
                  label: t.accounts.roles[value],
                })),
              },
            ]}
            {...sharedOf(locale, people.inviteSubmit)}
          />
        </div>
      ) : (
        <p className="mt-3">{s.onlyManagers}</p>
      )}
    </section>
  )
}
