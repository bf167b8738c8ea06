import type { ReactNode } from 'react'
import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { pathTo } from '#components/i18n/paths.ts'
import { Link } from '#components/ui/link.tsx'
import { TakesFocus } from '#components/ui/takes-focus.tsx'
import type { FormAction } from '#components/ui/use-sent-form.ts'
import { FieldsForm } from './fields-form.tsx'
import { formTexts } from './form-texts.ts'

interface SignInViewProps {
  locale: Locale
  action: FormAction<string>
  /** Where to go once signed in; empty for the member's home. */
  next: string
  /** Whether mails can be sent. */
  byMail: boolean
  providers: ReadonlyArray<{ id: string; name: string }>
  /** Why a provider brought nobody. */
  problem: 'denied' | 'failed' | undefined
}

/** The page to sign in: a link by mail, or a provider of identities. */
export function SignInView({ locale, action, next, byMail, providers, problem }: SignInViewProps) {
  const t = messages(locale)
  const { signIn } = t.accounts
  return (
    <>
      <h1>{signIn.title}</h1>
      <p className="lead mt-2">{signIn.lead}</p>
      {problem ? (
        <TakesFocus
          labelledBy="provider-wrong"
          className="mt-6 max-w-3xl rounded-lg border-2 border-danger p-4"
        >
          <h2 id="provider-wrong" className="text-xl">
            {signIn.providerWrong}
          </h2>
          <p className="mt-1">
            {problem === 'denied' ? signIn.providerDenied : signIn.providerFailed}
          </p>
        </TakesFocus>
      ) : null}
      <div className="mt-8 grid max-w-3xl gap-10">
        {byMail ? (
          <Part heading={signIn.byMail} id="by-mail">
            <FieldsForm
              id="sign-in"
              action={action}
              address={pathTo(locale, '/connexion', { suite: next })}
              fields={[
                {
                  name: 'email',
                  label: signIn.email,
                  hint: signIn.emailHint,
                  kind: 'email',
                  required: true,
                  autoComplete: 'email',
                },
              ]}
              hidden={{ locale, suite: next }}
              texts={formTexts(t, signIn.submit)}
              faults={t.accounts.faults}
            />
            <p className="mt-4 text-muted">{signIn.how}</p>
          </Part>
        ) : null}
        {providers.length > 0 ? (
          <Part heading={signIn.byProvider} id="by-provider">
            <ul className="grid justify-items-start gap-3">
              {providers.map(({ id, name }) => (
                <li key={id}>
                  {/* It leaves the site: never followed without reloading. */}
                  <a
                    className="button button-quiet"
                    href={`/api/auth/start/${id}?${new URLSearchParams({ langue: locale, suite: next })}`}
                  >
                    {signIn.provider(name)}
                  </a>
                </li>
              ))}
            </ul>
          </Part>
        ) : null}
        <p>
          <Link className="link" href={pathTo(locale, '/mentions-legales')}>
            {signIn.legal}
          </Link>
        </p>
      </div>
    </>
  )
}

function Part({ heading, id, children }: { heading: string; id: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="mb-3 text-xl">
        {heading}
      </h2>
      {children}
    </section>
  )
}
