import { z } from 'zod'
import type { Settings } from '#lib/env.ts'
import { type GuardedAnswer, guardedFetch } from './guarded-fetch.ts'
import type { RepositoryReading } from './reading.ts'
import { type RepositoryAddress, repositoryAddress } from './rules/address.ts'
import type { ForgeKind } from './rules/forges.ts'

export interface ForgeSays {
  says: NonNullable<RepositoryReading['forge']>
  /** To ask again by; empty when the forge gives none. */
  etag: string
}

interface Api {
  kind: ForgeKind
  address(repository: RepositoryAddress): string
  headers(token: string): Record<string, string>
  /** Of the answer: where the repository is cloned from now. */
  clone: 'http_url_to_repo' | 'clone_url'
}

const origin = ({ clone }: RepositoryAddress) => new URL(clone).origin

const APIS: readonly Api[] = [
  {
    kind: 'gitlab',
    address: (it) => `${origin(it)}/api/v4/projects/${encodeURIComponent(decodeURI(it.path))}`,
    headers: (token) => ({ 'PRIVATE-TOKEN': token }),
    clone: 'http_url_to_repo',
  },
  {
    kind: 'github',
    address: ({ path }) => `https://api.github.com/repos/${path}`,
    headers: (token) => ({
      Authorization: `Bearer ${token}`,
      Accept: 'application/vnd.github+json',
    }),
    clone: 'clone_url',
  },
  {
    kind: 'forgejo',
    address: (it) => `${origin(it)}/api/v1/repos/${it.path}`,
    headers: (token) => ({ Authorization: `token ${token}` }),
    clone: 'clone_url',
  },
]

const answerSchema = z.object({
  archived: z.boolean().default(false),
  description: z.string().nullish(),
  http_url_to_repo: z.url().nullish(),
  clone_url: z.url().nullish(),
})

/**
 * What only the API of a forge says: archived, moved, its description. Asked for where a token is set
 * for the host (FORGE_TOKENS), and never needed: a forge that does not answer as it should is as one
 * without a token.
 * @param options.etag of the last answer: the forge says only whether something has changed.
 * @returns `unchanged` since then, null when nothing can be had.
 */
export async function askForge(
  address: RepositoryAddress,
  options: { settings: Pick<Settings, 'forgeHosts' | 'forgeTokens'>; etag?: string },
): Promise<ForgeSays | 'unchanged' | null> {
  const { settings, etag = '' } = options
  const token = settings.forgeTokens[address.host]
  if (!token) return null
  // A server that nothing tells apart is asked as the two kinds that people host themselves.
  const apis = APIS.filter(({ kind }) =>
    address.kind === 'git' ? kind !== 'github' : kind === address.kind,
  )
  for (const api of apis) {
    const answer = await guardedFetch(api.address(address), {
      listed: settings.forgeHosts,
      headers: { ...api.headers(token), ...(etag ? { 'If-None-Match': etag } : {}) },
      maxBytes: 262_144,
    }).catch(() => null)
    if (answer?.status === 304) return 'unchanged'
    const says =
      answer?.status === 200 ? readAnswer(answer, api, address, settings.forgeHosts) : null
    if (says) return { says, etag: answer?.headers.etag ?? '' }
  }
  return null
}

function readAnswer(
  { body }: GuardedAnswer,
  api: Api,
  address: RepositoryAddress,
  listed: readonly string[],
): ForgeSays['says'] | null {
  let json: unknown
  try {
    json = JSON.parse(body.toString())
  } catch {
    return null
  }
  const parsed = answerSchema.safeParse(json)
  if (!parsed.success) return null
  const { archived, description } = parsed.data
  return {
    archived,
    movedTo: movedTo(parsed.data[api.clone] ?? '', address, listed),
    description: (description ?? '').slice(0, 2_000),
  }
}

function movedTo(
  clone: string,
  { key }: RepositoryAddress,
  listed: readonly string[],
): string | null {
  try {
    const now = repositoryAddress(clone, listed)
    return now.key === key ? null : now.clone
  } catch {
    return null
  }
}
