import { quoted, type Report } from './report.ts'
import type { Field } from './section.ts'
import type { ListNode, ScalarNode, TreeNode } from './tree.ts'
import { lacking, readText } from './values.ts'

/** The items of a list, each as a field of its own; one value where a list is expected is a list of one. */
export function readList(
  report: Report,
  field: Field,
  { mandatory = false, alone = false }: { mandatory?: boolean; alone?: boolean } = {},
): Field[] | undefined {
  const { value, path, line, entry } = field
  if (!report.mayRead()) return undefined
  if (value === undefined) {
    if (mandatory) lacking(report, field)
    return undefined
  }
  if (value.kind === 'unread') return undefined
  if (isNothing(value) || (value.kind === 'list' && value.items.length === 0)) {
    if (mandatory) report.error('key-missing', path, line)
    else {
      report.info('list-empty', path, line)
      if (entry) report.aside.add(entry)
    }
    return undefined
  }
  if (value.kind !== 'list') {
    if (!alone) {
      report.error('list-expected', path, line)
      listOfOne(report, value)
    }
    return [item(field, value, 0)]
  }
  return itemsOf(report, field, value, mandatory)
}

function itemsOf(
  report: Report,
  field: Field,
  list: ListNode,
  mandatory: boolean,
): Field[] | undefined {
  const filled = list.items
    .map((value, index) => item(field, value, index))
    .filter(({ value }) => value && !isNothing(value))
  if (filled.length === list.items.length) return filled
  const { path, entry } = field
  if (filled.length === 0) {
    report.error(mandatory ? 'key-missing' : 'value-empty', path, field.line)
    if (!mandatory && entry) report.aside.add(entry)
    return undefined
  }
  list.items.forEach((value, index) => {
    if (isNothing(value)) report.error('value-empty', `${path}.${index}`, value.line)
  })
  return filled
}

const item = (field: Field, value: TreeNode, index: number): Field => ({
  path: `${field.path}.${index}`,
  line: value.line,
  value,
  entry: undefined,
  parent: null,
})

const isNothing = (value: TreeNode): value is ScalarNode =>
  value.kind === 'scalar' &&
  value.style !== 'block' &&
  (value.type === 'null' || value.text.trim() === '')

/** A scalar or a mapping on one line becomes a list that has it. */
function listOfOne(report: Report, value: TreeNode): void {
  if (value.kind !== 'scalar' || value.style === 'block') return
  report.replace(value, `[${quoted(value.text)}]`)
}

/** The texts of a list; what is none is said and left out. */
export function readTexts(
  report: Report,
  field: Field,
  rule: { mandatory?: boolean; alone?: boolean } = {},
  each: (item: Field, text: string) => string | undefined = (_, text) => text,
): string[] | undefined {
  const items = readList(report, field, rule)
  const texts = items?.flatMap((one) => {
    const text = readText(report, one)
    return text === undefined ? [] : (each(one, text) ?? [])
  })
  if (!texts || texts.length === 0) return undefined
  report.came(field.path, field.line)
  return texts
}
