import { colon, formatNumber } from '#components/i18n/format.ts'
import type { Locale } from '#components/i18n/locale.ts'
import { messages } from '#components/i18n/messages.ts'
import { mapClasses, shadeOf } from './scale.ts'
import { COLUMNS, ROWS, TILES } from './tiles.ts'

const SIZE = 40
const GAP = 3

/**
 * The map of France by département, one tile each, overseas included. It is one image to a screen
 * reader: the table that says the same always stands beside it.
 * @param values by code of the département; @param what the noun counted, for the hover texts.
 */
export function FranceMap({
  locale,
  label,
  values,
  names,
}: {
  locale: Locale
  label: string
  values: Readonly<Record<string, number>>
  names: Readonly<Record<string, string>>
}) {
  const t = messages(locale).map
  const classes = mapClasses(TILES.map((tile) => values[tile.code] ?? 0))
  return (
    <figure>
      <svg
        role="img"
        aria-label={label}
        viewBox={`0 0 ${COLUMNS * SIZE} ${ROWS * SIZE}`}
        className="h-auto w-full max-w-lg"
      >
        {TILES.map((tile) => {
          const value = values[tile.code] ?? 0
          const shade = shadeOf(classes, value)
          return (
            <g key={tile.code} transform={`translate(${tile.column * SIZE} ${tile.row * SIZE})`}>
              <title>{`${names[tile.code] ?? tile.code} (${tile.code})${colon(locale)}${formatNumber(locale, value)}`}</title>
              <rect
                width={SIZE - GAP}
                height={SIZE - GAP}
                rx="4"
                fill={`var(--map-${shade})`}
                stroke="var(--line)"
              />
              <text
                x={(SIZE - GAP) / 2}
                y={(SIZE - GAP) / 2 + 4.5}
                textAnchor="middle"
                fontSize="13"
                fill={shade >= 4 ? 'var(--map-light-text)' : 'var(--map-dark-text)'}
              >
                {tile.code}
              </text>
            </g>
          )
        })}
      </svg>
      <figcaption className="mt-3 flex flex-wrap gap-x-4 gap-y-1 text-[0.95rem] text-muted">
        <Swatch shade={0} text={t.none} />
        {classes.map((item) => (
          <Swatch
            key={item.from}
            shade={item.shade}
            text={
              item.from >= item.to
                ? formatNumber(locale, item.from)
                : t.range(formatNumber(locale, item.from), formatNumber(locale, item.to))
            }
          />
        ))}
      </figcaption>
    </figure>
  )
}

function Swatch({ shade, text }: { shade: number; text: string }) {
  return (
    <span className="inline-flex items-center gap-1.5">
      <svg width="16" height="16" aria-hidden="true">
        <rect
          x="0.5"
          y="0.5"
          width="15"
          height="15"
          rx="3"
          fill={`var(--map-${shade})`}
          stroke="var(--control)"
        />
      </svg>
      {text}
    </span>
  )
}
