import { spawnSync } from 'node:child_process'
import { createServer } from 'node:http'
import path from 'node:path'
import { readSettings, type Settings } from '#lib/env.ts'
import { listen, PortTaken } from '#lib/server/listen.ts'
import type { RunningServer } from '#lib/server/serve.ts'
import { prepareDataFolder } from './data-folder.ts'
import { CannotGoOn, runCommandLine } from './fail.ts'
import { ensureBuild } from './next-build.ts'

const root = path.join(import.meta.dirname, '../..')
const say = (text: string) => process.stderr.write(`${text}\n`)

// npm run up: data folder, migrations, reference data, build, then the server, until it is told to stop.
await runCommandLine(async () => {
  if (process.argv.includes('--demo')) process.env.MUTUALIBRE_DATASET = 'demo'
  const settings = readSettings()
  await assertPortFree(settings)
  prepareDataFolder(settings.dataFolder)
  load()
  await ensureBuild(root)
  const server = await start(settings)
  const shown = settings.host === '127.0.0.1' ? 'localhost' : settings.host
  say(`\nMutualibre est servi sur http://${shown}:${settings.port}\nCtrl-C pour arrêter.`)
  stopOnSignal(server)
})

function portTaken(settings: Settings): CannotGoOn {
  return new CannotGoOn(
    `Le port ${settings.port} est déjà pris sur ${settings.host} : arrêtez ce qui l’occupe, ou choisissez-en un autre, par exemple PORT=${settings.port + 1} npm run up.`,
  )
}

/** Asked first: nobody wants to wait a minute for a build to learn it. */
async function assertPortFree(settings: Settings): Promise<void> {
  const probe = createServer()
  try {
    await listen(probe, settings.host, settings.port)
  } catch (error) {
    if (error instanceof PortTaken) throw portTaken(settings)
    throw new CannotGoOn(
      `Impossible d’écouter sur ${settings.host}:${settings.port} (${(error as NodeJS.ErrnoException).code ?? error}) : vérifiez PORT et MUTUALIBRE_HOST.`,
    )
  }
  await new Promise((resolve) => probe.close(resolve))
}

/** In a process of its own, so that the server starts with the memory of the load given back. */
function load(): void {
  const done = spawnSync(process.execPath, [path.join(import.meta.dirname, 'load.ts')], {
    stdio: 'inherit',
  })
  if (done.status !== 0) process.exit(done.status ?? 1)
}

async function start(settings: Settings): Promise<RunningServer> {
  Object.assign(process.env, { NODE_ENV: 'production' })
  const { serve } = await import('#lib/server/serve.ts')
  try {
    return await serve({ ...settings, development: false })
  } catch (error) {
    if (error instanceof PortTaken) throw portTaken(settings)
    throw error
  }
}

function stopOnSignal(server: RunningServer): void {
  let stopping = false
  const stop = async () => {
    // A terminal's Ctrl-C may arrive twice, once by way of npm.
    if (stopping) return
    stopping = true
    say('Arrêt : les requêtes en cours se terminent…')
    await server.stop()
    process.exit(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop())
}
