import type { SoftwareView } from '#lib/software/get-software.ts'
import type { ComparedField, Value, Way } from '../rules/value.ts'
import type { Facts } from './facts-of.ts'

const UNKNOWN: Value = { kind: 'unknown' }

/** What a comparison shows of one entry on one point. */
export function cellOf(
  field: ComparedField,
  entry: SoftwareView,
  facts: Facts,
  like:
    | { key: string; of: { n: number; names: Array<{ key: string; name: string }> } | undefined }
    | undefined,
): Value {
  const page: Way = { path: `/logiciels/${entry.slug}` }
  const users = (query?: Record<string, string>): Way => ({
    path: `${page.path}/utilisateurs`,
    ...(query ? { query } : {}),
  })
  const life: Way = { ...page, part: 'vitality' }
  const { activity, costs } = facts
  switch (field) {
    case 'users':
      return { kind: 'use', use: entry.use, to: users() }
    case 'like': {
      const { n = 0, names = [] } = like?.of ?? {}
      return { kind: 'like', n, names, to: users({ semblables: like?.key ?? '' }) }
    }
    case 'functions':
      return {
        kind: 'links',
        items: entry.functions.map(({ slug, name }) => ({
          key: slug,
          label: name,
          to: { path: `/metiers/${slug}` },
        })),
      }
    case 'licence':
      return { kind: 'licence', spdx: entry.licence, family: entry.licenceFamily }
    case 'publisher': {
      const { slug, name } = entry.publisher
      return {
        kind: 'links',
        items: [{ key: slug, label: name, to: { path: `/editeurs/${slug}` } }],
      }
    }
    case 'audience':
      return { kind: 'codes', codes: entry.audience }
    case 'platforms':
      return { kind: 'codes', codes: entry.platforms }
    case 'languages':
      return known(entry.languages.length > 0, { kind: 'codes', codes: entry.languages })
    case 'firstRelease':
      return entry.firstRelease === null ? UNKNOWN : { kind: 'year', year: entry.firstRelease }
    case 'status':
      return known(entry.status !== '', { kind: 'codes', codes: [entry.status] })
    case 'repositoryState':
      return activity.state === undefined
        ? UNKNOWN
        : { kind: 'codes', codes: [activity.state], to: life }
    case 'lastRelease':
      return activity.lastRelease === undefined
        ? UNKNOWN
        : { kind: 'release', ...dayOnly(activity.lastRelease), to: life }
    case 'lastCommit':
      return known(activity.lastCommit !== '', {
        kind: 'date',
        date: activity.lastCommit.slice(0, 10),
        to: life,
      })
    case 'releases':
      return counted(activity.lastYear?.releases, life)
    case 'commits':
      return counted(activity.lastYear?.commits, life)
    case 'authors':
      return counted(activity.lastYear?.mostAuthors, life)
    case 'care':
      return activity.care === undefined
        ? UNKNOWN
        : { kind: 'codes', codes: activity.care, to: life }
    case 'costs': {
      const { sum, given, of } = costs
      return known(given > 0, { kind: 'euros', sum, given, of, to: users({ cout: 'oui' }) })
    }
    case 'stops':
      return counted(facts.stops, users({ etat: 'stopped' }))
    case 'criteria':
      return {
        kind: 'links',
        items: facts.criteria.map(({ slug, label }) => ({
          key: slug,
          label,
          to: { path: `/label/reference/criteres/${slug}` },
        })),
      }
    case 'providers':
      return counted(facts.providers, {
        path: '/prestataires',
        query: { logiciel: entry.slug },
      })
    case 'needs':
      return counted(facts.needs, { ...page, part: 'needs' })
  }
}

const known = (is: boolean, value: Value): Value => (is ? value : UNKNOWN)

/** A figure with its rows; nought has none to lead to. */
const counted = (n: number | undefined, to: Way): Value =>
  n === undefined ? UNKNOWN : { kind: 'number', n, ...(n > 0 ? { to } : {}) }

const dayOnly = ({ version, date }: { version: string; date: string }) => ({
  version,
  date: date.slice(0, 10),
})
