'use client'

import { ChoiceField } from '#components/ui/choice-field.tsx'
import { ADOPTION_STATES } from '#lib/adoptions/schema.ts'
import type { AdoptionFormWords } from './form-words.ts'
import { LineField, SelectionField, type Shown, TextField } from './typed-fields.tsx'

/** Where an organisation stands with a software and, where it has stopped, since when and why. */
export function StateFields({ words, shown }: { words: AdoptionFormWords; shown: Shown }) {
  const { t, states } = words
  return (
    <>
      <ChoiceField
        id={shown.idOf('state')}
        name="state"
        legend={t.state}
        hint={t.stateHint}
        fault={shown.fault('state')}
        value={shown.values.state ?? ''}
        choices={ADOPTION_STATES.map((state) => ({
          value: state,
          label: states[state],
          hint: t.stateHelp[state],
        }))}
      />
      {shown.meanwhile('state')}
      {/* Without scripts, too: the answer above is what shows it. */}
      <fieldset className="hidden gap-6 border-line border-l-4 pl-4 group-has-[input[value=stopped]:checked]:grid">
        <legend className="sr-only">{t.stop}</legend>
        <StopFields words={words} shown={shown} />
      </fieldset>
    </>
  )
}

/** Since when and why it stopped. */
export function StopFields({ words, shown }: { words: AdoptionFormWords; shown: Shown }) {
  const { t } = words
  return (
    <>
      <SelectionField
        shown={shown}
        name="stopReason"
        label={t.stopReason}
        hint={t.stopReasonHint}
        none={t.stopReasonNone}
        choices={Object.entries(t.stopReasons)}
      />
      <LineField shown={shown} name="stoppedOn" label={t.stoppedOn} hint={t.stoppedOnHint} />
      <TextField shown={shown} name="stopNote" label={t.stopNote} hint={t.stopNoteHint} />
    </>
  )
}
