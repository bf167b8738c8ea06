import { expect, it } from 'vitest'
import { politeQueue } from './internal/polite-queue.ts'

const works = ['a/1', 'a/2', 'a/3', 'b/1']
const hostOf = (work: string) => work.slice(0, 1)
const MANNERS = { delay: 1_000, atOnce: 1 }

it('asks a host one thing at a time, and waits between two', () => {
  const queue = politeQueue(works, hostOf, () => MANNERS)

  expect(queue.next(0)).toEqual({ work: 'a/1' })
  expect(queue.next(0)).toEqual({ work: 'b/1' })
  expect(queue.next(0), 'all hosts are being asked').toEqual({ wait: null })
  queue.done('a', 500)
  expect(queue.next(600)).toEqual({ wait: 900 })
  expect(queue.next(1_500)).toEqual({ work: 'a/2' })
  queue.done('b', 1_600)
  queue.done('a', 1_600)
  expect(queue.next(2_600)).toEqual({ work: 'a/3' })
  queue.done('a', 2_700)
  expect(queue.next(9_999), 'all is handed out').toEqual({ wait: null })
})

it('asks a host of ours as much as it is told to', () => {
  const queue = politeQueue(works, hostOf, (host) =>
    host === 'a' ? { delay: 0, atOnce: 2 } : MANNERS,
  )

  expect([queue.next(0), queue.next(0), queue.next(0), queue.next(0)]).toEqual([
    { work: 'a/1' },
    { work: 'a/2' },
    { work: 'b/1' },
    { wait: null },
  ])
  queue.done('a', 0)
  expect(queue.next(0)).toEqual({ work: 'a/3' })
})

it('gives up what is left of a host', () => {
  const queue = politeQueue(works, hostOf, () => MANNERS)
  queue.next(0)

  expect(queue.drop('a')).toEqual(['a/2', 'a/3'])
  expect(queue.next(0)).toEqual({ work: 'b/1' })
  expect(queue.drop('nowhere')).toEqual([])
})
