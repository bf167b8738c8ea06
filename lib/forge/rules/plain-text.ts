import { fromMarkdown } from 'mdast-util-from-markdown'
import { lines } from '#lib/typed-text.ts'

type Node = ReturnType<typeof fromMarkdown>['children'][number]

/** Beyond this a text of a repository is not read: no entry holds more. */
const MOST_READ = 20_000

/** A Markdown text as plain paragraphs: no mark-up, no HTML, no image, links by their words. */
export function plainText(markdown: string): string {
  const blocks = fromMarkdown(markdown.slice(0, MOST_READ)).children.map(blockText)
  return lines(blocks.filter((block) => block !== '').join('\n\n'))
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
