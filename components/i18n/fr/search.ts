/** The search box: what it suggests while one types. */
export const search = {
  searchBox: {
    suggestions: 'Suggestions',
    software: 'Logiciels',
    functions: 'Métiers',
    organisations: 'Collectivités',
    softwareCount: { one: 'logiciel', many: 'logiciels' },
    functionCount: { one: 'métier', many: 'métiers' },
    organisationCount: { one: 'collectivité', many: 'collectivités' },
    uses: { one: 'utilisation', many: 'utilisations' },
    gap: 'aucun logiciel libre connu à ce jour',
    alternative: (name: string, free: string, count: number) =>
      `« ${name} » est un logiciel propriétaire ; ${free} ${count > 1 ? 'font' : 'fait'} le même travail.`,
    one: (query: string) => `Voir le logiciel trouvé pour « ${query} »`,
    all: (count: string, query: string) => `Voir les ${count} pour « ${query} »`,
    nothing: (query: string) => `Rien ne correspond à « ${query} »`,
    nearest: 'Noms proches',
    browse: 'Parcourir tous les métiers',
    recent: 'Recherches récentes',
    recentHelp: 'Gardées sur cet appareil seulement.',
    clear: 'Effacer ces recherches',
    status: (found: string) => `${found}. Flèche bas pour parcourir la liste.`,
  },
}
