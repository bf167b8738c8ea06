import { z } from 'zod'
import { firstValue } from '#lib/first-value.ts'
import { oneLine } from '#lib/typed-text.ts'

const first = firstValue.catch('')

/** What the address of the page that declares asks for: what to fill in, or to thank for a declaration. */
export const declareAddress = z.object({
  /** The key of an organisation. */
  collectivite: first.transform((text) => (/^[\w-]{1,40}$/.test(text) ? text : '')),
  /** The slug of a software, or its name. */
  logiciel: first.transform((text) => oneLine(text).slice(0, 200)),
  /** The adoption that was declared. */
  faite: first.transform((text) => (/^[1-9]\d{0,14}$/.test(text) ? Number(text) : null)),
  resultat: first.pipe(z.enum(['created', 'changed', 'unchanged'])).catch('unchanged'),
})
