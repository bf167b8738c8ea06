import { DoneNote } from '#components/accounts/done-note.tsx'
import { FieldsForm } from '#components/accounts/fields-form.tsx'
import { formTexts } from '#components/accounts/form-texts.ts'
import { counted } from '#components/i18n/format.ts'
import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { pathTo, softwarePath } from '#components/i18n/paths.ts'
import { Breadcrumb } from '#components/ui/breadcrumb.tsx'
import { Link } from '#components/ui/link.tsx'
import type { FormAction } from '#components/ui/use-sent-form.ts'
import type { ListingView } from '#lib/listings/rules/listing-view.ts'
import { LISTING_FIELDS } from '#lib/listings/schema.ts'
import { type ListingChoices, listingFieldGroups } from './field-groups.ts'
import { FindingsSection } from './findings-section.tsx'
import { ListingForm } from './listing-form.tsx'
import { ReadingPanel } from './reading-panel.tsx'

export interface ListingActions {
  submit: FormAction<string>
  readAgain: FormAction<string>
  drop: FormAction<string>
}

/** Fields that an entry needs. */
const NEEDED = [
  'name',
  'licence',
  'functions',
  'platforms',
  'summaryFr',
  'summaryEn',
  'descriptionFr',
  'descriptionEn',
] as const

/** A draft: the form filled by what was read, and what there is to say of it. */
export function DraftView({
  locale,
  item,
  choices,
  actions,
  done,
}: {
  locale: Locale
  item: ListingView
  choices: ListingChoices
  actions: ListingActions
  /** What the address says was just done. */
  done: 'brouillon' | 'relu' | undefined
}) {
  const { listings, space, accounts, members } = messages(locale)
  const t = listings.draft
  const { form, reading, sameName } = item
  const path = `/espace/logiciels/ajouter/${item.id}`
  const address = pathTo(locale, path)
  const missing =
    NEEDED.filter((field) => form[field] === '').length +
    (form.publisher === '' && form.publisherName === '' ? 1 : 0)
  const read = LISTING_FIELDS.filter((field) => reading?.marks[field]).length
  const said =
    missing === 0 ? t.nothingMissing : counted(locale, missing, t.missing.one, t.missing.many)
  const { wrong, mend, failed, sending, signIn } = accounts.form
  const hidden = { locale, id: String(item.id) }
  return (
    <>
      <Breadcrumb
        locale={locale}
        trail={[
          { label: space.breadcrumb, href: pathTo(locale, '/espace') },
          { label: listings.add.title, href: pathTo(locale, '/espace/logiciels/ajouter') },
        ]}
      />
      <h1>{t.heading(form.name || t.unnamed)}</h1>
      <p className="lead mt-2">
        {t.lead(counted(locale, read, t.readFields.one, t.readFields.many), said)}
      </p>
      <DoneNote
        text={done === 'brouillon' ? t.saved : done === 'relu' ? t.readAgainDone : undefined}
      />
      {sameName.length === 0 ? null : (
        <p className="panel mt-6 max-w-3xl">
          {t.sameName}{' '}
          {sameName.map(({ slug, name }, at) => (
            <span key={slug}>
              {at > 0 ? ', ' : null}
              <Link className="link" href={softwarePath(locale, slug)}>
                {name}
              </Link>
            </span>
          ))}
          {'. '}
          {t.sameNameNext}
        </p>
      )}
      <div className="mt-8 grid items-start gap-10 lg:grid-cols-[minmax(0,40rem)_minmax(0,1fr)]">
        <div className="min-w-0">
          <ListingForm
            // Fields take their values when made: another reading makes them anew.
            key={item.updatedAt}
            locale={locale}
            listingId={item.id}
            action={actions.submit}
            address={address}
            values={{ ...form }}
            groups={listingFieldGroups(locale, form, reading, choices)}
            faults={listings.form.faults}
            texts={{ wrong, mend, failed, sending, send: t.send, save: t.save }}
            signIn={{ href: pathTo(locale, '/connexion', { suite: address }), label: signIn }}
          />
          <section aria-labelledby="next" className="panel mt-8 bg-soft">
            <h2 id="next" className="text-lg">
              {t.next}
            </h2>
            <p className="mt-2">{t.nextModerated}</p>
          </section>
        </div>
        <div className="grid min-w-0 gap-8">
          <section aria-labelledby="publiccode" className="panel min-w-0">
            <h2 id="publiccode" className="text-xl">
              {t.publiccode.heading}
            </h2>
            <FindingsSection
              locale={locale}
              publiccode={reading?.publiccode ?? null}
              download={pathTo(locale, `${path}/publiccode.yml`)}
              again={
                <div className="mt-5">
                  <p className="mb-2 text-muted">{t.publiccode.againHint}</p>
                  <FieldsForm
                    id="again"
                    action={actions.readAgain}
                    address={address}
                    hidden={hidden}
                    texts={{
                      ...formTexts(messages(locale), t.publiccode.again),
                      sending: listings.add.reading,
                    }}
                    quiet
                  />
                </div>
              }
            />
          </section>
          {reading ? (
            <section aria-labelledby="read" className="panel min-w-0">
              <h2 id="read" className="text-xl">
                {t.read.heading}
              </h2>
              <ReadingPanel locale={locale} address={item.address} reading={reading} />
            </section>
          ) : null}
          <DropForm
            locale={locale}
            action={actions.drop}
            address={address}
            hidden={hidden}
            label={t.drop}
          />
          <p>
            <Link className="link" href={pathTo(locale, '/espace')}>
              {members.home.title}
            </Link>
          </p>
        </div>
      </div>
    </>
  )
}

/** Gives a listing up. */
export function DropForm({
  locale,
  action,
  address,
  hidden,
  label,
}: {
  locale: Locale
  action: FormAction<string>
  address: string
  hidden: Record<string, string>
  label: string
}) {
  return (
    <FieldsForm
      id="drop"
      action={action}
      address={address}
      hidden={hidden}
      texts={formTexts(messages(locale), label)}
      quiet
    />
  )
}
