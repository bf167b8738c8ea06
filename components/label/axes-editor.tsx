import { type Field, FieldsForm } from '#components/accounts/fields-form.tsx'
import { formTexts } from '#components/accounts/form-texts.ts'
import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { organiserPath, pathTo } from '#components/i18n/paths.ts'
import { Link } from '#components/ui/link.tsx'
import type { FormAction } from '#components/ui/use-sent-form.ts'
import type { GridView } from '#lib/label/schema.ts'

export interface AxesActions {
  addAxis: FormAction<string>
  renameAxis: FormAction<string>
  removeAxis: FormAction<string>
  move: (form: FormData) => Promise<void>
}

interface AxesEditorProps {
  locale: Locale
  year: number
  grid: GridView
  /** Once the edition is open, only a clarification can be added. */
  locked: boolean
  actions: AxesActions
}

/** Axes and criteria of an edition, in their order, each with what can be done to it. */
export function AxesEditor(props: AxesEditorProps) {
  const { locale, year, grid, locked, actions } = props
  const all = messages(locale)
  const t = all.labelEditions.edit
  return (
    <>
      {grid.axes.map((axis) => (
        <section
          key={axis.slug}
          id={`axe-${axis.slug}`}
          aria-labelledby={`axis-${axis.slug}`}
          className="mt-8"
        >
          <h3 id={`axis-${axis.slug}`}>{axis.name[locale]}</h3>
          <form action={actions.move}>
            <input type="hidden" name="locale" value={locale} />
            <input type="hidden" name="year" value={year} />
            {locked ? null : (
              <p className="mt-1 flex gap-2">
                <MoveButtons what={`axis:${axis.slug}`} name={axis.name[locale]} locale={locale} />
              </p>
            )}
            {axis.criteria.length === 0 ? <p className="mt-2">{t.noCriterion}</p> : null}
            <ol className="mt-2 divide-y divide-line border-line border-y">
              {axis.criteria.map((item) => (
                <li
                  key={item.id}
                  id={`critere-${item.id}`}
                  className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2"
                >
                  <span className="min-w-60 flex-1">
                    <Link
                      className="link"
                      href={`${organiserPath(locale, year)}/criteres/${item.id}`}
                      aria-label={`${locked ? t.clarify : t.edit} ${item.label[locale]}`}
                    >
                      {item.label[locale]}
                    </Link>
                    <span className="block text-[0.95rem] text-muted">{item.slug}</span>
                  </span>
                  {locked ? null : (
                    <MoveButtons
                      what={`criterion:${item.id}`}
                      name={item.label[locale]}
                      locale={locale}
                    />
                  )}
                </li>
              ))}
            </ol>
          </form>
          {locked ? null : <AxisTools {...props} axis={axis} />}
        </section>
      ))}
      {locked ? null : (
        <details className="mt-8 max-w-3xl">
          <summary className="min-h-6 font-semibold">{t.addAxis}</summary>
          <div className="mt-3">
            <FieldsForm
              {...common(locale, year)}
              id="axis-new"
              action={actions.addAxis}
              fields={[
                {
                  name: 'slug',
                  label: t.axisSlug,
                  hint: t.axisSlugHint,
                  kind: 'text',
                  required: true,
                },
                ...nameFields(locale, '', ''),
              ]}
              texts={formTexts(all, t.addAxis, t.wrong)}
              quiet
            />
          </div>
        </details>
      )}
    </>
  )
}

function AxisTools({
  locale,
  year,
  axis,
  actions,
}: AxesEditorProps & { axis: GridView['axes'][number] }) {
  const all = messages(locale)
  const t = all.labelEditions.edit
  const name = axis.name[locale]
  return (
    <>
      <p className="mt-3">
        <Link
          className="button button-quiet"
          href={pathTo(locale, `/espace/label/millesimes/${year}/criteres/nouveau`, {
            axe: axis.slug,
          })}
          aria-label={t.addCriterionTo(name)}
        >
          {t.addCriterion}
        </Link>
      </p>
      <details className="mt-3 max-w-3xl">
        <summary className="min-h-6" aria-label={`${t.changeAxis} (${name})`}>
          {t.changeAxis}
        </summary>
        <div className="mt-3 grid gap-5">
          <FieldsForm
            {...common(locale, year, axis.slug)}
            id={`rename-${axis.slug}`}
            action={actions.renameAxis}
            fields={nameFields(locale, axis.name.fr, axis.name.en)}
            texts={formTexts(all, t.save, t.wrong)}
            buttonLabel={`${t.save} (${name})`}
            quiet
          />
          {axis.criteria.length > 0 ? (
            <p className="text-muted">{t.axisNotEmpty}</p>
          ) : (
            <FieldsForm
              {...common(locale, year, axis.slug)}
              id={`remove-${axis.slug}`}
              action={actions.removeAxis}
              texts={formTexts(all, t.removeAxis, t.wrong)}
              buttonLabel={`${t.removeAxis} (${name})`}
              quiet
            />
          )}
        </div>
      </details>
    </>
  )
}

function common(locale: Locale, year: number, slug?: string) {
  return {
    address: organiserPath(locale, year),
    hidden: { locale, year: String(year), ...(slug === undefined ? {} : { slug }) },
    signIn: {
      href: pathTo(locale, '/connexion'),
      label: messages(locale).accounts.form.signIn,
    },
  }
}

function nameFields(locale: Locale, fr: string, en: string): Field[] {
  const t = messages(locale).labelEditions.edit
  const field = { hint: t.axisNameHint, kind: 'text', required: true } as const
  return [
    { ...field, name: 'nameFr', label: t.axisNameFr, value: fr },
    { ...field, name: 'nameEn', label: t.axisNameEn, value: en },
  ]
}

function MoveButtons({ what, name, locale }: { what: string; name: string; locale: Locale }) {
  const t = messages(locale).labelEditions.edit
  return (['up', 'down'] as const).map((way) => (
    <button
      key={way}
      type="submit"
      name="move"
      value={`${way}:${what}`}
      className="button button-quiet px-3 py-1"
      aria-label={(way === 'up' ? t.upOf : t.downOf)(name)}
    >
      {t[way]}
    </button>
  ))
}
