import type { UseComboboxReturnValue } from 'downshift'
import type { MouseEvent } from 'react'
import { highlight } from '#lib/search/rules/highlight.ts'
import type { Suggestion, SuggestionGroup, Suggestions } from './suggestions.ts'

const OPTION =
  'flex min-h-11 w-full flex-col justify-center scroll-mt-10 scroll-mb-2 cursor-pointer px-4 py-1.5 text-left text-ink no-underline hover:bg-soft aria-selected:bg-accent-soft aria-selected:outline-2 aria-selected:outline-accent aria-selected:-outline-offset-2'

interface ListProps {
  id: string
  suggestions: Suggestions
  getItemProps: UseComboboxReturnValue<Suggestion>['getItemProps']
  onChoose: (item: Suggestion) => void
}

/** The options of the box, grouped. Each is a link, so it opens in another tab as links do. */
export function SuggestionList(props: ListProps) {
  const { suggestions } = props
  let before = 0
  return (
    <>
      {suggestions.lead ? (
        <div role="presentation" className="px-4 pt-2 pb-1">
          {suggestions.lead}
        </div>
      ) : null}
      {suggestions.groups.map((group) => {
        const first = before
        before += group.items.length
        return <Group key={group.key} {...props} group={group} first={first} />
      })}
    </>
  )
}

function Group({ group, first, ...props }: ListProps & { group: SuggestionGroup; first: number }) {
  const title = `${props.id}-${group.key}`
  const options = group.items.map((item, index) => (
    <Option key={item.key} {...props} item={item} index={first + index} />
  ))
  if (!group.title) return <div className="border-line border-t py-1">{options}</div>
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot stand in a listbox.
    <div
      role="group"
      aria-labelledby={title}
      aria-describedby={group.note ? `${title}-note` : undefined}
      className="border-line border-t py-1 first:border-t-0"
    >
      <div
        role="presentation"
        id={title}
        className="px-4 pt-2 pb-1 font-semibold text-[0.875rem] text-muted"
      >
        {group.title}
      </div>
      {group.note ? (
        <div
          role="presentation"
          id={`${title}-note`}
          className="px-4 pb-1.5 text-[0.9rem] text-muted"
        >
          {group.note}
        </div>
      ) : null}
      {options}
    </div>
  )
}

function Option({
  item,
  index,
  suggestions,
  getItemProps,
  onChoose,
}: ListProps & { item: Suggestion; index: number }) {
  const props = getItemProps({
    item,
    index,
    onClick: (event: MouseEvent) => {
      withoutDownshift(event)
      // Another tab or window: the browser's own business.
      if (item.href && (event.metaKey || event.ctrlKey || event.shiftKey)) return
      event.preventDefault()
      onChoose(item)
    },
  })
  const inside = <Inside item={item} query={suggestions.query} />
  if (!item.href) {
    return (
      <div {...props} className={`${OPTION} text-accent`}>
        {inside}
      </div>
    )
  }
  return (
    <a {...props} href={item.href} tabIndex={-1} className={OPTION}>
      {inside}
    </a>
  )
}

function Inside({ item, query }: { item: Suggestion; query: string }) {
  // What leads elsewhere says so in its own words; only names that were found are marked.
  const plain = item.asks !== undefined || !item.href || item.key === 'browse'
  return (
    <>
      <span className="flex flex-wrap items-baseline justify-between gap-x-4">
        <span className={`min-w-0 [overflow-wrap:anywhere] ${plain ? 'text-accent' : ''}`}>
          {plain ? item.text : <Marked text={item.text} query={query} />}
        </span>{' '}
        {item.aside ? (
          <span className={`text-[0.9rem] ${item.gap ? 'text-warn' : 'text-muted'}`}>
            {item.aside}
          </span>
        ) : null}
      </span>
      {item.detail ? (
        <span className="line-clamp-2 text-[0.9rem] text-muted leading-snug sm:line-clamp-1">
          <Marked text={item.detail} query={query} />
        </span>
      ) : null}
    </>
  )
}

function Marked({ text, query }: { text: string; query: string }) {
  let at = 0
  return highlight(text, query).map((piece) => {
    const key = at
    at += piece.text.length
    return piece.match ? (
      <mark
        key={key}
        className="bg-transparent font-semibold text-inherit underline decoration-2 decoration-accent underline-offset-4 forced-colors:bg-[Mark] forced-colors:text-[MarkText]"
      >
        {piece.text}
      </mark>
    ) : (
      piece.text
    )
  })
}

/** Keeps downshift out of an event that the box answers itself. */
export function withoutDownshift(event: { nativeEvent: Event }): void {
  Object.assign(event.nativeEvent, { preventDownshiftDefault: true })
}
