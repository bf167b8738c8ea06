import { z } from 'zod'
import {
  type CriterionInput,
  criterionInput,
  type EvidenceRule,
  type GridInput,
  gridInput,
} from '../grid-schema.ts'

/** One thing to mend in a grid, in both languages; each sentence names its criterion. */
export interface GridFault {
  fr: string
  en: string
  /** The part of the criterion that is wrong, where it is one: `label`, `rule`… */
  field?: string
}

/** The slugs of the catalogue's tree that a rule may name. */
export interface KnownFunctions {
  functions: ReadonlySet<string>
  groups: ReadonlySet<string>
}

type Judged<T> = { sound: T } | { faults: GridFault[] }

/** Judges a whole grid: its shape, its ids, and what its rules name. */
export function judgeGrid(input: unknown, known: KnownFunctions): Judged<GridInput> {
  const parsed = gridInput.safeParse(input)
  if (!parsed.success) return { faults: shapeFaults(parsed.error, input) }
  const grid = parsed.data
  const criteria = grid.axes.flatMap((axis) => axis.criteria)
  const faults = [
    ...repeated(grid.axes.map(({ id }) => id)).map((id) => ({
      fr: `L’axe « ${id} » est donné deux fois.`,
      en: `The axis “${id}” is given twice.`,
    })),
    ...repeated(criteria.map(({ id }) => id)).map((id) => ({
      fr: `Le critère « ${id} » est donné deux fois.`,
      en: `The criterion “${id}” is given twice.`,
    })),
    ...grid.axes.flatMap((axis) =>
      axis.criteria.flatMap((item) => [...placeFaults(item, axis.id), ...ownFaults(item, known)]),
    ),
  ]
  return faults.length > 0 ? { faults } : { sound: grid }
}

/** Judges one criterion of an axis. */
export function judgeCriterion(
  input: unknown,
  axis: string,
  known: KnownFunctions,
): Judged<CriterionInput> {
  const parsed = criterionInput.safeParse(input)
  if (!parsed.success) {
    return {
      faults: shapeFaults(parsed.error, { axes: [{ criteria: [input] }] }, [
        'axes',
        0,
        'criteria',
        0,
      ]),
    }
  }
  const faults = [...placeFaults(parsed.data, axis), ...ownFaults(parsed.data, known)]
  return faults.length > 0 ? { faults } : { sound: parsed.data }
}

function placeFaults({ id }: CriterionInput, axis: string): GridFault[] {
  if (id.split('.')[0] === axis) return []
  return [
    {
      field: 'id',
      fr: `Critère « ${id} » : il est rangé dans l’axe « ${axis} » ; son identifiant doit commencer par « ${axis}. ».`,
      en: `Criterion “${id}”: it stands in the axis “${axis}”; its id must begin with “${axis}.”.`,
    },
  ]
}

function ownFaults(item: CriterionInput, known: KnownFunctions): GridFault[] {
  const faults: GridFault[] = []
  const sayOf = (field: string) => (fr: string, en: string) =>
    faults.push({
      field,
      fr: `Critère « ${item.id} » : ${fr}`,
      en: `Criterion “${item.id}”: ${en}`,
    })
  const say = sayOf('choices')
  const choice = item.answer.includes('choice')
  if (choice && item.choices.length < 2) {
    say(
      'une réponse au choix demande au moins deux choix.',
      'an answer by choice needs at least two choices.',
    )
  }
  if (!choice && item.choices.length > 0) {
    say(
      'des choix sont donnés, mais la réponse n’en demande pas : ajoutez « choice » à la réponse, ou retirez-les.',
      'choices are given, but its answer asks for none: add “choice” to the answer, or remove them.',
    )
  }
  for (const value of repeated(item.choices.map((one) => one.value))) {
    say(`le choix « ${value} » est donné deux fois.`, `the choice “${value}” is given twice.`)
  }
  for (const part of repeated(item.answer)) {
    sayOf('answer')(
      `la réponse demande deux fois « ${part} ».`,
      `its answer asks for “${part}” twice.`,
    )
  }
  if (item.help.fr !== '' && item.help.en === '') {
    sayOf('help')('l’aide manque en anglais.', 'its help is missing in English.')
  }
  if (item.help.fr === '' && item.help.en !== '') {
    sayOf('help')('l’aide manque en français.', 'its help is missing in French.')
  }
  if (item.rule) ruleFaults(item, item.rule, known, sayOf('rule'))
  return faults
}

/** What each rule computes: an answer must have a part that can hold it. */
const RULE_ANSWERS: Record<EvidenceRule['rule'], readonly string[]> = {
  'software-count': ['number', 'list'],
  'largest-share': ['share'],
  'summed-share': ['share'],
  'pooled-share': ['share', 'text', 'list'],
  'any-software': ['yes-no', 'list'],
  'open-formats': ['yes-no', 'list', 'text'],
  timeline: ['text'],
  'published-software': ['number', 'list', 'url', 'amount'],
  testimonials: ['list', 'url', 'text'],
}

function ruleFaults(
  item: CriterionInput,
  rule: EvidenceRule,
  known: KnownFunctions,
  say: (fr: string, en: string) => void,
): void {
  if ('software' in rule) {
    for (const slug of rule.software.functions.filter((one) => !known.functions.has(one))) {
      say(
        `sa règle nomme la fonction « ${slug} », que le catalogue n’a pas : prenez son adresse sur la page des métiers.`,
        `its rule names the function “${slug}”, which the catalogue does not have: take its address from the page of functions.`,
      )
    }
    for (const slug of rule.software.groups.filter((one) => !known.groups.has(one))) {
      say(
        `sa règle nomme le groupe de métiers « ${slug} », que le catalogue n’a pas.`,
        `its rule names the group of functions “${slug}”, which the catalogue does not have.`,
      )
    }
  }
  const fitting = RULE_ANSWERS[rule.rule]
  if (!item.answer.some((part) => fitting.includes(part))) {
    say(
      `sa règle calcule une réponse que le critère ne demande pas : il y faut l’une de « ${fitting.join(', ')} ».`,
      `its rule computes an answer that the criterion does not ask for: it needs one of “${fitting.join(', ')}”.`,
    )
  }
}

const repeated = (list: readonly string[]) => [
  ...new Set(list.filter((item, index) => list.indexOf(item) !== index)),
]

/** What zod refuses, said with the id of the criterion that it is in. */
function shapeFaults(
  { issues }: z.ZodError,
  input: unknown,
  before: readonly PropertyKey[] = [],
): GridFault[] {
  return issues.map((issue) => {
    const path = [...before, ...issue.path]
    const place = placeOf(path, input)
    return {
      field: String(issue.path[0] ?? ''),
      fr: `${place.fr}${inWords(issue, 'fr')}`,
      en: `${place.en}${inWords(issue, 'en')}`,
    }
  })
}

function placeOf(path: readonly PropertyKey[], input: unknown): GridFault {
  const at = (value: unknown, key: PropertyKey | undefined): unknown =>
    typeof value === 'object' && value !== null && key !== undefined
      ? (value as Record<PropertyKey, unknown>)[key]
      : undefined
  const named = (value: unknown, index: PropertyKey | undefined) => {
    const id = at(value, 'id')
    return typeof id === 'string' && id !== '' ? id.slice(0, 80) : `n° ${Number(index) + 1}`
  }
  const field = (from: number) => {
    const rest = path.slice(from).map(String).join('.')
    return rest === '' ? '' : `${rest} : `
  }
  const english = (text: string) => text.replaceAll(' : ', ': ').replaceAll('n° ', 'no. ')
  if (path[0] !== 'axes' || path.length < 2) return { fr: field(0), en: english(field(0)) }
  const axis = at(at(input, 'axes'), path[1])
  if (path[2] !== 'criteria' || path.length < 4) {
    const name = named(axis, path[1])
    return { fr: `Axe « ${name} » : ${field(2)}`, en: english(`Axis “${name}”: ${field(2)}`) }
  }
  const name = named(at(at(axis, 'criteria'), path[3]), path[3])
  return {
    fr: `Critère « ${name} » : ${field(4)}`,
    en: english(`Criterion “${name}”: ${field(4)}`),
  }
}

const LANGUAGES = { fr: z.locales.fr().localeError, en: z.locales.en().localeError }

function inWords(issue: z.core.$ZodIssue, language: 'fr' | 'en'): string {
  if (issue.code === 'custom' && issue.message === 'no-function') {
    return language === 'fr'
      ? 'la règle ne nomme ni fonction, ni groupe, ni tous les métiers.'
      : 'the rule names no function, no group, and not all of business.'
  }
  if (issue.path.at(-1) === 'weight') {
    return language === 'fr'
      ? 'un poids est un nombre au-dessus de 0 et d’au plus 1000, ou rien.'
      : 'a weight is a number above 0 and at most 1000, or none.'
  }
  const [fr, en] = ownWords(issue)
  if (fr !== '') return language === 'fr' ? fr : en
  const said = LANGUAGES[language](issue as z.core.$ZodRawIssue)
  return typeof said === 'string' ? said : (said?.message ?? issue.message)
}

/** The faults that people make most, in words that say what to do; empty for the rest. */
function ownWords(issue: z.core.$ZodIssue): [fr: string, en: string] {
  if (issue.code === 'too_small' && issue.origin === 'string') {
    return ['ce texte manque : écrivez-le.', 'this text is missing: write it.']
  }
  if (issue.code === 'too_small' && issue.origin === 'array') {
    return ['il en faut au moins un.', 'it takes one at least.']
  }
  if (issue.code === 'too_big' && issue.origin === 'string') {
    const most = String(issue.maximum)
    return [
      `au plus ${most} caractères : raccourcissez ce texte.`,
      `at most ${most} characters: shorten this text.`,
    ]
  }
  if (issue.code === 'too_big' && issue.origin === 'array') {
    return [`il y en a au plus ${issue.maximum}.`, `there are at most ${issue.maximum}.`]
  }
  if (issue.code === 'invalid_format' && issue.format === 'url') {
    return [
      'donnez une adresse entière, qui commence par https:// ou http://.',
      'give a whole address, which begins with https:// or http://.',
    ]
  }
  if (issue.code === 'invalid_format') {
    return [
      'minuscules sans accent, chiffres et traits d’union seulement (un identifiant de critère : axe.nom).',
      'lower-case letters without accents, digits and hyphens only (the id of a criterion: axis.name).',
    ]
  }
  if (issue.code === 'unrecognized_keys') {
    const keys = issue.keys.join(', ')
    return [`champ inconnu : ${keys}. Retirez-le.`, `unknown field: ${keys}. Remove it.`]
  }
  if (issue.code === 'invalid_value') {
    const values = issue.values.map(String).join(', ')
    return [`choisissez parmi : ${values}.`, `choose among: ${values}.`]
  }
  return ['', '']
}
