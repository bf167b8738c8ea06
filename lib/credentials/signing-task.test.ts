import { expect, it, vi } from 'vitest'
import { aSigningSite } from '#lib/testing/credentials.ts'
import { credentialCounts } from './queries.ts'
import { startSigning } from './signing-task.ts'

/** The task over a site, whose minutes are short. */
function aTask(folder?: string) {
  const site = aSigningSite()
  const said: string[] = []
  const every = 20
  const signing = { ...site.signing, ...(folder ? { folder } : {}) }
  const task = startSigning({ db: site.context.db, signing, log: (text) => said.push(text), every })
  return { ...site, task, said }
}

it('signs what was announced, and says how many', async () => {
  const { context, task, said } = aTask()
  await vi.waitFor(() => expect(credentialCounts(context)).toMatchObject({ issued: 1, waiting: 0 }))
  await task.stop()
  expect(said).toEqual(['label: 1 credentials signed'])
})

it('says once that credentials wait for a key, and goes on looking', async () => {
  const { context, task, said } = aTask('/nowhere')
  await vi.waitFor(() => expect(said).toHaveLength(1))
  await new Promise((resolve) => setTimeout(resolve, 100))
  await task.stop()
  expect(said).toEqual([expect.stringContaining('The file of the key is missing')])
  expect(credentialCounts(context)).toMatchObject({ waiting: 1 })
})
