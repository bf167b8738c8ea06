/** What a form shows after it was sent and refused. */
export interface FormState<Name extends string, Outcome = never> {
  /** What was typed, by field. */
  values: Record<Name, string>
  /** What is wrong, by field: keys of the texts of the form. */
  faults: Partial<Record<Name, string>>
  /** What a form that only asks was answered, shown beside it. */
  outcome?: Outcome
  /** How often it was refused; 0 as long as it was not. */
  refusals: number
  /** Why the whole of it was refused, in the reader's language, where no field is to blame. */
  refusal?: string
  /** Whether signing in again, in another tab, is what mends it. */
  signInNeeded?: boolean
  /** What a field may have meant, where what was typed in it means several things. */
  offered?: ReadonlyArray<{ value: string; label: string; hint: string }>
  /** What is on record now, by field, where someone changed it while the form was filled. */
  meanwhile?: Partial<Record<Name, string>>
}
