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
  readonly code: string = 'forbidden'
}

/** Nobody is signed in, or not any more. */
export class SignInNeeded extends Forbidden {
  override readonly code = 'sign-in-needed'

  constructor() {
    super(
      'Votre connexion a expiré, ou vous n’êtes pas encore connecté. Connectez-vous dans un autre onglet, puis revenez ici et envoyez de nouveau : rien de ce que vous avez écrit n’est perdu.',
      'You are not signed in, or not any more. Sign in in another tab, then come back here and send again: nothing of what you wrote is lost.',
    )
  }
}

export class NotFound extends DomainError {
  readonly code = 'not-found'
}

/** What was to be changed has changed meanwhile, or is already so. */
export class Conflict extends DomainError {
  readonly code = 'conflict'
}

export class InvalidInput extends DomainError {
  readonly code = 'invalid-input'
}

export class TooMany extends DomainError {
  readonly code = 'too-many'
}
