import { criterion, edition, grid, gridAxis, scheme } from '#db/schema/label.ts'
import type { Context } from '#lib/context.ts'
import type { GridInput } from '#lib/label/grid-schema.ts'
import { gridInput } from '#lib/label/grid-schema.ts'

type Unparsed = typeof gridInput._zod.input

/** Two axes and four criteria, one answered by hand alone. Needs someFunctions(). */
export const aGridInput = (overrides: Partial<Unparsed> = {}): GridInput =>
  gridInput.parse({
    title: { fr: 'Grille d’essai', en: 'Grid of a test' },
    axes: [
      {
        id: 'strategie',
        name: { fr: 'Stratégie', en: 'Strategy' },
        criteria: [
          {
            id: 'strategie.enjeux',
            label: { fr: 'Enjeux', en: 'Issues' },
            answer: ['text'],
            required: true,
            basis: 'question',
          },
          {
            id: 'strategie.part-mutualisee',
            label: { fr: 'Part mutualisée', en: 'Pooled share' },
            answer: ['share'],
            basis: 'question',
            rule: { rule: 'pooled-share' },
          },
        ],
      },
      {
        id: 'logiciels',
        name: { fr: 'Logiciels', en: 'Software' },
        criteria: [
          {
            id: 'logiciels.metier-nombre',
            label: { fr: 'Logiciels métier libres', en: 'Free business applications' },
            answer: ['number'],
            basis: 'proposal',
            rule: { rule: 'software-count', software: { business: true } },
          },
          {
            id: 'logiciels.elections',
            label: { fr: 'Élections', en: 'Elections' },
            answer: ['yes-no', 'list'],
            basis: 'proposal',
            rule: { rule: 'any-software', software: { functions: ['listes-electorales'] } },
          },
        ],
      },
    ],
    ...overrides,
  })

/** Writes a grid as rows, without the commands of the room: for tests of what reads one. */
export function aGrid({ db, now }: Context, key: string, input: GridInput = aGridInput()): void {
  db.insert(grid)
    .values({
      key,
      titleFr: input.title.fr,
      titleEn: input.title.en,
      updatedAt: now.toISOString(),
    })
    .run()
  input.axes.forEach((axis, position) => {
    db.insert(gridAxis)
      .values({ grid: key, slug: axis.id, position, nameFr: axis.name.fr, nameEn: axis.name.en })
      .run()
    axis.criteria.forEach((item, index) => {
      db.insert(criterion)
        .values({
          grid: key,
          slug: item.id,
          axis: axis.id,
          position: position * 100 + index,
          labelFr: item.label.fr,
          labelEn: item.label.en,
          helpFr: item.help.fr,
          helpEn: item.help.en,
          parts: item.answer,
          choices: item.choices,
          unit: item.unit,
          required: item.required,
          weight: item.weight,
          basis: item.basis,
          sources: item.sources,
          rule: item.rule,
        })
        .run()
    })
  })
}

/** The two scales of the reference data. */
export function someSchemes({ db }: Context): void {
  const levels = (...values: string[]) =>
    values.map((value) => ({ value, fr: `niveau ${value}`, en: `level ${value}` }))
  db.insert(scheme)
    .values([
      {
        slug: 'copyleft-5',
        nameFr: 'un à cinq copylefts',
        nameEn: 'one to five copylefts',
        levels: levels('1', '2', '3', '4', '5'),
        builtin: true,
      },
      {
        slug: 'badge-label-3',
        nameFr: 'badge ; bronze, argent, or',
        nameEn: 'badge; bronze, silver, gold',
        levels: levels('badge', 'bronze', 'argent', 'or'),
        builtin: true,
      },
    ])
    .onConflictDoNothing()
    .run()
}

/** An edition that is open, from a month before the test's now to a month after, with its grid. */
export function anOpenEdition(
  context: Context,
  overrides: Partial<typeof edition.$inferInsert> = {},
): number {
  const year = overrides.year ?? 2026
  const at = (days: number) => new Date(context.now.getTime() + days * 86_400_000).toISOString()
  someSchemes(context)
  aGrid(context, String(year))
  context.db
    .insert(edition)
    .values({
      year,
      scheme: 'copyleft-5',
      axes: [],
      sourceIds: [],
      state: 'open',
      grid: String(year),
      opensAt: at(-30),
      closesAt: at(30),
      juryAt: at(45),
      announcesAt: at(60),
      publishesAt: at(70),
      graceSeconds: 600,
      ...overrides,
    })
    .run()
  return year
}
