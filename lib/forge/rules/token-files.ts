/** The files at the root of a repository in which lib/listings looks for a token, besides publiccode.yml. */
export const TOKEN_FILES = ['.mutualibre', 'mutualibre.txt'] as const
