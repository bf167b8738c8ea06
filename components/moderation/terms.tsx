import type { ReactNode } from 'react'

/** Terms with what they are; one without is left out. */
export function Terms({
  rows,
}: {
  rows: ReadonlyArray<readonly [label: string, value: ReactNode]>
}) {
  return (
    <dl className="mt-3 grid gap-x-6 gap-y-1 sm:grid-cols-[max-content_minmax(0,1fr)]">
      {rows
        .filter(([, value]) => value !== '' && value !== null && value !== undefined)
        .map(([label, value]) => (
          <div key={label} className="contents">
            <dt className="text-muted">{label}</dt>
            <dd className="whitespace-pre-line">{value}</dd>
          </div>
        ))}
    </dl>
  )
}
