/** What a form shows after it was sent and refused. */
export interface FormState<Name extends string> {
  /** What was typed, by field. */
  values: Record<Name, string>
  /** What is wrong, by field: keys of the texts of the form. */
  faults: Partial<Record<Name, string>>
  /** How often it was refused; 0 as long as it was not. */
  refusals: number
  /** Why the whole of it was refused, in the reader's language, where no field is to blame. */
  refusal?: string
  /** Whether signing in again, in another tab, is what mends it. */
  signInNeeded?: boolean
}
