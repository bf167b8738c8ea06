import type { Context } from '#lib/context.ts'
import {
  addAxis,
  changeGridTexts,
  moveAxis,
  removeAxis,
  renameAxis,
} from '#lib/label/commands/change-axes.ts'
import {
  addCriterion,
  changeCriterion,
  clarifyCriterion,
  moveCriterion,
  removeCriterion,
} from '#lib/label/commands/change-criteria.ts'
import { changeEdition } from '#lib/label/commands/change-edition.ts'
import { copyEdition, removeDraft } from '#lib/label/commands/copy-edition.ts'
import { defineScheme } from '#lib/label/commands/define-scheme.ts'
import { importGrid } from '#lib/label/commands/import-grid.ts'
import { openEdition } from '#lib/label/commands/open-edition.ts'
import {
  getCriterionForOrganiser,
  getEditionForOrganiser,
  listEditionsForOrganiser,
} from '#lib/label/organiser-queries.ts'
import { NEW_CRITERION } from '#lib/label/rules/criterion-form.ts'
import { EDITION_FIELDS, type TypedEdition } from '#lib/label/rules/edition-form.ts'

type Call = (context: Context) => unknown

const year = 2098
const nothing = Object.fromEntries(EDITION_FIELDS.map((name) => [name, ''])) as TypedEdition
const names = { nameFr: 'Axe', nameEn: 'Axis' }

/** What an organiser of the label does; none of it needs a row to be refused. */
export function callsOfEditions(): Call[] {
  return [
    listEditionsForOrganiser,
    (context) => getEditionForOrganiser(context, year),
    (context) => getCriterionForOrganiser(context, 'reference', 1),
    (context) => copyEdition(context, { from: 'reference', year: '2098', scheme: 'copyleft-5' }),
    (context) => removeDraft(context, year),
    (context) => changeEdition(context, { ...nothing, year, revision: 1 }),
    (context) => openEdition(context, { year, revision: 1 }),
    (context) =>
      defineScheme(context, { slug: 'essai', nameFr: 'a', nameEn: 'a', levels: 'a | a | a' }),
    (context) => addAxis(context, { year, slug: 'axe', ...names }),
    (context) => renameAxis(context, { year, slug: 'axe', ...names }),
    (context) => removeAxis(context, { year, slug: 'axe' }),
    (context) => moveAxis(context, { year, slug: 'axe', up: true }),
    (context) =>
      changeGridTexts(context, { year, titleFr: 'a', titleEn: 'a', noteFr: '', noteEn: '' }),
    (context) => addCriterion(context, { year, axis: 'axe', typed: NEW_CRITERION }),
    (context) => changeCriterion(context, { year, id: 1, stamp: '', typed: NEW_CRITERION }),
    (context) => removeCriterion(context, { year, id: 1 }),
    (context) => moveCriterion(context, { year, id: 1, up: true }),
    (context) => clarifyCriterion(context, { year, id: 1, stamp: '', fr: 'a', en: 'a' }),
    (context) => importGrid(context, { year, file: new TextEncoder().encode('{}') }),
  ]
}
