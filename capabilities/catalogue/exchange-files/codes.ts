import { basicCode, composeBasic, taskCode } from '../model/codes.ts'
import type { DoubtCode, MendCode } from './findings.ts'

/** What the cell of a code turns out to hold. */
export interface CodeReading {
  /** What belongs into which column; a column left out stays as it is written. */
  put: Readonly<Partial<Record<'catalogCode' | 'localCatalogCode' | 'taskCode' | 'deptCode', string>>>
  mend?: MendCode
  doubt?: { code: DoubtCode; proposal?: string }
}

const BASIC_LENGTH = 12

/** 基本编码: twelve digits, or whatever else offices put there. */
export function readBasic(text: string, area: string): CodeReading {
  if (basicCode(text) !== undefined) return { put: { catalogCode: text } }
  if (isLost(text)) return { put: {}, doubt: { code: 'digits-lost' } }
  const task = taskCode(text)
  if (task !== undefined)
    return { put: { catalogCode: composeBasic(task.basic), taskCode: text }, mend: 'task-code-apart' }
  const several = severalIn(text)
  if (several.length > 1) return { put: {}, doubt: { code: 'several-codes', proposal: several.join('\n') } }
  const joined = MERGED.exec(text)
  if (joined !== null) return apart(joined, area)
  if (/^\d{8,11}$/.test(text)) {
    const whole = text.padStart(BASIC_LENGTH, '0')
    const proposal = basicCode(whole) === undefined ? {} : { proposal: whole }
    return { put: {}, doubt: { code: 'zeros-lost', ...proposal } }
  }
  if (/^\d+$/.test(text)) return { put: {}, doubt: { code: 'code-malformed' } }
  return LOCAL.test(text)
    ? { put: { catalogCode: '', localCatalogCode: text }, mend: 'local-code-moved' }
    : { put: {}, doubt: { code: 'code-malformed' } }
}

/** 实施编码: thirty-one signs; thirty-three are one of its situations. */
export function readTask(text: string): CodeReading {
  if (isLost(text)) return { put: {}, doubt: { code: 'digits-lost' } }
  const task = taskCode(text)
  if (task?.situation !== undefined)
    return { put: {}, doubt: { code: 'situation-line', proposal: text.slice(0, -2) } }
  if (task !== undefined) return { put: { taskCode: text } }
  const several = text.split(PARTING).filter((part) => taskCode(part) !== undefined)
  return several.length > 1
    ? { put: {}, doubt: { code: 'several-codes', proposal: several.join('\n') } }
    : { put: {}, doubt: { code: 'code-malformed' } }
}

const PARTING = /[、，,;；/\s]+/
const isLost = (text: string): boolean => /^\d(\.\d+)?E\+\d+$/.test(text)
const LOCAL = /^(?=.*[A-Z])[0-9A-Z-]{4,50}$/

/** Local code, area, section, body and two counters in one: `511A05012000-511602-000-68236467-9-1-00`. */
const MERGED = /^([0-9A-Z]{8,20})-(\d{6})-\d{3}-([0-9A-Z]{8}-?[0-9A-Z]|[0-9A-Z]{18})(?:-\d{1,2}){0,2}$/

function apart([, code, ofArea, body]: readonly string[], area: string): CodeReading {
  if (ofArea !== area) return { put: {}, doubt: { code: 'other-area', proposal: ofArea! } }
  const own =
    basicCode(code!) === undefined ? { catalogCode: '', localCatalogCode: code! } : { catalogCode: code! }
  return { put: { ...own, deptCode: body! }, mend: 'merged-code-apart' }
}

/** Parted by a sign, or twelve and twelve digits on end. */
function severalIn(text: string): string[] {
  const parted = text.split(PARTING).filter((part) => basicCode(part) !== undefined)
  if (parted.length > 1) return parted
  if (!/^\d+$/.test(text) || text.length < 2 * BASIC_LENGTH || text.length % BASIC_LENGTH !== 0) return []
  const cut = Array.from({ length: text.length / BASIC_LENGTH }, (_, at) =>
    text.slice(at * BASIC_LENGTH, (at + 1) * BASIC_LENGTH),
  )
  return cut.every((part) => basicCode(part) !== undefined) ? cut : []
}
