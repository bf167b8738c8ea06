import 'server-only'
import type { Context } from '#lib/context.ts'
import { issueCredential } from '#lib/credentials/commands/issue-credential.ts'
import { KeyUnusable } from '#lib/credentials/key-unusable.ts'
import { getAward, type OneAward } from '#lib/credentials/queries.ts'
import { labelKeyFolder } from '#lib/credentials/signing-key.ts'
import { currentSettings } from '#lib/current-settings.ts'

/**
 * An award that may be seen now, with its credential: signed here where it is asked after for the first
 * time before the service's own round. Without a key that can sign it waits, and the award shows.
 */
export async function awardWithCredential(
  context: Context,
  year: string,
  key: string,
): Promise<OneAward | undefined> {
  if (!/^\d{4}$/.test(year)) return undefined
  const award = getAward(context, Number(year), key)
  if (!award?.given || award.credential) return award
  const settings = currentSettings()
  const signing = { folder: labelKeyFolder(settings), siteUrl: settings.siteUrl }
  try {
    const server = { ...context, actor: { kind: 'system', name: 'signing' } as const }
    await issueCredential(server, signing, award.id)
  } catch (error) {
    if (!(error instanceof KeyUnusable)) throw error
  }
  return getAward(context, Number(year), key)
}

/** What an image of an award is served with: it may stand in any page, and reaches nothing from there (lib/server/security-headers.ts). */
export function imageAnswer(svg: string, more: Record<string, string> = {}): Response {
  return new Response(svg, {
    headers: {
      'Content-Type': 'image/svg+xml; charset=utf-8',
      'X-Content-Type-Options': 'nosniff',
      'Cross-Origin-Resource-Policy': 'cross-origin',
      'Cache-Control': 'public, max-age=3600',
      ...more,
    },
  })
}

/** There is no such image, or not yet: the two cannot be told apart. */
export const noImage = () =>
  new Response('Aucune image ici / No image here\n', {
    status: 404,
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' },
  })
