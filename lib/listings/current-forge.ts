import 'server-only'
import { currentSettings } from '#lib/current-settings.ts'
import { askForge } from '#lib/forge/forge-api.ts'
import { readRepository } from '#lib/forge/read-repository.ts'
import { repositoryAddress } from '#lib/forge/rules/address.ts'
import type { ForgeAccess } from './forge-access.ts'

/** A person waits for it: less patience than a harvest has. */
const PATIENCE = { timeout: 60_000, idle: 15_000 }

/** The way out of this service, for its pages. */
export function currentForge(): ForgeAccess {
  const settings = currentSettings()
  return {
    hosts: settings.forgeHosts,
    read: async (address) => {
      const reading = await readRepository(address, { settings, ...PATIENCE })
      if ('unchanged' in reading) throw new Error('a reading without a last one is whole')
      const asked = await askForge(repositoryAddress(address, settings.forgeHosts), { settings })
      return { ...reading, forge: asked && asked !== 'unchanged' ? asked.says : null }
    },
  }
}
