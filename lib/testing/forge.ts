import type { RepositoryReading } from '#lib/forge/reading.ts'
import type { PubliccodeReading, PubliccodeValues } from '#lib/publiccode/document.ts'

export const A_COMMIT = 'c0ffee'.padEnd(40, '0')

/** A publiccode.yml as it is read: its values, and the line of each that a test asks for. */
export function aPubliccode(
  values: Partial<PubliccodeValues>,
  rest: Partial<PubliccodeReading> = {},
): NonNullable<RepositoryReading['publiccode']> {
  return {
    path: 'publiccode.yml',
    text: 'publiccodeYmlVersion: "0.7"\n',
    reading: {
      version: '0.7',
      valid: true,
      findings: [],
      values: { description: {}, ...values },
      lines: {},
      corrected: null,
      ...rest,
    },
  }
}

/** A repository read yesterday that says nothing of itself, but what a test gives. */
export function aRepositoryReading(overrides: Partial<RepositoryReading> = {}): RepositoryReading {
  return {
    address: 'https://forge.example.org/openexemple/openexemple.git',
    readAt: '2026-01-14T12:00:00.000Z',
    refsDigest: 'd'.repeat(64),
    head: { branch: 'main', commit: A_COMMIT, date: '2026-01-10T09:30:00.000Z' },
    publiccode: null,
    codemeta: null,
    licenceFiles: [],
    licenceDetected: null,
    readme: null,
    releases: [],
    months: [],
    monthsKnown: true,
    redirectedTo: null,
    signs: {
      tests: null,
      ci: null,
      contributing: null,
      changelog: null,
      security: null,
      codeOfConduct: null,
    },
    forge: null,
    ...overrides,
  }
}
