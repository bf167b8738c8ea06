import { FieldsForm } from '#components/accounts/fields-form.tsx'
import { formTexts } from '#components/accounts/form-texts.ts'
import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { organiserPath, pathTo } from '#components/i18n/paths.ts'
import { Breadcrumb } from '#components/ui/breadcrumb.tsx'
import type { FormAction } from '#components/ui/use-sent-form.ts'
import type { TypedCriterion } from '#lib/label/rules/criterion-form.ts'
import type { CriterionView } from '#lib/label/schema.ts'
import { CriterionText, type FunctionNames } from './criteria-list.tsx'
import { criterionFields, type FunctionGroup } from './criterion-fields.ts'
import { DataForm } from './data-form.tsx'
import { dataFormTexts } from './data-form-texts.ts'

interface PageProps {
  locale: Locale
  year: number
  /** Of this very page. */
  address: string
}

function Top({ locale, year, heading }: { locale: Locale; year: number; heading: string }) {
  const t = messages(locale).labelEditions
  return (
    <>
      <Breadcrumb
        locale={locale}
        trail={[
          { label: t.edit.crumb, href: organiserPath(locale) },
          { label: String(year), href: organiserPath(locale, year) },
        ]}
      />
      <h1>{heading}</h1>
    </>
  )
}

function commonOf({ locale, address }: PageProps) {
  return {
    address,
    signIn: {
      href: pathTo(locale, '/connexion'),
      label: messages(locale).accounts.form.signIn,
    },
  }
}

/** The form of a criterion of a draft, new or not. */
export function CriterionEditorView(
  props: PageProps & {
    axis: { slug: string; name: string }
    /** Undefined for a new one. */
    criterion: { id: number; label: string; stamp: string } | undefined
    typed: TypedCriterion
    groups: readonly FunctionGroup[]
    save: FormAction<string>
    remove: FormAction<string>
  },
) {
  const { locale, year, axis, criterion, typed, groups } = props
  const all = messages(locale)
  const t = all.labelEditions.criterion
  const hidden = {
    locale,
    year: String(year),
    axis: axis.slug,
    id: String(criterion?.id ?? ''),
  }
  return (
    <>
      <Top
        locale={locale}
        year={year}
        heading={criterion ? t.title(criterion.label) : t.titleNew}
      />
      <p className="lead mt-2">{axis.name}</p>
      <div className="mt-6 max-w-3xl">
        <DataForm
          {...commonOf(props)}
          id="criterion"
          action={props.save}
          fields={criterionFields(locale, typed, groups, criterion === undefined)}
          hidden={hidden}
          stamp={criterion?.stamp ?? ''}
          texts={dataFormTexts(locale, criterion ? t.submit : t.submitNew)}
          faults={{}}
        />
        {criterion ? (
          <details className="mt-10">
            <summary className="min-h-6">{t.remove}</summary>
            <p className="mt-2 mb-4">{t.removeLead}</p>
            <FieldsForm
              {...commonOf(props)}
              id="remove-criterion"
              action={props.remove}
              hidden={hidden}
              texts={formTexts(all, t.remove, all.labelEditions.edit.wrong)}
              quiet
            />
          </details>
        ) : null}
      </div>
    </>
  )
}

/** A criterion of an open edition: all of it as text, and the one thing that can be added. */
export function ClarifyView(
  props: PageProps & {
    criterion: CriterionView
    stamp: string
    names: FunctionNames
    clarify: FormAction<string>
  },
) {
  const { locale, year, criterion, names } = props
  const t = messages(locale).labelEditions.criterion
  const { clarification } = criterion
  const field = { hint: t.clarificationHint, kind: 'lines' } as const
  return (
    <>
      <Top locale={locale} year={year} heading={t.titleClarify(criterion.label[locale])} />
      <p className="lead mt-2">{t.lockedLead}</p>
      <CriterionText locale={locale} item={criterion} names={names} />
      <div className="mt-8 max-w-3xl">
        <DataForm
          {...commonOf(props)}
          id="clarify"
          action={props.clarify}
          hidden={{ locale, year: String(year), id: String(criterion.id) }}
          fields={[
            {
              ...field,
              name: 'clarificationFr',
              label: t.clarificationFr,
              value: clarification.fr,
            },
            {
              ...field,
              name: 'clarificationEn',
              label: t.clarificationEn,
              value: clarification.en,
            },
          ]}
          stamp={props.stamp}
          texts={dataFormTexts(locale, t.submitClarify)}
          faults={{}}
        />
      </div>
    </>
  )
}
