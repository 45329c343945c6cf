import type { FormField } from '#capabilities/catalogue/contract.ts'
import { day } from '../format/day.ts'
import { moneyInWords } from '../format/money-in-words.ts'
import { birthdayOf, isCitizenId, sexOf } from './citizen-id.ts'
import { isCreditCode } from './credit-code.ts'

/** Groups as eyes and voices take a long number: area, year, day, rest; quarters; 3-4-4. */
const GROUPS: Partial<Record<FormField['type'], readonly number[]>> = {
  'citizen-id': [6, 4, 4, 4],
  'credit-code': [4, 4, 4, 4, 2],
  phone: [3, 4, 4],
}

/** What was typed, set so that a wrong digit is seen: in groups, and an amount in the words of a cheque. */
export function readBack(type: FormField['type'], value: string): string {
  if (type === 'money-yuan') return moneyInWords(value) ?? ''
  const groups = GROUPS[type]
  if (groups === undefined || (type === 'phone' && !value.startsWith('1'))) return ''
  let at = 0
  const parts = groups.map((length) => value.slice(at, (at += length)))
  return [...parts, value.slice(at)].filter(Boolean).join(' ')
}

/** The same with what the number of an id card says besides. */
export function readBackLine(type: FormField['type'], value: string): string {
  const said = readBack(type, value)
  const isWhole = value.length === 18
  if (type === 'credit-code' && isWhole && !isCreditCode(value)) return `${said}，有一位不对`
  if (type !== 'citizen-id' || !isWhole) return said
  if (!isCitizenId(value)) return `${said}，有一位不对`
  return `${said}，${day(birthdayOf(value))}出生，${sexOf(value) === 'male' ? '男' : '女'}`
}
