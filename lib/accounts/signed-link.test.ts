import { expect, test } from 'vitest'
import { readLink, signLink } from './signed-link.ts'

const SECRET = 'a-secret-for-the-tests-alone-0123456789'
const now = new Date('2026-01-15T12:00:00Z')
const soon = new Date('2026-01-16T12:00:00Z')
const link = () => signLink(SECRET, 'reconfirm', { adoptionId: 7 }, soon)

test('a link says what was signed, until it expires', async () => {
  expect(await readLink(SECRET, 'reconfirm', link(), now)).toMatchObject({ adoptionId: 7 })
  expect(await readLink(SECRET, 'reconfirm', link(), new Date('2026-01-16T12:00:01Z'))).toBe(
    'expired',
  )
})

test('it is worth nothing for another use, with another secret, changed or unsigned', async () => {
  const [head = '', , signature = ''] = link().split('.')
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const says = part({ adoptionId: 8, aud: 'reconfirm', exp: soon.getTime() / 1_000 })
  expect(await readLink(SECRET, 'confirm-reported', link(), now)).toBeUndefined()
  expect(await readLink(`${SECRET}x`, 'reconfirm', link(), now)).toBeUndefined()
  for (const forged of [
    '',
    'x',
    `${head}.${says}.${signature}`,
    `${part({ alg: 'none' })}.${says}.`,
    link().slice(0, -2),
  ]) {
    expect(await readLink(SECRET, 'reconfirm', forged, now), forged).toBeUndefined()
  }
})
