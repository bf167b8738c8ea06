import { DoneNote } from '#components/accounts/done-note.tsx'
import { FieldsForm } from '#components/accounts/fields-form.tsx'
import { messages } from '#components/i18n/messages.ts'
import { pathTo, providerPath } from '#components/i18n/paths.ts'
import { Breadcrumb } from '#components/ui/breadcrumb.tsx'
import { Link } from '#components/ui/link.tsx'
import { areaWord } from '#lib/providers/schema.ts'
import { areaGroups, identityFields, sharedOf } from './provider-fields.ts'
import { ProviderForm } from './provider-form.tsx'
import { type ProviderSpaceProps, spaceAddress } from './shown-space.ts'
import { SpaceMembers } from './space-members.tsx'
import { SpaceReferences } from './space-references.tsx'
import { SpaceServices } from './space-services.tsx'

/** The space of a provider: its state, then all that its public page says, to change. */
export function ProviderSpaceView(props: ProviderSpaceProps) {
  const { locale, space, territories, actions } = props
  const t = messages(locale)
  const s = t.providers.space
  const done = Object.hasOwn(s.done, props.done)
    ? (s.done as Record<string, string>)[props.done]
    : undefined
  const address = spaceAddress(locale, space.slug)
  const hidden = { locale, slug: space.slug }
  const identity = identityFields(locale, space)
  return (
    <>
      <Breadcrumb
        locale={locale}
        trail={[{ label: t.members.home.title, href: pathTo(locale, '/espace') }]}
      />
      <h1>{s.title(space.name)}</h1>
      <State {...props} />
      <DoneNote text={done} />

      <SpaceServices {...props} />

      <section aria-labelledby="areas" className="mt-12 max-w-3xl">
        <h2 id="areas" className="mb-3">
          {s.areas}
        </h2>
        <ProviderForm
          id="areas-form"
          key={space.areas.map(areaWord).join()}
          action={actions.areas}
          address={address}
          hidden={hidden}
          fields={[
            {
              name: 'areas',
              label: t.providers.add.area,
              hint: s.areasHint,
              kind: 'checks',
              value: space.areas.map(areaWord).join(' '),
              groups: areaGroups(locale, territories),
            },
          ]}
          {...sharedOf(locale, s.save)}
        />
      </section>

      <SpaceReferences {...props} />

      <section aria-labelledby="identity" className="mt-12 max-w-2xl">
        <h2 id="identity">{s.identity}</h2>
        <p className="mt-1 mb-3 text-muted">{s.sirenFixed(space.siren)}</p>
        <ProviderForm
          id="identity-form"
          action={actions.identity}
          address={address}
          hidden={hidden}
          fields={[
            identity.name,
            identity.kind,
            identity.website,
            identity.summaryFr,
            identity.summaryEn,
          ]}
          {...sharedOf(locale, s.save)}
        />
      </section>

      <SpaceMembers {...props} />

      {space.state === 'withdrawn' ? null : (
        <section aria-labelledby="withdraw" className="mt-12 max-w-2xl">
          <h2 id="withdraw">{s.withdraw}</h2>
          <p className="mt-1 mb-3">{s.withdrawLead}</p>
          <FieldsForm
            id="withdraw-form"
            action={actions.withdraw}
            address={address}
            hidden={hidden}
            fields={[
              {
                name: 'reason',
                label: s.withdrawReason,
                hint: s.withdrawReasonHint,
                kind: 'lines',
              },
            ]}
            quiet
            {...sharedOf(locale, s.withdrawSubmit)}
          />
        </section>
      )}
    </>
  )
}

function State({ locale, space, actions }: ProviderSpaceProps) {
  const { providers } = messages(locale)
  const s = providers.space
  return (
    <div className="mt-2 max-w-prose">
      <p className="lead">
        {s[space.state]}{' '}
        {space.state === 'published' ? (
          <Link className="link" href={providerPath(locale, space.slug)}>
            {s.publicPage}
          </Link>
        ) : null}
      </p>
      {space.refusal === '' ? null : (
        <div className="panel mt-4 bg-soft">
          <p className="font-semibold">{s.refusal}</p>
          <p className="mt-1 whitespace-pre-line">{space.refusal}</p>
        </div>
      )}
      {space.state === 'withdrawn' ? (
        <div className="mt-4">
          <FieldsForm
            id="submit-again"
            action={actions.submit}
            address={spaceAddress(locale, space.slug)}
            hidden={{ locale, slug: space.slug }}
            {...sharedOf(locale, s.submitAgain)}
          />
        </div>
      ) : null}
    </div>
  )
}
