import type { ListFault } from '#lib/importers/schema.ts'

/** A list that cannot be read, and why. */
export class UnreadableList extends Error {
  override readonly name = 'UnreadableList'
  readonly fault: ListFault

  constructor(fault: ListFault, options?: ErrorOptions) {
    super(fault, options)
    this.fault = fault
  }
}
