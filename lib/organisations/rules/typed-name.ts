/** A name with the département that tells it from others, as pages write it: "Saint-Denis (974)". */
const NAME_AND_DEPARTEMENT = /^(.*\S)\s*\((\d[\dAB]\d?)\)$/i

/** What someone typed to name an organisation: its name, and the département where one follows. */
export function typedName(text: string): { q: string; departement: string | undefined } {
  const [, q = text, departement] = text.match(NAME_AND_DEPARTEMENT) ?? []
  return { q, departement: departement?.toUpperCase() }
}
