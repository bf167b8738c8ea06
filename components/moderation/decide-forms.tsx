import type { ShownGroup } from '#components/functions/function-tree-view.tsx'
import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { pathTo } from '#components/i18n/paths.ts'
import { type ListingChoices, listingFieldGroups } from '#components/listings/field-groups.ts'
import { Link } from '#components/ui/link.tsx'
import type { FormAction } from '#components/ui/use-sent-form.ts'
import type { CaseView, ListingDetails, ProposalDetails } from '#lib/moderation/rules/case-view.ts'
import { MOST_FUNCTIONS } from '#lib/software/rules/entry-form.ts'
import { PLATFORMS, PUBLISHER_KINDS } from '#lib/software/schema.ts'
import { SettleForm } from './settle-form.tsx'

interface DecideFormsProps {
  locale: Locale
  item: CaseView
  action: FormAction<string>
  /** Of this very page. */
  address: string
  /** What was looked up, and the entries found. */
  query: string
  found: ReadonlyArray<{ slug: string; name: string }>
  /** Whether the form of a new entry is asked for, and what it chooses from. */
  fresh: boolean
  publishers: ReadonlyArray<{ slug: string; name: string }>
  groups: readonly ShownGroup[]
  /** What the form of a listing chooses from; only for one. */
  listingChoices?: ListingChoices | undefined
}

/** What may be decided of a case that waits. */
export function DecideForms(props: DecideFormsProps) {
  const { locale, item, action, address } = props
  const { moderation, accounts, listings } = messages(locale)
  const t = moderation.settle
  const { details } = item
  const common = {
    locale,
    action,
    address,
    caseId: item.id,
    t,
    signIn: { href: pathTo(locale, '/connexion'), label: accounts.form.signIn },
  }
  const refuse = { decision: 'refuse', label: t.refuse } as const
  if (details?.kind === 'software-proposal') {
    return <Proposal {...props} common={common} details={details} />
  }
  if (details?.kind === 'listing' && props.listingChoices) {
    return <ListingDecision {...props} common={common} details={details} />
  }
  const boxes =
    details?.kind === 'claim' && !details.publisher.verified
      ? [{ name: 'verifyPublisher', label: listings.moderation.verify }]
      : []
  const verify =
    details?.kind === 'join-request' && details.proves
      ? moderation.join.verify(details.domain)
      : undefined
  return (
    <SettleForm
      {...common}
      id="settle"
      verify={verify}
      boxes={boxes}
      buttons={details ? [{ decision: 'accept', label: t.accept }, refuse] : [refuse]}
    />
  )
}

type Common = Pick<
  Parameters<typeof SettleForm>[0],
  'locale' | 'action' | 'address' | 'caseId' | 't' | 'signIn'
>

function ListingDecision({
  locale,
  listingChoices,
  common,
  details,
}: DecideFormsProps & { common: Common; details: ListingDetails }) {
  const { listings, moderation } = messages(locale)
  const { moderation: t, form } = listings
  const { reading, publisher, isMember } = details
  if (!listingChoices) return null
  return (
    <SettleForm
      {...common}
      id="settle"
      listing={{
        values: details.form,
        groups: listingFieldGroups(locale, details.form, reading, listingChoices),
        faults: form.faults,
        title: t.correct,
      }}
      boxes={[
        ...(isMember ? [] : [{ name: 'manager', label: t.manager }]),
        ...(publisher?.verified ? [] : [{ name: 'verifyPublisher', label: t.verify }]),
      ]}
      buttons={[
        { decision: 'accept', label: t.publish },
        { decision: 'refuse', label: moderation.settle.refuse },
      ]}
    />
  )
}

function Proposal({
  locale,
  item,
  query,
  found,
  fresh,
  publishers,
  groups,
  common,
  details,
}: DecideFormsProps & { common: Common; details: ProposalDetails }) {
  const { moderation, common: shared } = messages(locale)
  const t = moderation.proposal
  const path = `/espace/moderation/${item.id}`
  const slugs = (query === '' ? details.near : found).map(({ slug }) => slug)
  const { fields, hints, faults } = t
  return (
    <>
      <section aria-labelledby="existing">
        <h3 id="existing">{t.existing}</h3>
        <search>
          <form action={pathTo(locale, path)} className="mt-3 flex flex-wrap items-end gap-3">
            <div>
              <label htmlFor="look" className="block font-semibold">
                {t.search}
              </label>
              <input
                id="look"
                name="q"
                type="search"
                defaultValue={query}
                autoComplete="off"
                className="field mt-1.5"
              />
            </div>
            <button type="submit" className="button button-quiet">
              {t.searchSubmit}
            </button>
          </form>
        </search>
        {query === '' ? null : (
          <ul role="status" className="mt-3 list-disc pl-5">
            {found.length === 0 ? <li>{t.noNear}</li> : null}
            {found.map((entry) => (
              <li key={entry.slug}>{`${entry.name} (${entry.slug})`}</li>
            ))}
          </ul>
        )}
        <div className="mt-4">
          <SettleForm
            {...common}
            id="existing-entry"
            existing={{ label: t.existingSlug, hint: t.existingHint, slugs }}
            buttons={[{ decision: 'accept', label: t.acceptExisting }]}
          />
        </div>
      </section>
      <section aria-labelledby="fresh">
        <h3 id="fresh">{t.fresh}</h3>
        <p className="mt-1">{t.freshLead}</p>
        <div className="mt-4">
          {fresh ? (
            <SettleForm
              {...common}
              id="new-entry"
              entry={{
                t: { fields, hints, faults },
                name: details.name,
                website: details.website,
                publishers: publishers.map(({ slug, name }) => ({ value: slug, label: name })),
                publisherNone: t.publisherNone,
                kinds: PUBLISHER_KINDS.map((kind) => ({
                  value: kind,
                  label: shared.publisherKinds[kind],
                })),
                kindNone: t.kindNone,
                functions: groups.map((group) => ({
                  label: group.name[locale],
                  choices: group.functions.map((one) => ({
                    value: one.slug,
                    label: one.name[locale],
                  })),
                })),
                functionNone: t.functionNone,
                functionLabels: Array.from({ length: MOST_FUNCTIONS }, (_, at) =>
                  t.functionNth(at + 1),
                ),
                platforms: PLATFORMS.map((one) => ({ value: one, label: shared.platforms[one] })),
              }}
              buttons={[{ decision: 'accept', label: t.acceptNew }]}
            />
          ) : (
            <Link
              className="button button-quiet"
              href={`${pathTo(locale, path, { fiche: 'nouvelle' })}#fresh`}
            >
              {t.makeEntry}
            </Link>
          )}
        </div>
      </section>
      <section aria-labelledby="refuse">
        <h3 id="refuse" className="mb-4">
          {t.refuse}
        </h3>
        <SettleForm
          {...common}
          id="refusal"
          buttons={[{ decision: 'refuse', label: moderation.settle.refuse }]}
        />
      </section>
    </>
  )
}
