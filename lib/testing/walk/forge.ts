import type { Context } from '#lib/context.ts'
import { harvest } from '#lib/forge/harvest.ts'

type Call = (context: Context) => unknown

/** What the server alone does with repositories. */
export const callsOfForge = () =>
  ({
    'forge.harvest': [
      (context) =>
        harvest(context, {
          settings: {
            forgeHosts: [],
            forgeTokens: {},
            harvest: { enabled: true, parallel: 1 },
          },
          kind: 'command',
          // None: the walk reaches no network.
          software: '',
        }),
    ],
  }) satisfies Record<string, Call[]>
