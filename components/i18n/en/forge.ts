import type { forge as fr } from '../fr/forge.ts'

export const forge: typeof fr = {
  forge: {
    healthGit: 'Reading of repositories',
    healthGitThere: (version) => `git ${version}`,
    healthGitMissing:
      'git is missing on this server: no repository is read (install the package git)',
    healthRepositories: 'Repositories followed',
    healthCounts: (followed, failing) =>
      `${followed}, of which ${failing} that the last visit could not read`,
    healthLast: 'Last harvest',
    healthNever: 'none yet',
  },
}
