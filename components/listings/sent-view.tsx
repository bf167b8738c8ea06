import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { pathTo, softwarePath } from '#components/i18n/paths.ts'
import { Breadcrumb } from '#components/ui/breadcrumb.tsx'
import { Link } from '#components/ui/link.tsx'
import { TakesFocus } from '#components/ui/takes-focus.tsx'
import type { ListingView } from '#lib/listings/rules/listing-view.ts'
import { DropForm, type ListingActions } from './draft-view.tsx'

/** A listing that is no draft any more: what became of it, and the next step. */
export function SentListingView({
  locale,
  item,
  actions,
}: {
  locale: Locale
  item: ListingView
  actions: Pick<ListingActions, 'drop'>
}) {
  const { listings, space } = messages(locale)
  const t = listings.draft
  const name = item.form.name || t.unnamed
  const address = pathTo(locale, `/espace/logiciels/ajouter/${item.id}`)
  return (
    <>
      <Breadcrumb
        locale={locale}
        trail={[
          { label: space.breadcrumb, href: pathTo(locale, '/espace') },
          { label: listings.add.title, href: pathTo(locale, '/espace/logiciels/ajouter') },
        ]}
      />
      {item.state === 'submitted' ? (
        <>
          <TakesFocus labelledBy="sent" className="panel max-w-3xl bg-accent-soft">
            <h1 id="sent">{t.submitted.title}</h1>
            <p className="mt-2 font-semibold">{name}</p>
            <p className="mt-3 max-w-prose">{t.submitted.text}</p>
          </TakesFocus>
          <div className="mt-6">
            <DropForm
              locale={locale}
              action={actions.drop}
              address={address}
              hidden={{ locale, id: String(item.id) }}
              label={t.dropWaiting}
            />
          </div>
        </>
      ) : null}
      {item.state === 'published' ? (
        <>
          <TakesFocus labelledBy="sent" className="panel max-w-3xl bg-accent-soft">
            <h1 id="sent">{t.published.title}</h1>
            <p className="mt-3 max-w-prose">{t.published.text}</p>
          </TakesFocus>
          {item.entry ? (
            <ul className="mt-6 flex flex-wrap gap-3">
              <li>
                <Link className="button" href={softwarePath(locale, item.entry.slug)}>
                  {t.published.open(item.entry.name)}
                </Link>
              </li>
              <li>
                <Link
                  className="button button-quiet"
                  href={pathTo(locale, `/espace/logiciels/${item.entry.slug}/revendiquer`)}
                >
                  {t.published.claim}
                </Link>
              </li>
            </ul>
          ) : null}
        </>
      ) : null}
      {item.state === 'refused' ? (
        <>
          <h1>{t.refused.title}</h1>
          <p className="mt-2 font-semibold">{name}</p>
          <p className="mt-4">{t.refused.reason}</p>
          <blockquote className="panel mt-2 max-w-3xl whitespace-pre-line">
            {item.reason}
          </blockquote>
          <p className="mt-6">
            <Link
              className="button"
              href={pathTo(locale, '/espace/logiciels/ajouter', { adresse: item.address })}
            >
              {t.refused.again}
            </Link>
          </p>
        </>
      ) : null}
    </>
  )
}
