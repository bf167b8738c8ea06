import type { ReactNode } from 'react'
import { DoneNote } from '#components/accounts/done-note.tsx'
import { type Field, FieldsForm } from '#components/accounts/fields-form.tsx'
import { formTexts } from '#components/accounts/form-texts.ts'
import { colon } from '#components/i18n/format.ts'
import type { Bilingual, Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { editionPath, organiserPath, pathTo } from '#components/i18n/paths.ts'
import { Breadcrumb } from '#components/ui/breadcrumb.tsx'
import { Link } from '#components/ui/link.tsx'
import type { FormAction } from '#components/ui/use-sent-form.ts'
import type { EditionTexts } from '#lib/label/rules/edition-form.ts'
import type { EditionCalendar, EditionPhase, GridView } from '#lib/label/schema.ts'
import { type AxesActions, AxesEditor } from './axes-editor.tsx'
import { calendarFields } from './calendar-fields.ts'
import { DataForm } from './data-form.tsx'
import { dataFormTexts } from './data-form-texts.ts'
import { datesInWords } from './edition-dates.ts'
import { ImportGridForm } from './import-grid-form.tsx'

interface EditorProps {
  locale: Locale
  edition: EditionCalendar & EditionTexts
  grid: GridView
  phase: EditionPhase
  /** What a draft still lacks before it can be opened. */
  missing: readonly Bilingual[]
  schemes: ReadonlyArray<{ slug: string; name: Bilingual }>
  done: string
  actions: AxesActions &
    Record<'calendar' | 'texts' | 'import' | 'open' | 'remove', FormAction<string>>
}

/** All of one edition for its organisers: state, calendar, axes and criteria, files, opening. */
export function EditionEditorView(props: EditorProps) {
  const { locale, edition, grid, phase, schemes, done, actions } = props
  const all = messages(locale)
  const t = all.labelEditions
  const { year } = edition
  const draft = edition.state === 'draft'
  const common = commonOf(locale, year)
  return (
    <>
      <Breadcrumb
        locale={locale}
        trail={[
          { label: all.members.home.title, href: pathTo(locale, '/espace') },
          { label: t.edit.crumb, href: organiserPath(locale) },
        ]}
      />
      <h1>{draft ? t.edit.title(year) : t.edit.titleOpen(year)}</h1>
      <DoneNote text={t.done[done]} />
      <p className="mt-3">
        <span className="tag">{t.phases[phase]}</span>
      </p>
      <p className="lead mt-2">{draft ? t.edit.draftLead : t.edit.openLead}</p>
      {datesInWords(locale, edition, phase).map((sentence) => (
        <p key={sentence} className="mt-1">
          {sentence}
        </p>
      ))}
      <EditionLinks locale={locale} year={year} draft={draft} />
      <Part id="calendar" heading={t.edit.calendar} lead={t.edit.calendarLead}>
        <DataForm
          {...common}
          id="calendar-form"
          action={actions.calendar}
          fields={calendarFields(locale, edition, phase, schemes)}
          stamp={String(edition.revision)}
          texts={dataFormTexts(locale, t.edit.saveCalendar)}
          faults={t.faults}
        />
      </Part>
      {draft ? (
        <Part id="texts" heading={t.edit.grid}>
          <FieldsForm
            {...common}
            id="texts-form"
            action={actions.texts}
            fields={textFields(locale, grid)}
            texts={formTexts(all, t.edit.save, t.edit.wrong)}
            buttonLabel={`${t.edit.save}${colon(locale)}${t.edit.grid}`}
            quiet
          />
        </Part>
      ) : null}
      <section aria-labelledby="criteria" className="mt-10">
        <h2 id="criteria">{t.edit.criteria}</h2>
        {grid.note[locale] === '' ? null : <p className="mt-2 text-muted">{grid.note[locale]}</p>}
        <AxesEditor locale={locale} year={year} grid={grid} locked={!draft} actions={actions} />
      </section>
      <GridFiles {...props} />
      {draft ? <Opening {...props} /> : null}
    </>
  )
}

function commonOf(locale: Locale, year: number) {
  return {
    address: organiserPath(locale, year),
    hidden: { locale, year: String(year) },
    signIn: {
      href: pathTo(locale, '/connexion'),
      label: messages(locale).accounts.form.signIn,
    },
  }
}

function Part(props: { id: string; heading: string; lead?: string; children: ReactNode }) {
  return (
    <section aria-labelledby={props.id} className="mt-10 max-w-3xl">
      <h2 id={props.id}>{props.heading}</h2>
      {props.lead === undefined ? null : <p className="mt-1">{props.lead}</p>}
      <div className="mt-4">{props.children}</div>
    </section>
  )
}

function EditionLinks({ locale, year, draft }: { locale: Locale; year: number; draft: boolean }) {
  const t = messages(locale).labelEditions.edit
  const links: Array<[href: string, label: string]> = [
    [`${organiserPath(locale, year)}/apercu`, t.preview],
    [`${organiserPath(locale, year)}/candidatures`, t.applications],
    ...(draft ? [] : [[editionPath(locale, year), t.publicPage] as [string, string]]),
    ['#calendar', t.calendar],
    ['#criteria', t.criteria],
    ['#files', t.files],
    ...(draft ? [['#open', t.open] as [string, string]] : []),
  ]
  return (
    <ul className="mt-4 flex flex-wrap gap-x-6 gap-y-2">
      {links.map(([href, label]) => (
        <li key={href}>
          <Link className="link" href={href}>
            {label}
          </Link>
        </li>
      ))}
    </ul>
  )
}

function textFields(locale: Locale, { title, note }: GridView): Field[] {
  const t = messages(locale).labelEditions.edit
  return [
    {
      name: 'titleFr',
      label: t.titleFr,
      hint: t.titleHint,
      kind: 'text',
      value: title.fr,
      required: true,
    },
    {
      name: 'titleEn',
      label: t.titleEn,
      hint: t.titleHint,
      kind: 'text',
      value: title.en,
      required: true,
    },
    { name: 'noteFr', label: t.noteFr, hint: t.noteHint, kind: 'lines', value: note.fr },
    { name: 'noteEn', label: t.noteEn, hint: t.noteHint, kind: 'lines', value: note.en },
  ]
}

function GridFiles({ locale, edition, actions }: EditorProps) {
  const all = messages(locale)
  const t = all.labelEditions.edit
  const { mend, failed, sending } = all.accounts.form
  // One address for both languages: it is a file.
  const base = `/espace/label/millesimes/${edition.year}`
  return (
    <Part id="files" heading={t.files}>
      <ul className="flex flex-wrap gap-x-6 gap-y-2">
        <li>
          <a className="link" href={`${base}/grille.yml`}>
            {t.yaml}
          </a>
        </li>
        <li>
          <a className="link" href={`${base}/grille.json`}>
            {t.json}
          </a>
        </li>
        <li>
          <a className="link" href="/api/v1/label/grille.schema.json">
            {all.labelEditions.public.schema}
          </a>
        </li>
      </ul>
      {edition.state === 'draft' ? (
        <>
          <h3 className="mt-6">{t.import}</h3>
          <p className="mt-1 mb-4">{t.importLead}</p>
          <ImportGridForm
            {...commonOf(locale, edition.year)}
            action={actions.import}
            t={{ file: t.file, fileHint: t.fileHint, submit: t.submitImport }}
            texts={{ wrong: t.wrong, mend, failed, sending }}
          />
        </>
      ) : null}
    </Part>
  )
}

function Opening({ locale, edition, missing, actions }: EditorProps) {
  const all = messages(locale)
  const t = all.labelEditions.edit
  const { year, revision } = edition
  const common = commonOf(locale, year)
  return (
    <>
      <Part id="open" heading={t.open}>
        {missing.length > 0 ? (
          <>
            <p>{t.missing}</p>
            <ul className="mt-1 list-disc pl-5">
              {missing.map((fault) => (
                <li key={fault.fr}>{fault[locale]}</li>
              ))}
            </ul>
          </>
        ) : (
          <>
            <p className="mb-4">{t.openReady}</p>
            <FieldsForm
              {...common}
              id="open-form"
              action={actions.open}
              hidden={{ ...common.hidden, revision: String(revision) }}
              texts={formTexts(all, t.submitOpen(year), t.wrong)}
            />
          </>
        )}
      </Part>
      <details className="mt-10 max-w-3xl">
        <summary className="min-h-6">{t.remove}</summary>
        <p className="mt-2 mb-4">{t.removeLead}</p>
        <FieldsForm
          {...common}
          id="remove-form"
          action={actions.remove}
          texts={formTexts(all, t.submitRemove(year), t.wrong)}
          quiet
        />
      </details>
    </>
  )
}
