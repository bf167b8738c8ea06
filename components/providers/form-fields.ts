/** A field of the forms of providers, as a page describes it: plain enough to be sent to the browser. */
export type ProviderField =
  | (Common & {
      kind: 'text' | 'email' | 'lines'
      /** What the browser suggests while one types. */
      suggest?: 'software' | 'organisation'
    })
  | (Common & { kind: 'choice'; groups: readonly Choices[] })
  | (Common & { kind: 'checks'; groups: readonly Choices[] })

interface Common {
  name: string
  label: string
  hint: string
  /** Of checks: the values that are ticked, with spaces between. */
  value?: string
}

export interface Choices {
  /** Empty for choices that stand alone. */
  legend: string
  choices: ReadonlyArray<{ value: string; label: string }>
  /** Whether it is folded away until it is asked for, or has something ticked. */
  folded?: boolean
}

/** What asks which one a field means, where what was typed in it means several things. */
export interface Which {
  /** The field that it is about. */
  of: string
  legend: string
  hint: string
}
