/** What is wrong with a declaration; the pages word it, in `declare.form.faults`. */
export const DECLARATION_FAULTS = [
  'software-missing',
  'software-unknown',
  'software-several',
  'organisation-missing',
  'state-missing',
  'date-wrong',
  'date-future',
  'stopped-before-since',
  'line-long',
  'text-long',
  'count-wrong',
  'cost-wrong',
  'cost-method-missing',
  'choice-wrong',
  'operator-unknown',
  'contact-missing',
  'stop-reason-missing',
  'reason-missing',
] as const
export type DeclarationFault = (typeof DECLARATION_FAULTS)[number]
