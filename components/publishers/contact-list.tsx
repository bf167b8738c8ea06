import { FieldsForm } from '#components/accounts/fields-form.tsx'
import { formTexts } from '#components/accounts/form-texts.ts'
import { formatDate } from '#components/i18n/format.ts'
import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { organisationPath, pathTo } from '#components/i18n/paths.ts'
import { Link } from '#components/ui/link.tsx'
import type { FormAction } from '#components/ui/use-sent-form.ts'

type ContactState = 'new' | 'answered' | 'closed'

export interface ShownContact {
  id: number
  subject: 'question' | 'demonstration' | 'quote' | 'contribution' | 'other'
  message: string
  createdAt: string
  state: ContactState
  name: string
  address: string
  software: { slug: string; name: string } | null
  organisation: { key: string; name: string } | null
}

interface ContactListProps {
  locale: Locale
  publisher: { slug: string; name: string }
  contacts: readonly ShownContact[]
  action: FormAction<string>
}

/** Who asked a publisher for contact, those that wait first. */
export function ContactList(props: ContactListProps) {
  const { locale, contacts } = props
  const t = messages(locale).publisherSpace.contacts
  return (
    <section aria-labelledby="contacts" className="mt-10 max-w-3xl">
      <h2 id="contacts">{t.heading}</h2>
      <p className="mt-2 text-muted">{t.onlyMembers}</p>
      {contacts.length === 0 ? <p className="mt-3">{t.none}</p> : null}
      <ul className="mt-3 grid gap-4">
        {contacts.map((contact) => (
          <li key={contact.id} className="panel">
            <Contact {...props} contact={contact} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Contact({
  locale,
  publisher,
  contact,
  action,
}: ContactListProps & { contact: ShownContact }) {
  const all = messages(locale)
  const t = all.publisherSpace.contacts
  const { organisation, software, name, address, state } = contact
  const who = organisation?.name ?? (name || address)
  const next: readonly ContactState[] = state === 'new' ? ['answered', 'closed'] : ['new']
  const about = software ? `, ${t.about(software.name)}` : ''
  return (
    <>
      <h3 className="text-lg [overflow-wrap:anywhere]">
        {organisation ? (
          <Link className="link" href={organisationPath(locale, organisation.key)}>
            {t.from(who)}
          </Link>
        ) : (
          t.from(who)
        )}
      </h3>
      <p className="text-muted [overflow-wrap:anywhere]">
        {formatDate(locale, contact.createdAt.slice(0, 10))}
        {` · ${all.publisherContact.subjects[contact.subject]}${about} · `}
        <span className="font-semibold">{t.states[state]}</span>
      </p>
      <p className="mt-3 whitespace-pre-line [overflow-wrap:anywhere]">{contact.message}</p>
      <p className="mt-3 [overflow-wrap:anywhere]">
        <a className="link" href={`mailto:${address}`} aria-label={t.answerTo(who)}>
          {t.answer}
        </a>{' '}
        {name ? `${name}, ` : ''}
        {address}
      </p>
      <div className="mt-3 flex flex-wrap gap-3">
        {next.map((to) => (
          <FieldsForm
            key={to}
            id={`contact-${contact.id}-${to}`}
            action={action}
            address={pathTo(locale, `/espace/editeurs/${publisher.slug}`)}
            hidden={{ locale, slug: publisher.slug, id: String(contact.id), state: to }}
            texts={formTexts(all, t.mark[to])}
            buttonLabel={t.markOf(t.mark[to], who)}
            quiet
          />
        ))}
      </div>
    </>
  )
}
