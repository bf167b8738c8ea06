'use client'

import { type UseComboboxProps, useCombobox } from 'downshift'
import { useRouter } from 'next/navigation'
import {
  type KeyboardEvent,
  useEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react'
import { search as en } from '#components/i18n/en/search.ts'
import { search as fr } from '#components/i18n/fr/search.ts'
import type { Locale } from '#components/i18n/locale.ts'
import { pathTo } from '#components/i18n/paths.ts'
import { HiddenFields } from '#components/ui/hidden-fields.tsx'
import { forgetSearches, recentSearches, rememberSearch } from './recent-searches.ts'
import { SearchClient } from './search-client.tsx'
import { SuggestionList, withoutDownshift } from './suggestion-list.tsx'
import type { Suggestion, Words } from './suggestions.ts'
import { useKeptHighlight } from './use-kept-highlight.ts'
import { useRoomBelow } from './use-room-below.ts'
import { useSettled } from './use-settled.ts'
import { useSuggestions } from './use-suggestions.ts'

/** Milliseconds without a change before a count is spoken. */
const SPEAK_AFTER = 600
const MOST_LETTERS = 200

interface SearchBoxProps {
  locale: Locale
  id: string
  /** What the page was asked. */
  value: string
  large: boolean
  kept: ReadonlyArray<readonly [name: string, value: string]>
  label: string
  submit: string
  kinds: Words['kinds']
}

/**
 * The front door: a plain form to the list of software, which works with nothing but HTML. Where scripts
 * run, the field becomes a combobox that suggests while one types; Enter still sends the form.
 */
export function SearchBox(props: SearchBoxProps) {
  return (
    <SearchClient>
      <Box {...props} />
    </SearchClient>
  )
}

function Box({ locale, id, value, large, kept, label, submit, kinds }: SearchBoxProps) {
  const router = useRouter()
  const live = useLive()
  const field = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const [recent, setRecent] = useState<string[]>([])
  const [text, setText] = useState(value)
  const [open, setOpen] = useState(false)
  const words = useMemo<Words>(
    () => ({ locale, t: (locale === 'fr' ? fr : en).searchBox, kinds }),
    [locale, kinds],
  )
  const suggestions = useSuggestions(words, text, open, recent)
  const items = useMemo(() => suggestions.groups.flatMap((group) => group.items), [suggestions])
  const shown = open && items.length > 0
  const combobox = useCombobox<Suggestion>({
    id,
    inputId: id,
    items,
    itemToString: (item) => item?.text ?? '',
    selectedItem: null,
    inputValue: text,
    isOpen: open,
    stateReducer: calmly,
    // Downshift tells after drawing, too late for quick fingers: only of the focus that left.
    onIsOpenChange: ({ isOpen }) => {
      if (!isOpen) setOpen(false)
    },
    // The page too, when the option stands below the window.
    scrollIntoView: (option) => option?.scrollIntoView({ block: 'nearest' }),
  })
  const { highlightedIndex, setHighlightedIndex } = combobox
  useKeptHighlight(items, highlightedIndex, setHighlightedIndex)
  useRoomBelow(list, shown)
  const spoken = useSettled(shown ? suggestions.status : '', SPEAK_AFTER)

  // The page was asked something else, or someone typed before the scripts came.
  const asked = useRef<string | null>(null)
  useEffect(() => {
    const typed = field.current?.value ?? value
    if (asked.current === null && typed !== value) {
      setText(typed)
      setOpen(field.current === document.activeElement)
    } else if (asked.current !== null && asked.current !== value) {
      setText(value)
    }
    asked.current = value
  }, [value])

  function choose(item: Suggestion) {
    setHighlightedIndex(-1)
    if (!item.href) {
      forgetSearches()
      setRecent([])
      return
    }
    if (item.asks) rememberSearch(item.asks)
    setRecent(recentSearches())
    setOpen(false)
    setText(item.asks ?? value)
    router.push(item.href)
  }

  /** The keys that are not downshift's: it moves within the open list. */
  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    const item = shown ? items[highlightedIndex] : undefined
    // While an input method composes a word, the keys are its own.
    const key = event.nativeEvent.isComposing ? '' : event.key
    const arrow = key === 'ArrowDown' || key === 'ArrowUp'
    if (arrow && open) return
    if (key === 'Enter' && item) {
      event.preventDefault()
      choose(item)
    } else if (key === 'Escape' && (shown || text !== '')) {
      event.preventDefault()
      setOpen(false)
      setHighlightedIndex(-1)
      if (!shown) setText('')
    } else if (arrow) {
      event.preventDefault()
      setOpen(true)
    }
    withoutDownshift(event)
  }

  const { role, ...input } = combobox.getInputProps({
    ref: field,
    'aria-label': label,
    'aria-expanded': shown,
    onKeyDown,
    onChange: (event) => {
      setText(event.currentTarget.value)
      setOpen(true)
    },
    onClick: () => setOpen(true),
    onFocus: (event) => {
      setRecent(recentSearches())
      if (event.currentTarget.value.trim() === '') setOpen(true)
    },
  })
  const menu = combobox.getMenuProps({
    ref: list,
    'aria-label': words.t.suggestions,
    // A title that is clicked takes no focus from the field.
    onMouseDown: (event) => event.preventDefault(),
  })
  return (
    <form
      action={pathTo(locale, '/logiciels')}
      className="relative flex gap-2"
      onSubmit={() => {
        rememberSearch(text)
        setOpen(false)
      }}
    >
      <HiddenFields fields={kept} />
      <label htmlFor={id} className="sr-only">
        {label}
      </label>
      <input
        {...(live ? { role, ...input } : withoutAria(input))}
        name="q"
        type="search"
        className={`field min-w-0 flex-1 ${large ? 'text-lg' : ''}`}
        placeholder={large ? undefined : label}
        maxLength={MOST_LETTERS}
        autoComplete="off"
      />
      <button type="submit" className="button">
        {submit}
      </button>
      {live ? (
        <>
          <div
            {...menu}
            hidden={!shown}
            className={`absolute top-full z-30 mt-1.5 overflow-y-auto overscroll-contain rounded-lg border border-(--control) bg-paper shadow-lg ${large ? 'inset-x-0' : 'right-0 w-[32rem] max-w-[calc(100vw-2rem)]'}`}
          >
            {shown ? (
              <SuggestionList
                id={id}
                suggestions={suggestions}
                getItemProps={combobox.getItemProps}
                onChoose={choose}
              />
            ) : null}
          </div>
          <span role="status" className="sr-only">
            {spoken}
          </span>
        </>
      ) : null}
    </form>
  )
}

/** Whether scripts run: the server's HTML and the first drawing here are the plain form. */
function useLive(): boolean {
  return useSyncExternalStore(
    () => () => undefined,
    () => true,
    () => false,
  )
}

const withoutAria = <T extends object>(props: T) =>
  Object.fromEntries(Object.entries(props).filter(([name]) => !name.startsWith('aria-'))) as T

/**
 * Downshift's own choices, less four: the mouse shows where it is without taking the place of the
 * keyboard (Enter after typing must send what was typed), a click in the field never closes the list,
 * leaving it chooses nothing, and a choice never fills the field.
 */
const calmly: NonNullable<UseComboboxProps<Suggestion>['stateReducer']> = (
  state,
  { type, changes },
) => {
  const { stateChangeTypes: types } = useCombobox
  if (type === types.ItemMouseMove || type === types.MenuMouseLeave) return state
  if (type === types.InputClick) return { ...changes, isOpen: true, highlightedIndex: -1 }
  return changes.selectedItem
    ? { ...changes, selectedItem: null, inputValue: state.inputValue }
    : changes
}
