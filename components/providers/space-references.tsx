import { FieldsForm } from '#components/accounts/fields-form.tsx'
import { formatDate } from '#components/i18n/format.ts'
import { messages } from '#components/i18n/messages.ts'
import { organisationPath } from '#components/i18n/paths.ts'
import { Link } from '#components/ui/link.tsx'
import { kindsField, sharedOf } from './provider-fields.ts'
import { ProviderForm } from './provider-form.tsx'
import { serviceWords } from './provider-words.ts'
import { type ProviderSpaceProps, type ShownSpaceReference, spaceAddress } from './shown-space.ts'

/** The organisations that a provider names, what they answered, and the form that names another. */
export function SpaceReferences(props: ProviderSpaceProps) {
  const { locale, space } = props
  const s = messages(locale).providers.space
  const { references, services, state } = space
  return (
    <section aria-labelledby="references" className="mt-12 max-w-3xl">
      <h2 id="references">{s.references}</h2>
      <p className="mt-1 text-muted">{s.referencesLead}</p>
      {references.length === 0 ? <p className="mt-3">{s.referencesNone}</p> : null}
      <ul className="mt-3">
        {references.map((item) => (
          <Reference key={item.id} {...props} item={item} />
        ))}
      </ul>
      {state === 'published' && services.length > 0 ? (
        <>
          <h3 className="mt-6 mb-3">{s.ask}</h3>
          <AskForm {...props} />
        </>
      ) : (
        <p className="mt-3">{state === 'published' ? s.referencesNoService : s.referencesLater}</p>
      )}
    </section>
  )
}

function Reference({
  locale,
  space,
  actions,
  item,
}: ProviderSpaceProps & { item: ShownSpaceReference }) {
  const t = messages(locale).providers
  const s = t.space
  const { organisation, software, kinds, since, state } = item
  const on = state === 'waiting' ? item.askedOn : item.decidedOn
  return (
    <li className="border-line border-t py-3">
      <p>
        <Link className="link font-semibold" href={organisationPath(locale, organisation.key)}>
          {organisation.name}
        </Link>
        {` · ${software.name} · ${serviceWords(locale, kinds)}`}
        {since === '' ? null : ` · ${t.answer.since(since)}`}
      </p>
      <p className="text-muted">{`${s.referenceStates[state]} (${formatDate(locale, on)})`}</p>
      {item.reason === '' ? null : (
        <p className="whitespace-pre-line">{s.reasonSaid(item.reason)}</p>
      )}
      {state === 'waiting' && !item.reachable ? <p>{s.unreachable}</p> : null}
      {state === 'waiting' || state === 'confirmed' ? (
        <div className="mt-2">
          <FieldsForm
            id={`take-back-${item.id}`}
            action={actions.takeBack}
            address={spaceAddress(locale, space.slug)}
            hidden={{ locale, slug: space.slug, reference: String(item.id) }}
            buttonLabel={s.takeBackOf(organisation.name, software.name)}
            quiet
            {...sharedOf(locale, s.takeBack)}
          />
        </div>
      ) : null}
    </li>
  )
}

function AskForm({ locale, space, actions }: ProviderSpaceProps) {
  const s = messages(locale).providers.space
  return (
    <ProviderForm
      id="ask"
      // What was asked is in the list: the form starts anew.
      key={space.references.length}
      action={actions.ask}
      address={spaceAddress(locale, space.slug)}
      hidden={{ locale, slug: space.slug }}
      which={{ of: 'organisation', legend: s.which, hint: s.whichHint }}
      fields={[
        {
          name: 'organisation',
          label: s.organisation,
          hint: s.organisationHint,
          kind: 'text',
          suggest: 'organisation',
        },
        {
          name: 'software',
          label: s.software,
          hint: s.softwareHint,
          kind: 'choice',
          value: space.services[0]?.slug ?? '',
          groups: [
            {
              legend: '',
              choices: space.services.map(({ slug, name }) => ({ value: slug, label: name })),
            },
          ],
        },
        kindsField(locale, { label: s.kinds, hint: s.kindsHint }),
        { name: 'since', label: s.since, hint: s.sinceHint, kind: 'text' },
      ]}
      {...sharedOf(locale, s.askSubmit, s.askWrong)}
    />
  )
}
