import { type FieldOrigin, type SaidField, TEXT_BOUNDS } from '#lib/provenance/fields.ts'
import type { DescribedIn, PubliccodeValues } from '#lib/publiccode/document.ts'
import { judgeLicence } from '#lib/software/rules/licence.ts'
import { webAddress } from '#lib/sources.ts'
import { oneLine } from '#lib/typed-text.ts'
import type { RepositoryReading } from './reading.ts'
import { CATEGORY_FUNCTIONS } from './rules/category-functions.ts'
import { plainText, shortened } from './rules/plain-text.ts'
import { languageOfText, languagesOf, platformsOf, statusOf } from './rules/said-values.ts'

/**
 * What a reading says of an entry's fields, each once and with its origin: publiccode.yml first, then
 * codemeta.json, then what git holds, then the forge's own word. Only what an entry can hold is said: a
 * licence is free and SPDX, an address is http(s), texts are plain and within our bounds, with a note
 * where they had to be cut.
 */
export function entryFieldsOf(reading: RepositoryReading): SaidField[] {
  const said = new Map<string, SaidField>()
  for (const item of [
    ...archivedOnForge(reading),
    ...ofPubliccode(reading),
    ...ofCodemeta(reading),
    ...ofGit(reading),
    ...ofForge(reading),
    ...redirected(reading),
  ]) {
    if (!said.has(item.field)) said.set(item.field, item)
  }
  return [...said.values()]
}

type Said = SaidField | undefined
const present = (items: Said[]): SaidField[] => items.filter((item) => item !== undefined)

function ofPubliccode({ publiccode, head }: RepositoryReading): SaidField[] {
  if (!publiccode) return []
  const { values, lines } = publiccode.reading
  const at = (path: string): FieldOrigin => ({
    kind: 'publiccode',
    path: publiccode.path,
    line: lines[path] ?? 0,
    commit: head?.commit ?? '',
  })
  const status = statusOf(values)
  const functions = [
    ...new Set((values.categories ?? []).flatMap((name) => CATEGORY_FUNCTIONS[name] ?? [])),
  ]
  return present([
    text('name', values.name, at('name')),
    ...described(values, 'fr', at),
    ...described(values, 'en', at),
    licence(values.licenceSpdx, at('legal.license')),
    address('repository', values.url, at('url')),
    address('website', values.landingURL, at('landingURL')),
    list('platforms', platformsOf(values.platforms ?? []), at('platforms')),
    list(
      'languages',
      languagesOf(values.availableLanguages ?? []),
      at('localisation.availableLanguages'),
    ),
    status && { field: 'status', value: status.status, origin: at(status.path) },
    hint(list('functions', functions.slice(0, 3), at('categories'))),
  ])
}

/** The texts in a language: of its bare tag first, else of one with a country. */
function described(
  { description }: PubliccodeValues,
  language: 'fr' | 'en',
  at: (path: string) => FieldOrigin,
): Said[] {
  const tags = Object.keys(description)
    .filter((tag) => tag.toLowerCase().split(/[-_]/)[0] === language)
    .sort((a, b) => a.length - b.length)
  const first = (key: keyof DescribedIn & ('shortDescription' | 'longDescription')) => {
    const tag = tags.find((name) => description[name]?.[key])
    return tag === undefined
      ? undefined
      : { text: description[tag]?.[key], origin: at(`description.${tag}.${key}`) }
  }
  const [short, long] = [first('shortDescription'), first('longDescription')]
  const [summary, whole] =
    language === 'fr'
      ? (['summaryFr', 'descriptionFr'] as const)
      : (['summaryEn', 'descriptionEn'] as const)
  return [
    short && text(summary, short.text, short.origin),
    long && text(whole, long.text && plainText(long.text), long.origin),
  ]
}

function ofCodemeta({ codemeta, head }: RepositoryReading): SaidField[] {
  if (!codemeta) return []
  const { values } = codemeta
  const origin: FieldOrigin = {
    kind: 'codemeta',
    path: codemeta.path,
    line: 0,
    commit: head?.commit ?? '',
  }
  return present([
    text('name', values.name, origin),
    ...inItsLanguage(values.description, origin),
    licence(values.licence, origin),
    address('repository', values.repository, origin),
    address('website', values.website, origin),
    list('platforms', platformsOf(values.platforms ?? []), origin),
  ])
}

/** The oldest tag bounds the first release: a repository may remember less than its project. */
function ofGit({ releases, licenceDetected, licenceFiles, head }: RepositoryReading): SaidField[] {
  const commit = head?.commit ?? ''
  const oldest = releases.reduce<(typeof releases)[number] | undefined>(
    (found, item) => (found && found.date <= item.date ? found : item),
    undefined,
  )
  const year = Number(oldest?.date.slice(0, 4))
  const file = licenceFiles.find(({ spdx }) => spdx === licenceDetected)
  return present([
    licence(licenceDetected ?? undefined, {
      kind: 'git',
      path: file?.path ?? '',
      line: 0,
      commit,
    }),
    oldest && year >= 1970 && year <= 2100
      ? {
          field: 'firstRelease',
          value: year,
          origin: { kind: 'git', path: '', line: 0, commit: oldest.commit },
        }
      : undefined,
  ])
}

function ofForge({ forge }: RepositoryReading): SaidField[] {
  if (!forge) return []
  const origin: FieldOrigin = { kind: 'forge', path: '', line: 0, commit: '' }
  return present([
    ...inItsLanguage(forge.description, origin),
    address('repository', forge.movedTo ?? undefined, origin),
  ])
}

/** Where the server sends whoever asks for this repository. */
function redirected({ redirectedTo }: RepositoryReading): SaidField[] {
  const origin: FieldOrigin = { kind: 'git', path: '', line: 0, commit: '' }
  return present([address('repository', redirectedTo ?? undefined, origin)])
}

/** Whoever closes a repository says so after all that its files say: it is their word, not our guess. */
function archivedOnForge({ forge }: RepositoryReading): SaidField[] {
  if (!forge?.archived) return []
  const origin: FieldOrigin = { kind: 'forge', path: '', line: 0, commit: '' }
  return [{ field: 'status', value: 'unmaintained', origin }]
}

/** A description that does not say its language: the summary in the one that it is surely in. */
function inItsLanguage(written: string | undefined, origin: FieldOrigin): Said[] {
  const plain = plainText(written ?? '')
  const language = languageOfText(plain)
  if (!language) return []
  return [
    text(language === 'fr' ? 'summaryFr' : 'summaryEn', plain, origin),
    plain.length >= TEXT_BOUNDS.descriptionFr.least
      ? text(language === 'fr' ? 'descriptionFr' : 'descriptionEn', plain, origin)
      : undefined,
  ]
}

function text(
  field: keyof typeof TEXT_BOUNDS,
  written: string | undefined,
  origin: FieldOrigin,
): Said {
  const bounds = TEXT_BOUNDS[field]
  const whole = field.startsWith('description') ? (written ?? '') : oneLine(written ?? '')
  if (whole === '') return undefined
  const cut = shortened(whole, bounds.most)
  const note =
    cut !== undefined ? 'shortened' : whole.length < bounds.least ? 'too-short' : undefined
  return { field, value: cut ?? whole, origin, ...(note && { note }) }
}

function licence(written: string | undefined, origin: FieldOrigin): Said {
  if (!written || !judgeLicence(written).free) return undefined
  return { field: 'licence', value: written, origin }
}

function address(
  field: 'repository' | 'website',
  written: string | undefined,
  origin: FieldOrigin,
): Said {
  const parsed = webAddress.safeParse((written ?? '').trim())
  return parsed.success ? { field, value: parsed.data, origin } : undefined
}

function list(
  field: 'platforms' | 'languages' | 'functions',
  value: string[],
  origin: FieldOrigin,
): Said {
  return value.length === 0 ? undefined : { field, value, origin }
}

const hint = (item: Said): Said => item && { ...item, note: 'hint' }
