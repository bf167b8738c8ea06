export interface MapClass {
  /** 0 is "none"; 1 to 5 from the lightest to the darkest. */
  shade: number
  from: number
  to: number
}

/**
 * Five classes at most, each of about as many distinct values: a map where most places have one still
 * tells two from twenty. None for zero, which has its own shade.
 */
export function mapClasses(values: readonly number[]): MapClass[] {
  const distinct = [...new Set(values.filter((value) => value > 0))].sort((a, b) => a - b)
  if (distinct.length === 0) return []
  const wanted = Math.min(5, distinct.length)
  const starts = Array.from(
    { length: wanted },
    (_, index) => distinct[Math.floor((distinct.length * index) / wanted)] as number,
  )
  return starts.map((from, index) => ({
    // Few classes still reach the dark end: the difference must be seen.
    shade: starts.length === 1 ? 3 : Math.round(1 + (index * 4) / (starts.length - 1)),
    from,
    to: index + 1 < starts.length ? (starts[index + 1] as number) - 1 : (distinct.at(-1) as number),
  }))
}

export function shadeOf(classes: readonly MapClass[], value: number): number {
  return classes.findLast((item) => value >= item.from)?.shade ?? 0
}
