import { describe, expect, it } from 'vitest'
import { reportAdoptions } from '#lib/adoptions/commands/report-adoptions.ts'
import type { Context } from '#lib/context.ts'
import { drainSearchOutbox } from '#lib/search/commands.ts'
import { anAdoption, anOrganisation, aSoftware, someFunctions } from '#lib/testing/builders.ts'
import { makeTestContext } from '#lib/testing/context.ts'
import { listSoftware } from './queries.ts'
import { softwareFilters } from './schema.ts'

/** A catalogue of these entries, ready to be searched. */
function searchable(...entries: Array<Record<string, unknown> & { slug: string }>): Context {
  const context = makeTestContext()
  someFunctions(context)
  for (const entry of entries) aSoftware(context, { name: entry.slug, ...entry })
  drainSearchOutbox(context)
  return context
}

const found = async (context: Context, q: string, filters: object = {}) =>
  (await listSoftware(context, softwareFilters.parse({ q, ...filters }))).items.map(
    (card) => card.slug,
  )

const about = (fr: string) => ({ summary: { fr, en: 'Something else altogether' } })

describe('searching software', () => {
  it('puts the exact name first, then names that begin with it, then the rest', async () => {
    const context = searchable(
      { slug: 'fusion', ...about('Inventaire pour GLPI, avec GLPI et autour de GLPI') },
      { slug: 'glpi-agent', name: 'GLPI Agent' },
      { slug: 'glpi', name: 'GLPI' },
      { slug: 'autre', ...about('Rien à voir avec les précédents') },
    )

    expect(await found(context, 'glpi')).toEqual(['glpi', 'glpi-agent', 'fusion'])
  })

  it.each([
    ['without accents', 'cimetiere'],
    ['in capitals', 'CIMETIÈRES'],
    ['in the singular', 'cimetière'],
    ['with words that say nothing', 'un logiciel libre pour gérer les cimetières'],
    ['with an apostrophe', 'l’entretien'],
    ['by the beginning of the last word', 'entretien cimet'],
    ['in any order', 'cimetières entretien'],
  ])('understands what is typed %s', async (_how, q) => {
    const context = searchable(
      { slug: 'opencim', ...about('Suivi de l’entretien des cimetières') },
      { slug: 'autre', ...about('Paie des agents') },
    )

    expect(await found(context, q)).toEqual(['opencim'])
  })

  it.each(['openexemple', 'open exemple', 'OpenExemple', 'open-exemple'])(
    'finds a name of two words, run together or not, by %s',
    async (q) => {
      const context = searchable(
        { slug: 'ensemble', name: 'openExemple' },
        { slug: 'separe', name: 'Open Exemple' },
        { slug: 'autre', ...about('Paie des agents') },
      )

      expect((await found(context, q)).sort()).toEqual(['ensemble', 'separe'])
    },
  )

  it('finds it first even where another entry holds both words', async () => {
    const context = searchable(
      { slug: 'autre', ...about('Un exemple d’application open source') },
      { slug: 'ensemble', name: 'openExemple' },
    )

    expect(await found(context, 'open exemple')).toEqual(['ensemble', 'autre'])
  })

  it('finds a name of a single letter', async () => {
    const context = searchable({ slug: 'r', name: 'R' }, { slug: 'autre', name: 'Rudder' })

    expect((await found(context, 'R'))[0]).toBe('r')
  })

  it.each(['C++', 'c#'])('keeps the signs that are part of a name: %s', async (name) => {
    const context = searchable({ slug: 'signes', name }, { slug: 'autre', name: 'C' })

    expect(await found(context, name)).toEqual(['signes'])
  })

  it.each([
    ['another name of it', 'salle des fêtes', { aliases: ['salles des fêtes'] }],
    ['the name of its function', 'listes électorales', {}],
    ['a synonym of its function', 'REU', {}],
    ['its summary in English', 'altogether', about('Rien à signaler')],
    ['its description', 'dérogation', { description: bilingual('Une dérogation se demande. ') }],
    ['its publisher', 'éditeur exemple', {}],
  ])('finds by %s', async (_what, q, entry) => {
    const context = searchable({ slug: 'cherche', ...entry })

    expect(await found(context, q)).toEqual(['cherche'])
  })

  it('gives the name more weight than the function, and that more than the description', async () => {
    const context = searchable(
      {
        slug: 'description',
        functions: ['sauvegarde'],
        description: bilingual('Permet la supervision de tout. '),
      },
      { slug: 'function', functions: ['supervision'] },
      { slug: 'name', name: 'Super vision et supervision', functions: ['sauvegarde'] },
    )

    expect(await found(context, 'supervision')).toEqual(['name', 'function', 'description'])
  })

  it('falls back on entries that hold some of the words when none holds all', async () => {
    const context = searchable(
      { slug: 'paie', ...about('Paie des agents') },
      { slug: 'conges', ...about('Congés des agents') },
      { slug: 'autre', ...about('Bulletins municipaux') },
    )

    expect((await found(context, 'agents zygomatiques')).sort()).toEqual(['conges', 'paie'])
  })

  it('finds nothing where there is nothing, and nothing in a query of signs alone', async () => {
    const context = searchable({ slug: 'autre' })

    expect(await found(context, 'zygomatique')).toEqual([])
    expect(await found(context, '?!…')).toEqual([])
  })

  it('keeps the filters, and the order when another one is asked for', async () => {
    const context = searchable(
      { slug: 'libre-web', name: 'Agenda', licence: 'AGPL-3.0-only' },
      { slug: 'libre-mit', name: 'Agenda municipal', licence: 'MIT' },
    )
    const id = await listSoftware(
      context,
      softwareFilters.parse({ q: 'agenda', licence: 'permissive' }),
    )
    reportAdoptions(context, [anAdoption(id.items[0]?.id ?? 0, anOrganisation(context))])

    expect(await found(context, 'agenda', { licence: 'permissive' })).toEqual(['libre-mit'])
    expect(await found(context, 'agenda')).toEqual(['libre-web', 'libre-mit'])
    expect(await found(context, 'agenda', { tri: 'utilisateurs' })).toEqual([
      'libre-mit',
      'libre-web',
    ])
  })
})

function bilingual(sentence: string) {
  return { fr: sentence.repeat(6), en: 'In English, something else. '.repeat(6) }
}
