import { fromMarkdown } from 'mdast-util-from-markdown'
import { lines } from '#lib/typed-text.ts'

type Node = ReturnType<typeof fromMarkdown>['children'][number]

/** Beyond this a text of a repository is not read: no entry holds more. */
const MOST_READ = 20_000
/** Beyond these a text is made to wear a parser out: nobody quotes a quote of a quote so often. */
const MOST_NESTED = 8
const MOST_MARKS = 1_000

/** A Markdown text as plain paragraphs: no mark-up, no HTML, no image, links by their words. */
export function plainText(markdown: string): string {
  const blocks = fromMarkdown(tamed(markdown.slice(0, MOST_READ))).children.map(blockText)
  return lines(blocks.filter((block) => block !== '').join('\n\n'))
}

/** Without what makes reading it slow or deep: its words stay. */
function tamed(markdown: string): string {
  const marks = markdown.match(/[*_[\]`~!<]/g)?.length ?? 0
  const flat = marks > MOST_MARKS ? markdown.replace(/[*_[\]`~!<]+/g, ' ') : markdown
  return flat
    .split('\n')
    .map((line) => {
      const lead = /^[\s>+*\d.)-]*/.exec(line)?.[0] ?? ''
      const nested = lead.match(/[>+*-]|\d[.)]/g)?.length ?? 0
      return nested > MOST_NESTED ? line.slice(lead.length) : line
    })
    .join('\n')
}

function blockText(node: Node): string {
  if (node.type === 'list') return node.children.map((item) => `– ${blockText(item)}`).join('\n')
  if (node.type === 'listItem' || node.type === 'blockquote') {
    return node.children
      .map(blockText)
      .filter((text) => text !== '')
      .join('\n')
  }
  return inlineText(node).trim()
}

function inlineText(node: Node): string {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value.replace(/\s+/g, ' ')
  if (node.type === 'break') return '\n'
  if ('children' in node) return node.children.map(inlineText).join('')
  // HTML, images, definitions, rules and code blocks say nothing that a sentence can keep.
  return ''
}

/**
 * A text that fits, cut where a sentence ends, else between words and with an ellipsis.
 * @returns undefined when it fits as it is.
 */
export function shortened(text: string, most: number): string | undefined {
  if (text.length <= most) return undefined
  const head = text.slice(0, most)
  const end = Math.max(...['. ', '! ', '? ', '.\n', '\n\n'].map((mark) => head.lastIndexOf(mark)))
  if (end > most / 2) return head.slice(0, end + 1).trimEnd()
  const cut = text.slice(0, most - 1)
  const space = cut.lastIndexOf(' ')
  return `${(space > most / 2 ? cut.slice(0, space) : cut).trimEnd()}…`
}
