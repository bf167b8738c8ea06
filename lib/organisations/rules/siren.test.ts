import { describe, expect, it } from 'vitest'
import { aSiren } from '#lib/testing/builders.ts'
import { isSiren } from './siren.ts'

describe('a SIREN', () => {
  it.each([
    ['211300041', true, 'Arles'],
    ['200054807', true, 'Aix-Marseille-Provence'],
    ['000000000', true, 'a key that holds, though no number was given out'],
    ['211300040', false, 'the key is one below'],
    ['211300042', false, 'the key is one above'],
    ['211300014', false, 'two digits changed places'],
    ['21130004', false, 'eight digits'],
    ['2113000410', false, 'ten digits'],
    ['21130004X', false, 'a letter'],
    ['211 300 041', false, 'spaces'],
    ['²11300041', false, 'a digit that is not one of ours'],
    ['', false, 'nothing'],
  ])('%j: %s, %s', (text, sound) => {
    expect(isSiren(text)).toBe(sound)
  })

  it('has its right key when a test makes it up', () => {
    expect([aSiren(), aSiren(), aSiren()].filter((siren) => !isSiren(siren))).toEqual([])
  })
})
