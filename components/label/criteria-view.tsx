import { colon, counted } from '#components/i18n/format.ts'
import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { editionPath, pathTo } from '#components/i18n/paths.ts'
import { Breadcrumb } from '#components/ui/breadcrumb.tsx'
import type { GridView } from '#lib/label/schema.ts'
import { CriteriaList, type FunctionNames } from './criteria-list.tsx'

const BASES = ['question', 'theme', 'proposal'] as const

/** All criteria of a grid that everyone may read, what they rest on, and their files. */
export function CriteriaView({
  locale,
  grid,
  names,
}: {
  locale: Locale
  grid: GridView
  names: FunctionNames
}) {
  const { label, labelEditions: t } = messages(locale)
  const year = Number(grid.key)
  const reference = Number.isNaN(year)
  const criteria = grid.axes.flatMap((axis) => axis.criteria)
  const file = (extension: string) => `/api/v1/label/grids/${grid.key}.${extension}`
  const files = [
    [file('yml'), t.public.yaml],
    [file('json'), t.public.json],
    ['/api/v1/label/grille.schema.json', t.public.schema],
  ] as const
  return (
    <>
      <Breadcrumb
        locale={locale}
        trail={[
          { label: label.heading, href: pathTo(locale, '/label') },
          ...(reference
            ? []
            : [{ label: label.editionTitle(year), href: editionPath(locale, year) }]),
        ]}
      />
      <h1>{reference ? t.public.ours : t.public.edition(year)}</h1>
      <p className="lead mt-2">
        {t.public.counts(
          counted(locale, criteria.length, t.public.criterion.one, t.public.criterion.many),
          counted(locale, grid.axes.length, t.public.axis.one, t.public.axis.many),
        )}
      </p>
      <nav aria-label={label.axes} className="mt-3">
        <ul className="flex flex-wrap gap-x-6 gap-y-2">
          {grid.axes.map((axis) => (
            <li key={axis.slug}>
              <a className="link" href={`#axe-${axis.slug}`}>
                {axis.name[locale]}
              </a>{' '}
              <span className="text-muted">({axis.criteria.length})</span>
            </li>
          ))}
        </ul>
      </nav>
      {grid.note[locale] === '' ? null : (
        <p className="panel mt-4 max-w-3xl bg-soft font-semibold">{grid.note[locale]}</p>
      )}
      <section aria-labelledby="bases" className="mt-6">
        <h2 id="bases" className="text-xl">
          {t.public.bases}
        </h2>
        <dl className="mt-2 max-w-3xl">
          {BASES.map((basis) => (
            <div key={basis} className="mt-1">
              <dt className="inline font-semibold first-letter:uppercase">
                {t.basis[basis] +
                  colon(locale) +
                  criteria.filter((item) => item.basis === basis).length}
                {'. '}
              </dt>
              <dd className="inline">{t.basisHelp[basis]}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section aria-labelledby="files" className="mt-6">
        <h2 id="files" className="text-xl">
          {t.public.download}
        </h2>
        <ul className="mt-2 flex flex-wrap gap-x-6 gap-y-2">
          {files.map(([href, text]) => (
            <li key={href}>
              {/* A file, not a page of the site. */}
              <a className="link" href={href}>
                {text}
              </a>
            </li>
          ))}
        </ul>
      </section>
      <CriteriaList locale={locale} grid={grid} names={names} linked />
    </>
  )
}
