const CHARACTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28] as const

/** Where a credit code goes wrong, as far as the code itself can tell. */
export type CreditCodeFault =
  | { is: 'length'; signs: number }
  /** A sign the standard leaves out (I, O, S, V, Z) or a letter where the area stands in digits. */
  | { is: 'sign'; at: number; sign: string }
  | { is: 'check' }

/** GB 32100-2015: 18 characters without I, O, S, V and Z, area in digits, check character modulo 31. */
export function isCreditCode(code: string): boolean {
  return creditCodeFault(code) === undefined
}

export function creditCodeFault(code: string): CreditCodeFault | undefined {
  const signs = [...code]
  if (signs.length !== 18) return { is: 'length', signs: signs.length }
  const wrong = signs.findIndex(
    (sign, at) => !(at >= 2 && at < 8 ? /\d/.test(sign) : CHARACTERS.includes(sign)),
  )
  if (wrong >= 0) return { is: 'sign', at: wrong + 1, sign: signs[wrong]! }
  return creditCodeCheck(code.slice(0, 17)) === code[17] ? undefined : { is: 'check' }
}

export function creditCodeCheck(body: string): string {
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * CHARACTERS.indexOf(body[at]!), 0)
  return CHARACTERS[(31 - (sum % 31)) % 31]!
}
