import { expect, test } from 'vitest'
import { SOUND_PUBLICCODE } from '#lib/testing/publiccode.ts'
import { EDITOR_FIELD_NAMES, EDITOR_FIELDS, fieldsOf, withField, withFields } from './fields.ts'
import { readPubliccode } from './read.ts'

test('Fields filled from nothing make a valid file', () => {
  const fields = fieldsOf(readPubliccode(SOUND_PUBLICCODE).values)
  const written = withFields('', fields)
  const { findings, values } = readPubliccode(written)
  expect(findings).toEqual([])
  expect(fieldsOf(values)).toEqual(fields)
  expect(written).not.toContain('#')
})

test('A field that is written keeps the comments of the file, and what it does not touch', () => {
  const text = withField(SOUND_PUBLICCODE, 'developmentStatus', 'beta')
  expect(text).toBe(
    SOUND_PUBLICCODE.replace('developmentStatus: stable', 'developmentStatus: beta'),
  )
})

test('A field that is emptied takes its key out', () => {
  const text = withField(SOUND_PUBLICCODE, 'contact', '')
  expect(readPubliccode(text).values.contacts).toBeUndefined()
  expect(readPubliccode(text).values.maintenanceType).toBe('internal')
})

test.each(['name: "x', '- a', 'legal: text\n', '[a, b'])(
  '%s is not written into blindly',
  (text) => {
    expect(withField(text, 'license', 'MIT')).toBe(text)
  },
)

test('Each field of a sound file is written as it reads', () => {
  const { values } = readPubliccode(SOUND_PUBLICCODE)
  const fields = fieldsOf(values)
  for (const name of EDITOR_FIELD_NAMES) {
    if (fields[name] === '') continue
    expect(
      readPubliccode(withField(SOUND_PUBLICCODE, name, fields[name])).values,
      EDITOR_FIELDS[name].path.join('.'),
    ).toEqual(values)
  }
})
