import { isDay } from '../format/day.ts'

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const
const CHECK_CHARACTERS = '10X98765432'

/** Where a number of an id card goes wrong, as far as the number itself can tell. */
export type CitizenIdFault =
  | { is: 'length'; signs: number }
  | { is: 'sign'; at: number }
  | { is: 'birthday'; day: string }
  | { is: 'check' }

/** GB 11643: 18 characters, a birthday that exists and the right check character. Abolished areas stay valid. */
export function isCitizenId(id: string): boolean {
  return citizenIdFault(id) === undefined
}

export function citizenIdFault(id: string): CitizenIdFault | undefined {
  const wrong = [...id].findIndex((sign, at) => !(at === 17 ? /[\dX]/ : /\d/).test(sign))
  if (id.length !== 18) return { is: 'length', signs: [...id].length }
  if (wrong >= 0) return { is: 'sign', at: wrong + 1 }
  const birthday = id.slice(6, 14)
  if (!isDay(birthday.replace(/(\d{4})(..)(..)/, '$1-$2-$3'))) return { is: 'birthday', day: birthday }
  return citizenIdCheck(id.slice(0, 17)) === id[17] ? undefined : { is: 'check' }
}

export function citizenIdCheck(body: string): string {
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(body[at]), 0)
  return CHECK_CHARACTERS[sum % 11]!
}

/** The seventh to fourteenth sign (GB 11643). */
export function birthdayOf(id: string): string {
  return `${id.slice(6, 10)}-${id.slice(10, 12)}-${id.slice(12, 14)}`
}

/** What the number of an id card says of a person besides who they are: even numbers are women's (GB 11643). */
export function sexOf(id: string): 'male' | 'female' {
  return Number(id[16]) % 2 === 1 ? 'male' : 'female'
}
