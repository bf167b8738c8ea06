import type { Context } from '#lib/context.ts'
import { recomputeEvidence } from '#lib/evidence/commands/recompute-evidence.ts'
import { stateFigures } from '#lib/evidence/commands/state-figures.ts'
import { organisationYears } from '#lib/evidence/year-figures.ts'

type Call = (context: Context) => unknown

/** The calls of the rights on evidence, for the walk of all rights. @param key of its organisation. */
export const callsOfEvidence = (key: string) =>
  ({
    'label.recompute': [(context) => recomputeEvidence(context)],
    'label.state-figures': [
      (context) => organisationYears(context, key),
      (context) =>
        stateFigures(context, {
          organisation: key,
          year: '2025',
          workstations: '10',
          servers: '',
          serversVirtual: '',
          schoolWorkstations: '',
        }),
    ],
  }) satisfies Record<string, Call[]>
