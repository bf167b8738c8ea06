'use client'

import type { AdoptionFormWords } from './form-words.ts'
import { LineField, SelectionField, type Shown, TextField } from './typed-fields.tsx'

/**
 * All that an organisation may say of its use beyond the bare fact. A question that only another answer
 * calls for shows once that answer is given, without scripts, too.
 */
export function DetailFields({
  words,
  shown,
  operators,
}: {
  words: AdoptionFormWords
  shown: Shown
  operators: ReadonlyArray<{ value: string; label: string }>
}) {
  const { t } = words
  const line = (name: 'since' | 'version' | 'services' | 'provider' | 'replaces') => (
    <LineField shown={shown} name={name} label={t[name]} hint={t[`${name}Hint`]} />
  )
  return (
    <div className="mt-4 grid gap-6">
      <p className="text-muted">{t.moreHint}</p>
      {line('since')}
      {line('version')}
      <fieldset>
        <legend className="font-semibold">{t.perimeter}</legend>
        <div className="mt-2 grid gap-4 sm:grid-cols-2">
          {(['workstations', 'users', 'servers', 'schoolWorkstations'] as const).map((name) => (
            <LineField
              key={name}
              shown={shown}
              name={name}
              label={t[name]}
              hint={t.countHint}
              digits
            />
          ))}
        </div>
      </fieldset>
      {line('services')}
      <SelectionField
        shown={shown}
        name="runBy"
        label={t.runBy}
        hint={t.runByHint}
        none={t.runByNone}
        choices={Object.entries(t.runByChoices)}
      />
      <div className="hidden group-has-[option[value=operator]:checked]:block">
        <SelectionField
          shown={shown}
          name="operator"
          label={t.operator}
          hint={t.operatorHint}
          none={t.operatorNone}
          choices={operators.map(({ value, label }) => [value, label] as const)}
        />
      </div>
      <div className="hidden group-has-[option[value=provider]:checked]:block">
        {line('provider')}
      </div>
      {line('replaces')}
      <LineField
        shown={shown}
        name="costAvoided"
        label={t.costAvoided}
        hint={t.costAvoidedHint}
        digits
      />
      <TextField shown={shown} name="costMethod" label={t.costMethod} hint={t.costMethodHint} />
      <SelectionField
        shown={shown}
        name="contactWish"
        label={t.contactWish}
        hint={t.contactWishHint}
        choices={Object.entries(t.contactWishChoices)}
      />
      <div className="hidden group-has-[option[value=public]:checked]:block">
        <LineField
          shown={shown}
          name="contactPublic"
          label={t.contactPublic}
          hint={t.contactPublicHint}
        />
      </div>
      <TextField shown={shown} name="note" label={t.note} hint={t.noteHint} />
    </div>
  )
}
