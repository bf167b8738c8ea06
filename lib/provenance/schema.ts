import { z } from 'zod'

/** The page of a history that an address asks for; anything else is the first. */
export const historyPage = z.coerce.number().int().min(1).max(10_000).catch(1)
