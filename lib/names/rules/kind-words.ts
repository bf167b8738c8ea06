import type { OrganisationKind } from '#lib/organisations/schema.ts'

/** What a word in front of a name says of the kind of the body. */
export interface KindHint {
  kinds: readonly OrganisationKind[]
  /** Legal form of an EPCI; empty where the word does not say. */
  form: '' | 'CC' | 'CA' | 'CU' | 'METRO'
}

const hint = (kinds: KindHint['kinds'], form: KindHint['form'] = ''): KindHint => ({ kinds, form })
const SYNDICATES = ['syndicat', 'operateur'] as const

/** Folded words that name a kind of body, the longest first. */
const WORDS: ReadonlyArray<readonly [words: string, hint: KindHint]> = [
  ['service departemental( metropolitain)? d incendies? et de secours|sdis|sdmis', hint(['sdis'])],
  [
    'centre (departemental |interdepartemental )?de gestion( de la fonction publique territoriale)?|cdg|cig',
    hint(['centre-de-gestion']),
  ],
  ['centre (inter)?communal d action sociale|ccas|cias', hint(['ccas'])],
  ['communaute (de|des) communes|comcom|com com|codecom|cc', hint(['epci'], 'CC')],
  ['communaute d agglomeration|ca', hint(['epci'], 'CA')],
  ['communaute urbaine|cu', hint(['epci'], 'CU')],
  ['eurometropole|metropole', hint(['epci'], 'METRO')],
  ['communaute|agglomeration|agglo|intercommunalite|epci', hint(['epci'])],
  [
    'conseil departemental|conseil general|departement|collectivite( territoriale| europeenne)?|cd|cg',
    hint(['departement']),
  ],
  ['conseil regional|region', hint(['region'])],
  ['commune nouvelle|communes?|mairies?|villes?|municipalite|hotel de ville', hint(['commune'])],
  [
    'syndicat (mixte|intercommunal|departemental)( ouvert| ferme)?|syndicat|sivom|sivu|smictom|sictom',
    hint(SYNDICATES),
  ],
]

const ARTICLE = '( de la| de l| des| du| de| d| la| le| les| l)?'
const PREFIXES = WORDS.map(
  ([words, said]) => [new RegExp(`^(?:la |le |l )?(?:${words})${ARTICLE} (.+)$`), said] as const,
)
const ALONE = WORDS.map(
  ([words, said]) => [new RegExp(`^(?:la |le |l |sa |son )?(?:${words})s?$`), said] as const,
)

/** The kind that a text is the bare name of: "mairie", "communauté de communes". */
export function kindNamed(folded: string): KindHint | undefined {
  return ALONE.find(([pattern]) => pattern.test(folded))?.[1]
}

/**
 * Takes the word in front of a name away: "mairie du havre" is a commune named "havre" or "le havre".
 * The article that a form of words swallows is given back as one more way to read it.
 */
export function withoutKind(folded: string): { said: KindHint; names: string[] } | undefined {
  for (const [pattern, said] of PREFIXES) {
    const found = pattern.exec(folded)
    const name = found?.at(-1)
    if (name === undefined) continue
    const article = found?.at(-2)?.trim() ?? ''
    return { said, names: [...new Set([name, ...withArticle(article, name)])] }
  }
  return undefined
}

function withArticle(article: string, name: string): string[] {
  switch (article) {
    case 'de la':
    case 'la':
      return [`la ${name}`]
    case 'de l':
    case 'l':
      return [`l ${name}`]
    case 'du':
    case 'le':
      return [`le ${name}`]
    case 'des':
    case 'les':
      return [`les ${name}`]
    default:
      return []
  }
}

const SUFFIX = /^(.+) (agglomeration|agglo|metropole|communaute|intercom)$/

/** "dijon metropole" is the group named "dijon": the word behind a name, which tells no legal form. */
export function withoutGroupWord(folded: string): string | undefined {
  return SUFFIX.exec(folded)?.[1]
}

export const GROUP: KindHint = hint(['epci'])
