import { expect, test } from 'vitest'
import { sitePath } from './rules/site-path.ts'

test.each([
  ['/espace', '/espace'],
  ['/en/espace/collectivites/211300041?page=2', '/en/espace/collectivites/211300041?page=2'],
  ['/logiciels?q=cimetière', '/logiciels?q=cimeti%C3%A8re'],
  ['/espace/../logiciels', '/logiciels'],
])('%s is an address of the site', (text, path) => {
  expect(sitePath(text)).toBe(path)
})

test.each([
  '',
  'espace',
  'https://evil.example/espace',
  'http:evil.example',
  'javascript:alert(1)',
  '//evil.example',
  '///evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '/.//evil.example',
  '/espace/..//evil.example',
  '/%2e//evil.example',
  '/\tevil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  ' //evil.example',
  '/\u202eevil',
  '/api/v1/search',
  '/_next/image',
  '/connexion?suite=/connexion',
  '/en/connexion/lien?jeton=x',
  `/${'a'.repeat(2_000)}`,
  undefined,
  ['/espace', '/espace'],
])('%j leads nowhere', (text) => {
  expect(sitePath(text)).toBe('')
})
