import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { formatMoment } from '#components/i18n/moment.ts'
import { pathTo } from '#components/i18n/paths.ts'
import type { FormAction } from '#components/ui/use-sent-form.ts'
import { AxisReading } from './axis-reading.tsx'
import { ScoresForm } from './scores-form.tsx'
import type { ShownJuryFile } from './shown-file.ts'

/** The reading of a file by a juror who scores it. */
export function ScoredReading({
  locale,
  file,
  address,
  action,
  savedAxis,
}: {
  locale: Locale
  file: ShownJuryFile
  address: string
  action: FormAction<string>
  savedAxis: string | undefined
}) {
  const t = messages(locale)
  const text = t.jury.scores
  const { wrong, mend, failed, sending } = t.accounts.form
  const { noScore, commentHint, save, finish, finishHeading, finishHint } = text
  const noteOf = (axis: string) => file.mine.find((note) => note.axis === axis)
  const savedAt = savedAxis === undefined ? undefined : noteOf(savedAxis)?.updatedAt
  return (
    <ScoresForm
      action={action}
      address={address}
      hidden={{ locale, applicationId: String(file.applicationId) }}
      scoreMax={file.edition.scoreMax}
      canFinish={file.state !== 'more-requested'}
      faults={t.jury.faults}
      saved={
        savedAxis !== undefined && savedAt !== undefined
          ? { axis: savedAxis, text: text.saved(formatMoment(locale, savedAt)) }
          : undefined
      }
      signIn={{
        href: pathTo(locale, '/connexion', { suite: address }),
        label: t.accounts.form.signIn,
      }}
      texts={{
        ...{ wrong, mend, failed, sending, noScore, commentHint, save },
        ...{ finish, finishHeading, finishHint },
        scoreHint: text.scoreHint(file.edition.scoreMax),
      }}
      axes={file.snapshot.axes.map((axis) => {
        const name = axis.name[locale]
        const note = noteOf(axis.slug)
        const score = note?.score ?? null
        return {
          slug: axis.slug,
          heading: text.heading(name),
          scoreLabel: text.score(name),
          commentLabel: text.comment(name),
          saveLabel: text.saveOf(name),
          score: score === null ? '' : String(score),
          comment: note?.comment ?? '',
          reading: <AxisReading locale={locale} file={file} axis={axis} />,
        }
      })}
    />
  )
}
