import { expect, it } from 'vitest'
import { versionOfTag } from './release-tag.ts'

it.each([
  ['v1.2.0', '1.2.0'],
  ['1.2', '1.2'],
  ['V2', '2'],
  ['2024.03', '2024.03'],
  ['release-1.2', '1.2'],
  ['cimetiere_4.2.0', '4.2.0'],
  ['openelec-5.1.2', '5.1.2'],
  ['@scope/package@1.4.0', '1.4.0'],
  ['releases/v3.0.0-rc.1', '3.0.0-rc.1'],
  ['v1.0.0-beta2', '1.0.0-beta2'],
  ['REL_4_2_1', '4.2.1'],
  ['v1.2.3+build.5', '1.2.3+build.5'],
  ['latest', null],
  ['nightly-2024.01.01', null],
  ['before-refactoring', null],
  ['sprint-12', null],
  ['', null],
])('the tag %s is of version %s', (tag, version) => {
  expect(versionOfTag(tag)).toBe(version)
})
