import { type Field, FieldsForm } from '#components/accounts/fields-form.tsx'
import { formTexts } from '#components/accounts/form-texts.ts'
import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { formatMoment } from '#components/i18n/moment.ts'
import { pathTo } from '#components/i18n/paths.ts'
import type { FormAction } from '#components/ui/use-sent-form.ts'
import { mentionFields, NO_AWARD } from '#lib/jury/schema.ts'
import type { ShownDecision, ShownJuryFile } from './shown-file.ts'

/** What the jury decided together, and the form in which it is entered: nothing is chosen beforehand. */
export function DecisionSection({
  locale,
  file,
  address,
  action,
}: {
  locale: Locale
  file: ShownJuryFile
  address: string
  action: FormAction<string>
}) {
  const t = messages(locale)
  const text = t.jury.decision
  const { decision, decisionClosed: closed } = file
  return (
    <section aria-labelledby="deliberation" className="mt-10 max-w-3xl">
      <h2 id="deliberation" className="text-xl">
        {text.heading}
      </h2>
      <p className="mt-2 max-w-prose">
        {closed === '' ? text.lead : closed === 'not-assessed' ? text.notYet : text[closed]}
      </p>
      {decision ? (
        <p className="mt-2 text-muted">
          {text.decidedOn(formatMoment(locale, decision.decidedAt))}
        </p>
      ) : null}
      {closed !== '' && decision ? (
        <Decided locale={locale} file={file} decision={decision} />
      ) : null}
      {closed === '' ? (
        <div className="mt-4">
          <FieldsForm
            // What someone else decided meanwhile makes it a form of its own.
            key={decision?.decidedAt ?? ''}
            id="decision"
            action={action}
            address={address}
            hidden={{
              locale,
              applicationId: String(file.applicationId),
              seen: decision?.decidedAt ?? '',
            }}
            fields={fieldsOf(locale, file)}
            texts={formTexts(t, text.submit)}
            faults={t.jury.faults}
            signIn={{
              href: pathTo(locale, '/connexion', { suite: address }),
              label: t.accounts.form.signIn,
            }}
          />
        </div>
      ) : null}
    </section>
  )
}

function fieldsOf(locale: Locale, { decision, levels }: ShownJuryFile): Field[] {
  const t = messages(locale).jury.decision
  const hint = t.mentionHint
  return [
    {
      name: 'level',
      label: t.level,
      hint: t.levelHint,
      kind: 'choice',
      value: decision ? decision.level || NO_AWARD : '',
      choices: [
        { value: '', label: t.choose },
        ...levels.map((level) => ({ value: level.value, label: level[locale] })),
        { value: NO_AWARD, label: t.noAward },
      ],
    },
    ...mentionFields.flatMap(({ fr, en }, index): Field[] => {
      const mention = decision?.mentions[index]
      return [
        { name: fr, label: t.mentionFr(index + 1), hint, kind: 'text', value: mention?.fr ?? '' },
        { name: en, label: t.mentionEn(index + 1), hint, kind: 'text', value: mention?.en ?? '' },
      ]
    }),
    {
      name: 'feedback',
      label: t.feedback,
      hint: t.feedbackHint,
      kind: 'lines',
      value: decision?.feedback ?? '',
    },
    {
      name: 'minutes',
      label: t.minutes,
      hint: t.minutesHint,
      kind: 'lines',
      value: decision?.minutes ?? '',
    },
  ]
}

function Decided({
  locale,
  file,
  decision,
}: {
  locale: Locale
  file: ShownJuryFile
  decision: ShownDecision
}) {
  const t = messages(locale).jury.decision
  const level = file.levels.find(({ value }) => value === decision.level)
  const rows: Array<[label: string, value: string]> = [
    [t.level, level?.[locale] ?? t.noAward],
    [t.mentions, decision.mentions.map((mention) => mention[locale]).join(', ')],
    [t.feedback, decision.feedback],
    [t.minutes, decision.minutes],
  ]
  return (
    <dl className="panel mt-4 grid gap-3">
      {rows
        .filter(([, value]) => value !== '')
        .map(([label, value]) => (
          <div key={label}>
            <dt className="font-semibold">{label}</dt>
            <dd className="whitespace-pre-line [overflow-wrap:anywhere]">{value}</dd>
          </div>
        ))}
    </dl>
  )
}
