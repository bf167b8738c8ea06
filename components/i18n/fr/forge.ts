export const forge = {
  forge: {
    healthGit: 'Lecture des dépôts',
    healthGitThere: (version: string) => `git ${version}`,
    healthGitMissing: 'git manque sur ce serveur : aucun dépôt n’est lu (installer le paquet git)',
    healthRepositories: 'Dépôts suivis',
    healthCounts: (followed: string, failing: string) =>
      `${followed}, dont ${failing} que la dernière visite n’a pas pu lire`,
    healthLast: 'Dernière moisson',
    healthNever: 'aucune encore',
  },
}
