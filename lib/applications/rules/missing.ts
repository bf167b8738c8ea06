import { type Answer, isAnswered } from '../answer-schema.ts'

/** What keeps a dossier from being submitted. */
export type Missing =
  | { what: 'responsible' | 'elected' | 'validation' }
  | { what: 'criterion'; axis: string; criterion: string }

interface Candidate {
  responsible: { name: string; office: string; email: string }
  elected: { name: string; office: string; email: string }
  validatedAt: string
  criteria: ReadonlyArray<{
    axis: string
    slug: string
    required: boolean
    answer: Answer | null
    evidenced: boolean
  }>
}

/** In the order in which it is best filled in: people, then criteria, then the élu's word on all of it. */
export function missingFor(candidate: Candidate): Missing[] {
  const named = ({ name, office, email }: Candidate['elected']) => name && office && email
  const missing: Missing[] = []
  if (!named(candidate.responsible)) missing.push({ what: 'responsible' })
  if (!named(candidate.elected)) missing.push({ what: 'elected' })
  for (const { axis, slug, required, answer, evidenced } of candidate.criteria) {
    if (required && !evidenced && !isAnswered(answer)) {
      missing.push({ what: 'criterion', axis, criterion: slug })
    }
  }
  if (candidate.validatedAt === '') missing.push({ what: 'validation' })
  return missing
}
