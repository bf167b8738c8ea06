import { ForgeRefusal } from '../refusal.ts'
import type { Visit } from './visit.ts'

export interface TreeFile {
  path: string
  id: string
  /** A symbolic link: never followed. */
  isLink: boolean
}

/** All that is in the tree of the branch, or its top alone where that is more than we list. */
export async function readTree(visit: Visit): Promise<TreeFile[]> {
  const list = ['ls-tree', '-z', '--full-tree']
  const whole = await visit.local([...list, '-r', 'refs/heads/head'], {
    maxOutput: 50_331_648,
    may: 'end',
  })
  const { stdout } =
    whole.ended === 'output' ? await visit.local([...list, 'refs/heads/head']) : whole
  if (whole.ended !== 'output' && whole.code !== 0) {
    throw new ForgeRefusal('server-fault', visit.address.host, whole.stderr)
  }
  return stdout
    .toString()
    .split('\0')
    .flatMap((entry): TreeFile[] => {
      const [, mode, type, id = '', path = ''] =
        /^(\d+) (\w+) ([0-9a-f]+)\t(.*)$/s.exec(entry) ?? []
      return type === 'blob' ? [{ path, id, isLink: mode === '120000' }] : []
    })
}

/** Bytes of what all files read may bring in, and of what one alone may. */
const ALL_FILES = 8 * 1_048_576
const ONE_FILE = 4 * 1_048_576

/**
 * Brings in the content of a few files: together, else one by one, where one of them is too large.
 * @returns those that are here.
 */
export async function bringBlobs(visit: Visit, ids: readonly string[]): Promise<Set<string>> {
  const fetch = (wanted: readonly string[], maxBytes: number) =>
    visit.remote(
      [
        'fetch',
        '--quiet',
        '--no-tags',
        '--no-write-fetch-head',
        '--filter=blob:none',
        '--stdin',
        'origin',
      ],
      { part: 'tree', input: `${wanted.join('\n')}\n`, maxBytes },
    )
  const isTooLarge = (error: unknown) =>
    error instanceof ForgeRefusal && error.fault === 'too-large'
  if (ids.length === 0) return new Set()
  try {
    await fetch(ids, ALL_FILES)
    return new Set(ids)
  } catch (error) {
    if (!isTooLarge(error)) throw error
  }
  const here = new Set<string>()
  for (const id of ids) {
    visit.proxy.forgive()
    try {
      await fetch([id], ONE_FILE)
      here.add(id)
    } catch (error) {
      if (!isTooLarge(error)) throw error
    }
  }
  visit.proxy.forgive()
  return here
}

/**
 * The content of files, by id; those beyond their bound are left out, unread.
 * @param most bytes of each, by id.
 */
export async function readBlobs(
  visit: Visit,
  most: ReadonlyMap<string, number>,
): Promise<Map<string, Buffer>> {
  const contents = new Map<string, Buffer>()
  if (most.size === 0) return contents
  const { stdout: sizes } = await visit.local(['cat-file', '--batch-check'], {
    input: `${[...most.keys()].join('\n')}\n`,
  })
  const fitting = sizes
    .toString()
    .split('\n')
    .flatMap((line) => {
      const [id = '', type, size] = line.split(' ')
      return type === 'blob' && Number(size) <= (most.get(id) ?? 0) ? [id] : []
    })
  if (fitting.length === 0) return contents
  const { stdout } = await visit.local(['cat-file', '--batch'], {
    input: `${fitting.join('\n')}\n`,
  })
  for (let at = 0; at < stdout.length; ) {
    const end = stdout.indexOf(10, at)
    const [id = '', , size] = stdout.subarray(at, end).toString().split(' ')
    const length = Number(size)
    if (end < 0 || !Number.isInteger(length)) break
    contents.set(id, stdout.subarray(end + 1, end + 1 + length))
    at = end + 1 + length + 1
  }
  return contents
}
