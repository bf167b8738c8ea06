import type { search as french } from '../fr/search.ts'

export const search: typeof french = {
  searchBox: {
    suggestions: 'Suggestions',
    software: 'Software',
    functions: 'Functions',
    organisations: 'Authorities',
    softwareCount: { one: 'software', many: 'software' },
    functionCount: { one: 'function', many: 'functions' },
    organisationCount: { one: 'authority', many: 'authorities' },
    uses: { one: 'use', many: 'uses' },
    gap: 'no free software known yet',
    alternative: (name, free, count) =>
      `“${name}” is proprietary software; ${free} ${count > 1 ? 'do' : 'does'} the same work.`,
    one: (query) => `See the software found for “${query}”`,
    all: (count, query) => `See all ${count} for “${query}”`,
    nothing: (query) => `Nothing matches “${query}”`,
    nearest: 'Similar names',
    browse: 'Browse all functions',
    recent: 'Recent searches',
    recentHelp: 'Kept on this device only.',
    clear: 'Clear these searches',
    status: (found) => `${found}. Down arrow to go through the list.`,
  },
}
