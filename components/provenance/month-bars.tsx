/** Bars by calendar month, oldest first: one shade, told by height; the figures stand in a table beside. */
export function MonthBars({
  title,
  label,
  values,
}: {
  title: string
  /** What the picture says, in a sentence. */
  label: string
  values: ReadonlyArray<{ month: string; value: number }>
}) {
  const most = Math.max(1, ...values.map(({ value }) => value))
  const [width, height, gap] = [10, 60, 2]
  return (
    <figure className="m-0">
      <figcaption className="text-[0.95rem] text-muted">{title}</figcaption>
      <svg
        role="img"
        aria-label={label}
        viewBox={`0 0 ${values.length * width} ${height + 1}`}
        preserveAspectRatio="none"
        className="mt-1 block h-16 w-full text-accent"
      >
        {values.map(({ month, value }, index) => {
          const tall = value === 0 ? 0 : Math.max(1.5, (value / most) * height)
          return (
            <rect
              key={month}
              x={index * width + gap / 2}
              y={height - tall}
              width={width - gap}
              height={tall}
              fill="currentColor"
            />
          )
        })}
        <rect
          x="0"
          y={height}
          width={values.length * width}
          height="1"
          fill="currentColor"
          opacity="0.4"
        />
      </svg>
    </figure>
  )
}
