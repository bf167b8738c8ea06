import { DoneNote } from '#components/accounts/done-note.tsx'
import { FieldsForm } from '#components/accounts/fields-form.tsx'
import { formTexts } from '#components/accounts/form-texts.ts'
import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { formatMoment } from '#components/i18n/moment.ts'
import { pathTo } from '#components/i18n/paths.ts'
import { Breadcrumb } from '#components/ui/breadcrumb.tsx'
import type { FormAction } from '#components/ui/use-sent-form.ts'
import { AxisReading } from './axis-reading.tsx'
import { DecisionSection } from './decision-section.tsx'
import { DossierIdentity } from './dossier-identity.tsx'
import { JuryNotes } from './jury-notes.tsx'
import { ScoredReading } from './scored-reading.tsx'
import type { ShownJuryFile } from './shown-file.ts'
import { stateWord } from './state-word.ts'

interface JuryFileViewProps {
  locale: Locale
  file: ShownJuryFile
  actions: {
    score: FormAction<string>
    decide: FormAction<string>
    conflict: FormAction<string>
  }
  /** What has just been done, in a sentence. */
  done: string | undefined
  /** The axis whose draft was just saved. */
  savedAxis: string | undefined
}

/** A file as its jury reads it: answer and evidence side by side, axis by axis, then what it thinks. */
export function JuryFileView(props: JuryFileViewProps) {
  const { locale, file, actions } = props
  const t = messages(locale)
  const text = t.jury.file
  const { snapshot, edition } = file
  const address = pathTo(locale, `/espace/jury/${file.applicationId}`)
  const back = file.assesses
    ? { label: t.jury.mine.title, href: pathTo(locale, '/espace/jury') }
    : {
        label: t.jury.files.title(edition.year),
        href: pathTo(locale, `/espace/label/millesimes/${edition.year}/candidatures`),
      }
  const scores = file.assesses && !file.revealed
  return (
    <>
      <Breadcrumb
        locale={locale}
        trail={[{ label: t.members.home.title, href: pathTo(locale, '/espace') }, back]}
      />
      <h1>{text.title(snapshot.organisation.name, edition.year)}</h1>
      <p className="lead mt-2">
        {text.submitted(formatMoment(locale, file.submittedAt))}{' '}
        <span className="inline-block first-letter:uppercase">
          {stateWord(locale, file.state)}.
        </span>{' '}
        {scores && !file.finished && edition.juryAt !== ''
          ? t.jury.mine.deadline(formatMoment(locale, edition.juryAt))
          : null}
      </p>
      <DoneNote text={props.done} />
      {file.state === 'more-requested' ? (
        <p className="panel mt-4 max-w-3xl bg-soft">{text.more}</p>
      ) : null}
      {file.finished && scores ? (
        <p className="panel mt-4 max-w-3xl bg-soft">
          <strong>{t.jury.scores.finished}</strong> {t.jury.scores.finishedHint}
        </p>
      ) : null}
      <DossierIdentity locale={locale} file={file} />
      <AxisLinks locale={locale} file={file} />
      {scores ? (
        <ScoredReading
          locale={locale}
          file={file}
          address={address}
          action={actions.score}
          savedAxis={props.savedAxis}
        />
      ) : (
        snapshot.axes.map((axis) => (
          <AxisReading key={axis.slug} locale={locale} file={file} axis={axis} />
        ))
      )}
      <JuryNotes locale={locale} file={file} />
      <DecisionSection locale={locale} file={file} address={address} action={actions.decide} />
      {file.assesses && !['announced', 'published'].includes(file.state) ? (
        <section aria-labelledby="conflict-heading" className="mt-10 max-w-3xl">
          <h2 id="conflict-heading" className="text-xl">
            {t.jury.conflict.heading}
          </h2>
          <p className="mt-2 mb-4 max-w-prose">{t.jury.conflict.text}</p>
          <FieldsForm
            id="conflict"
            action={actions.conflict}
            address={address}
            hidden={{ locale, applicationId: String(file.applicationId) }}
            fields={[
              {
                name: 'reason',
                label: t.jury.conflict.reason,
                hint: t.jury.conflict.reasonHint,
                kind: 'text',
              },
            ]}
            texts={formTexts(t, t.jury.conflict.submit)}
            faults={t.jury.faults}
            quiet
          />
        </section>
      ) : null}
    </>
  )
}

function AxisLinks({ locale, file }: { locale: Locale; file: ShownJuryFile }) {
  const t = messages(locale).jury
  const links = [
    ...file.snapshot.axes.map((axis) => ({ id: `axe-${axis.slug}`, label: axis.name[locale] })),
    { id: 'notes', label: t.scores.others },
    { id: 'deliberation', label: t.decision.heading },
  ]
  return (
    <nav aria-label={t.file.axes} className="mt-8">
      <ul className="flex flex-wrap gap-x-6 gap-y-2">
        {links.map(({ id, label }) => (
          <li key={id}>
            <a className="link" href={`#${id}`}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
