import { randomBytes } from 'node:crypto'

/** What is put into a repository to prove control of it: 192 bits that nobody guesses. */
export const newToken = (): string => `mutualibre-${randomBytes(24).toString('base64url')}`

interface TextFile {
  path: string
  text: string
}

/**
 * The file that holds a token as a word of its own: exactly that one, so that neither a longer text that
 * begins alike nor the token of somebody else counts.
 */
export function fileWithToken(files: readonly TextFile[], token: string): string | undefined {
  return files.find(({ text }) => ((text.match(/[\w-]+/g) ?? []) as string[]).includes(token))?.path
}

/** The group of a forge that a repository is in: its host and the first part of its path. */
export const groupOf = (key: string): string => key.split('/').slice(0, 2).join('/')
