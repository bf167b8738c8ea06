import { expect, it } from 'vitest'
import { messages } from './messages.ts'

it.each([
  ['Rennes (35)', 'Utilisé près de Rennes (35)'],
  ['Arles (13)', 'Utilisé près d’Arles (13)'],
  ['Le Havre (76)', 'Utilisé près du Havre (76)'],
  ['Les Baux-de-Provence (13)', 'Utilisé près des Baux-de-Provence (13)'],
  ['La Rochelle (17)', 'Utilisé près de La Rochelle (17)'],
  ['Lessay (50)', 'Utilisé près de Lessay (50)'],
])('French joins “près de” to the name of a place: %s', (place, said) => {
  expect(messages('fr').software.near.here(place)).toBe(said)
})
