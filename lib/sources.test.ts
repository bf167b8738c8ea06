import { describe, expect, it } from 'vitest'
import { source } from '#db/schema/system.ts'
import { inTransaction } from '#db/transaction.ts'
import { makeTestContext } from '#lib/testing/context.ts'
import { partialDate, sourceRow, webAddress } from './sources.ts'

describe('the date of a document', () => {
  it.each([
    [2024, '2024'],
    ['2024', '2024'],
    ['2024-01', '2024-01'],
    ['2024-12', '2024-12'],
    ['2024-12-31', '2024-12-31'],
  ])('may be %j', (written, date) => {
    expect(partialDate.parse(written)).toBe(date)
  })

  it.each([
    '',
    '24',
    '2024-0',
    '2024-00',
    '2024-13',
    '2024-12-00',
    '2024-12-32',
    '31/12/2024',
    null,
  ])('may not be %j', (written) => {
    expect(partialDate.safeParse(written).success).toBe(false)
  })
})

describe('an address shown as a link', () => {
  it.each(['https://example.org', 'http://www.openmairie.org/catalogue?x=1#y'])(
    'may be %s',
    (address) => {
      expect(webAddress.safeParse(address).success).toBe(true)
    },
  )

  it.each([
    'javascript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'file:///etc/passwd',
    'ftp://example.org',
    'mailto:agent@example.org',
    '//example.org',
    'example.org',
    'https://',
    '',
  ])('may not be %j', (address) => {
    expect(webAddress.safeParse(address).success).toBe(false)
  })
})

describe('a document', () => {
  it('is one row, however often it is named, and another one at another date', () => {
    const { db } = makeTestContext()
    const document = { title: 'Édition 2021', url: 'https://example.org/2021' }

    const rows = inTransaction(db, (tx) => [
      sourceRow(tx, document),
      sourceRow(tx, document),
      sourceRow(tx, { ...document, date: '2021-11' }),
    ])

    expect(rows[0]).toBe(rows[1])
    expect(rows[2]).not.toBe(rows[0])
    expect(db.select().from(source).all()).toHaveLength(2)
  })
})
