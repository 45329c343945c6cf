import { LIMIT_UNITS } from './choices.ts'
import type { FieldId, Line } from './fields.ts'
import type { DoubtCode, MendCode } from './findings.ts'

/** What a cell says in the one way this catalogue writes it, with everything that was put right to get there. */
export interface Reading {
  text: string
  mends: readonly MendCode[]
  doubt?: { code: DoubtCode; proposal?: string }
  /** What the cell says of other fields as well: `20个工作日` names the unit. */
  also?: Line
}

export type Read = (text: string, field: FieldId) => Reading

const COUNT_MAX = 1000

export const count: Read = (text) => {
  const [, digits, rest] = /^(\d+)(?:\.0+)?(次|版)?$/.exec(text) ?? []
  const amount = Number(digits ?? chineseNumber(text.replace(/次$/, '')))
  if (Number.isNaN(amount)) return { text, mends: [], doubt: { code: 'number-unreadable' } }
  if (amount > COUNT_MAX) return { text, mends: [], doubt: { code: 'misplaced-number' } }
  const mended = digits === undefined || rest !== undefined
  return { text: String(amount), mends: mended ? ['other-wording'] : [] }
}

const UNIT_OF: Readonly<Record<string, string>> = {
  ...{
    个工作日: LIMIT_UNITS[1],
    工作日: LIMIT_UNITS[1],
    个工作小时: LIMIT_UNITS[6],
    工作小时: LIMIT_UNITS[6],
  },
  ...{
    个自然日: LIMIT_UNITS[2],
    自然日: LIMIT_UNITS[2],
    '日(自然日)': LIMIT_UNITS[2],
    日历日: LIMIT_UNITS[2],
  },
  ...{ 日: LIMIT_UNITS[2], 天: LIMIT_UNITS[2], 小时: LIMIT_UNITS[3], 个小时: LIMIT_UNITS[3] },
}
/** 日 alone does not say which days (行政许可法第八十二条 counts working days, 民法典 calendar days). */
const UNCLEAR: ReadonlySet<string> = new Set(['日', '天'])
const AT_ONCE = /^(即时办结|即办|当场办结|即时|当场|立等可取|即来即办|马上办)$/
const DAYS_OF_MONTH = 30

/** `20个工作日`, `二十个工作日`, `即办`: the number here, the unit in its own column. */
export const limit: Read = (text, field) => {
  const unitField = field === 'promiseDay' ? 'promiseType' : 'anticipateType'
  const close = text.normalize('NFKC').replaceAll(/\s/g, '')
  if (AT_ONCE.test(close)) return { text: '0', mends: ['other-wording'] }
  const [, number, unit = ''] = /^([\d.]+|[〇零一二两三四五六七八九十百]+)(\D*)$/.exec(close) ?? []
  const amount = number === undefined ? Number.NaN : numberOf(number)
  if (!Number.isInteger(amount)) return { text, mends: [], doubt: { code: 'limit-unreadable' } }
  if (amount > COUNT_MAX) return { text, mends: [], doubt: { code: 'misplaced-number' } }
  if (/^个?月$/.test(unit))
    return {
      text,
      mends: [],
      doubt: { code: 'limit-in-months', proposal: `${amount * DAYS_OF_MONTH}个自然日` },
    }
  if (unit === '') return { text: String(amount), mends: /^\d+$/.test(text) ? [] : ['other-wording'] }
  const named = Object.hasOwn(UNIT_OF, unit) ? UNIT_OF[unit]! : undefined
  if (named === undefined) return { text, mends: [], doubt: { code: 'limit-unreadable' } }
  if (UNCLEAR.has(unit)) return { text: String(amount), mends: ['unit-in-number'] }
  return { text: String(amount), mends: ['unit-in-number'], also: { [unitField]: named } }
}

const numberOf = (text: string): number => (/^[\d.]+$/.test(text) ? Number(text) : chineseNumber(text))

const DIGITS = '〇一二三四五六七八九'

/** Up to 九百九十九; not a number where it is none. */
export function chineseNumber(text: string): number {
  const plainText = text.replaceAll('两', '二').replaceAll('零', '')
  const parts = /^(?:([一二三四五六七八九])百)?(?:([一二三四五六七八九])?(十))?([一二三四五六七八九])?$/.exec(
    plainText,
  )
  if (plainText === '' || parts === null) return Number.NaN
  const [, hundreds, tens, ten, ones] = parts
  const digit = (sign: string | undefined) => (sign === undefined ? 0 : DIGITS.indexOf(sign))
  return (
    digit(hundreds) * 100 + (ten === undefined ? 0 : tens === undefined ? 10 : digit(tens) * 10) + digit(ones)
  )
}

const EXCEL_EPOCH = Date.UTC(1899, 11, 30)
const DAY_MS = 86_400_000

export const day: Read = (text) => {
  const [, year, month, date] =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[ T]00:00(?::00)?)?$/.exec(text) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(text) ??
    []
  // The number of days under which a workbook keeps a date that was copied as a value; 1955 to 2119.
  const serial = /^\d{5}$/.test(text) && Number(text) > 20_000 && Number(text) < 80_000
  const made = serial
    ? new Date(EXCEL_EPOCH + Number(text) * DAY_MS).toISOString().slice(0, 10)
    : `${year}-${month?.padStart(2, '0')}-${date?.padStart(2, '0')}`
  const at = Date.parse(`${made}T00:00:00Z`)
  if (Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== made)
    return { text, mends: [], doubt: { code: 'day-unreadable' } }
  return { text: made, mends: made === text ? [] : ['day-rewritten'] }
}
