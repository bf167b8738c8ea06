import { type Field, FieldsForm, type FormTexts } from '#components/accounts/fields-form.tsx'
import { formatDate, formatList } from '#components/i18n/format.ts'
import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { organisationPath, pathTo } from '#components/i18n/paths.ts'
import { Link } from '#components/ui/link.tsx'
import type { FormAction } from '#components/ui/use-sent-form.ts'
import { OVERALL_ROLES, type OverallRole } from '#lib/accounts/rules/rights.ts'

interface AdministrationProps {
  locale: Locale
  roles: ReadonlyArray<{ email: string; roles: readonly OverallRole[] }>
  domains: ReadonlyArray<{
    domain: string
    organisation: { key: string; name: string }
    verifiedAt: string
  }>
  /** Whether something has just been done. */
  done: boolean
  actions: Record<'grant' | 'revoke' | 'addDomain' | 'removeDomain', FormAction<string>>
}

/** Who may do what over the whole catalogue, and which mail domains prove an employer. */
export function AdministrationView({ locale, roles, domains, done, actions }: AdministrationProps) {
  const { administration: t, accounts } = messages(locale)
  const address = pathTo(locale, '/espace/administration')
  const common = {
    address,
    signIn: { href: pathTo(locale, '/connexion'), label: accounts.form.signIn },
  }
  const { wrong, mend, failed, sending } = t
  const texts = (submit: string): FormTexts => ({ wrong, mend, failed, sending, submit })
  const grant: Field[] = [
    { name: 'email', label: t.email, hint: t.emailHint, kind: 'email', required: true },
    {
      name: 'role',
      label: t.role,
      hint: t.roleHint,
      kind: 'choice',
      value: 'moderator',
      choices: OVERALL_ROLES.map((role) => ({ value: role, label: accounts.overallRoles[role] })),
    },
  ]
  const verify: Field[] = [
    { name: 'domain', label: t.domain, hint: t.domainHint, kind: 'text', required: true },
    { name: 'key', label: t.key, hint: t.keyHint, kind: 'text', required: true },
  ]
  return (
    <>
      <h1>{t.heading}</h1>
      {done ? (
        <p role="status" className="panel mt-4 bg-accent-soft">
          {t.done}
        </p>
      ) : null}
      <section aria-labelledby="journal" className="mt-8">
        <h2 id="journal">{t.journal}</h2>
        <p className="mt-1">{t.journalLead}</p>
        <p className="mt-3">
          <Link className="button button-quiet" href={`${address}/journal`}>
            {t.journalOpen}
          </Link>
        </p>
      </section>
      <section aria-labelledby="roles" className="mt-10">
        <h2 id="roles">{t.rolesHeading}</h2>
        {roles.length === 0 ? (
          <p className="mt-3">{t.noRoles}</p>
        ) : (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard.
          <section className="table-scroll mt-3" aria-label={t.rolesCaption} tabIndex={0}>
            <table className="table">
              <caption>{t.rolesCaption}</caption>
              <thead>
                <tr>
                  <th scope="col">{t.columns.email}</th>
                  <th scope="col">{t.columns.roles}</th>
                  <th scope="col">{t.revoke}</th>
                </tr>
              </thead>
              <tbody>
                {roles.map((item) => (
                  <tr key={item.email}>
                    <th scope="row" className="font-normal">
                      {item.email}
                    </th>
                    <td>
                      {formatList(
                        locale,
                        item.roles.map((role) => accounts.overallRoles[role]),
                      )}
                    </td>
                    <td>
                      <div className="flex flex-wrap gap-2">
                        {item.roles.map((role) => (
                          <FieldsForm
                            key={role}
                            {...common}
                            id={`revoke-${role}-${item.email}`}
                            action={actions.revoke}
                            hidden={{ locale, email: item.email, role }}
                            texts={texts(accounts.overallRoles[role])}
                            buttonLabel={t.revokeRole(accounts.overallRoles[role], item.email)}
                            quiet
                          />
                        ))}
                      </div>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        )}
        <div className="mt-6 max-w-xl">
          <h3 className="mb-3">{t.grantHeading}</h3>
          <FieldsForm
            {...common}
            id="grant"
            action={actions.grant}
            fields={grant}
            hidden={{ locale }}
            texts={texts(t.grant)}
          />
        </div>
      </section>
      <section aria-labelledby="domains" className="mt-10">
        <h2 id="domains">{t.domainsHeading}</h2>
        <p className="mt-1">{t.domainsLead}</p>
        {domains.length === 0 ? (
          <p className="mt-3">{t.noDomains}</p>
        ) : (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard.
          <section className="table-scroll mt-3" aria-label={t.domainsCaption} tabIndex={0}>
            <table className="table">
              <caption>{t.domainsCaption}</caption>
              <thead>
                <tr>
                  <th scope="col">{t.columns.domain}</th>
                  <th scope="col">{t.columns.organisation}</th>
                  <th scope="col">{t.columns.since}</th>
                  <th scope="col">{t.remove}</th>
                </tr>
              </thead>
              <tbody>
                {domains.map(({ domain, organisation, verifiedAt }) => (
                  <tr key={`${domain} ${organisation.key}`}>
                    <th scope="row" className="font-normal">
                      {domain}
                    </th>
                    <td>
                      <Link className="link" href={organisationPath(locale, organisation.key)}>
                        {organisation.name}
                      </Link>
                    </td>
                    <td>{formatDate(locale, verifiedAt.slice(0, 10))}</td>
                    <td>
                      <FieldsForm
                        {...common}
                        id={`remove-${domain}-${organisation.key}`}
                        action={actions.removeDomain}
                        hidden={{ locale, domain, key: organisation.key }}
                        texts={texts(t.remove)}
                        buttonLabel={t.removeDomain(domain, organisation.name)}
                        quiet
                      />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        )}
        <div className="mt-6 max-w-xl">
          <h3 className="mb-3">{t.addHeading}</h3>
          <FieldsForm
            {...common}
            id="verify"
            action={actions.addDomain}
            fields={verify}
            hidden={{ locale }}
            texts={texts(t.add)}
          />
        </div>
      </section>
    </>
  )
}
