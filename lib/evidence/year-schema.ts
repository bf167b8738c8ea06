import { z } from 'zod'
import type { YearFault } from './rules/year-faults.ts'

/** The first year that figures can be stated of: that of the label's first edition. */
export const FIRST_YEAR = 2016

const because = (error: YearFault) => ({ error })
const SPACES = /[\s\u00a0\u202f]/g

/** "1 200" and "1200" are one number; an empty field is none. */
const wholeNumber = z
  .string(because('count-wrong'))
  .transform((typed) => typed.replace(SPACES, ''))
  .pipe(z.string().regex(/^\d{0,7}$/, because('count-wrong')))
  .transform((digits) => (digits === '' ? null : Number(digits)))

/** What an organisation states of itself for a year, as a form sends it. */
export const yearFiguresInput = z.object({
  year: z
    .string(because('year-wrong'))
    .regex(/^\d{4}$/, because('year-wrong'))
    .transform(Number)
    .refine((year) => year >= FIRST_YEAR, because('year-wrong')),
  workstations: wholeNumber,
  servers: wholeNumber,
  serversVirtual: z
    .enum(['', 'yes', 'no'], because('virtual-wrong'))
    .transform((said) => (said === '' ? null : said === 'yes')),
  schoolWorkstations: wholeNumber,
})

/** The year that an address asks for. */
export const yearAddress = z.object({
  annee: z.coerce.number().int().min(FIRST_YEAR).max(2_100).optional().catch(undefined),
  fait: z.string().optional().catch(undefined),
})
