import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import type { TrustCount } from '#lib/adoptions/schema.ts'

const HEIGHT = 160
const STEP = 40
/** From the ground up; told apart by shape (full, dotted, hatched) as much as by shade. */
const SERIES = [
  ['confirmed', 'confirmed', 'currentColor'],
  ['toReconfirm', 'to-reconfirm', 'url(#adopters-dotted)'],
  ['reported', 'reported', 'url(#adopters-hatched)'],
] as const

/** A bar a year, as high as the uses so far, split by who says so. */
export function AdoptersBars({
  locale,
  years,
  label,
}: {
  locale: Locale
  years: ReadonlyArray<{ year: string; soFar: TrustCount }>
  label: string
}) {
  const most = Math.max(1, years.at(-1)?.soFar.total ?? 1)
  const width = years.length * STEP
  return (
    <div className="mt-4" style={{ maxWidth: `${Math.max(3 * STEP, width * 1.4)}px` }}>
      <svg
        role="img"
        aria-label={label}
        viewBox={`0 0 ${width} ${HEIGHT + 1}`}
        className="coverage block h-auto w-full text-accent"
      >
        <Patterns />
        {years.map(({ year, soFar }, at) => (
          <g key={year}>
            <Bar x={at * STEP + 5} soFar={soFar} most={most} />
          </g>
        ))}
        <line x1="0" x2={width} y1={HEIGHT} y2={HEIGHT} stroke="currentColor" />
      </svg>
      {/* As text of the page: in the drawing it would shrink with it. */}
      <p aria-hidden="true" className="flex justify-between text-[0.9rem]">
        <span>{years[0]?.year}</span>
        {years.length > 1 ? <span>{years.at(-1)?.year}</span> : null}
      </p>
      <Legend locale={locale} />
    </div>
  )
}

function Bar({ x, soFar, most }: { x: number; soFar: TrustCount; most: number }) {
  let top = HEIGHT
  return SERIES.map(([field, , fill]) => {
    const height = (HEIGHT * soFar[field]) / most
    top -= height
    if (height === 0) return null
    return (
      <rect
        key={field}
        x={x}
        y={top}
        width={STEP - 10}
        height={height}
        fill={fill}
        stroke="currentColor"
      />
    )
  })
}

function Patterns() {
  return (
    <defs>
      <pattern
        id="adopters-hatched"
        width="7"
        height="7"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <rect width="3" height="7" fill="currentColor" />
      </pattern>
      <pattern id="adopters-dotted" width="7" height="7" patternUnits="userSpaceOnUse">
        <circle cx="3.5" cy="3.5" r="1.6" fill="currentColor" />
      </pattern>
    </defs>
  )
}

function Legend({ locale }: { locale: Locale }) {
  const t = messages(locale).common.trust
  return (
    <ul className="mt-2 flex flex-wrap gap-x-5 gap-y-1 text-[0.95rem]">
      {SERIES.map(([field, trust, fill]) => (
        <li key={field} className="flex items-center gap-2">
          <svg aria-hidden="true" width="18" height="18" className="coverage text-accent">
            <rect
              x="1"
              y="1"
              width="16"
              height="16"
              fill={fill}
              stroke="currentColor"
              strokeWidth="2"
            />
          </svg>
          {t[trust].many}
        </li>
      ))}
    </ul>
  )
}
