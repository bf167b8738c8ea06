'use server'

import { typedIn } from '#app/_request/run-command.ts'
import type { EditorState } from '#components/publiccode/editor.tsx'
import { MOST_BYTES, readPubliccode } from '#lib/publiccode/read.ts'
import {
  EDITOR_FIELD_NAMES,
  type EditorFields,
  fieldsOf,
  withFields,
} from '#lib/publiccode/rules/fields.ts'

/** Longest text that comes back with the page: it is in the page twice, and is sent again. */
const LONGEST_KEPT = 100_000

/** Checks a publiccode.yml for a browser without scripts: it keeps nothing, and asks nobody. */
export async function checkPubliccodeAction(
  previous: EditorState,
  form: FormData,
): Promise<EditorState> {
  const before = Number(previous?.sent)
  const sent = (Number.isInteger(before) ? before : 0) + 1
  const given = await textSent(form)
  const intent = typedIn(form, 'intent')
  const written =
    intent === 'write' && typeof given === 'string' && given.length <= LONGEST_KEPT
      ? withFields(given, typedFields(form))
      : given
  const first = readPubliccode(written)
  const reading =
    intent === 'correct' && first.corrected !== null ? readPubliccode(first.corrected) : first
  const text =
    intent === 'correct' && first.corrected !== null
      ? first.corrected
      : typeof written === 'string'
        ? written
        : new TextDecoder().decode(written)
  const dropped = text.length > LONGEST_KEPT
  const kept = reading.corrected !== null && reading.corrected.length <= LONGEST_KEPT
  return {
    text: dropped ? '' : text,
    fields: fieldsOf(reading.values),
    checked: { findings: reading.findings, corrected: kept ? reading.corrected : null },
    dropped,
    sent,
  }
}

/** A file that was chosen counts before the text; one that is too long is not read. */
async function textSent(form: FormData): Promise<string | Uint8Array> {
  const file = form.get('file')
  if (!(file instanceof File) || file.size === 0) {
    // A browser sends the line ends of Windows, whatever was in the page.
    return typedIn(form, 'text').replaceAll('\r\n', '\n')
  }
  return file.size > MOST_BYTES
    ? new Uint8Array(MOST_BYTES + 1)
    : new Uint8Array(await file.arrayBuffer())
}

const typedFields = (form: FormData) =>
  Object.fromEntries(
    EDITOR_FIELD_NAMES.map((name) => [name, typedIn(form, name).replaceAll('\r\n', '\n')]),
  ) as EditorFields
