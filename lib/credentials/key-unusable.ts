import { DomainError } from '#lib/errors.ts'

/** Why nothing can be signed now; an award is public all the same, its credential waits. */
export type KeyFault = 'none' | 'missing' | 'open' | 'unreadable' | 'other'

/** The key of the organiser cannot sign. */
export class KeyUnusable extends DomainError {
  readonly code = 'key-unusable'
  readonly fault: KeyFault

  constructor(fault: KeyFault, fr: string, en: string, options?: ErrorOptions) {
    super(fr, en, options)
    this.fault = fault
  }
}
