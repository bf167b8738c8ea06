import type { ApplicationState } from './states.ts'

/** What happens to a dossier. The first six are its organisation's, the rest the organisers' and the jury's. */
export const MOVES = [
  'change',
  'validate',
  'send-back',
  'submit',
  'withdraw',
  'reopen',
  'ask-more',
  'examine',
  'assess',
  'deliberate',
  'announce',
  'publish',
] as const
export type Move = (typeof MOVES)[number]

/**
 * The life of a dossier: for each move, the states that it starts from and where each leads. What is not
 * here is refused. A dossier that more is asked of stays `more-requested` while it is changed and
 * validated again: its `validatedAt` says whether it can be sent.
 */
export const LIFE: Record<Move, Partial<Record<ApplicationState, ApplicationState>>> = {
  /** Of an answer, a person or a document: what the élu validated is not this any more. */
  change: { draft: 'draft', validated: 'draft', 'more-requested': 'more-requested' },
  validate: { draft: 'validated', 'more-requested': 'more-requested' },
  'send-back': { draft: 'draft', 'more-requested': 'more-requested' },
  submit: { validated: 'submitted', 'more-requested': 'submitted' },
  withdraw: {
    draft: 'withdrawn',
    validated: 'withdrawn',
    submitted: 'withdrawn',
    'more-requested': 'withdrawn',
    examining: 'withdrawn',
    assessed: 'withdrawn',
  },
  reopen: { withdrawn: 'draft' },
  'ask-more': {
    submitted: 'more-requested',
    examining: 'more-requested',
    assessed: 'more-requested',
  },
  examine: { submitted: 'examining' },
  assess: { examining: 'assessed' },
  deliberate: { examining: 'deliberated', assessed: 'deliberated' },
  announce: { deliberated: 'announced' },
  publish: { deliberated: 'published', announced: 'published' },
}

/** Where a move leads from a state; undefined where it may not be made. */
export function moveFrom(state: ApplicationState, move: Move): ApplicationState | undefined {
  return LIFE[move][state]
}
