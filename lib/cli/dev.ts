import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { readSettings } from '#lib/env.ts'
import { serve } from '#lib/server/serve.ts'
import { runCommandLine } from './fail.ts'

// npm run dev: the same data and the same server, with Next's development mode behind it.
await runCommandLine(async () => {
  const settings = readSettings()
  const loaded = spawnSync(process.execPath, [path.join(import.meta.dirname, 'load.ts')], {
    stdio: 'inherit',
  })
  if (loaded.status !== 0) process.exit(loaded.status ?? 1)
  const server = await serve({ ...settings, development: true })
  process.stderr.write(`Développement sur http://localhost:${settings.port}\n`)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => void server.stop().then(() => process.exit(0)))
  }
})
