import type { Context } from '#lib/context.ts'
import { acceptNames } from '#lib/names/commands/accept-names.ts'
import { addNameList, removeNameList } from '#lib/names/commands/add-list.ts'
import { decideNames } from '#lib/names/commands/decide-names.ts'
import { takeNames } from '#lib/names/commands/take-names.ts'
import { findCandidates, getNames, listNames, namesPlace } from '#lib/names/queries.ts'

type Call = (context: Context) => unknown

/** The calls of the rights on names, for the walk of all rights. @param software slug of one of the publisher's. */
export function callsOfNames(software = 'openexemple') {
  const list = { address: '', title: 'Nos clients', date: '' }
  return {
    'names.read': [
      (context) => getNames(context, software),
      (context) => namesPlace(context, software),
      (context) => listNames(context, software, { list: 1, view: 'surs', page: 1 }),
      (context) => findCandidates(context, software, 'Commune'),
    ],
    'names.decide': [
      (context) =>
        addNameList(context, { ...list, software, kind: 'spreadsheet', names: ['Ville de Boé'] }),
      (context) =>
        takeNames(
          context,
          { ...list, software, file: null, column: '', pasted: 'Ville de Boé' },
          { listed: [] },
        ),
      (context) => decideNames(context, { software, choices: [{ id: 1, choice: 'leave' }] }),
      (context) => acceptNames(context, { software, list: 1, what: 'surs', shown: 1 }),
      (context) => removeNameList(context, { software, list: 1 }),
    ],
  } satisfies Record<string, Call[]>
}
