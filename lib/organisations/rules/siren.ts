/**
 * Whether nine digits are a well-formed SIREN: its last digit is a Luhn key (ISO/IEC 7812-1), as INSEE
 * documents for the Sirene register. It does not say that the number was given out.
 */
export function isSiren(text: string): boolean {
  if (!/^\d{9}$/.test(text)) return false
  let sum = 0
  for (let index = 0; index < 9; index++) {
    const digit = Number(text[index]) * (index % 2 === 1 ? 2 : 1)
    sum += digit > 9 ? digit - 9 : digit
  }
  return sum % 10 === 0
}
