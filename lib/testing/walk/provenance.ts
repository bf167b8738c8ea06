import type { Context } from '#lib/context.ts'
import { visitSoftware } from '#lib/forge/visit-software.ts'
import { decideDifference } from '#lib/provenance/commands/decide-difference.ts'
import { editEntry } from '#lib/provenance/commands/edit-entry.ts'
import { correctedPubliccode, entryForEdit } from '#lib/provenance/entry-for-edit.ts'

type Call = (context: Context) => unknown

/** Calls of the rights over an entry's fields. @param software slug of an entry of the publisher walked. */
export function callsOfProvenance(
  software: string,
): Record<'software.edit' | 'software.read-origins' | 'forge.visit', Call[]> {
  return {
    'software.edit': [
      (context) => editEntry(context, { software, website: 'https://neuf.example.org' }),
      (context) =>
        decideDifference(context, {
          software,
          field: 'name',
          of: 'repository',
          at: '',
          decision: 'take',
        }),
    ],
    'software.read-origins': [
      (context) => entryForEdit(context, software),
      (context) => correctedPubliccode(context, software),
    ],
    'forge.visit': [
      (context) => visitSoftware(context, software, { forgeHosts: [], forgeTokens: {} }),
    ],
  }
}
