interface Month {
  month: string
  commits: number
  authors: number
}

/**
 * So many calendar months up to one, oldest first: those of which nothing is known are at zero.
 * @param until YYYY-MM.
 */
export function lastMonths(known: readonly Month[], until: string, many: number): Month[] {
  const byMonth = new Map(known.map((item) => [item.month, item]))
  const [year = 1970, month = 1] = until.split('-').map(Number)
  return Array.from({ length: many }, (_, index) => {
    const at = new Date(Date.UTC(year, month - 1 - (many - 1 - index), 1))
    const name = at.toISOString().slice(0, 7)
    return byMonth.get(name) ?? { month: name, commits: 0, authors: 0 }
  })
}
