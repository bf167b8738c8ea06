/** The signs of care that a repository may show, in the order in which they are named. */
export const CARE_SIGNS = [
  'tests',
  'ci',
  'contributing',
  'changelog',
  'security',
  'codeOfConduct',
] as const
export type CareSign = (typeof CARE_SIGNS)[number]
