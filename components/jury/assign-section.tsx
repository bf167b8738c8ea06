import { formTexts } from '#components/accounts/form-texts.ts'
import { counted } from '#components/i18n/format.ts'
import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { pathTo } from '#components/i18n/paths.ts'
import { Link } from '#components/ui/link.tsx'
import type { FormAction } from '#components/ui/use-sent-form.ts'
import { type AssignedFile, AssignForm } from './assign-form.tsx'
import {
  isWithItsJury,
  type ShownEditionFile,
  type ShownEditionFiles,
} from './shown-edition-files.ts'

/** Who reads what: proposed, and changed by hand. Whoever is tied to a candidate cannot be chosen. */
export function AssignSection({
  locale,
  shown,
  proposes,
  address,
  action,
}: {
  locale: Locale
  shown: ShownEditionFiles
  proposes: boolean
  address: string
  action: FormAction<string>
}) {
  const t = messages(locale)
  const text = t.jury.assign
  const files = shown.files.filter(isWithItsJury)
  if (files.length === 0) return null
  const ready = shown.withJury && shown.jurors.length > 0
  return (
    <section aria-labelledby="assign" className="mt-10">
      <h2 id="assign" className="text-xl">
        {text.heading}
      </h2>
      <p className="mt-2 max-w-prose">
        {!shown.withJury
          ? text.tooEarly
          : shown.jurors.length === 0
            ? text.noJuror
            : text.each(shown.edition.jurorsEach)}
      </p>
      {!ready ? null : proposes ? (
        <p className="panel mt-4 max-w-3xl bg-accent-soft font-semibold">{text.proposed}</p>
      ) : (
        <p className="mt-4">
          <Link className="button button-quiet" href={`${address}?proposition=oui#assign`}>
            {text.propose}
          </Link>
        </p>
      )}
      {ready ? (
        <AssignForm
          // A proposal is another form than what is on record.
          key={proposes ? 'proposed' : 'kept'}
          action={action}
          address={address}
          hidden={{ locale, year: String(shown.edition.year) }}
          files={files.map((file) => formFile(locale, shown, file, proposes))}
          texts={formTexts(t, text.submit)}
          signIn={{
            href: pathTo(locale, '/connexion', { suite: address }),
            label: t.accounts.form.signIn,
          }}
        />
      ) : null}
    </section>
  )
}

function formFile(
  locale: Locale,
  shown: ShownEditionFiles,
  file: ShownEditionFile,
  proposes: boolean,
): AssignedFile {
  const t = messages(locale).jury
  const seatOf = (userId: string) => file.seats.find((seat) => seat.userId === userId)
  return {
    id: file.applicationId,
    legend: t.assign.jurorsOf(file.organisation.name),
    jurors: shown.jurors.map(({ userId, name, email, files }) => {
      const seat = seatOf(userId)
      const link = file.links[userId]
      const barred = link !== undefined || seat?.barred === true
      return {
        userId,
        label: name || email,
        note: barred
          ? link === undefined
            ? t.files.seat.barred
            : t.links[link]
          : seat?.finished
            ? t.assign.finished
            : counted(locale, files, t.assign.load.one, t.assign.load.many),
        checked: !barred && (seat !== undefined || (proposes && file.proposed.includes(userId))),
        // Barred: never. Finished: for good.
        fixed: barred || seat?.finished === true,
      }
    }),
  }
}
