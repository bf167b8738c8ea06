/** The versions of the standard that are read, oldest first. */
export const VERSIONS = ['0.2', '0.3', '0.4', '0.5', '0.6', '0.7'] as const
export type Version = (typeof VERSIONS)[number]
export const CURRENT: Version = '0.7'

/** The version that a file is judged by; undefined when there is none of that name. */
export function knownVersion(written: string): Version | undefined {
  // "0" stands for whatever is current, and the patch numbers never changed what is asked.
  if (written === '0') return CURRENT
  const short = /^(0\.[2-7])(\.\d{1,2})?$/.exec(written)?.[1]
  return VERSIONS.find((version) => version === short)
}

/** Whether a version is before another: they have one digit. */
export const before = (version: string, other: string): boolean => version < other

/** A table without a prototype: a file may ask for `constructor`. */
export function inFieldsOf<Value>(table: Record<string, Value>): Readonly<Record<string, Value>> {
  return Object.assign(Object.create(null) as Record<string, Value>, table)
}
