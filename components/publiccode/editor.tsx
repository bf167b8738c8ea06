'use client'

import { type FormEvent, useActionState, useEffect, useRef, useState } from 'react'
import type { Locale } from '#components/i18n/locale.ts'
import { FormField } from '#components/ui/form-field.tsx'
import { TakesFocus } from '#components/ui/takes-focus.tsx'
import {
  type EditorField,
  type EditorFields,
  fieldsOf,
  withField,
} from '#lib/publiccode/rules/fields.ts'
import { MOST_BYTES, type PubliccodeReading, readPubliccode } from '#lib/publiccode/rules/read.ts'
import { type EditorTexts, FindingList, verdict } from './findings.tsx'
import { KeyFields } from './key-fields.tsx'

/** What the page shows of a text: read in the browser, or by the service where there is no script. */
export interface EditorState {
  text: string
  fields: EditorFields
  checked: Pick<PubliccodeReading, 'findings' | 'corrected'> | null
  /** Whether the text was too long to come back with the page. */
  dropped?: boolean
  /** How often the form was sent without scripts. */
  sent: number
}
export type EditorAction = (previous: EditorState, form: FormData) => Promise<EditorState>

/** Milliseconds without a key before a text is read. */
const PAUSE = 400

const stateOf = (text: string, sent: number): EditorState => {
  const reading = readPubliccode(text)
  const checked = text.trim() === '' ? null : reading
  return { text, fields: fieldsOf(reading.values), checked, sent }
}

/** The editor: fields and text are two views of one file, whose findings follow what is typed. */
export function PubliccodeEditor({
  locale,
  page,
  initial,
  action,
  t,
}: {
  locale: Locale
  /** The address of this very page. */
  page: string
  initial: EditorState
  action: EditorAction
  t: EditorTexts
}) {
  const [posted, post] = useActionState(action, initial, page)
  const [state, setState] = useState(posted)
  const [scripted, setScripted] = useState(false)
  const [text, setText] = useState(posted.text)
  const area = useRef<HTMLTextAreaElement>(null)
  useEffect(() => setScripted(true), [])

  // What is typed is read once the hand rests: a long file takes a moment.
  useEffect(() => {
    if (!scripted || text === state.text) return
    const timer = setTimeout(() => {
      setState((before) => {
        const next = stateOf(text, before.sent)
        // A field that is being written keeps what its writer sees.
        return before.text === text ? before : next
      })
    }, PAUSE)
    return () => clearTimeout(timer)
  }, [scripted, text, state.text])

  function write(field: EditorField, value: string) {
    const next = withField(text, field, value)
    const read = stateOf(next, state.sent)
    setText(next)
    setState({ ...read, fields: { ...read.fields, [field]: value } })
  }

  function take(next: string) {
    setText(next)
    setState(stateOf(next, state.sent))
  }

  async function open(file: File | undefined) {
    if (!file) return
    // A file that is too large is told as such, without being read.
    take(file.size > MOST_BYTES ? 'x'.repeat(MOST_BYTES + 1) : await file.text())
  }

  function goTo(line: number) {
    const box = area.current
    if (!box) return
    const rows = text.split('\n')
    const start = rows.slice(0, line - 1).join('\n').length + (line > 1 ? 1 : 0)
    box.focus()
    box.setSelectionRange(start, start + (rows[line - 1]?.length ?? 0))
    // Lines do not wrap there: each is as high as the next.
    box.scrollTop = Math.max(0, (line - 4) * (box.scrollHeight / Math.max(1, rows.length)))
  }

  function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    setState(stateOf(text, state.sent))
  }

  const { checked } = state
  const summary = checked ? verdict(locale, t, checked.findings) : t.nothing
  const better =
    checked?.corrected != null && checked.corrected !== state.text ? checked.corrected : null
  const found = (
    <>
      <h2 id="pc-findings" className="text-xl">
        {t.findingsHeading}
      </h2>
      <p id="pc-verdict" className="mt-2 font-semibold" aria-live="polite">
        {summary}
      </p>
      {state.dropped ? <p className="mt-2">{t.tooLong}</p> : null}
      {checked ? (
        <FindingList
          locale={locale}
          findings={checked.findings}
          t={t}
          goTo={scripted ? goTo : undefined}
        />
      ) : null}
    </>
  )
  return (
    <form action={post} onSubmit={send} className="mt-8 grid items-start gap-10 lg:grid-cols-2">
      <input type="hidden" name="locale" value={locale} />
      <section aria-labelledby="pc-file-heading" className="min-w-0">
        {/* Without scripts, an answer comes back with the page, and is what its reader came for. */}
        {!scripted && state.sent > 0 ? (
          <TakesFocus key={state.sent} labelledBy="pc-findings" className="panel mb-8">
            {found}
          </TakesFocus>
        ) : null}
        <h2 id="pc-file-heading" className="text-xl">
          {t.textHeading}
        </h2>
        <div className="mt-3 grid gap-4">
          <FormField id="pc-text" label={t.text} hint={t.textHint} fault={undefined}>
            {(tied) => (
              <textarea
                {...tied}
                ref={area}
                aria-describedby={`${tied['aria-describedby']} pc-verdict`}
                name="text"
                rows={26}
                wrap="off"
                spellCheck={false}
                autoComplete="off"
                autoCapitalize="off"
                value={text}
                onChange={(event) => setText(event.target.value)}
                className="field block font-mono text-[0.9rem]"
              />
            )}
          </FormField>
          <FormField id="pc-file" label={t.file} hint={t.fileHint} fault={undefined}>
            {(tied) => (
              <input
                {...tied}
                name="file"
                type="file"
                accept=".yml,.yaml,application/yaml,text/yaml"
                onChange={(event) => void open(event.target.files?.[0])}
                className="field"
              />
            )}
          </FormField>
          <p className="flex flex-wrap gap-3">
            <button type="submit" name="intent" value="verify" className="button">
              {t.verify}
            </button>
            {scripted ? <Download text={text} label={t.download} /> : null}
          </p>
        </div>
        {scripted || state.sent === 0 ? (
          <section aria-labelledby="pc-findings" className="mt-8">
            {found}
          </section>
        ) : null}
        {better === null ? null : (
          <section aria-labelledby="pc-corrected-heading" className="mt-8">
            <h2 id="pc-corrected-heading" className="text-xl">
              {t.correctedHeading}
            </h2>
            <FormField
              id="pc-corrected"
              label={t.corrected}
              hint={t.correctedHelp}
              fault={undefined}
            >
              {(tied) => (
                <textarea
                  {...tied}
                  rows={12}
                  wrap="off"
                  readOnly
                  spellCheck={false}
                  value={better}
                  className="field block font-mono text-[0.9rem]"
                />
              )}
            </FormField>
            <p className="mt-3 flex flex-wrap gap-3">
              {scripted ? (
                <>
                  <button
                    type="button"
                    className="button"
                    onClick={() => {
                      take(better)
                      area.current?.focus()
                    }}
                  >
                    {t.putBack}
                  </button>
                  <Download text={better} label={t.downloadCorrected} />
                </>
              ) : (
                <button type="submit" name="intent" value="correct" className="button">
                  {t.putBack}
                </button>
              )}
            </p>
          </section>
        )}
      </section>
      <section aria-labelledby="pc-fields" className="min-w-0">
        <h2 id="pc-fields" className="text-xl">
          {t.fieldsHeading}
        </h2>
        <p className="mt-1 text-muted">{t.fieldsHelp}</p>
        <KeyFields fields={state.fields} onWrite={write} t={t} />
        {scripted ? null : (
          <p className="mt-4">
            <button type="submit" name="intent" value="write" className="button">
              {t.write}
            </button>
          </p>
        )}
      </section>
    </form>
  )
}

/** A text saved as publiccode.yml, from the browser itself. */
function Download({ text, label }: { text: string; label: string }) {
  return (
    <button
      type="button"
      className="button button-quiet"
      onClick={() => {
        const address = URL.createObjectURL(new Blob([text], { type: 'application/yaml' }))
        const link = document.createElement('a')
        link.href = address
        link.download = 'publiccode.yml'
        link.click()
        URL.revokeObjectURL(address)
      }}
    >
      {label}
    </button>
  )
}
