/** « de » before a name, elided before a vowel. */
export const of = (name: string) =>
  /^[aeiouàâéèêëîïôöùûü]/i.test(name) ? `d’${name}` : `de ${name}`
