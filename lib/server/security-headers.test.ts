import { expect, it } from 'vitest'
import { imagePolicy } from './security-headers.ts'

it.each([
  ['/label/2016/laureats/211300041/badge.svg', true],
  ['/en/label/2016/laureats/insee-97501/badge-signe.svg?x=1', true],
  ['/label/2016/laureats/211300041', false],
  ['/label/2016/laureats/211300041/badge.svg/x', false],
  ['/?/label/2016/laureats/1/badge.svg', false],
])('a badge reaches nothing, wherever it is opened: %s', (url, isImage) => {
  const policy = imagePolicy(url)
  expect(policy !== undefined).toBe(isImage)
  if (isImage) expect(policy).toMatch(/^default-src 'none'.*sandbox$/)
})
