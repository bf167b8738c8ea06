import { z } from 'zod'
import type { NeedFault } from '../schema.ts'

/** A refusal of one field of a form. */
export const fault = (field: string, message: NeedFault) =>
  new z.ZodError([{ code: 'custom', path: [field], message, input: undefined }])
