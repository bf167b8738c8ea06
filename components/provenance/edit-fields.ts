import { formatDate } from '#components/i18n/format.ts'
import type { Bilingual, Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { ORGANISATION_KINDS } from '#lib/organisations/schema.ts'
import { formText, MOST_FUNCTIONS } from '#lib/provenance/rules/form-text.ts'
import { ACTIVITIES, PLATFORMS } from '#lib/software/schema.ts'
import type { EditField } from './edit-control.tsx'
import { originWords, type ShownOrigin } from './origin-mark.tsx'
import { type FunctionNames, functionNamesOf, valueWords } from './value-words.ts'

export interface ShownGroup {
  slug: string
  name: Bilingual
  functions: ReadonlyArray<{ slug: string; name: Bilingual }>
}

export interface ShownOtherwise {
  field: string
  of: 'repository' | 'reference'
  value: string | number | readonly string[] | null
  kind: ShownOrigin['kind']
  path: string
  line: number
  commit: string
  url: string
  at: string
  open: boolean
}

export interface ShownEdit {
  slug: string
  name: string
  values: Readonly<Record<string, string | number | readonly string[] | null>>
  revision: number
  origins: Readonly<Partial<Record<string, ShownOrigin & { person: string }>>>
  differences: readonly ShownOtherwise[]
}

const KINDS: Readonly<Record<string, EditField['kind']>> = {
  descriptionFr: 'lines',
  descriptionEn: 'lines',
  repository: 'url',
  website: 'url',
  platforms: 'ticks',
  audience: 'ticks',
  status: 'choice',
  functions: 'places',
}

/** The fields of the form of an entry, in its order, each with who says it and what others say. */
export function editFields(
  locale: Locale,
  entry: ShownEdit,
  groups: readonly ShownGroup[],
): EditField[] {
  const all = messages(locale)
  const { fields, origin: o } = all.provenance
  const t = all.entryEdit
  const functions = functionNamesOf(groups)
  return Object.keys(t.hints).map((key) => {
    const name = key as keyof typeof t.hints
    return {
      name,
      label: fields[name],
      hint: t.hints[name],
      kind: KINDS[name] ?? 'text',
      value: formText(entry.values[name] ?? null),
      ...choicesOf(locale, name, groups),
      origin: {
        words: originSentence(locale, entry.origins[name]) || o.kinds.reference,
        url: entry.origins[name]?.url ?? '',
      },
      otherwise: entry.differences
        .filter(({ field }) => field === name)
        .map((said) => otherwiseOf(locale, said, functions)),
    }
  })
}

function otherwiseOf(locale: Locale, said: ShownOtherwise, functions: FunctionNames) {
  const t = messages(locale).entryEdit
  return {
    says: t.form.says[said.of],
    value: valueWords(locale, said.field, said.value, functions) || t.differences.empty,
    where: said.of === 'reference' ? '' : whereWords(locale, said),
    url: said.url,
  }
}

/** The file and line that say something, and since which commit. */
export function whereWords(locale: Locale, said: ShownOtherwise): string {
  const t = messages(locale).provenance.origin
  const words = originWords(locale, { ...said, by: null })
  return said.commit === '' ? words : `${words}, ${t.commit(said.commit.slice(0, 10))}`
}

/** Who says what a field holds, by what name and since when; empty for the reference data. */
function originSentence(locale: Locale, origin: ShownEdit['origins'][string]): string {
  if (!origin || origin.kind === 'reference') return ''
  const t = messages(locale).provenance.origin
  const person = origin.person === '' ? '' : ` (${origin.person})`
  const commit = origin.commit === '' ? '' : `, ${t.commit(origin.commit.slice(0, 10))}`
  const since = t.since(formatDate(locale, origin.at.slice(0, 10)))
  return `${originWords(locale, origin)}${person}, ${since}${commit}`
}

function choicesOf(
  locale: Locale,
  name: string,
  groups: readonly ShownGroup[],
): Partial<EditField> {
  const all = messages(locale)
  const t = all.entryEdit.form
  switch (name) {
    case 'platforms':
      return {
        choices: PLATFORMS.map((value) => ({ value, label: all.common.platforms[value] })),
      }
    case 'audience':
      return {
        choices: ORGANISATION_KINDS.map((value) => ({
          value,
          label: all.common.kinds[value].many,
        })),
      }
    case 'status':
      return {
        none: t.statusNone,
        choices: ACTIVITIES.map((value) => ({ value, label: all.software.status[value] })),
      }
    case 'functions':
      return {
        none: t.functionNone,
        placeLabels: Array.from({ length: MOST_FUNCTIONS }, (_, at) =>
          t.functionNth(String(at + 1)),
        ),
        groups: groups.map((group) => ({
          label: group.name[locale],
          choices: group.functions.map(({ slug, name: label }) => ({
            value: slug,
            label: label[locale],
          })),
        })),
      }
    default:
      return {}
  }
}
