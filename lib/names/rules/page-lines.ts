import { Parser } from 'htmlparser2'
import { oneLine } from '#lib/typed-text.ts'

/** What begins a line of its own on a page. */
const BLOCKS = new Set(
  'address article aside blockquote br caption dd details div dl dt fieldset figcaption figure h1 h2 h3 h4 h5 h6 hr legend li main ol option p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
)
/** What is no part of what a page says. */
const ASIDE = new Set(
  'script style noscript template svg iframe nav header footer form head'.split(' '),
)

/**
 * The lines of text of a web page, as a person would read them down; of its main part alone where it
 * says which that is. Nothing of it is run.
 */
export function pageLines(html: string): string[] {
  const all: string[] = []
  const main: string[] = []
  let text = ''
  let aside = 0
  let inMain = 0
  const end = () => {
    const line = oneLine(text)
    text = ''
    if (line === '') return
    all.push(line)
    if (inMain > 0) main.push(line)
  }
  const parser = new Parser({
    onopentag(name) {
      if (ASIDE.has(name)) aside++
      if (BLOCKS.has(name)) end()
      if (name === 'main') inMain++
    },
    ontext(part) {
      if (aside === 0) text += part
    },
    onclosetag(name) {
      if (BLOCKS.has(name)) end()
      if (ASIDE.has(name)) aside--
      if (name === 'main') inMain--
    },
  })
  parser.end(html)
  end()
  return [...new Set(main.length > 0 ? main : all)]
}
