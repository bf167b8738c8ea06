import { expect, it } from 'vitest'
import { plainText } from './plain-text.ts'

it.each([
  ['a script', 'Bon<script>alert(1)</script>jour', 'Bonalert(1)jour'],
  ['an image that tells on its reader', '![x](https://spy.example/a.png) Bonjour', 'Bonjour'],
  ['an address that runs', '[Lire](javascript:alert(1))', 'Lire'],
  ['an event', '<img src=x onerror=alert(1)>', ''],
  ['a frame', '<iframe src="https://evil.example"></iframe>\n\nBonjour', 'Bonjour'],
  ['entities', 'A &lt;script&gt; &amp; B', 'A <script> & B'],
  ['signs that turn the text around', 'Bon\u202Ejour', 'Bon jour'],
])('a text of a repository is left without %s', (_what, markdown, text) => {
  expect(plainText(markdown)).toBe(text)
})

it.each([
  ['quotes in quotes', '>'.repeat(20_000)],
  ['lists in lists', `${'- '.repeat(9_000)}a`],
  ['numbers in numbers', `${'1. '.repeat(6_000)}a`],
  ['quotes that go on', Array.from({ length: 900 }, (_, n) => `${'>'.repeat(n % 20)}a`).join('\n')],
  ['links in links', '[a]('.repeat(5_000)],
  ['code in code', '`a``'.repeat(5_000)],
  ['tags in tags', '<a '.repeat(6_000)],
  ['brackets', '['.repeat(20_000)],
  ['marks of emphasis', '*a_'.repeat(7_000)],
  ['five megabytes', 'a '.repeat(2_500_000)],
])('%s are read in bounded time', (_what, markdown) => {
  expect(plainText(markdown).length).toBeLessThanOrEqual(20_000)
})
