/**
 * The version that a tag names: `v1.2.0`, `1.2`, `release-1.2`, `cimetiere_4.2.0` and `2024.03` do;
 * null for `latest` or `nightly-20240101`.
 */
export function versionOfTag(tag: string): string | null {
  if (tag.length > 100 || /nightly|snapshot|latest|weekly|daily/i.test(tag)) return null
  const last = tag.split('/').at(-1) ?? ''
  const [, version] =
    /^(?:[a-z].*?[-_@])??(?:v|ver|version|rel|release)?[-_.]?(\d+(?:[._]\d+)*(?:[-+.~_]?(?:alpha|beta|rc|pre|post|p|a|b|dev|final|lts|sp|hotfix)?[-+.]?[0-9a-z.]*)?)$/i.exec(
      last,
    ) ?? []
  if (version === undefined) return null
  // A lone number is a version only where the tag says so.
  if (!/[._]/.test(version) && !/^v?\d{1,4}$/i.test(last)) return null
  return /^\d+(_\d+)+$/.test(version) ? version.replaceAll('_', '.') : version
}
