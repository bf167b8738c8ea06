import { ANSWER_PARTS, type AnswerPart, type CriterionInput } from '../grid-schema.ts'

/** The fields of a criterion's form, in the order of the page. */
export const CRITERION_FIELDS = [
  'name',
  'number',
  'labelFr',
  'labelEn',
  'helpFr',
  'helpEn',
  'answer',
  'choices',
  'unit',
  'required',
  'weight',
  'basis',
  'basisNoteFr',
  'basisNoteEn',
  'sources',
  'rule',
  'functions',
  'groups',
  'business',
  'of',
  'full',
] as const
export type CriterionField = (typeof CRITERION_FIELDS)[number]
/** Several answers of a name are one text, their commas apart. */
export type TypedCriterion = Record<CriterionField, string>

export const RULES_ON_SOFTWARE: readonly string[] = [
  'software-count',
  'largest-share',
  'summed-share',
  'any-software',
  'open-formats',
]
const SHARES: readonly string[] = ['largest-share', 'summed-share']

export const NEW_CRITERION: TypedCriterion = {
  ...(Object.fromEntries(CRITERION_FIELDS.map((field) => [field, ''])) as TypedCriterion),
  answer: 'text',
  basis: 'proposal',
  full: 'oui',
}

/** A criterion as its form holds it. */
export function criterionTyped(item: CriterionInput): TypedCriterion {
  const { rule } = item
  const software = rule && 'software' in rule ? rule.software : undefined
  return {
    name: item.id.slice(item.id.indexOf('.') + 1),
    number: item.number,
    labelFr: item.label.fr,
    labelEn: item.label.en,
    helpFr: item.help.fr,
    helpEn: item.help.en,
    answer: item.answer.join(','),
    choices: item.choices.map(({ value, fr, en }) => `${value} | ${fr} | ${en}`).join('\n'),
    unit: item.unit,
    required: item.required ? 'oui' : '',
    weight: item.weight === null ? '' : String(item.weight),
    basis: item.basis,
    basisNoteFr: item.basisNote.fr,
    basisNoteEn: item.basisNote.en,
    sources: item.sources.map(({ title, url }) => `${title} | ${url}`).join('\n'),
    rule: rule?.rule ?? '',
    functions: software?.functions.join(',') ?? '',
    groups: software?.groups.join(',') ?? '',
    business: software?.business ? 'oui' : '',
    of: rule && 'of' in rule ? rule.of : '',
    full: rule && 'full' in rule && !rule.full ? '' : 'oui',
  }
}

/** What a form says of a criterion, as the judge of grids reads it. */
export function criterionMeant(axis: string, typed: TypedCriterion): unknown {
  return {
    id: `${axis}.${typed.name.trim()}`,
    number: typed.number,
    label: { fr: typed.labelFr, en: typed.labelEn },
    help: { fr: typed.helpFr, en: typed.helpEn },
    answer: partsOf(typed.answer),
    choices: linesOf(typed.choices).map(([value = '', fr = '', en = '']) => ({ value, fr, en })),
    unit: typed.unit,
    required: typed.required === 'oui',
    weight: typed.weight.trim() === '' ? null : Number(typed.weight.trim().replace(',', '.')),
    basis: typed.basis,
    basisNote: { fr: typed.basisNoteFr, en: typed.basisNoteEn },
    sources: linesOf(typed.sources).map((line) => ({
      title: line.slice(0, -1).join(' | '),
      url: line.at(-1) ?? '',
    })),
    rule: ruleMeant(typed),
  }
}

function ruleMeant(typed: TypedCriterion): unknown {
  const { rule } = typed
  if (rule === '') return null
  const software = {
    functions: listed(typed.functions),
    groups: listed(typed.groups),
    business: typed.business === 'oui',
  }
  return {
    rule,
    ...(RULES_ON_SOFTWARE.includes(rule) ? { software } : {}),
    ...(SHARES.includes(rule) ? { of: typed.of } : {}),
    ...(rule === 'published-software' ? { full: typed.full === 'oui' } : {}),
  }
}

/** In the order that pages ask them in. */
function partsOf(typed: string): string[] {
  const parts = listed(typed)
  const known = ANSWER_PARTS.filter((part) => parts.includes(part))
  return [...known, ...parts.filter((part) => !ANSWER_PARTS.includes(part as AnswerPart))]
}

const listed = (typed: string) => typed.split(',').filter((item) => item !== '')

const linesOf = (typed: string) =>
  typed
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .map((line) => line.split('|').map((part) => part.trim()))

/** The field of the form that shows a fault of a part of a criterion. */
export function fieldOfPart(part: string | undefined): CriterionField {
  const fields: Record<string, CriterionField> = {
    id: 'name',
    label: 'labelFr',
    help: 'helpFr',
    basisNote: 'basisNoteFr',
  }
  return fields[part ?? ''] ?? CRITERION_FIELDS.find((field) => field === part) ?? 'name'
}
