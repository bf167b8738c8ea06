import { formatNumber } from '#components/i18n/format.ts'
import type { about as fr } from '#components/i18n/fr/about.ts'
import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'

/** How the service is, for the one who runs it. */
export function HealthView({
  locale,
  health,
}: {
  locale: Locale
  health: {
    dataset: 'real' | 'demo' | 'bench'
    software: number
    organisations: number
    uses: number
    credentials: { key: boolean; issued: number; waiting: number }
    repositories: {
      git: string | null
      followed: number
      failing: number
      lastHarvest: string | null
    }
    search: {
      engine: 'fts5' | 'meilisearch'
      documents: Record<'software' | 'organisation' | 'function', number>
      lag: number
      meilisearch: { version: string | null; circuit: 'closed' | 'open' | 'half-open' } | null
      lastError: { at: string; reason: keyof (typeof fr)['health']['reasons'] } | null
    }
  }
}) {
  const { health: t, badges, forge } = messages(locale)
  const n = (value: number) => formatNumber(locale, value)
  const { search, repositories } = health
  const { documents } = search
  const rows = [
    [t.rows.dataset, t.datasets[health.dataset]],
    [t.rows.software, n(health.software)],
    [t.rows.organisations, n(health.organisations)],
    [t.rows.uses, n(health.uses)],
    ...(health.credentials.issued + health.credentials.waiting === 0 && !health.credentials.key
      ? []
      : ([
          [
            badges.healthRow,
            badges.healthCounts(
              n(health.credentials.issued),
              n(health.credentials.waiting),
              health.credentials.key,
            ),
          ],
        ] as const)),
    [
      forge.healthGit,
      repositories.git === null ? forge.healthGitMissing : forge.healthGitThere(repositories.git),
    ],
    [
      forge.healthRepositories,
      repositories.failing === 0
        ? n(repositories.followed)
        : forge.healthCounts(n(repositories.followed), n(repositories.failing)),
    ],
    [
      forge.healthLast,
      repositories.lastHarvest === null
        ? forge.healthNever
        : `${repositories.lastHarvest.slice(0, 16).replace('T', ' ')} UTC`,
    ],
    [t.rows.engine, t.engines[search.engine]],
    [t.rows.indexed, n(documents.software + documents.organisation + documents.function)],
    [t.rows.lag, n(search.lag)],
    ...(search.meilisearch
      ? ([
          [
            'Meilisearch',
            `${search.meilisearch.version ?? ''} ${t.circuits[search.meilisearch.circuit]}`.trim(),
          ],
        ] as const)
      : []),
    ...(search.lastError
      ? ([
          [
            t.rows.lastError,
            `${t.reasons[search.lastError.reason]} (${search.lastError.at.slice(0, 16).replace('T', ' ')} UTC)`,
          ],
        ] as const)
      : []),
  ] as const
  return (
    <>
      <h1>{t.title}</h1>
      <p className="lead mt-3">{t.ok}</p>
      <table className="table mt-6 max-w-xl">
        <caption>{t.caption}</caption>
        <tbody>
          {rows.map(([label, value]) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
