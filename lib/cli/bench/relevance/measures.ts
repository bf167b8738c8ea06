/** One judged query: what was typed, the right answers, and those that an expert wants first. */
export interface Judgement {
  q: string
  kind: string
  expected: string[]
  best: string[]
}

export interface Measures {
  /** Share of the right answers among the first ten; of ten where there are more. */
  recall: number
  /** One over the rank of the first right answer; 0 beyond the tenth. */
  reciprocalRank: number
  /** Discounted gain of the first ten over the best there could be: 2 for the best answers, 1 for the others. */
  ndcg: number
}

const DEPTH = 10

/** Measures one answer, best first, against its judgement. */
export function measure({ expected, best }: Judgement, found: readonly string[]): Measures {
  const top = found.slice(0, DEPTH)
  const right = new Set(expected)
  const gainOf = (slug: string) => (best.includes(slug) ? 2 : right.has(slug) ? 1 : 0)
  const discounted = (gains: readonly number[]) =>
    gains.reduce((sum, gain, rank) => sum + gain / Math.log2(rank + 2), 0)
  const ideal = expected
    .map(gainOf)
    .sort((a, b) => b - a)
    .slice(0, DEPTH)
  const first = top.findIndex((slug) => right.has(slug))
  return {
    recall: top.filter((slug) => right.has(slug)).length / Math.min(DEPTH, expected.length),
    reciprocalRank: first < 0 ? 0 : 1 / (first + 1),
    ndcg: discounted(top.map(gainOf)) / discounted(ideal),
  }
}

/** The mean of each measure. */
export function mean(all: readonly Measures[]): Measures {
  const of = (name: keyof Measures) => all.reduce((sum, item) => sum + item[name], 0) / all.length
  return { recall: of('recall'), reciprocalRank: of('reciprocalRank'), ndcg: of('ndcg') }
}
