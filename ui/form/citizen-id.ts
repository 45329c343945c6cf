import { isDay } from '../format/day.ts'

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const
const CHECK_CHARACTERS = '10X98765432'

/** GB 11643: 18 characters, a birthday that exists and the right check character. Abolished areas stay valid. */
export function isCitizenId(id: string): boolean {
  if (!/^\d{17}[\dX]$/.test(id)) return false
  const birthday = `${id.slice(6, 10)}-${id.slice(10, 12)}-${id.slice(12, 14)}`
  return isDay(birthday) && citizenIdCheck(id.slice(0, 17)) === id[17]
}

export function citizenIdCheck(body: string): string {
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(body[at]), 0)
  return CHECK_CHARACTERS[sum % 11]!
}
