import type { ReactNode } from 'react'
import { colon, counted } from '#components/i18n/format.ts'
import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { pathTo } from '#components/i18n/paths.ts'
import { MyProviders } from '#components/providers/my-providers.tsx'
import { MyPublishers, type ShownPublisherRole } from '#components/publishers/my-publishers.tsx'
import { Link } from '#components/ui/link.tsx'
import type { MemberRole } from '#lib/accounts/rules/rights.ts'
import { SignOutForm } from './sign-out-form.tsx'

export interface ShownMembership {
  key: string
  name: string
  role: MemberRole
  /** Uses that wait for the organisation's word. */
  waiting: number
}

interface HomeViewProps {
  locale: Locale
  email: string
  organisations: readonly ShownMembership[]
  /** Publishers that they speak for. */
  publishers: readonly ShownPublisherRole[]
  /** What they list and claim. */
  listings?: ReactNode
  asked: ReadonlyArray<{ key: string; name: string; role: MemberRole }>
  providers: Parameters<typeof MyProviders>[0]['items']
  moderates: boolean
  administers: boolean
  judges: boolean
  /** Whether they run editions of the label. */
  organises: boolean
  signOut: (form: FormData) => Promise<void>
}

/** What a member finds first: their organisations, what waits, and where to go. */
export function HomeView(props: HomeViewProps) {
  const { locale, organisations, asked, moderates, administers, judges, organises } = props
  const t = messages(locale)
  const { home } = t.members
  const link = (path: string, label: string) => (
    <li key={path}>
      <Link className="link" href={pathTo(locale, path)}>
        {label}
      </Link>
    </li>
  )
  return (
    <>
      <h1>{home.title}</h1>
      <p className="mt-2 text-muted [overflow-wrap:anywhere]">{home.signedInAs(props.email)}</p>
      <section aria-labelledby="organisations" className="mt-8">
        <h2 id="organisations" className="text-xl">
          {home.organisations}
        </h2>
        {organisations.length === 0 ? <p className="mt-2 max-w-prose">{home.none}</p> : null}
        <div className="mt-4 grid gap-4 md:grid-cols-2">
          {organisations.map((organisation) => (
            <OrganisationCard key={organisation.key} locale={locale} organisation={organisation} />
          ))}
        </div>
        <p className="mt-4">
          <Link
            className={organisations.length === 0 ? 'button' : 'button button-quiet'}
            href={pathTo(locale, '/espace/rejoindre')}
          >
            {organisations.length === 0 ? home.join : home.joinAnother}
          </Link>
        </p>
      </section>
      <MyPublishers locale={locale} publishers={props.publishers} />
      {asked.length > 0 ? (
        <section aria-labelledby="asked" className="mt-8">
          <h2 id="asked" className="text-xl">
            {home.asked}
          </h2>
          <ul className="mt-2 list-disc space-y-1 pl-5">
            {asked.map(({ key, name, role }) => (
              <li key={key}>{home.askedFor(name, t.accounts.roles[role])}</li>
            ))}
          </ul>
        </section>
      ) : null}
      <MyProviders locale={locale} items={props.providers} />
      {props.listings}
      {moderates || administers || judges || organises ? (
        <section aria-labelledby="overall" className="mt-8">
          <h2 id="overall" className="text-xl">
            {home.overall}
          </h2>
          <ul className="mt-2 space-y-2">
            {moderates ? link('/espace/moderation', home.moderation) : null}
            {judges ? link('/espace/jury', t.jury.mine.title) : null}
            {administers ? link('/espace/administration', home.administration) : null}
            {organises ? link('/espace/label/millesimes', t.labelEditions.space) : null}
          </ul>
        </section>
      ) : null}
      <ul className="mt-8 flex flex-wrap items-center gap-x-6 gap-y-3 border-line border-t pt-6">
        {link('/espace/compte', home.account)}
        <li>
          <SignOutForm locale={locale} action={props.signOut} />
        </li>
      </ul>
    </>
  )
}

function OrganisationCard({
  locale,
  organisation,
}: {
  locale: Locale
  organisation: ShownMembership
}) {
  const t = messages(locale)
  const { home } = t.members
  const { key, name, role, waiting } = organisation
  const space = pathTo(locale, `/espace/collectivites/${key}`)
  return (
    <article className="panel">
      <h3 className="text-lg">{name}</h3>
      <p className="text-muted">{home.role(t.accounts.roles[role])}</p>
      {waiting > 0 ? (
        <p className="mt-2 font-semibold">
          {counted(locale, waiting, home.waiting.one, home.waiting.many)}
        </p>
      ) : null}
      <ul className="mt-3 flex flex-wrap items-center gap-x-5 gap-y-3">
        <li>
          <Link className="button" href={space} aria-label={home.openSpace + colon(locale) + name}>
            {home.openSpace}
          </Link>
        </li>
        <li>
          <Link
            className="link"
            href={`${space}/label`}
            aria-label={t.labelProgress.link + colon(locale) + name}
          >
            {t.labelProgress.linkShort}
          </Link>
        </li>
        <li>
          <Link
            className="link"
            href={`${space}/membres`}
            aria-label={home.members + colon(locale) + name}
          >
            {home.members}
          </Link>
        </li>
      </ul>
    </article>
  )
}
