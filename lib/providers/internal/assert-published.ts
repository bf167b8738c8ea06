import { Conflict } from '#lib/errors.ts'

/**
 * What writes to others waits until a moderator has seen who writes.
 * @throws Conflict
 */
export function assertPublished({ state }: { state: string }): void {
  if (state === 'published') return
  throw new Conflict(
    'Ce prestataire n’est pas encore publié : invitations et références se demandent ensuite, pour que personne ne reçoive de courriel d’un inconnu.',
    'This provider is not published yet: invitations and references are sent afterwards, so that nobody is written to by a stranger.',
  )
}
