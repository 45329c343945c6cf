/** Weights and check characters of GB 11643. */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const CHECKS = '10X98765432'
const STEMS = '甲乙丙丁戊己庚辛壬癸'

export interface DemoPerson {
  name: string
  citizenId: string
  phone: string
}

/**
 * A synthetic applicant that looks synthetic: named 测试甲一, born before 1910, with a phone of the unassigned block
 * 1990000. The check character is right, so that forms take the number.
 */
export function demoPerson(index: number): DemoPerson {
  const day = String(1 + (index % 28)).padStart(2, '0')
  const month = String(1 + (Math.floor(index / 28) % 12)).padStart(2, '0')
  const body = `370304190${Math.floor(index / 336) % 10}${month}${day}${String(1 + (index % 998)).padStart(3, '0')}`
  const sum = [...body].reduce((total, digit, at) => total + Number(digit) * WEIGHTS[at]!, 0)
  const stem = STEMS[index % 10]!
  const number = Math.floor(index / 10) + 1
  return {
    name: `测试${stem}${chineseNumber(number)}`,
    citizenId: body + CHECKS[sum % 11]!,
    phone: `1990000${String(index % 10_000).padStart(4, '0')}`,
  }
}

function chineseNumber(value: number): string {
  const digits = '〇一二三四五六七八九'
  return Array.from(String(value), (digit) => digits[Number(digit)]!).join('')
}

const CREDIT_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const CREDIT_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]

/** A checksum-valid unified credit code (GB 32100) whose middle reads DEM, registered nowhere. */
export function demoCreditCode(index: number): string {
  const body = `91370304DEM${String(index).padStart(6, '0')}`
  const sum = [...body].reduce(
    (total, sign, at) => total + CREDIT_ALPHABET.indexOf(sign) * CREDIT_WEIGHTS[at]!,
    0,
  )
  return body + CREDIT_ALPHABET[(31 - (sum % 31)) % 31]!
}
