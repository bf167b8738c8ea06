import { entryFieldsOf } from '#lib/forge/map-reading.ts'
import type { RepositoryReading } from '#lib/forge/reading.ts'
import type { FieldMark, ReadingView } from '../rules/listing-view.ts'
import type { ListingField } from '../schema.ts'
import { formOfReading } from './form-of-reading.ts'

/** A reading as the pages of a listing show it. */
export function listingReading(reading: RepositoryReading | null): ReadingView | null {
  if (reading === null) return null
  const said = entryFieldsOf(reading)
  const form = formOfReading(said)
  const marks: ReadingView['marks'] = {}
  for (const { field, origin, note } of said) {
    if (!(field in form) || origin.kind === 'person' || origin.kind === 'reference') continue
    const { kind, path, line } = origin
    const name = field as ListingField
    marks[name] = { kind, path, line, note: note ?? null, value: form[name] } satisfies FieldMark
  }
  const saidOf = (field: string) => said.find((item) => item.field === field)?.value
  const file = reading.publiccode
  const [latest] = reading.releases
  return {
    readAt: reading.readAt,
    commit: reading.head?.commit ?? '',
    branch: reading.head?.branch ?? '',
    marks,
    publiccode: file && {
      path: file.path,
      version: file.reading.version,
      valid: file.reading.valid,
      findings: file.reading.findings,
      corrected: file.reading.corrected !== null && file.reading.findings.length > 0,
    },
    licenceDeclared: declaredLicence(reading)?.written ?? '',
    licenceDetected: reading.licenceDetected ?? '',
    licenceFiles: reading.licenceFiles.map(({ path }) => path),
    releases: reading.releases.length,
    lastRelease: latest ? { version: latest.version, date: latest.date } : null,
    lastCommitAt: reading.head?.date ?? '',
    signs: { ...reading.signs },
    firstRelease: Number(saidOf('firstRelease')) || null,
    status: String(saidOf('status') ?? ''),
    usedBy: file?.reading.values.usedBy?.length ?? 0,
    basedOn: file?.reading.values.isBasedOn ?? [],
    archived: reading.forge?.archived ?? false,
    movedTo: reading.forge?.movedTo ?? '',
  }
}

/** The licence that a repository says to be under, free or not, and where it says so. */
export function declaredLicence({
  publiccode,
  codemeta,
}: RepositoryReading): { written: string; path: string; line: number } | undefined {
  const values = publiccode?.reading.values
  const licence = values?.licenceSpdx ?? values?.licence
  if (publiccode && licence) {
    const line = publiccode.reading.lines['legal.license'] ?? 0
    return { written: licence, path: publiccode.path, line }
  }
  return codemeta?.values.licence
    ? { written: codemeta.values.licence, path: codemeta.path, line: 0 }
    : undefined
}
