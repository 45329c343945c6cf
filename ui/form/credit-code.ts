const CHARACTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28] as const

/** GB 32100-2015: 18 characters without I, O, S, V and Z, area in digits, check character modulo 31. */
export function isCreditCode(code: string): boolean {
  if (!/^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/.test(code)) return false
  return creditCodeCheck(code.slice(0, 17)) === code[17]
}

export function creditCodeCheck(body: string): string {
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * CHARACTERS.indexOf(body[at]!), 0)
  return CHARACTERS[(31 - (sum % 31)) % 31]!
}
