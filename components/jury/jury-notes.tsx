import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import type { ShownJuryFile, ShownNote } from './shown-file.ts'

/**
 * What each juror thinks of each axis, once all have finished. No mean and no sum is drawn of it: it
 * would suggest a level.
 */
export function JuryNotes({ locale, file }: { locale: Locale; file: ShownJuryFile }) {
  const t = messages(locale).jury
  const { finished, seated } = file.progress
  return (
    <section aria-labelledby="notes" className="mt-10">
      <h2 id="notes" className="text-xl">
        {t.scores.others}
      </h2>
      {file.revealed ? null : <p className="mt-2 max-w-prose">{t.scores.othersHidden}</p>}
      <p className="mt-2">{t.file.progress(finished, seated)}</p>
      {file.revealed ? (
        <div className="mt-4 grid gap-6 lg:grid-cols-2">
          {file.assesses ? (
            <Notes locale={locale} file={file} title={t.scores.mine} notes={file.mine} />
          ) : null}
          {file.others.map(({ name, notes }) => (
            <Notes
              key={name}
              locale={locale}
              file={file}
              title={t.scores.notesOf(name)}
              notes={notes}
            />
          ))}
        </div>
      ) : null}
    </section>
  )
}

function Notes({
  locale,
  file,
  title,
  notes,
}: {
  locale: Locale
  file: ShownJuryFile
  title: string
  notes: readonly ShownNote[]
}) {
  const t = messages(locale).jury.scores
  return (
    <article className="panel min-w-0">
      <h3 className="text-lg [overflow-wrap:anywhere]">{title}</h3>
      <dl className="mt-2 grid gap-3">
        {file.snapshot.axes.map((axis) => {
          const note = notes.find((item) => item.axis === axis.slug)
          const score = note?.score ?? null
          return (
            <div key={axis.slug}>
              <dt className="font-semibold">{axis.name[locale]}</dt>
              <dd>
                {score === null ? t.none : t.outOf(score, file.edition.scoreMax)}
                {note?.comment ? (
                  <span className="block whitespace-pre-line [overflow-wrap:anywhere]">
                    {note.comment}
                  </span>
                ) : null}
              </dd>
            </div>
          )
        })}
      </dl>
    </article>
  )
}
