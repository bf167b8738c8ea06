/** A failure that a person can do something about. The sentences are shown to visitors as they are. */
export abstract class DomainError extends Error {
  abstract readonly code: string
  readonly en: string

  /** @param fr what is wrong and what to do, in French; @param en the same in English. */
  constructor(fr: string, en: string, options?: ErrorOptions) {
    super(fr, options)
    this.name = new.target.name
    this.en = en
  }
}

export class Forbidden extends DomainError {
  readonly code = 'forbidden'
}

export class NotFound extends DomainError {
  readonly code = 'not-found'
}

export class InvalidInput extends DomainError {
  readonly code = 'invalid-input'
}
