import type { criterion } from '#db/schema/label.ts'
import { type AnswerPart, evidenceRule } from './grid-schema.ts'
import type { CriterionView } from './grid-view.ts'

/** The row of a criterion, as everything else reads it. */
export function shownCriterion(row: typeof criterion.$inferSelect): CriterionView {
  return {
    id: row.id,
    slug: row.slug,
    axis: row.axis,
    number: row.number,
    label: { fr: row.labelFr, en: row.labelEn },
    help: { fr: row.helpFr, en: row.helpEn },
    // Checked on entry, by gridInput.
    parts: row.parts as AnswerPart[],
    choices: row.choices,
    unit: row.unit,
    required: row.required,
    weight: row.weight,
    basis: row.basis,
    basisNote: { fr: row.basisNoteFr, en: row.basisNoteEn },
    sources: row.sources,
    rule: row.rule ? evidenceRule.parse(row.rule) : null,
    clarification: { fr: row.clarificationFr, en: row.clarificationEn },
  }
}
