import { z } from 'zod'
import { assertUserMay } from '#lib/accounts/assert-may.ts'
import type { Context } from '#lib/context.ts'
import { LONGEST_LIST } from '#lib/importers/schema.ts'
import { webAddress } from '#lib/sources.ts'
import { placeOfNames } from '../internal/place.ts'
import { readNames } from '../read-names.ts'
import { type PageReach, readPage } from '../read-page.ts'
import { MOST_NAMES } from '../schema.ts'
import { addNameList } from './add-list.ts'

export interface SentNames {
  software: string
  file: Buffer | null
  /** The column of the names in the file: its name or its number; empty to look for it. */
  column: string
  /** One name a line; read where there is no file. */
  pasted: string
  address: string
  title: string
  date: string
}

/**
 * Takes in what a form sends: a file, or pasted names. An address alone has its page read, for a person
 * to keep the names of its lines: nothing is recorded then. The right is asked before anything is read.
 * @returns the list; or the columns of a file of which one must be chosen; or the lines of a page.
 * @throws z.ZodError whose messages are keys of the texts of the form; NotFound, SignInNeeded, Forbidden
 */
export async function takeNames(
  context: Context,
  sent: SentNames,
  reach: PageReach,
): Promise<ReturnType<typeof addNameList> | { columns: string[] } | { lines: string[] }> {
  const { file, column, pasted, ...rest } = sent
  const place = placeOfNames(context.db, sent.software)
  assertUserMay(context.actor, 'names.decide', { publisher: place.publisherId })
  const field = file ? 'file' : 'pasted'
  let names = pasted.split(/\r\n|\r|\n/)
  if (!file && pasted.trim() === '' && webAddress.safeParse(sent.address.trim()).success) {
    const lines = await readPage(sent.address.trim(), reach)
    if (!lines || lines.length === 0) throw faultOf('address', 'page-unreadable')
    if (lines.length > MOST_NAMES) throw faultOf('address', 'page-long')
    return { lines }
  }
  if (file) {
    if (file.length > LONGEST_LIST) throw faultOf('file', 'file-long')
    const read = await readNames(file, column.trim())
    if ('columns' in read) return read
    if ('fault' in read) throw faultOf('file', read.fault)
    names = read.names
  }
  // A list that stands nowhere is one that was handed in.
  const kind = file || sent.address.trim() === '' ? 'spreadsheet' : 'page'
  try {
    return addNameList(context, { ...rest, kind, names })
  } catch (error) {
    if (!(error instanceof z.ZodError)) throw error
    // What is wrong with the names is wrong with where they came from.
    throw new z.ZodError(
      error.issues.map((issue) =>
        issue.path[0] === 'names' ? { ...issue, path: [field] } : issue,
      ),
    )
  }
}

const faultOf = (field: 'file' | 'address', message: string) =>
  new z.ZodError([{ code: 'custom', path: [field], message, input: '' }])
