import { describe, expect, it } from 'vitest'
import { ORGANISATION_KINDS } from '#lib/organisations/schema.ts'
import { reportsAs } from './may-report.ts'

describe('Who may say of others that they use a software', () => {
  it.each([
    ['commune', null, 'publisher'],
    ['epci', 'operator', 'publisher'],
    ['departement', 'operator', 'publisher'],
    ['region', 'operator', 'publisher'],
    ['syndicat', 'operator', 'publisher'],
    ['operateur', 'operator', 'publisher'],
    ['centre-de-gestion', 'operator', 'publisher'],
    ['sdis', null, 'publisher'],
    ['ccas', null, 'publisher'],
    ['etablissement-public', 'operator', 'publisher'],
    ['etat', null, 'publisher'],
    ['association', 'operator', 'publisher'],
    ['autre', null, 'publisher'],
  ] as const)('%s: %s, and %s of what it publishes', (kind, others, own) => {
    expect(reportsAs(kind, false)).toBe(others)
    expect(reportsAs(kind, true)).toBe(own)
  })

  it('leaves no kind out', () => {
    expect(ORGANISATION_KINDS).toHaveLength(13)
    expect(reportsAs('inconnu', false)).toBeNull()
  })
})
