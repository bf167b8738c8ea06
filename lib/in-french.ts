import { z } from 'zod'

/** How zod names a fault to those who type data: in French, like the rest of what they read. */
export const inFrench = { error: z.locales.fr().localeError }
