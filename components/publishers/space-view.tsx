import { DoneNote } from '#components/accounts/done-note.tsx'
import { FieldsForm } from '#components/accounts/fields-form.tsx'
import { formTexts } from '#components/accounts/form-texts.ts'
import { counted, formatList, formatNumber } from '#components/i18n/format.ts'
import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { badgesPath, pathTo, publisherPath, usersPath } from '#components/i18n/paths.ts'
import { Link } from '#components/ui/link.tsx'
import type { FormAction } from '#components/ui/use-sent-form.ts'
import { ContactList, type ShownContact } from './contact-list.tsx'
import { SpacePeople, type SpacePeopleProps } from './space-people.tsx'
import { SpaceTrail } from './space-trail.tsx'

export interface SpaceActions {
  invite: FormAction<string>
  cancel: FormAction<string>
  remove: FormAction<string>
  changeRole: FormAction<string>
  leave: FormAction<string>
  edit: FormAction<string>
  settle: FormAction<string>
}

export interface SpaceViewProps {
  locale: Locale
  publisher: {
    slug: string
    name: string
    website: string
    summaryFr: string
    summaryEn: string
    organisation: { key: string; name: string } | null
  }
  me: string
  manages: boolean
  answers: boolean
  edits: boolean
  software: ReadonlyArray<{
    slug: string
    name: string
    unconfirmed: number
    differences: number
    names: number
  }>
  waiting: number
  contacts: readonly ShownContact[]
  people: SpacePeopleProps['people']
  invitations: SpacePeopleProps['invitations']
  done: string | undefined
  actions: SpaceActions
}

/** What those who speak for a publisher find: what waits, its software, requests, people, its page. */
export function PublisherSpaceView(props: SpaceViewProps) {
  const { locale, publisher, software, manages, answers, edits, done } = props
  const t = messages(locale).publisherSpace
  const dones: Readonly<Record<string, string>> = t.done
  const page = messages(locale).publisherPage
  const link = (href: string, label: string) => (
    <li key={href}>
      <Link className="link" href={href}>
        {label}
      </Link>
    </li>
  )
  const space = `/espace/editeurs/${publisher.slug}`
  return (
    <>
      <SpaceTrail locale={locale} publisher={publisher} />
      <h1>{t.title(publisher.name)}</h1>
      <p className="lead mt-2">
        {t.lead(
          counted(locale, software.length, page.software.one, page.software.many),
          whatWaits(props),
        )}
      </p>
      <DoneNote text={dones[done ?? '']} />
      <ul className="mt-4 flex flex-wrap gap-x-6 gap-y-3">
        {answers ? link(pathTo(locale, `${space}/signaler`), t.report) : null}
        {manages ? link(pathTo(locale, `${space}/webhooks`), t.webhooks) : null}
        {link(publisherPath(locale, publisher.slug), t.publicPage)}
      </ul>
      {answers ? <ContactList {...props} action={props.actions.settle} /> : null}
      <SoftwareTable {...props} />
      <SpacePeople {...props} />
      {edits ? <TextsForm {...props} /> : null}
    </>
  )
}

/** Requests, differences, names and words of others that wait for somebody, in words. */
function whatWaits({ locale, software, waiting }: SpaceViewProps): string {
  const t = messages(locale).publisherSpace
  const sum = (of: 'unconfirmed' | 'differences' | 'names') =>
    software.reduce((total, entry) => total + entry[of], 0)
  const parts = [
    [waiting, t.contactsWaiting],
    [sum('differences'), t.differencesWaiting],
    [sum('names'), t.namesWaiting],
    [sum('unconfirmed'), t.usesWaiting],
  ] as const
  const words = parts.flatMap(([n, text]) =>
    n > 0 ? [counted(locale, n, text.one, text.many)] : [],
  )
  return words.length === 0 ? t.nothingWaits : formatList(locale, words)
}

function SoftwareTable({ locale, software }: SpaceViewProps) {
  const { publisherSpace, readmeBadges: badges } = messages(locale)
  const t = publisherSpace.software
  const count = (n: number, href: string, label: string) =>
    n === 0 ? (
      '0'
    ) : (
      <Link className="link" href={href} aria-label={label}>
        {formatNumber(locale, n)}
      </Link>
    )
  return (
    <section aria-labelledby="software" className="mt-10">
      <h2 id="software">{t.heading}</h2>
      {software.length === 0 ? (
        <p className="mt-3">{t.none}</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways is reached by keyboard.
        <section className="table-scroll mt-3" aria-label={t.caption} tabIndex={0}>
          <table className="table">
            <caption className="sr-only">{t.caption}</caption>
            <thead>
              <tr>
                <th scope="col">{t.name}</th>
                <th scope="col" className="number">
                  {t.unconfirmed}
                </th>
                <th scope="col" className="number">
                  {t.differences}
                </th>
                <th scope="col" className="number">
                  {t.names}
                </th>
                <th scope="col">{t.entry}</th>
                <th scope="col">{badges.short}</th>
              </tr>
            </thead>
            <tbody>
              {software.map(({ slug, name, unconfirmed, differences, names }) => {
                const entry = pathTo(locale, `/espace/logiciels/${slug}`)
                const users = usersPath(locale, slug)
                return (
                  <tr key={slug}>
                    <th scope="row">{name}</th>
                    <td className="number">
                      {count(unconfirmed, users, `${t.unconfirmed}, ${name}, ${unconfirmed}`)}
                    </td>
                    <td className="number">
                      {count(differences, entry, `${t.differences}, ${name}, ${differences}`)}
                    </td>
                    <td className="number">
                      {count(names, `${entry}/noms`, `${t.names}, ${name}, ${names}`)}
                    </td>
                    <td>
                      <Link className="link" href={entry} aria-label={t.editOf(name)}>
                        {t.edit}
                      </Link>
                    </td>
                    <td>
                      <Link
                        className="link"
                        href={badgesPath(locale, slug)}
                        aria-label={badges.title(name)}
                      >
                        {badges.short}
                      </Link>
                    </td>
                  </tr>
                )
              })}
            </tbody>
          </table>
        </section>
      )}
      <p className="mt-4">
        <Link className="button button-quiet" href={pathTo(locale, '/espace/logiciels/ajouter')}>
          {t.add}
        </Link>
      </p>
    </section>
  )
}

function TextsForm({ locale, publisher, actions }: SpaceViewProps) {
  const all = messages(locale)
  const t = all.publisherSpace.texts
  const address = pathTo(locale, `/espace/editeurs/${publisher.slug}`)
  return (
    <section aria-labelledby="texts" className="mt-10 max-w-2xl">
      <h2 id="texts">{t.heading}</h2>
      <p className="mt-2 mb-4">{t.lead}</p>
      <FieldsForm
        id="texts-form"
        action={actions.edit}
        address={address}
        hidden={{ locale, slug: publisher.slug }}
        fields={[
          {
            name: 'website',
            label: t.website,
            hint: t.websiteHint,
            kind: 'text',
            value: publisher.website,
          },
          {
            name: 'summaryFr',
            label: t.summaryFr,
            hint: t.summaryFrHint,
            kind: 'lines',
            value: publisher.summaryFr,
          },
          {
            name: 'summaryEn',
            label: t.summaryEn,
            hint: t.summaryEnHint,
            kind: 'lines',
            value: publisher.summaryEn,
          },
        ]}
        texts={formTexts(all, t.submit)}
        faults={all.publisherSpace.faults}
        signIn={{
          href: pathTo(locale, '/connexion', { suite: address }),
          label: all.accounts.form.signIn,
        }}
      />
    </section>
  )
}
