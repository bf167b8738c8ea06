import { z } from 'zod'
import { gridInput } from './grid-schema.ts'

/**
 * The shape of a grid's file as JSON Schema, for editors and for programs: made from the very schema that
 * judges an import. What it cannot say (ids given twice, functions that do not exist) the import says.
 * @param address its own.
 */
export function gridJsonSchema(address: string): object {
  return {
    ...z.toJSONSchema(gridInput, { io: 'input', target: 'draft-2020-12' }),
    $id: address,
    title: 'Grille de critères Mutualibre / Mutualibre grid of criteria',
  }
}
