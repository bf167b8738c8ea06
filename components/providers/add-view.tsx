import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { pathTo } from '#components/i18n/paths.ts'
import { Breadcrumb } from '#components/ui/breadcrumb.tsx'
import type { FormAction } from '#components/ui/use-sent-form.ts'
import { areaGroups, identityFields, kindsField, sharedOf } from './provider-fields.ts'
import { ProviderForm } from './provider-form.tsx'
import type { Territories } from './provider-words.ts'

/** A provider that is not in the catalogue yet. */
export function AddProviderView({
  locale,
  action,
  territories,
}: {
  locale: Locale
  action: FormAction<string>
  territories: Territories
}) {
  const t = messages(locale)
  const { add } = t.providers
  const identity = identityFields(locale)
  return (
    <>
      <Breadcrumb
        locale={locale}
        trail={[{ label: t.members.home.title, href: pathTo(locale, '/espace') }]}
      />
      <h1>{add.title}</h1>
      <p className="lead mt-2">{add.lead}</p>
      <div className="mt-6 max-w-2xl">
        <ProviderForm
          id="add"
          action={action}
          address={pathTo(locale, '/espace/prestataires/ajouter')}
          hidden={{ locale }}
          fields={[
            identity.name,
            identity.kind,
            { name: 'siren', label: add.siren, hint: add.sirenHint, kind: 'text' },
            identity.website,
            identity.summaryFr,
            identity.summaryEn,
            {
              name: 'software',
              label: add.software,
              hint: add.softwareHint,
              kind: 'text',
              suggest: 'software',
            },
            kindsField(locale, { label: add.services, hint: add.servicesHint }),
            {
              name: 'areas',
              label: add.area,
              hint: add.areaHint,
              kind: 'choice',
              groups: [
                { legend: '', choices: [{ value: '', label: add.areaNone }] },
                ...areaGroups(locale, territories),
              ],
            },
          ]}
          {...sharedOf(locale, add.submit, add.wrong)}
        />
      </div>
    </>
  )
}
