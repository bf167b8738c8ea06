import { formTexts } from '#components/accounts/form-texts.ts'
import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { pathTo } from '#components/i18n/paths.ts'
import { areaWord, PROVIDER_KINDS, SERVICE_KINDS } from '#lib/providers/schema.ts'
import type { Choices, ProviderField } from './form-fields.ts'
import type { Territories } from './provider-words.ts'

/** What the forms of providers share: their texts, the sentences of their faults, the way to sign in. */
export function sharedOf(locale: Locale, submit: string, wrong?: string) {
  const t = messages(locale)
  return {
    texts: formTexts(t, submit, wrong),
    faults: t.providers.faults,
    signIn: { href: pathTo(locale, '/connexion'), label: t.accounts.form.signIn },
  }
}

/** Who a provider is, as one types it. */
export function identityFields(
  locale: Locale,
  known: Partial<Record<'name' | 'kind' | 'website' | 'summaryFr' | 'summaryEn', string>> = {},
): Record<'name' | 'kind' | 'website' | 'summaryFr' | 'summaryEn', ProviderField> {
  const { add, kinds } = messages(locale).providers
  const of = (name: keyof typeof known) => ({ name, value: known[name] ?? '' })
  return {
    name: { ...of('name'), label: add.name, hint: add.nameHint, kind: 'text' },
    kind: {
      ...of('kind'),
      label: add.kind,
      hint: add.kindHint,
      kind: 'choice',
      groups: [
        {
          legend: '',
          choices: [
            { value: '', label: add.kindNone },
            ...PROVIDER_KINDS.map((value) => ({ value, label: kinds[value].one })),
          ],
        },
      ],
    },
    website: { ...of('website'), label: add.website, hint: add.websiteHint, kind: 'text' },
    summaryFr: { ...of('summaryFr'), label: add.summaryFr, hint: add.summaryFrHint, kind: 'lines' },
    summaryEn: { ...of('summaryEn'), label: add.summaryEn, hint: add.summaryEnHint, kind: 'lines' },
  }
}

/** The kinds of service, to tick. */
export function kindsField(
  locale: Locale,
  texts: { label: string; hint: string },
  value = '',
): ProviderField {
  const { services } = messages(locale).providers
  return {
    name: 'kinds',
    ...texts,
    kind: 'checks',
    value,
    groups: [
      {
        legend: '',
        choices: SERVICE_KINDS.map((kind) => ({ value: kind, label: services[kind] })),
      },
    ],
  }
}

/** All areas, the largest first. */
export function areaGroups(locale: Locale, { regions, departements }: Territories): Choices[] {
  const { space, national } = messages(locale).providers
  return [
    {
      legend: space.areasEverywhere,
      choices: [{ value: areaWord({ kind: 'national', code: '' }), label: national }],
    },
    {
      legend: space.areasRegions,
      choices: regions.map(({ code, name }) => ({
        value: areaWord({ kind: 'region', code }),
        label: name,
      })),
    },
    {
      legend: space.areasDepartements,
      folded: true,
      choices: departements.map(({ code, name }) => ({
        value: areaWord({ kind: 'departement', code }),
        label: `${code} ${name}`,
      })),
    },
  ]
}
