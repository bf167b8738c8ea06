import parse from 'spdx-expression-parse'
import licences from 'spdx-license-list'

/**
 * Licences that the Free Software Foundation lists as free and the OSI has not approved, by SPDX
 * identifier. Source: column "FSF Free/Libre" of the SPDX License List (https://spdx.org/licenses/),
 * which the package of identifiers leaves out.
 */
const FSF_FREE_ONLY = new Set([
  'BSD-3-Clause-Clear',
  'BSD-4-Clause',
  'CC0-1.0',
  'CECILL-2.0',
  'CECILL-B',
  'CECILL-C',
  'FTL',
  'IJG',
  'OpenSSL',
  'Ruby',
  'Vim',
  'WTFPL',
  'X11',
  'Zend-2.0',
])

export const LICENCE_FAMILIES = ['agpl', 'gpl', 'weak-copyleft', 'permissive'] as const
/** What a licence asks of those who pass the software on, strongest first. */
export type LicenceFamily = (typeof LICENCE_FAMILIES)[number]

type Expression = ReturnType<typeof parse>

export type LicenceVerdict =
  | { free: true; family: LicenceFamily }
  | { free: false; reason: 'not-spdx' | 'deprecated' | 'not-free'; licence: string }

const DEPRECATED = /^(A?GPL|LGPL|GFDL)-[\d.]+\+?$/

/**
 * Judges an SPDX licence expression: free when a choice of it (OR) leaves only licences that the OSI or
 * the FSF approves. The family is that of the strongest licence that must be obeyed.
 */
export function judgeLicence(expression: string): LicenceVerdict {
  let tree: Expression
  try {
    tree = parse(expression)
  } catch {
    return { free: false, reason: 'not-spdx', licence: expression }
  }
  return judge(tree)
}

function judge(tree: Expression): LicenceVerdict {
  if ('license' in tree) return judgeOne(tree.license)
  const left = judge(tree.left)
  const right = judge(tree.right)
  if (tree.conjunction === 'and') {
    if (!left.free) return left
    if (!right.free) return right
    return strongest(left, right)
  }
  if (!left.free) return right
  if (!right.free) return left
  return strongest(left, right) === left ? right : left
}

type Free = Extract<LicenceVerdict, { free: true }>

function strongest(left: Free, right: Free): Free {
  return LICENCE_FAMILIES.indexOf(left.family) <= LICENCE_FAMILIES.indexOf(right.family)
    ? left
    : right
}

function judgeOne(id: string): LicenceVerdict {
  if (DEPRECATED.test(id)) return { free: false, reason: 'deprecated', licence: id }
  const known = licences[id]
  if (!known) return { free: false, reason: 'not-spdx', licence: id }
  if (!known.osiApproved && !FSF_FREE_ONLY.has(id)) {
    return { free: false, reason: 'not-free', licence: id }
  }
  return { free: true, family: familyOf(id) }
}

/** The family by name: GNU's own, the CeCILL and EUPL as their texts place themselves, the rest permissive. */
function familyOf(id: string): LicenceFamily {
  if (/^(AGPL|OSL|RPL)-/.test(id)) return 'agpl'
  if (/^(GPL|CECILL-[12]|EUPL|Sleepycat|Artistic-1)/.test(id)) return 'gpl'
  if (/^(LGPL|MPL|EPL|CDDL|CPAL|CPL|CECILL-C|IPL|MS-RL|LPPL|Artistic-2)/.test(id))
    return 'weak-copyleft'
  return 'permissive'
}
