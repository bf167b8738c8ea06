import { beforeEach, describe, expect, it } from 'vitest'
import type { Context } from '#lib/context.ts'
import { aUser, someFunctions } from '#lib/testing/builders.ts'
import { makeTestContext } from '#lib/testing/context.ts'
import { aGrid, anOpenEdition, someSchemes } from '#lib/testing/label.ts'
import { auditOf, contentsOf } from '#lib/testing/traces.ts'
import { addAxis, moveAxis, removeAxis, renameAxis } from './commands/change-axes.ts'
import {
  addCriterion,
  changeCriterion,
  clarifyCriterion,
  moveCriterion,
  removeCriterion,
} from './commands/change-criteria.ts'
import { copyEdition } from './commands/copy-edition.ts'
import { criterionAsInput } from './grid-file.ts'
import { getGrid } from './grid-queries.ts'
import { getCriterionForOrganiser } from './organiser-queries.ts'
import { criterionTyped, NEW_CRITERION, type TypedCriterion } from './rules/criterion-form.ts'

let context: Context

beforeEach(() => {
  const server = makeTestContext()
  someFunctions(server)
  someSchemes(server)
  aGrid(server, 'reference')
  context = { ...server, actor: aUser(server, { roles: ['label-organiser'] }) }
  copyEdition(context, { from: 'reference', year: '2027', scheme: 'copyleft-5' })
})

const year = 2027
const axes = () => getGrid(context, '2027')?.axes ?? []
const slugs = () => axes().map((axis) => axis.criteria.map((item) => item.slug))

function found(slug: string, grid = '2027') {
  const id = getGrid(context, grid)
    ?.axes.flatMap((axis) => axis.criteria)
    .find((item) => item.slug === slug)?.id
  const item = getCriterionForOrganiser(context, grid, id ?? 0)
  if (!item) throw new Error(`no ${slug}`)
  return item
}

function change(slug: string, overrides: Partial<TypedCriterion>) {
  const { criterion, stamp } = found(slug)
  const typed = { ...criterionTyped(criterionAsInput(criterion)), ...overrides }
  changeCriterion(context, { year, id: criterion.id, stamp, typed })
}

const NEW: TypedCriterion = {
  ...NEW_CRITERION,
  name: 'hebergement',
  labelFr: 'Hébergement',
  labelEn: 'Hosting',
}

describe('the criteria of a draft', () => {
  it('are changed in all that their form holds', () => {
    change('logiciels.elections', {
      name: 'autre',
      labelFr: 'Scrutins',
      answer: 'list,yes-no,choice',
      choices: 'a | Un | One\r\nb | Deux | Two',
      weight: '2,5',
      required: 'oui',
      sources: 'Une page | https://exemple.fr/page',
      groups: 'infrastructure',
    })

    expect(found('logiciels.elections').criterion).toMatchObject({
      slug: 'logiciels.elections',
      label: { fr: 'Scrutins', en: 'Elections' },
      parts: ['yes-no', 'choice', 'list'],
      choices: [
        { value: 'a', fr: 'Un', en: 'One' },
        { value: 'b', fr: 'Deux', en: 'Two' },
      ],
      weight: 2.5,
      required: true,
      sources: [{ title: 'Une page', url: 'https://exemple.fr/page' }],
      rule: { software: { functions: ['listes-electorales'], groups: ['infrastructure'] } },
    })
  })

  it('are added at the end of their axis, moved, and removed', () => {
    const { id } = addCriterion(context, { year, axis: 'strategie', typed: NEW })
    expect(slugs()[0]).toEqual([
      'strategie.enjeux',
      'strategie.part-mutualisee',
      'strategie.hebergement',
    ])

    moveCriterion(context, { year, id, up: true })
    moveCriterion(context, { year, id, up: true })
    moveCriterion(context, { year, id, up: true })
    expect(slugs()[0]?.[0]).toBe('strategie.hebergement')

    removeCriterion(context, { year, id })
    expect(slugs()[0]).toEqual(['strategie.enjeux', 'strategie.part-mutualisee'])
    expect(auditOf(context).at(-1)).toMatchObject({
      action: 'label.remove-criterion',
      detail: { criterion: 'strategie.hebergement' },
    })
  })

  it.each<[string, Partial<TypedCriterion>, string]>([
    ['no wording in English', { labelEn: '' }, '« strategie.hebergement »'],
    ['an id in capitals', { name: 'Hé' }, '« strategie.Hé »'],
    ['an id that the grid has', { name: 'enjeux' }, '« strategie.enjeux » existe déjà'],
    ['no answer', { answer: '' }, 'answer'],
    ['an answer of no kind', { answer: 'dessin' }, 'answer'],
    ['an answer by choice without choices', { answer: 'choice' }, 'au moins deux choix'],
    ['choices without an answer by choice', { choices: 'a | b | c' }, 'des choix sont donnés'],
    [
      'a choice given twice',
      { answer: 'choice', choices: 'a | b | c\na | d | e' },
      '« a » est donné deux fois',
    ],
    ['a weight of nothing', { weight: '0' }, 'un poids est un nombre au-dessus de 0'],
    ['a weight below nothing', { weight: '-3' }, 'un poids'],
    ['a weight that is no number', { weight: 'lourd' }, 'un poids'],
    ['a weight without end', { weight: '1e999' }, 'un poids'],
    ['a gigantic weight', { weight: '1001' }, 'un poids'],
    ['a help without end', { helpFr: 'a'.repeat(3_001), helpEn: 'a' }, 'help.fr'],
    ['a help in one language', { helpFr: 'Aide' }, 'l’aide manque en anglais'],
    ['a source that is no address', { sources: 'Page | javascript:alert(1)' }, 'sources.0.url'],
    [
      'a rule on no function',
      { rule: 'any-software', answer: 'list' },
      'la règle ne nomme ni fonction',
    ],
    [
      'a rule on a function that is none',
      { rule: 'any-software', answer: 'list', functions: 'envol' },
      'la fonction « envol »',
    ],
    [
      'a rule on a group that is none',
      { rule: 'any-software', answer: 'list', groups: 'envol' },
      'le groupe de métiers « envol »',
    ],
    ['a rule that is none', { rule: 'magie' }, 'rule'],
    [
      'a share of nothing',
      { rule: 'largest-share', answer: 'share', functions: 'supervision' },
      'rule.of',
    ],
    [
      'a rule whose answer is not asked',
      { rule: 'pooled-share', answer: 'date' },
      'sa règle calcule une réponse',
    ],
  ])('are refused with %s, in a sentence that names the criterion', (_what, wrong, said) => {
    const before = contentsOf(context)

    expect(() =>
      addCriterion(context, { year, axis: 'strategie', typed: { ...NEW, ...wrong } }),
    ).toThrow(
      expect.objectContaining({ code: 'invalid-input', message: expect.stringContaining(said) }),
    )

    expect(contentsOf(context)).toEqual(before)
  })

  it('show what another organiser recorded in the same one meanwhile; others do not matter', () => {
    const { criterion, stamp } = found('strategie.enjeux')
    change('strategie.part-mutualisee', { labelFr: 'Ailleurs' })
    change('strategie.enjeux', { labelFr: 'Premier' })
    const typed = { ...criterionTyped(criterionAsInput(criterion)), labelFr: 'Second' }

    let now = ''
    try {
      changeCriterion(context, { year, id: criterion.id, stamp, typed })
    } catch (error) {
      const { recorded, stamp: current } = error as { recorded: TypedCriterion; stamp: string }
      expect(recorded.labelFr).toBe('Premier')
      now = current
    }
    changeCriterion(context, { year, id: criterion.id, stamp: now, typed })

    expect(found('strategie.enjeux').criterion.label.fr).toBe('Second')
  })
})

describe('the axes of a draft', () => {
  const NAMES = { nameFr: 'Données', nameEn: 'Data' }

  it('are added, renamed, moved, and removed once they are empty', () => {
    addAxis(context, { year, slug: 'donnees', ...NAMES })
    moveAxis(context, { year, slug: 'donnees', up: true })
    renameAxis(context, { year, slug: 'donnees', nameFr: 'Les données', nameEn: 'The data' })
    expect(axes().map(({ name }) => name.fr)).toEqual(['Stratégie', 'Les données', 'Logiciels'])

    removeAxis(context, { year, slug: 'donnees' })
    expect(axes()).toHaveLength(2)
    expect(() => removeAxis(context, { year, slug: 'strategie' })).toThrow('a encore des critères')
  })

  it.each([
    ['an id in capitals', { slug: 'Données' }],
    ['an id that is taken', { slug: 'logiciels' }],
    ['no name in English', { nameEn: '' }],
    ['a name without end', { nameFr: 'a'.repeat(201) }],
  ])('are refused with %s', (_what, wrong) => {
    const before = contentsOf(context)

    expect(() => addAxis(context, { year, slug: 'donnees', ...NAMES, ...wrong })).toThrow()

    expect(contentsOf(context)).toEqual(before)
  })
})

describe('the criteria of an open edition', () => {
  beforeEach(() => {
    anOpenEdition(context, { year: 2026 })
  })

  it('take a clarification, and nothing else', () => {
    const { criterion, clarificationStamp: stamp, stamp: whole } = found('strategie.enjeux', '2026')
    clarifyCriterion(context, {
      year: 2026,
      id: criterion.id,
      stamp,
      fr: 'En bref.',
      en: 'In short.',
    })

    expect(found('strategie.enjeux', '2026').criterion).toMatchObject({
      label: criterion.label,
      clarification: { fr: 'En bref.', en: 'In short.' },
    })
    const typed = criterionTyped(criterionAsInput(criterion))
    const refused = expect.objectContaining({
      code: 'conflict',
      message: expect.stringContaining('ne changent plus'),
    })
    for (const attempt of [
      () => changeCriterion(context, { year: 2026, id: criterion.id, stamp: whole, typed }),
      () => addCriterion(context, { year: 2026, axis: 'strategie', typed: NEW }),
      () => removeCriterion(context, { year: 2026, id: criterion.id }),
      () => moveCriterion(context, { year: 2026, id: criterion.id, up: false }),
      () => renameAxis(context, { year: 2026, slug: 'strategie', nameFr: 'a', nameEn: 'a' }),
    ]) {
      expect(attempt).toThrow(refused)
    }
  })

  it('refuse a clarification in one language, and one that was changed meanwhile', () => {
    const { criterion, clarificationStamp: stamp } = found('strategie.enjeux', '2026')
    const clarify = (fr: string, en: string) =>
      clarifyCriterion(context, { year: 2026, id: criterion.id, stamp, fr, en })

    expect(() => clarify('Oui', '')).toThrow('dans les deux langues')
    clarify('Oui', 'Yes')
    expect(() => clarify('Non', 'No')).toThrow(expect.objectContaining({ code: 'conflict' }))
  })

  it('of another edition are not theirs to clarify', () => {
    const { criterion, clarificationStamp: stamp } = found('strategie.enjeux', '2027')

    expect(() =>
      clarifyCriterion(context, { year: 2026, id: criterion.id, stamp, fr: 'a', en: 'b' }),
    ).toThrow(expect.objectContaining({ code: 'not-found' }))
  })
})
