import { describe, expect, it } from 'vitest'
import type { z } from 'zod'
import type { AnswerPart } from '#lib/label/grid-schema.ts'
import { readAnswer } from './answer-schema.ts'

const choices = [{ value: 'lov2' }, { value: 'odbl' }]
const read = (part: AnswerPart, typed: string) => {
  try {
    return readAnswer({ parts: [part], choices }, { [part]: typed })[part] ?? ''
  } catch (error) {
    return (error as z.ZodError).issues.map(({ path, message }) => `${String(path[0])}: ${message}`)
  }
}

describe('an answer', () => {
  it.each([
    ['yes-no', 'yes', 'yes'],
    ['yes-no', 'maybe', ['yes-no: yes-no-unknown']],
    ['choice', 'odbl', 'odbl'],
    ['choice', 'mine', ['choice: choice-unknown']],
    ['number', ' 1\u202f234 ', '1234'],
    ['number', '5,5', '5.5'],
    ['number', '-3', ['number: number-wrong']],
    ['number', '1e9', ['number: number-wrong']],
    ['number', '1234567890123', ['number: number-wrong']],
    ['amount', '780 000 €', '780000'],
    ['amount', 'beaucoup', ['amount: amount-wrong']],
    ['share', '90 %', '90'],
    ['share', '100', '100'],
    ['share', '101', ['share: share-wrong']],
    ['date', '2024-02-29', '2024-02-29'],
    ['date', '2023-02-29', ['date: date-wrong']],
    ['url', 'https://www.ville-arles.fr/libre', 'https://www.ville-arles.fr/libre'],
    ['url', 'javascript:alert(1)', ['url: url-wrong']],
    ['url', 'ftp://exemple.fr', ['url: url-wrong']],
    ['url', `https://exemple.fr/${'a'.repeat(2_000)}`, ['url: url-wrong']],
    ['text', '  Deux\r\nlignes ', 'Deux\nlignes'],
    ['list', '', ''],
  ] as const)('%s: %j is read as %j', (part, typed, expected) => {
    expect(read(part, typed)).toEqual(expected)
  })

  it.each(['text', 'list'] as const)('takes 10,000 characters of %s and not one more', (part) => {
    expect(read(part, 'é'.repeat(10_000))).toHaveLength(10_000)
    expect(read(part, '🦋'.repeat(10_000))).toHaveLength(20_000)
    expect(read(part, 'é'.repeat(10_001))).toEqual([`${part}: ${part}-long`])
  })

  it('keeps only the parts that its criterion asks for', () => {
    expect(readAnswer({ parts: ['number'], choices }, { number: '3', text: 'autre' })).toEqual({
      number: '3',
    })
  })
})
