import { ForgeRefusal } from '#lib/forge/refusal.ts'
import { repositoryAddress } from '#lib/forge/rules/address.ts'
import { ORGANISATION_KINDS } from '#lib/organisations/schema.ts'
import { judgeLicence } from '#lib/software/rules/licence.ts'
import { ACTIVITIES, PLATFORMS } from '#lib/software/schema.ts'
import { webAddress } from '#lib/sources.ts'
import { lines, oneLine } from '#lib/typed-text.ts'
import { type EntryFieldName, TEXT_BOUNDS } from './fields.ts'
import { MOST_FUNCTIONS } from './rules/form-text.ts'
import type { Value } from './rules/same-value.ts'

/** What is wrong with a field of the form; the pages word it. `forge-…` is a fault of lib/forge. */
export class FieldFault extends Error {
  readonly fault: string

  constructor(fault: string) {
    super(fault)
    this.fault = fault
  }
}

/** What reading a field needs to know of this service. */
export interface Known {
  /** Slugs of the functions of the tree. */
  functions: ReadonlySet<string>
  /** Hosts of FORGE_HOSTS. */
  forgeHosts: readonly string[]
}

/**
 * A field of an entry as a person typed it, judged as the files of the reference data are.
 * @throws FieldFault
 */
export function readField(field: EntryFieldName, typed: string, known: Known): Value {
  switch (field) {
    case 'name':
    case 'summaryFr':
    case 'summaryEn':
      return bounded(field, oneLine(typed))
    case 'descriptionFr':
    case 'descriptionEn':
      return bounded(field, lines(typed))
    case 'licence':
      return freeLicence(oneLine(typed))
    case 'repository':
      return typed.trim() === '' ? '' : repositoryPage(typed, known.forgeHosts)
    case 'website':
      return website(typed.trim())
    case 'platforms':
      return listed(typed, (item) => (PLATFORMS as readonly string[]).includes(item), field, 1)
    case 'languages':
      return listed(typed, (item) => /^[a-z]{2,3}(-[A-Z]{2})?$/.test(item), field)
    case 'functions': {
      const functions = listed(typed, (item) => known.functions.has(item), field, 1)
      if (functions.length > MOST_FUNCTIONS) throw new FieldFault('functions-wrong')
      return functions
    }
    case 'audience':
      return listed(
        typed,
        (item) => (ORGANISATION_KINDS as readonly string[]).includes(item),
        field,
      )
    case 'status':
      if (typed !== '' && !(ACTIVITIES as readonly string[]).includes(typed)) {
        throw new FieldFault('status-wrong')
      }
      return typed
    case 'firstRelease':
      return year(typed.trim())
  }
}

function bounded(field: keyof typeof TEXT_BOUNDS, text: string): string {
  const { least, most } = TEXT_BOUNDS[field]
  if (text.length < least || text.length > most) throw new FieldFault(`${field}-wrong`)
  return text
}

function freeLicence(licence: string): string {
  const verdict = judgeLicence(licence)
  if (!verdict.free) throw new FieldFault(`licence-${verdict.reason}`)
  return licence
}

function repositoryPage(typed: string, listedHosts: readonly string[]): string {
  try {
    return repositoryAddress(typed, listedHosts).page
  } catch (error) {
    if (error instanceof ForgeRefusal) throw new FieldFault(`forge-${error.fault}`)
    throw error
  }
}

function website(typed: string): string {
  if (typed !== '' && !webAddress.safeParse(typed).success) throw new FieldFault('website-wrong')
  return typed
}

function listed(
  typed: string,
  isOne: (item: string) => boolean,
  field: EntryFieldName,
  least = 0,
): string[] {
  const items = [...new Set(typed.split(/[,;\s]+/).filter((item) => item !== ''))]
  if (items.length < least || !items.every(isOne)) throw new FieldFault(`${field}-wrong`)
  return items
}

function year(typed: string): number | null {
  if (typed === '') return null
  const value = Number(typed)
  if (!/^\d{4}$/.test(typed) || value < 1970 || value > 2100) {
    throw new FieldFault('firstRelease-wrong')
  }
  return value
}
