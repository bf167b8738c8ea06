import { FieldsForm } from '#components/accounts/fields-form.tsx'
import { messages } from '#components/i18n/messages.ts'
import { softwarePath } from '#components/i18n/paths.ts'
import { Link } from '#components/ui/link.tsx'
import { kindsField, sharedOf } from './provider-fields.ts'
import { ProviderForm } from './provider-form.tsx'
import { serviceWords } from './provider-words.ts'
import { type ProviderSpaceProps, spaceAddress } from './shown-space.ts'

/** What a provider does, software by software, to change. */
export function SpaceServices({ locale, space, actions }: ProviderSpaceProps) {
  const t = messages(locale).providers
  const s = t.space
  const address = spaceAddress(locale, space.slug)
  const hidden = { locale, slug: space.slug }
  return (
    <section aria-labelledby="services" className="mt-10 max-w-3xl">
      <h2 id="services">{s.services}</h2>
      <p className="mt-1 text-muted">{s.servicesLead}</p>
      <ul className="mt-3">
        {space.services.map(({ slug, name, kinds }) => (
          <li key={slug} className="border-line border-t py-3">
            <p>
              <Link className="link font-semibold" href={softwarePath(locale, slug)}>
                {name}
              </Link>
              {` · ${serviceWords(locale, kinds)}`}
            </p>
            <details className="mt-1">
              <summary className="min-h-6 py-1 text-accent">
                {s.changeService}
                <span className="sr-only">{` ${s.serviceOf(name)}`}</span>
              </summary>
              <div className="mt-2 grid gap-4">
                <ProviderForm
                  id={`service-${slug}`}
                  key={kinds.join()}
                  action={actions.setService}
                  address={address}
                  hidden={{ ...hidden, software: slug }}
                  fields={[
                    kindsField(
                      locale,
                      { label: s.serviceOf(name), hint: t.add.servicesHint },
                      kinds.join(' '),
                    ),
                  ]}
                  buttonLabel={s.saveServiceOf(name)}
                  {...sharedOf(locale, s.save)}
                />
                <FieldsForm
                  id={`unserve-${slug}`}
                  action={actions.removeService}
                  address={address}
                  hidden={{ ...hidden, software: slug }}
                  buttonLabel={s.removeServiceOf(name)}
                  quiet
                  {...sharedOf(locale, s.removeService)}
                />
              </div>
            </details>
          </li>
        ))}
      </ul>
      <h3 className="mt-6 mb-3">{s.addService}</h3>
      <ProviderForm
        id="add-service"
        // What was added is in the list: the form starts anew.
        key={space.services.length}
        action={actions.setService}
        address={address}
        hidden={hidden}
        fields={[
          {
            name: 'software',
            label: t.filters.software,
            hint: s.addServiceHint,
            kind: 'text',
            suggest: 'software',
          },
          kindsField(locale, { label: t.add.services, hint: t.add.servicesHint }),
        ]}
        {...sharedOf(locale, s.addServiceSubmit)}
      />
    </section>
  )
}
