import type { Outcome } from './outcome.ts'

type Share = Pick<Outcome, 'value' | 'numerator' | 'denominator' | 'full' | 'reasons'>

/**
 * A share in whole percents, rounded down and at most 100 (label-tnl.md 5, "Percentages"). Without what
 * to divide by, or without a number to divide, there is none: nothing is guessed. More than there is in
 * all is a fault of the figures, which it says.
 * @param denominator a stated zero divides nothing: it is as good as none.
 */
export function shareOf(numerator: number | null, denominator: number | null): Share {
  const whole = denominator === 0 ? null : denominator
  const reasons: Array<Outcome['reasons'][number]> = []
  if (numerator === null) reasons.push('no-units')
  if (whole === null) reasons.push('no-denominator')
  if (numerator === null || whole === null) {
    return { value: null, numerator, denominator: whole, full: false, reasons }
  }
  if (numerator > whole) reasons.push('over-100')
  return {
    value: Math.min(100, Math.floor((numerator * 100) / whole)),
    numerator,
    denominator: whole,
    full: numerator <= whole,
    reasons,
  }
}
