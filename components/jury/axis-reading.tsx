import type { Locale } from '#components/i18n/locale.ts'
import { CriterionReading } from './criterion-reading.tsx'
import type { ShownJuryFile } from './shown-file.ts'

/** One axis of a file, criterion by criterion. */
export function AxisReading({
  locale,
  file,
  axis,
}: {
  locale: Locale
  file: ShownJuryFile
  axis: ShownJuryFile['snapshot']['axes'][number]
}) {
  return (
    <section aria-labelledby={`axe-${axis.slug}`} className="mt-10">
      <h2 id={`axe-${axis.slug}`} className="mb-4 text-xl">
        {axis.name[locale]}
      </h2>
      {axis.criteria.map((criterion) => (
        <CriterionReading
          key={criterion.slug}
          locale={locale}
          criterion={criterion}
          organisation={file.snapshot.organisation.key}
          documents={file.snapshot.documents}
        />
      ))}
    </section>
  )
}
