import type { Bilingual, Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import {
  CRITERION_FIELDS,
  type CriterionField,
  type TypedCriterion,
} from '#lib/label/rules/criterion-form.ts'
import type { DataField } from './data-control.tsx'

export interface FunctionGroup {
  slug: string
  name: Bilingual
  functions: ReadonlyArray<{ slug: string; name: Bilingual }>
}

const LONG: readonly CriterionField[] = [
  'labelFr',
  'labelEn',
  'helpFr',
  'helpEn',
  'choices',
  'basisNoteFr',
  'basisNoteEn',
  'sources',
]

/** A criterion as fields. @param isNew only then can its id be chosen. */
export function criterionFields(
  locale: Locale,
  typed: TypedCriterion,
  groups: readonly FunctionGroup[],
  isNew: boolean,
): DataField[] {
  const { labelEditions: t } = messages(locale)
  const { criterion } = t
  const choicesOf = (words: Record<string, string>) =>
    Object.entries(words).map(([value, label]) => ({ value, label }))
  return CRITERION_FIELDS.filter((name) => name !== 'groups').map((name) => {
    const field = {
      name,
      label: criterion.fields[name],
      hint: criterion.hints[name],
      value: typed[name],
    }
    switch (name) {
      case 'name':
        return { ...field, kind: isNew ? 'text' : 'locked' }
      case 'answer':
        return { ...field, kind: 'ticks', choices: choicesOf(t.parts) }
      case 'required':
      case 'business':
      case 'full':
        return { ...field, kind: 'tick' }
      case 'weight':
        return { ...field, kind: 'number' }
      case 'basis':
        return { ...field, kind: 'choice', choices: choicesOf(t.basis) }
      case 'rule':
        return {
          ...field,
          kind: 'choice',
          choices: [{ value: '', label: criterion.noRule }, ...choicesOf(t.rules)],
        }
      case 'of':
        return {
          ...field,
          kind: 'choice',
          choices: [{ value: '', label: criterion.noOf }, ...choicesOf(t.of)],
        }
      case 'functions':
        return {
          ...field,
          label: criterion.tree,
          hint: criterion.treeHint,
          kind: 'tree',
          wholes: typed.groups,
          groups: groups.map((group) => ({
            slug: group.slug,
            label: group.name[locale],
            whole: criterion.wholeGroup(group.name[locale]),
            functions: group.functions.map((item) => ({
              value: item.slug,
              label: item.name[locale],
            })),
          })),
        }
      default:
        return { ...field, kind: LONG.includes(name) ? 'lines' : 'text' }
    }
  })
}
