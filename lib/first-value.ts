import { z } from 'zod'

/** A value of an address: the first, where it is given more than once. */
export const firstValue = z.union([
  z.string(),
  z.array(z.string()).transform((list) => list[0] ?? ''),
])
