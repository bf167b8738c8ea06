import { existsSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { listen } from '#lib/server/listen.ts'

/** Where systems put their Chromium. */
export const KNOWN_CHROMIUMS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
]

/** The Chromium of this machine: CHROMIUM_PATH, else where systems put theirs; undefined where there is none. */
export function chromiumPath(): string | undefined {
  return process.env.CHROMIUM_PATH || KNOWN_CHROMIUMS.find((file) => existsSync(file))
}

/** A port of this machine alone that nobody listens on. */
export async function freePort(): Promise<number> {
  const probe = createServer()
  await listen(probe, '127.0.0.1', 0)
  const { port } = probe.address() as AddressInfo
  await new Promise((resolve) => probe.close(resolve))
  return port
}
