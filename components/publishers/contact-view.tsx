import { FieldsForm } from '#components/accounts/fields-form.tsx'
import { formTexts } from '#components/accounts/form-texts.ts'
import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { pathTo, publisherPath } from '#components/i18n/paths.ts'
import { Breadcrumb } from '#components/ui/breadcrumb.tsx'
import { Link } from '#components/ui/link.tsx'
import type { FormAction } from '#components/ui/use-sent-form.ts'

interface Named {
  name: string
}

interface ContactViewProps {
  locale: Locale
  publisher: { slug: string; name: string; website: string }
  /** Whether anyone would read it. */
  reachable: boolean
  software: ReadonlyArray<Named & { slug: string }>
  organisations: ReadonlyArray<Named & { key: string }>
  /** The address that the publisher is given. */
  address: string
  /** Slug of the software that the link came from. */
  about: string
  action: FormAction<string>
}

/** The page that asks a publisher for contact. */
export function ContactView(props: ContactViewProps) {
  const { locale, publisher, reachable } = props
  const t = messages(locale).publisherContact
  return (
    <>
      <Breadcrumb
        locale={locale}
        trail={[{ label: publisher.name, href: publisherPath(locale, publisher.slug) }]}
      />
      <h1>{t.title(publisher.name)}</h1>
      {reachable ? <ContactForm {...props} /> : <Unreachable {...props} />}
    </>
  )
}

function Unreachable({ locale, publisher }: ContactViewProps) {
  const t = messages(locale).publisherContact
  return (
    <div className="mt-4 grid max-w-prose gap-4">
      <p className="lead">{t.nobody}</p>
      {publisher.website ? (
        <p>
          {t.nobodyWebsite}{' '}
          <a className="link [overflow-wrap:anywhere]" href={publisher.website} rel="noopener">
            {publisher.website}
          </a>
        </p>
      ) : (
        <p>{t.nobodyNoWebsite}</p>
      )}
      <p>{t.nobodyModerators}</p>
      <p>
        <Link className="button" href={publisherPath(locale, publisher.slug)}>
          {t.back(publisher.name)}
        </Link>
      </p>
    </div>
  )
}

function ContactForm(props: ContactViewProps) {
  const { locale, publisher, software, organisations, about, action } = props
  const all = messages(locale)
  const t = all.publisherContact
  const address = pathTo(locale, `/espace/editeurs/${publisher.slug}/contacter`)
  const [own] = organisations
  return (
    <>
      <p className="lead mt-2">{t.lead}</p>
      <div className="mt-8 grid items-start gap-8 lg:grid-cols-[minmax(0,40rem)_minmax(0,1fr)]">
        <FieldsForm
          id="contact"
          action={action}
          address={address}
          hidden={{ locale, slug: publisher.slug }}
          fields={[
            {
              name: 'subject',
              label: t.subject,
              hint: t.subjectHint,
              kind: 'choice',
              value: 'question',
              choices: Object.entries(t.subjects).map(([value, label]) => ({ value, label })),
            },
            {
              name: 'software',
              label: t.software,
              hint: t.softwareHint,
              kind: 'choice',
              value: about,
              choices: [
                { value: '', label: t.anySoftware },
                ...software.map(({ slug, name }) => ({ value: slug, label: name })),
              ],
            },
            {
              name: 'organisation',
              label: t.organisation,
              hint: t.organisationHint,
              kind: 'choice',
              value: own?.key ?? '',
              choices: [
                ...organisations.map(({ key, name }) => ({ value: key, label: name })),
                { value: '', label: t.myself },
              ],
            },
            { name: 'message', label: t.message, hint: t.messageHint, kind: 'lines' },
          ]}
          texts={formTexts(all, t.submit)}
          faults={all.publisherSpace.faults}
          signIn={{
            href: pathTo(locale, '/connexion', { suite: address }),
            label: all.accounts.form.signIn,
          }}
        />
        <section aria-labelledby="what" className="panel bg-soft">
          <h2 id="what" className="text-lg">
            {t.what}
          </h2>
          <ul className="mt-2 list-disc space-y-2 pl-5 [overflow-wrap:anywhere]">
            <li>{t.whatAddress(props.address)}</li>
            <li>{t.whatKept}</li>
            <li>{t.whatMost}</li>
          </ul>
        </section>
      </div>
    </>
  )
}

/** That a request went; the address of this page sends nothing again. */
export function ContactSentView({
  locale,
  publisher,
}: Pick<ContactViewProps, 'locale' | 'publisher'>) {
  const t = messages(locale).publisherContact
  return (
    <>
      <Breadcrumb
        locale={locale}
        trail={[{ label: publisher.name, href: publisherPath(locale, publisher.slug) }]}
      />
      <h1>{t.sentTitle}</h1>
      <p className="lead mt-2">{t.sent(publisher.name)}</p>
      <p className="mt-2">{t.sentText}</p>
      <p className="mt-6">
        <Link className="button" href={publisherPath(locale, publisher.slug)}>
          {t.back(publisher.name)}
        </Link>
      </p>
    </>
  )
}
