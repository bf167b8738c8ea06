import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { inTransaction } from '#db/transaction.ts'
import type { Actor, Context } from '#lib/context.ts'
import { addWebhook } from '#lib/publishers/commands/webhooks.ts'
import { recordPublisherEvent } from '#lib/publishers/record-event.ts'
import {
  anOrganisation,
  aSoftware,
  aUser,
  publisherIdOf,
  someFunctions,
  someTerritories,
} from './builders.ts'
import { makeTestContext } from './context.ts'

export const SLUG = 'editeur-exemple'
export const SITE_URL = 'https://mutualibre.example'
export const SERVICE_SECRET = 'a secret of the service, long enough for everyone'

/** A publisher with a software, a manager and a member; a commune with an agent. */
export function aPublishingHouse() {
  const context = makeTestContext()
  someTerritories(context)
  someFunctions(context)
  const softwareId = aSoftware(context)
  const publisherId = publisherIdOf(context)
  const communeId = anOrganisation(context, { key: 'commune', name: 'Arles' })
  const manager = aUser(context, { publisherManagerOf: [publisherId] })
  const member = aUser(context, { publisherMemberOf: [publisherId] })
  const agent = aUser(context, { memberOf: [communeId] })
  const as = (actor: Actor, at?: string): Context => ({
    ...context,
    actor,
    ...(at ? { now: new Date(at) } : {}),
  })
  /** Something happens to the software. */
  const happen = (version = '1.0', at = context.now) =>
    inTransaction(context.db, (tx) =>
      recordPublisherEvent(
        tx,
        { now: at },
        { publisherId, softwareId, kind: 'release', detail: { version } },
      ),
    )
  /** A webhook on a receiver of one's own. */
  const hookTo = (receiver: { url: string; host: string }, events: string[] = ['release']) =>
    addWebhook(as(manager), SLUG, { url: receiver.url, events }, settingsFor(receiver.host))
  return { context, softwareId, publisherId, communeId, manager, member, agent, as, happen, hookTo }
}

export const settingsFor = (...listed: string[]) => ({
  siteUrl: SITE_URL,
  secret: SERVICE_SECRET,
  listed,
})

export interface Received {
  headers: Record<string, string>
  body: string
}

/** A receiver of webhooks on loopback, which answers as it is told to. */
export async function aReceiver(
  answer: (response: ServerResponse, at: number, request: IncomingMessage) => void,
) {
  const received: Received[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const headers = request.headers as Record<string, string>
      received.push({ headers, body: Buffer.concat(chunks).toString() })
      answer(response, received.length, request)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    received,
    host: `127.0.0.1:${port}`,
    url: `http://127.0.0.1:${port}/${randomUUID()}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** Answers with a status and nothing else. */
export const status = (code: number) => (response: ServerResponse) => {
  response.writeHead(code).end()
}
