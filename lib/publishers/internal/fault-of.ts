import { z } from 'zod'
import type { PublisherFault } from '../schema.ts'

/** What a form is told of a field that only the catalogue can judge. */
export const faultOf = (field: string, message: PublisherFault) =>
  new z.ZodError([{ code: 'custom', path: [field], message, input: undefined }])
