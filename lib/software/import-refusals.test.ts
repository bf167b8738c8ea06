import { describe, expect, it } from 'vitest'
import type { Context } from '#lib/context.ts'
import { anEntry, aPublisher, someFunctions } from '#lib/testing/builders.ts'
import { makeTestContext } from '#lib/testing/context.ts'
import { auditOf, contentsOf, outboxOf } from '#lib/testing/traces.ts'
import { importSoftware } from './commands/import-software.ts'
import { countSoftware } from './queries.ts'

function aCatalogue(): Context {
  const context = makeTestContext()
  someFunctions(context)
  aPublisher(context)
  return context
}

/** Why an entry stays out, as the report says it. */
function reasonsAgainst(entry: unknown): string[] {
  const context = aCatalogue()
  const report = importSoftware(context, [{ slug: 'openexemple', entry }])
  expect(report).toMatchObject({ created: [], changed: [], unchanged: [] })
  expect(countSoftware(context)).toBe(0)
  return report.skipped.flatMap((item) => item.reasons)
}

const s1 = {
  id: 's1',
  title: 'Dépôt du projet',
  url: 'https://forge.example.org/openexemple',
  covers: ['name', 'publisher', 'licence', 'functions'],
}
const statement = { fr: 'Un fait assez long', en: 'A long enough fact' }

describe('an entry stays out, with the reason in words', () => {
  it.each([
    [
      'a licence that is not free',
      { licence: 'SSPL-1.0' },
      'licence : SSPL-1.0 n’est approuvée ni par la FSF ni par l’OSI : l’entrée n’est pas un logiciel libre',
    ],
    [
      'a licence that does not say which versions',
      { licence: 'GPL-3.0' },
      'licence : GPL-3.0 ne dit pas « -only » ou « -or-later »',
    ],
    [
      'a licence that SPDX does not know',
      { licence: 'Licence maison' },
      'licence : Licence maison n’est pas un identifiant SPDX (https://spdx.org/licenses/)',
    ],
    [
      'a function that nobody knows',
      { functions: ['listes-electorales', 'alchimie', 'divination'] },
      'functions : fonction inconnue alchimie, divination',
    ],
    [
      'a function named twice',
      { functions: ['listes-electorales', 'listes-electorales'] },
      'functions : « listes-electorales » est nommé deux fois',
    ],
    [
      'a publisher that nobody knows',
      { publisher: 'inconnu' },
      'publisher : éditeur inconnu « inconnu »',
    ],
    [
      'a slug that would make a poor address',
      { slug: 'Open Exemple' },
      'slug : identifiant attendu : minuscules sans accent, chiffres et traits d’union',
    ],
    [
      'a slug whose address is that of a page',
      { slug: 'demander' },
      'slug : cette adresse est celle d’une page du site : choisir un autre identifiant',
    ],
    [
      'a field that no source backs',
      { repository: 'https://forge.example.org/depot' },
      'repository : aucune source ne le couvre : ajouter « repository » au « covers » de l’une d’elles',
    ],
    [
      'a fact whose source is not there',
      { facts: [{ ...statement, source: 's9' }] },
      'facts.0.source : « s9 » n’est pas l’une des sources de l’entrée',
    ],
    [
      'an estimate whose source is not there',
      { estimates: [{ ...statement, source: 's9' }] },
      'estimates.0.source : « s9 » n’est pas l’une des sources de l’entrée',
    ],
    [
      'two sources under one name',
      { sources: [s1, { ...s1, title: 'Un autre document' }] },
      'sources : « s1 » est nommé deux fois',
    ],
  ])('%s', (_what, change, reason) => {
    expect(reasonsAgainst(anEntry(change))).toEqual([reason])
  })

  it.each([
    ['a link that runs code', 'website', { website: 'javascript:alert(1)' }],
    ['a link to a file of the server', 'website', { website: 'file:///etc/passwd' }],
    ['a platform of long ago', 'platforms.0', { platforms: ['minitel'] }],
    ['no platform', 'platforms', { platforms: [] }],
    [
      'more functions than one can do well',
      'functions',
      { functions: Array(6).fill('sauvegarde') },
    ],
    [
      'a summary that is a novel',
      'summary.fr',
      { summary: { fr: 'x'.repeat(121), en: 'x'.repeat(20) } },
    ],
    ['a summary in one language', 'summary.en', { summary: { fr: 'Tient les listes' } }],
    ['a date that is none', 'sources.0.date', { sources: [{ ...s1, date: '2024-13' }] }],
    ['a year of the next century but one', 'first_release', { first_release: 2250 }],
    ['a key that the format does not have', 'openexemple', { prix: 'gratuit' }],
    ['no source', 'sources', { sources: [] }],
  ])('%s: the place is named, in French', (_what, place, change) => {
    const reasons = reasonsAgainst(anEntry(change))

    expect(reasons.some((reason) => reason.startsWith(`${place} : `))).toBe(true)
    expect(reasons.join('\n')).not.toMatch(/\b(invalid|expected|received|unrecognized|too)\b/i)
  })

  it.each([
    ['nothing', null],
    ['a text', 'openExemple'],
    ['a number', 42],
    ['a list', [anEntry()]],
    ['an empty object', {}],
    ['a map that calls itself a prototype', JSON.parse('{"__proto__": {"slug": "x"}}')],
  ])('what is no entry at all: %s', (_what, entry) => {
    expect(reasonsAgainst(entry).length).toBeGreaterThan(0)
  })

  it('says all of them, one sentence each', () => {
    expect(reasonsAgainst(anEntry({ licence: 'BUSL-1.1', functions: ['a', 'a'] }))).toHaveLength(2)
  })
})

describe('one bad entry among good ones', () => {
  it('stays out alone', () => {
    const context = aCatalogue()
    const entries = ['premier', 'mauvais', 'dernier'].map((slug) => ({
      slug,
      entry: anEntry({ slug, name: slug, licence: slug === 'mauvais' ? 'BUSL-1.1' : 'MIT' }),
    }))

    const report = importSoftware(context, entries)

    expect(report.created).toEqual(['premier', 'dernier'])
    expect(report.skipped.map((item) => item.slug)).toEqual(['mauvais'])
  })

  it('leaves no trace of its own', () => {
    const context = aCatalogue()
    const { audit_entry, source, software } = contentsOf(context)
    const [audit, outbox] = [auditOf(context), outboxOf(context)]

    importSoftware(context, [{ slug: 'mauvais', entry: anEntry({ licence: 'BUSL-1.1' }) }])

    expect(contentsOf(context)).toMatchObject({ audit_entry, source, software })
    expect(auditOf(context)).toEqual(audit)
    expect(outboxOf(context)).toEqual(outbox)
  })
})
