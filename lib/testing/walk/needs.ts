import type { Context } from '#lib/context.ts'
import { askNeed } from '#lib/needs/commands/ask-need.ts'
import { closeNeed } from '#lib/needs/commands/close-need.ts'
import { joinCall, leaveCall } from '#lib/needs/commands/join-call.ts'
import { joinNeed, leaveNeed } from '#lib/needs/commands/join-need.ts'
import { changeCall, openCall } from '#lib/needs/commands/open-call.ts'
import { attachSpecification, settleCall } from '#lib/needs/commands/settle-call.ts'

type Call = (context: Context) => unknown
const BODY = 'Un besoin assez long pour que l’on comprenne de quoi il s’agit.'
const SITE = { siteUrl: 'https://catalogue.example.fr' }
const CALL = { title: 'Un appel à mutualisation', body: BODY }

/** A need of an organisation, with a call that it leads. @param as a member of it. */
export function aNeedWithCall(as: Context, organisation: string): { need: number; call: number } {
  const { id: need } = askNeed(as, {
    organisation,
    function: 'jury-assises',
    title: 'Un besoin partagé',
    body: BODY,
  })
  const { id: call } = openCall(as, { need, organisation }, CALL, SITE)
  return { need, call }
}

/** The calls of the rights of needs and pooling. */
export function callsOfNeeds(organisation: string, { need, call }: { need: number; call: number }) {
  return {
    'need.write': [
      (context) =>
        askNeed(context, {
          organisation,
          function: 'jury-assises',
          title: 'Un autre besoin',
          body: BODY,
        }),
    ],
    'need.join': [
      (context) => joinNeed(context, need, { organisation }),
      (context) => leaveNeed(context, need, organisation),
    ],
    'need.close': [(context) => closeNeed(context, need, { state: 'closed', outcome: 'Fini.' })],
    'pooling.lead': [
      (context) => openCall(context, { need, organisation }, CALL, SITE),
      (context) => changeCall(context, call, CALL),
      (context) => settleCall(context, call, { state: 'funded' }, SITE),
      (context) =>
        attachSpecification(
          context,
          call,
          { fileName: 'x.pdf', bytes: Buffer.from('x') },
          '/nowhere',
        ),
    ],
    'pooling.join': [
      (context) => joinCall(context, call, { organisation }, SITE),
      (context) => leaveCall(context, call, organisation),
    ],
  } satisfies Record<string, Call[]>
}
