import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { software } from '#db/schema/software.ts'
import { aSoftware, someFunctions } from '#lib/testing/builders.ts'
import { makeTestContext } from '#lib/testing/context.ts'
import { startHarvests } from './harvest-task.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'mutualibre-task-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function aService(worker: string) {
  const context = makeTestContext()
  someFunctions(context)
  aSoftware(context)
  context.db.update(software).set({ repository: 'https://forge.example.org/a/b' }).run()
  const file = path.join(folder, 'worker.mjs')
  writeFileSync(file, worker)
  const words: string[] = []
  const log = (sentence: string) => void words.push(sentence)
  const settings = { forgeHosts: [] }
  return {
    words,
    start: () => startHarvests({ db: context.db, settings, log, first: 1, worker: file }),
  }
}

it('visits what is due in a process of its own, and says what came of it', async () => {
  const { words, start } = aService(`process.send('1 read', () => process.exit(0))`)

  const task = start()
  await vi.waitFor(() => expect(words).toEqual(['harvest: 1 due, 1 read']), { timeout: 20_000 })
  await task.stop()
})

it('lives on when that process does not', async () => {
  const { words, start } = aService(`throw new Error('out of order')`)

  const task = start()
  await vi.waitFor(() => expect(words.join()).toMatch(/ended with 1 .*out of order/s), {
    timeout: 20_000,
  })
  await task.stop()
})

it('ends it when the service stops', async () => {
  const { words, start } = aService(`process.send('never'); setInterval(() => undefined, 1000)`)

  const task = start()
  await new Promise((resolve) => setTimeout(resolve, 500))
  await task.stop()

  expect(words).toEqual([])
})
